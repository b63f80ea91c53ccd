import type { Network, NetworkFlow } from '../../../shared/figures/network';
import type { Solution } from '../../../shared/figures/solution';
import { known, missing, quotient, type Term } from './terms';

/** How far the shares of a step may miss the whole. */
const tolerance = 0.01;

const solved = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Exits of a node as formulas: one left blank is the rest, a sum within 0.01 of 1 is scaled, else nothing is known. */
function exitTerm(own: string, all: readonly string[], leavesRest: boolean, value: number | null): Term {
  const list = all.join(',');
  const scaled = `MAX(1,SUM(${list}))`;
  const slack = `+${tolerance}+0.000000001`;
  if (leavesRest) return { code: `IF(SUM(${list})<=1${slack},${own}/${scaled},NA())`, value };
  const rest = `IF(ISNUMBER(${own}),${own},MAX(0,1-SUM(${list})))/${scaled}`;
  return {
    code:
      `IF(AND(COUNT(${list})=${all.length - 1},SUM(${list})<=1${slack}),${rest},` +
      `IF(AND(COUNT(${list})=${all.length},ABS(SUM(${list})-1)<=0${slack}),${own}/SUM(${list}),NA()))`,
    value,
  };
}

/** The share that counts of each flow that carries items. `meanAt` is the cell with the share of a flow as a number. */
export function weightTerms(
  network: Network,
  { weight }: Pick<Solution, 'weight'>,
  meanAt: (flow: string) => string | null,
): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  network.nodes.forEach((node, at) => {
    const exits = (network.out[at] ?? []).flatMap((number): [number, NetworkFlow][] => {
      const exit = network.flows[number];
      return exit === undefined ? [] : [[number, exit]];
    });
    const places = exits.flatMap(([, { id }]) => meanAt(id) ?? []);
    const leavesRest = network.openEnds.includes(node.id);
    for (const [number, { id }] of exits) {
      const own = meanAt(id);
      const value = solved(weight[number]);
      if (node.type === 'fork') terms.set(id, known(1));
      else if (own === null) terms.set(id, { code: `MAX(0,1-SUM(${places.join(',')}))`, value });
      else if (places.length === 1 && !leavesRest)
        terms.set(id, { code: `IF(ISNUMBER(${own}),IF(ABS(${own}-1)>${tolerance},NA(),1),1)`, value });
      else if (places.length > 250) terms.set(id, value === null ? missing : known(value));
      else terms.set(id, exitTerm(own, places, leavesRest, value));
    }
  });
  return terms;
}

/** The shares of the flows that a single pass keeps, scaled to 1. */
export function singlePassTerms(
  network: Network,
  expected: ReadonlyMap<string, Term>,
  { weight }: Pick<Solution, 'weight'>,
): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  network.nodes.forEach((node, at) => {
    const exits = (network.out[at] ?? []).flatMap((number): [number, NetworkFlow][] => {
      const exit = network.flows[number];
      return exit === undefined ? [] : [[number, exit]];
    });
    const kept = exits.filter(([, { isForward }]) => isForward);
    const all = kept.map(([, { id }]) => expected.get(id) ?? missing);
    kept.forEach(([number, { id }], place) => {
      const own = all[place] ?? missing;
      if (node.type === 'fork' || kept.length === exits.length) terms.set(id, own);
      else if (kept.length === 1) terms.set(id, known(1));
      else {
        const whole: Term = { code: `(${all.map(({ code }) => code).join('+')})`, value: 1 };
        terms.set(id, { ...quotient(own, whole), value: solved(weight[number]) });
      }
    });
  });
  return terms;
}

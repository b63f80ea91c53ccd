import { knownMean } from '../model/quantity';
import { arithmeticText as text } from '../text/arithmetic';
import { nameOf, quantityInput, sayShare, sayTime, sayVisits, type Term } from './explain-inputs';
import { type FigureInput, isReached } from './figure';
import { hasRework, nextProcessTime, usualRepair } from './repair';
import { solveVariant } from './solution';

/** Less than this is what rounding leaves of nothing. */
const negligible = 1e-9;

/** Branches that fail together are lost once only: what the rows count too often, as a row of its own. */
function withOverlap(terms: readonly Term[], lost: number | null): Term[] {
  const sum = terms.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const twice = lost === null ? 0 : lost - sum;
  if (Math.abs(twice) < negligible) return [...terms];
  return [...terms, { about: [], name: text.overlap, terms: '', amount: twice }];
}

/** What each step of a single pass loses of the items that were right so far; with the last row, the sum is 100 % minus `rolled`. */
export function lossTerms(input: FigureInput, rolled: number | null): Term[] {
  const { structure, steps } = input;
  const { nodes, graph } = structure.network;
  const known = (at: number): number | null =>
    nodes[at]?.type === 'step' ? knownMean(nodes[at].completeAccurate) : 1;
  const good = (at: number): number => (steps[at]?.holdsUp ? (known(at) ?? 1) : 1);
  const solution = solveVariant(structure, 'singlePass', good);
  if (solution.problems.length > 0) return [];
  const terms = nodes.flatMap((node, at): Term[] => {
    const step = steps[at];
    const items = solution.visits[at] ?? 0;
    if (!step?.holdsUp || items < negligible) return [];
    const right = known(at);
    const inputs = [quantityInput(text.fieldNames.completeAccurate, node.completeAccurate, sayShare)];
    const name = nameOf(graph, node.id);
    if (right === null) return [{ about: [node.id], name, terms: text.unknown, amount: null, inputs }];
    const said = text.lostOf(sayShare(1 - right), sayShare(items));
    return [{ about: [node.id], name, terms: said, amount: items * (1 - right), inputs }];
  });
  return withOverlap(terms, rolled === null ? null : 1 - rolled);
}

/** Where items leave the straight way by a rework flow; with the last row, the sum is 100 % minus `firstPassYield`. */
export function returnTerms(input: FigureInput, firstPassYield: number | null): Term[] {
  const { structure } = input;
  const { network } = structure;
  const solution = solveVariant(structure, 'firstPass');
  if (solution.problems.length > 0) return [];
  const terms = network.nodes.flatMap((node, at): Term[] => {
    const exits = network.out[at] ?? [];
    const rework = exits.filter((number) => network.flows[number]?.flow.kind === 'rework');
    const items = solution.visits[at] ?? 0;
    if (rework.length === 0 || node.type === 'fork' || items < negligible) return [];
    const kept = exits
      .filter((number) => !rework.includes(number))
      .reduce((sum, number) => sum + (solution.weight[number] ?? 0), 0);
    const away = Math.max(0, 1 - kept);
    const flows = rework.flatMap((number) => network.flows[number] ?? []);
    return [
      {
        about: [node.id, ...flows.map(({ id }) => id)],
        name: nameOf(network.graph, node.id),
        terms: Number.isNaN(away) ? text.unknown : text.returnsOf(sayShare(away), sayShare(items)),
        amount: Number.isNaN(away) ? null : items * away,
        inputs: flows.map(({ id, flow }) => quantityInput(nameOf(network.graph, id), flow.share, sayShare)),
      },
    ];
  });
  return withOverlap(terms, firstPassYield === null ? null : 1 - firstPassYield);
}

/** Repair that nobody drew: what the receivers may spend on the output of each step, minutes. */
export function repairTerms(input: FigureInput): Term[] {
  const { structure, steps, expected } = input;
  const { nodes, graph } = structure.network;
  if (expected.problems.length > 0) return [];
  return nodes.flatMap((node, at): Term[] => {
    if (!steps[at]?.isStep || !isReached(expected, at) || hasRework(structure, at)) return [];
    const right = knownMean(node.completeAccurate);
    const next = nextProcessTime(input, at);
    if (next.high === 0 || right === 1) return [];
    const time = next.low === next.high ? next.low : null;
    const visits = expected.visits[at] ?? 0;
    const once = right === null || time === null ? null : (1 - right) * usualRepair * time;
    const wrong = right === null ? '?' : sayShare(1 - right);
    return [
      {
        about: [node.id],
        name: nameOf(graph, node.id),
        terms:
          `${sayVisits(visits, { shown: once, exact: once })} ${text.product([wrong, text.nextStep(sayTime(time))])}`.trim(),
        amount: once === null ? null : visits * once,
        inputs: [quantityInput(text.fieldNames.completeAccurate, node.completeAccurate, sayShare)],
      },
    ];
  });
}

/** Expected number of steps on a single pass. */
export function stepsOnPass({ steps, singlePass }: FigureInput): number {
  return steps.reduce((sum, step, at) => sum + (step.holdsUp ? (singlePass.visits[at] ?? 0) : 0), 0);
}

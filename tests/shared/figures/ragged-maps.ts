import fc from 'fast-check';
import { anyPart, drawn } from './composed-maps';
import type { MapSpec, NodeSpec } from './maps';

interface Drawing {
  readonly nodes: Record<string, NodeSpec>;
  readonly flows: string[];
}

const plain = /^(\S+) > (\S+)$/;

/** Lets three of ten items pass a step by, where one plain flow leads to it and one away from it. */
function makeOptional({ flows }: Drawing, pick: number): void {
  const places = flows.flatMap((line) => {
    const [, from = '', step = ''] = plain.exec(line) ?? [];
    const out = flows.filter((each) => each.startsWith(`${step} > `));
    const [, , after = ''] = plain.exec(out[0] ?? '') ?? [];
    const isAlone = flows.filter((each) => each.startsWith(`${from} > `)).length === 1;
    const isFit = step.startsWith('step') && out.length === 1 && isAlone && !/^(fork|end|start)/.test(from);
    return isFit && after !== '' && after !== from ? [{ line, from, step, after }] : [];
  });
  const place = places[pick % places.length];
  if (!place) return;
  const { line, from, step, after } = place;
  flows.splice(flows.indexOf(line), 1, `${from} > ${step} 0.7`, `${from} > ${after} 0.3`);
}

/** Sends a message on the way that nothing waits for and that leads nowhere. */
function addAside({ nodes, flows }: Drawing, pick: number): void {
  const places = flows.filter((line) => plain.test(line) && !/^(fork|decision)/.test(line));
  const line = places[pick % places.length];
  const [, from = '', to = ''] = plain.exec(line ?? '') ?? [];
  if (line === undefined) return;
  const number = Object.keys(nodes).length;
  nodes[`fork-aside${number}`] = {};
  nodes[`aside${number}`] = { pt: 20 + (pick % 7), wait: 300, crew: 2, ca: 1, detached: true };
  flows.splice(
    flows.indexOf(line),
    1,
    `${from} > fork-aside${number}`,
    `fork-aside${number} > ${to}`,
    `fork-aside${number} > aside${number}`,
  );
}

/** A review after the value is there. */
function addTail({ nodes, flows }: Drawing): void {
  nodes['review'] = { pt: 45, wait: 900, crew: 3, ca: 1, afterValue: true };
  const last = flows.findIndex((line) => line.endsWith(' > end'));
  const from = (flows[last] ?? '').split(' ')[0] ?? '';
  flows.splice(last, 1, `${from} > review`, 'review > end');
}

/** A last step of which only the returns are typed yet, in the place of the end. */
function leaveOpen({ nodes, flows }: Drawing): void {
  const toEnd = flows.filter((line) => line.includes(' > end'));
  const at = flows.findIndex((line) => line.endsWith(' > end'));
  if (toEnd.length > 1) return;
  nodes['last'] = { pt: 25, wait: 80, crew: 1, ca: 0.7 };
  const from = (flows[at] ?? '').split(' ')[0] ?? '';
  flows.splice(at, 1, `${from} > last`, 'last > last 0.1 iteration');
  flows.push(from === 'fork' || from === 'join' ? 'last > last 0.2 rework' : `last > ${from} 0.2 rework`);
  delete nodes['end'];
}

/** Maps of parts within parts, with optional steps, dead ends that nothing waits for, work after the value, and an end that nothing leads to yet. */
export function anyRaggedMap(options: { readonly parallel: boolean }): fc.Arbitrary<MapSpec> {
  const picks = fc.array(fc.nat({ max: 1000 }), { maxLength: 2 });
  return fc
    .tuple(
      anyPart(options),
      fc.record({ optional: picks, aside: picks, tail: fc.boolean(), open: fc.boolean() }),
    )
    .map(([part, ragged]) => {
      const drawing: Drawing = drawn(part);
      for (const pick of ragged.optional) makeOptional(drawing, pick);
      for (const pick of ragged.aside) addAside(drawing, pick);
      if (ragged.tail) addTail(drawing);
      else if (ragged.open && ragged.aside.length === 0) leaveOpen(drawing);
      return drawing;
    });
}

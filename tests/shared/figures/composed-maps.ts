import fc from 'fast-check';
import type { MapSpec, NodeSpec } from './maps';

/** A map told as parts within parts, so that its figures follow from those of its parts without any equation. */
export type Part =
  | {
      readonly kind: 'step';
      readonly node: Required<Pick<NodeSpec, 'pt' | 'wait' | 'ca' | 'crew'>> & NodeSpec;
    }
  | { readonly kind: 'line'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly share: number; readonly parts: readonly [Part, Part] }
  | { readonly kind: 'parallel'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'loop';
      readonly by: 'rework' | 'iteration';
      readonly share: number;
      readonly body: Part;
      readonly repair: Part | null;
    };

/** What the figures of a part must be. */
export interface Composed {
  readonly lead: number;
  readonly process: number;
  readonly single: number;
  readonly effort: number;
  readonly calmEffort: number;
  readonly firstPass: number;
  readonly rolled: number;
}

const nothing: Composed = {
  lead: 0,
  process: 0,
  single: 0,
  effort: 0,
  calmEffort: 0,
  firstPass: 1,
  rolled: 1,
};

const scaled = (part: Composed, by: number): Composed => ({
  ...part,
  lead: part.lead * by,
  process: part.process * by,
  effort: part.effort * by,
  calmEffort: part.calmEffort * by,
});

const inLine = (a: Composed, b: Composed): Composed => ({
  lead: a.lead + b.lead,
  process: a.process + b.process,
  single: a.single + b.single,
  effort: a.effort + b.effort,
  calmEffort: a.calmEffort + b.calmEffort,
  firstPass: a.firstPass * b.firstPass,
  rolled: a.rolled * b.rolled,
});

function sideBySide(parts: readonly Composed[]): Composed {
  const longest = [...parts].sort((a, b) => b.lead - a.lead)[0] ?? nothing;
  const sum = parts.reduce(inLine, nothing);
  return {
    ...sum,
    lead: longest.lead,
    process: longest.process,
    single: Math.max(...parts.map((part) => part.single)),
  };
}

function composeLoop(part: Extract<Part, { kind: 'loop' }>): Composed {
  const body = compose(part.body);
  const repair = part.repair ? compose(part.repair) : nothing;
  const often = scaled(inLine(body, scaled(repair, part.share)), 1 / (1 - part.share));
  const isRework = part.by === 'rework';
  const again = part.share * body.firstPass * repair.firstPass;
  return {
    ...often,
    single: body.single,
    rolled: body.rolled,
    calmEffort: isRework ? body.calmEffort : often.calmEffort,
    firstPass: isRework
      ? body.firstPass * (1 - part.share)
      : (body.firstPass * (1 - part.share)) / (1 - again),
  };
}

const mean = (amount: NodeSpec['pt']): number => {
  if (typeof amount === 'number') return amount;
  if (!Array.isArray(amount)) throw new Error('these maps have plain amounts');
  const [low = 0, likely = 0, high = 0] = amount;
  return (low + 4 * likely + high) / 6;
};

/** The figures of a part, from those of its parts. */
export function compose(part: Part): Composed {
  if (part.kind === 'step') {
    const { pt, wait, ca, crew } = part.node;
    const time = mean(pt) + mean(wait);
    const effort = mean(pt) * mean(crew);
    return {
      ...nothing,
      lead: time,
      single: time,
      process: mean(pt),
      effort,
      calmEffort: effort,
      rolled: mean(ca),
    };
  }
  if (part.kind === 'line') return part.parts.map(compose).reduce(inLine, nothing);
  if (part.kind === 'parallel') return sideBySide(part.parts.map(compose));
  if (part.kind === 'loop') return composeLoop(part);
  const [a, b] = part.parts.map(compose);
  const mix = (key: keyof Composed): number =>
    part.share * (a?.[key] ?? 0) + (1 - part.share) * (b?.[key] ?? 0);
  return {
    lead: mix('lead'),
    process: mix('process'),
    single: mix('single'),
    effort: mix('effort'),
    calmEffort: mix('calmEffort'),
    firstPass: mix('firstPass'),
    rolled: mix('rolled'),
  };
}

interface Drawing {
  readonly nodes: Record<string, NodeSpec>;
  readonly flows: string[];
}

/** Draws a part after the node `from`; gives the node that it ends at. */
function draw(drawing: Drawing, part: Part, from: string, label = ''): string {
  const { nodes, flows } = drawing;
  const add = (type: string, node: NodeSpec = {}): string => {
    const id = `${type}${Object.keys(nodes).length}`;
    nodes[id] = node;
    return id;
  };
  const after = (type: string, before: string, how: string, node: NodeSpec = {}): string => {
    const id = add(type, node);
    flows.push(`${before} > ${id}${how}`);
    return id;
  };
  if (part.kind === 'step') return after('step', from, label, part.node);
  if (part.kind === 'line') {
    const begin = after('decision', from, label);
    return part.parts.reduce((at, each) => draw(drawing, each, at), begin);
  }
  if (part.kind === 'parallel') {
    const fork = after('fork', from, label);
    const join = add('join');
    for (const each of part.parts) flows.push(`${draw(drawing, each, fork)} > ${join}`);
    return join;
  }
  if (part.kind === 'choice') {
    const choice = after('decision', from, label);
    const merge = add('decision');
    part.parts.forEach((each, at) => {
      const share = at === 0 ? part.share : 1 - part.share;
      flows.push(`${draw(drawing, each, choice, ` ${share}`)} > ${merge}`);
    });
    return merge;
  }
  const begin = after('decision', from, label);
  const check = after('decision', draw(drawing, part.body, begin), '');
  const back = ` ${part.share} ${part.by}`;
  if (part.repair) flows.push(`${draw(drawing, part.repair, check, back)} > ${begin}`);
  else flows.push(`${check} > ${begin}${back}`);
  return after('decision', check, ` ${1 - part.share}`);
}

/** The map of a part, between a start and an end. */
export function drawn(part: Part): MapSpec & Drawing {
  const drawing: Drawing = { nodes: { start: {} }, flows: [] };
  const last = draw(drawing, part, 'start');
  drawing.nodes.end = {};
  drawing.flows.push(`${last} > end`);
  return drawing;
}

const minutes = fc.integer({ min: 0, max: 600 });
const triple = fc
  .tuple(minutes, minutes, minutes)
  .map(([a, b, c]): [number, number, number] => [
    Math.min(a, b, c),
    Math.max(Math.min(a, b), Math.min(Math.max(a, b), c)),
    Math.max(a, b, c),
  ]);
const times = fc.oneof(minutes, triple);

const step: fc.Arbitrary<Part> = fc.record({
  kind: fc.constant('step' as const),
  node: fc.record({
    pt: times,
    wait: times,
    ca: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
    crew: fc.integer({ min: 1, max: 5 }),
    value: fc.constantFrom('VA' as const, 'NNVA' as const, 'NVA' as const),
    team: fc.constantFrom('one', 'two', 'three'),
  }),
});

const share = fc.integer({ min: 1, max: 9 }).map((tenth) => tenth / 10);

/** Maps of a few parts within parts; without parallel blocks where asked. */
export function anyPart(options: { readonly parallel: boolean }): fc.Arbitrary<Part> {
  const { whole } = fc.letrec<{ whole: Part }>((tie) => {
    const several = fc.array(tie('whole'), { minLength: 2, maxLength: 3 });
    const line = fc.record({ kind: fc.constant('line' as const), parts: several });
    const choice = fc.record({
      kind: fc.constant('choice' as const),
      share,
      parts: fc.tuple(tie('whole'), tie('whole')),
    });
    const loop = fc.record({
      kind: fc.constant('loop' as const),
      by: fc.constantFrom('rework' as const, 'iteration' as const),
      share,
      body: tie('whole'),
      repair: fc.option(step, { nil: null }),
    });
    const parallel = fc.record({ kind: fc.constant('parallel' as const), parts: several });
    const kinds: fc.Arbitrary<Part>[] = [line, choice, loop, ...(options.parallel ? [parallel] : [])];
    return { whole: fc.oneof({ maxDepth: 4, depthSize: 'small' }, step, ...kinds) };
  });
  return whole;
}

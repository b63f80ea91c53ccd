import type { MapGraph } from '../../shared/model/queries';
import { buildMap, type MapBuilder } from './build-map';

/** A stream of numbers 0..1 that is the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Telling {
  readonly m: MapBuilder;
  readonly random: () => number;
  readonly steps: string[];
  left: number;
  count: number;
}

const upTo = (t: Telling, limit: number): number => Math.floor(t.random() * limit);

function step(t: Telling): string {
  const id = `step-${(t.count += 1)}`;
  const lane = upTo(t, 5);
  t.left -= 1;
  t.steps.push(id);
  t.m.step(id, {
    team: `Team ${lane}`,
    ...(t.random() < 0.9 ? { role: `role-${lane}` } : {}),
    activity: ['plan', 'engage', 'obtain-build'][upTo(t, 3)] ?? 'plan',
    practices: [['service-desk', 'incident-management'][upTo(t, 2)] ?? 'service-desk'],
    party: (['provider', 'provider', 'consumer', 'partner'] as const)[upTo(t, 4)] ?? 'provider',
    ...(t.random() < 0.7 ? { wait: 60 } : {}),
    ...(t.random() < 0.2 ? { wip: 4 } : {}),
  });
  return id;
}

/** Ends of a piece of a stream. */
interface Part {
  readonly first: string;
  readonly last: string;
}

function block(t: Telling, depth: number): Part {
  const kind = t.random();
  if (depth >= 3 || t.left < 4 || kind < 0.5) {
    const id = step(t);
    return { first: id, last: id };
  }
  const isParallel = kind < 0.75;
  const open = isParallel
    ? `fork-${(t.count += 1)}`
    : t.random() < 0.5
      ? step(t)
      : `choice-${(t.count += 1)}`;
  if (open.startsWith('fork')) t.m.node('fork', open);
  if (open.startsWith('choice')) t.m.node('decision', open);
  const branches = 2 + upTo(t, 2);
  const parts: (Part | null)[] = [];
  for (let branch = 0; branch < branches; branch += 1)
    parts.push(
      !isParallel && branch === 1 && t.random() < 0.4 ? null : sequence(t, 1 + upTo(t, 2), depth + 1),
    );
  const close = isParallel ? `join-${(t.count += 1)}` : step(t);
  if (isParallel) t.m.node('join', close);
  for (const [branch, part] of parts.entries()) {
    const share = isParallel ? {} : { share: 1 / branches };
    const kindOf = !isParallel && branch > 0 && t.random() < 0.3 ? { kind: 'escalation' as const } : {};
    t.m.flow(open, part?.first ?? close, { ...share, ...kindOf });
    if (part) t.m.flow(part.last, close);
  }
  return { first: open, last: close };
}

function sequence(t: Telling, length: number, depth: number): Part {
  const parts = Array.from({ length }, () => block(t, depth));
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (before) t.m.flow(before.last, part.first);
  }
  const first = parts[0] ?? block(t, 3);
  return { first: first.first, last: (parts.at(-1) ?? first).last };
}

function loops(t: Telling): void {
  const count = Math.ceil(t.steps.length / 6);
  for (let each = 0; each < count; each += 1) {
    const from = upTo(t, t.steps.length);
    const to = Math.max(0, from - upTo(t, 5));
    const source = t.steps[from];
    const target = t.steps[to];
    if (source === undefined || target === undefined) continue;
    t.m.flow(source, target, {
      kind: t.random() < 0.7 ? 'rework' : 'iteration',
      share: 0.1,
      ...(t.random() < 0.4 ? { label: 'wrong data' } : {}),
    });
  }
  if (t.random() < 0.4) {
    const source = t.steps[upTo(t, t.steps.length)] ?? '';
    const repair = step(t);
    t.m.flow(source, repair, { kind: 'rework', share: 0.2 });
    t.m.flow(repair, source);
  }
}

function extras(t: Telling): void {
  for (const type of ['note', 'burst', 'control'] as const) {
    if (t.random() < 0.5) continue;
    t.m.node(type, `${type}-1`);
    const about = t.steps[upTo(t, t.steps.length)] ?? '';
    if (t.random() < 0.8) t.m.flow(`${type}-1`, about, { kind: 'information' });
  }
}

/** A random map of some steps: nested choices and parallel blocks, loops, repairs, notes, five teams. The same for the same seed. */
export function randomMap(seed: number, steps: number, withExtras = true): MapGraph {
  return buildMap((m) => {
    const t: Telling = { m, random: randomFrom(seed), steps: [], left: steps, count: 0 };
    m.start();
    const parts: Part[] = [];
    while (t.left > 0) parts.push(block(t, 0));
    loops(t);
    m.end();
    let before = 'start';
    for (const part of parts) {
      m.flow(before, part.first);
      before = part.last;
    }
    m.flow(before, 'end');
    if (withExtras) extras(t);
  }).graph;
}

import type { Facts } from './facts';
import type { StepFacts } from './facts-steps';
import { onwardFlows, type Ways } from './facts-ways';
import { atLeast } from './measure';
import { type NameParts, nameLikeness, partsOf } from './name-likeness';
import { lastFirst } from './way-with-most';

/** Steps that share a word are compared with so many before them at most, which keeps thousands of alike names quick. */
const mostCompared = 20;

/** Groups of things, joined two by two. */
interface Groups {
  readonly of: (id: string) => string;
  readonly join: (a: string, b: string) => void;
}

function makeGroups(): Groups {
  const parents = new Map<string, string>();
  const of = (id: string): string => {
    let at = id;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    return at;
  };
  return {
    of,
    join: (a, b) => {
      const [first, second] = [of(a), of(b)];
      if (first !== second) parents.set(second, first);
    },
  };
}

/** Joins steps with alike names: only those that share the beginning of a word are compared. */
function joinByName(steps: readonly StepFacts[], similarity: number, groups: Groups): void {
  const shelves = new Map<string, { step: StepFacts; parts: NameParts }[]>();
  const firstOf = new Map<string, StepFacts>();
  for (const step of steps) {
    const parts = partsOf(step.name);
    const whole = `${parts.words.join(' ')} ${parts.numbers}`;
    const twin = firstOf.get(whole);
    if (twin !== undefined) {
      if (parts.words.length > 0) groups.join(twin.id, step.id);
      continue;
    }
    firstOf.set(whole, step);
    const compared = new Set<string>();
    for (const word of parts.words) {
      const key = `${word.slice(0, 3)} ${parts.numbers}`;
      const shelf = shelves.get(key) ?? [];
      for (const other of shelf.slice(-mostCompared)) {
        if (compared.has(other.step.id)) continue;
        compared.add(other.step.id);
        if (atLeast(nameLikeness(parts, other.parts), similarity)) groups.join(other.step.id, step.id);
      }
      shelf.push({ step, parts });
      shelves.set(key, shelf);
    }
  }
}

/** What tells that two steps do the same work although they are called differently. */
const workParts = ['practices', 'kind', 'outputs', 'team'] as const;
type WorkPart = (typeof workParts)[number];

type TeamOf = (step: StepFacts) => string | null;

const sorted = (ids: readonly string[] | null): string | null =>
  ids?.length ? [...ids].sort((a, b) => (a < b ? -1 : 1)).join(' ') : null;

function workOf(step: StepFacts, teamOf: TeamOf): Readonly<Record<WorkPart, string | null>> {
  return {
    practices: sorted(step.practices),
    kind: step.kind,
    outputs: sorted(step.outputs),
    team: teamOf(step),
  };
}

/** Joins steps of different teams with the same practices, kind of work and outputs. */
function joinByWork(steps: readonly StepFacts[], teamOf: TeamOf, groups: Groups): void {
  const shelves = new Map<string, StepFacts>();
  for (const step of steps) {
    const { practices, kind, outputs, team } = workOf(step, teamOf);
    if (practices === null || kind === null || outputs === null || team === null) continue;
    const key = JSON.stringify([practices, kind, outputs]);
    const first = shelves.get(key);
    if (first === undefined) shelves.set(key, step);
    else if (teamOf(first) !== team) groups.join(first.id, step.id);
  }
}

/** Steps that lack one part only, all others of which agree with another step: what is to be asked of whom. */
export function halfKnownDuplicates(
  steps: readonly StepFacts[],
  teamOf: TeamOf,
): { readonly step: string; readonly part: WorkPart }[] {
  const keyWithout = (work: ReturnType<typeof workOf>, part: WorkPart): string =>
    JSON.stringify([part, ...workParts.map((each) => (each === part || each === 'team' ? '' : work[each]))]);
  const works = steps.map((step) => ({ step, work: workOf(step, teamOf) }));
  const teams = new Map<string, Set<string>>();
  for (const { work } of works)
    for (const part of workParts) {
      if (workParts.some((each) => work[each] === null)) break;
      const key = keyWithout(work, part);
      const there = teams.get(key) ?? new Set();
      teams.set(key, there.add(work.team ?? ''));
    }
  return works.flatMap(({ step, work }) => {
    const lacking = workParts.filter((part) => work[part] === null);
    const [part] = lacking;
    if (part === undefined || lacking.length > 1) return [];
    const others = teams.get(keyWithout(work, part));
    const isOther = others !== undefined && [...others].some((team) => team !== work.team);
    return isOther ? [{ step: step.id, part }] : [];
  });
}

type Ranks = ReadonlyMap<string, number>;

/** Where each node stands when those that others lead to come first: a node leads only to lower ranks. */
function ranksOf(facts: Facts): Ranks {
  const starts = facts.nodes.flatMap((node) => (node.type === 'start' ? [node.id] : []));
  return new Map(lastFirst(starts, onwardFlows(facts).exits).map((id, rank) => [id, rank]));
}

/** Which of some nodes can be reached from one of them; looks no further than the last of them. */
function metFrom(
  id: string,
  ids: ReadonlySet<string>,
  { exits, ranks }: { exits: Ways; ranks: Ranks },
): string[] {
  const last = Math.min(...[...ids].map((each) => ranks.get(each) ?? 0));
  if (last === ranks.get(id)) return [];
  const met: string[] = [];
  const seen = new Set<string>([id]);
  for (const at of seen) {
    for (const { to } of exits.get(at) ?? []) {
      if (seen.has(to) || (ranks.get(to) ?? last) < last) continue;
      seen.add(to);
      if (ids.has(to)) met.push(to);
    }
    if (met.length === ids.size - 1) break;
  }
  return met;
}

/** Those of some steps that lie on one way with another of them: those that lead to others first. */
function onOneWay(members: readonly StepFacts[], ways: { exits: Ways; ranks: Ranks }): StepFacts[] {
  const ids = new Set(members.map((step) => step.id));
  const later = new Set<string>();
  const earlier = new Set<string>();
  for (const { id } of members) {
    if (later.has(id)) continue;
    const met = metFrom(id, ids, ways);
    if (met.length > 0) earlier.add(id);
    for (const other of met) later.add(other);
  }
  return [
    ...members.filter((step) => earlier.has(step.id) && !later.has(step.id)),
    ...members.filter((step) => later.has(step.id)),
  ];
}

/** Groups of steps that look like the same work and that one item can meet, each in the order of the item. */
export function duplicatesIn(
  facts: Facts,
  steps: readonly StepFacts[],
  { similarity, teamOf }: { similarity: number; teamOf: TeamOf },
): StepFacts[][] {
  const groups = makeGroups();
  joinByName(steps, similarity, groups);
  joinByWork(steps, teamOf, groups);
  const members = new Map<string, StepFacts[]>();
  for (const step of steps) {
    const group = groups.of(step.id);
    const there = members.get(group);
    if (there === undefined) members.set(group, [step]);
    else there.push(step);
  }
  const several = [...members.values()].filter((each) => each.length > 1);
  if (several.length === 0) return [];
  const ways = { exits: onwardFlows(facts).exits, ranks: ranksOf(facts) };
  return several.map((each) => onOneWay(each, ways)).filter((found) => found.length > 1);
}

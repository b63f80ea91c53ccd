import { rankNodes } from '../layout/ranks';
import type { Flow, MapNode } from '../model/project';
import { changeStoryText as words } from '../text/change-story';
import { inspectorText } from '../text/inspector';
import type { ChangeGroup } from './change-groups';
import { type Bypass, bypassesOf, isOfAllItems } from './skipped-steps';
import { nameOf, shortShare, type Telling, turnOf } from './telling';

interface Way {
  readonly telling: Telling;
  readonly group: ChangeGroup;
  /** Nodes of the group that only one of the two maps has, in the order of the flow. */
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
  readonly bypasses: readonly Bypass[];
}

const then = ({ telling }: Way): Telling['between']['matched']['old'] => telling.between.matched.old;
const now = ({ telling }: Way): Telling['between']['matched']['now'] => telling.between.matched.now;

const nameThen = (way: Way, id: string): string => nameOf(then(way).nodes.get(id) ?? now(way).nodes.get(id));
const nameNow = (way: Way, id: string): string => nameOf(now(way).nodes.get(id) ?? then(way).nodes.get(id));

const ofType = (
  nodes: ReadonlyMap<string, MapNode>,
  ids: readonly string[],
  type: MapNode['type'],
): string[] => ids.filter((id) => nodes.get(id)?.type === type);

/** Steps in few words: all that approve as one, else by their names. */
function stepsText(way: Way, ids: readonly string[]): string {
  const approvals = [...then(way).nodes].filter(([, node]) => node.kind === 'approval').map(([id]) => id);
  const areAll = approvals.length > 1 && approvals.length === ids.length;
  if (areAll && approvals.every((id) => ids.includes(id))) return words.approvals(approvals.length);
  return words.named(ids.map((id) => nameThen(way, id)));
}

function bypassSentence(way: Way, bypass: Bypass): string {
  const { telling } = way;
  const { share, skipped, through, from } = bypass;
  const { items } = telling;
  const steps =
    stepsText(way, skipped) +
    (through.length === 0 ? '' : words.through(words.named(through.map((id) => nameNow(way, id)))));
  if (share === null) return words.skip(words.some, items, steps);
  const part = shortShare(share);
  return isOfAllItems(bypass, telling.old, telling.now)
    ? words.skip(words.of(part), items, steps)
    : words.skipAfter(part, items, nameThen(way, from), steps);
}

/** A removed step whose name lives on in that of a step that stayed. */
function mergedInto(way: Way, id: string): string | null {
  const name = nameThen(way, id).toLowerCase();
  for (const [other, node] of now(way).nodes) {
    const before = then(way).nodes.get(other);
    if (node.type !== 'step' || !before || before.name === node.name || name === '') continue;
    if (node.name.toLowerCase().includes(name) && !before.name.toLowerCase().includes(name)) return node.name;
  }
  return null;
}

function stepSentences(way: Way): string[] {
  const gone = ofType(then(way).nodes, way.gone, 'step');
  const through = new Set(way.bypasses.flatMap((each) => each.through));
  const fresh = ofType(now(way).nodes, way.fresh, 'step').filter((id) => !through.has(id));
  const merged = gone.flatMap((id) => {
    const into = mergedInto(way, id);
    return into === null ? [] : [{ id, into }];
  });
  const left = gone.filter((id) => merged.every((each) => each.id !== id)).map((id) => nameThen(way, id));
  const names = fresh.map((id) => nameNow(way, id));
  const said = merged.map(({ id, into }) => words.merged([nameThen(way, id)], into));
  if (left.length > 0 && names.length > 0) return [...said, words.replaced(left, names)];
  if (left.length > 0) said.push(words.removed(left));
  if (names.length > 0) said.push(words.added(names));
  return said;
}

/** Steps that run beside each other between a new fork and its join. */
function parallelSentences(way: Way): string[] {
  const forks = ofType(now(way).nodes, way.fresh, 'fork');
  return forks.flatMap((fork) => {
    const found: string[] = [];
    const open = [fork];
    for (let id = open.pop(); id !== undefined; id = open.pop())
      for (const flow of now(way).flows.values()) {
        const node = now(way).nodes.get(flow.to);
        if (flow.from !== id || flow.kind !== 'normal' || !node || node.type === 'join') continue;
        if (found.includes(flow.to)) continue;
        found.push(flow.to);
        open.push(flow.to);
      }
    const steps = ofType(now(way).nodes, found, 'step');
    return steps.length < 2 ? [] : [words.parallel(steps.map((id) => nameNow(way, id)))];
  });
}

/** How the share of a flow changes: of returns, of repeats, of the way on where no bypass says it. */
function flowSentence(way: Way, before: Flow | undefined, after: Flow | undefined): string[] {
  const flow = after ?? before;
  if (!flow) return [];
  const [from, to] = [nameNow(way, flow.from), nameNow(way, flow.to)];
  const turn = turnOf(before?.share, after?.share, shortShare);
  const isSame = turn.before === turn.after;
  if (flow.kind === 'rework') {
    if (!after) return [words.returnsGone(from, to)];
    if (!before) return [words.returnsNew(from, to, turn.after)];
    const reason = (after.label ?? '') === '' ? null : (after.label ?? null);
    return isSame ? [] : [words.returns(from, to, reason, turn)];
  }
  if (!before || !after || isSame) return [];
  return flow.kind === 'iteration' ? [words.repeats(from, to, turn)] : [words.share(from, to, turn)];
}

const isMoving = (flow: Flow | undefined): boolean => flow?.kind === 'rework' || flow?.kind === 'iteration';

function flowSentences(way: Way, isExplained: boolean): string[] {
  const touched = new Set([...way.gone, ...way.fresh]);
  const flows = way.group.about.flatMap((id) => {
    const [before, after] = [then(way).flows.get(id), now(way).flows.get(id)];
    const ends = before ?? after;
    if (!ends || touched.has(ends.from) || touched.has(ends.to)) return [];
    return [{ before, after }];
  });
  const back = flows.filter(({ before, after }) => isMoving(after ?? before));
  const said = back.flatMap(({ before, after }) => flowSentence(way, before, after));
  if (isExplained || said.length > 0) return said;
  return flows
    .filter(({ before, after }) => !isMoving(after ?? before))
    .flatMap(({ before, after }) => flowSentence(way, before, after));
}

function inOrder(ids: readonly string[], telling: Telling): string[] {
  const place = new Map(
    [telling.old, telling.now].flatMap((graph) =>
      rankNodes(graph).ordered.map(({ id }, at) => [id, at] as const),
    ),
  );
  return [...ids].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

function wayOf(telling: Telling, group: ChangeGroup): Way {
  const { matched } = telling.between;
  const alone = { ...matched, now: group.apply(matched.old) };
  const nodes = inOrder(
    group.about.filter((id) => matched.old.nodes.has(id) || matched.now.nodes.has(id)),
    telling,
  );
  const bypasses = bypassesOf(alone).map((each) => ({ ...each, skipped: inOrder(each.skipped, telling) }));
  return {
    telling,
    group,
    gone: nodes.filter((id) => !matched.now.nodes.has(id)),
    fresh: nodes.filter((id) => !matched.old.nodes.has(id)),
    bypasses,
  };
}

/** What a change of the way is, in sentences: who skips what, what is taken out, merged, added, done in parallel, and how returns change. */
export function waySentences(telling: Telling, group: ChangeGroup): string[] {
  const way = wayOf(telling, group);
  const main = [
    ...way.bypasses.map((bypass) => bypassSentence(way, bypass)),
    ...stepSentences(way),
    ...parallelSentences(way),
  ];
  const said = [...main, ...flowSentences(way, main.length > 0)];
  if (said.length > 0) return said;
  const others = way.fresh.map((id) => {
    const node = now(way).nodes.get(id);
    return words.addedOther(inspectorText.nodeTypes[node?.type ?? 'step'], node?.name ?? '');
  });
  if (others.length > 0) return others;
  const ends = group.about.flatMap((id) => {
    const flow = now(way).flows.get(id) ?? then(way).flows.get(id);
    return flow ? [flow.from, flow.to] : [id];
  });
  return [words.rewired(inOrder([...new Set(ends)], telling).map((id) => nameNow(way, id)))];
}

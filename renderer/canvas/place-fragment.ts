import { fragments } from '../../shared/catalogue/itil4/fragments/fragments';
import type { Fragment } from '../../shared/catalogue/itil4/fragments/fragment-type';
import { type FragmentTarget, insertFragment } from '../../shared/commands/insert-fragment';
import { together } from '../../shared/commands/together';
import { boxRoundAll, overlaps } from '../../shared/layout/geometry';
import { columnGap, rowGap } from '../../shared/layout/sizes';
import type { Box } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import { lookUp, onlyExitOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { type Derived, derivedNow } from '../derive';
import { makeId } from '../make-id';
import { dispatch, notify, select, undoLast, useApp } from '../store';
import { fragmentMap } from './fragment-map';
import { centred, roomFor, type Target } from './placing';
import { viewControl } from './viewport';

const words = en.library;

/** The steps as they stand to each other, so that the way into the first one begins at a point. */
function placesFrom(fragment: Fragment, left: number, middle: number): Map<string, Position> {
  const boxes = fragmentMap(fragment)?.boxes ?? new Map<string, Box>();
  const entry = boxes.get(fragment.entry);
  if (!entry) return new Map();
  const around = boxRoundAll([...boxes.values()]);
  const by = { x: left - around.x, y: middle - entry.y - entry.height / 2 };
  return new Map(
    [...boxes].map(([key, box]) => [
      key,
      centred({ x: box.x + box.width / 2 + by.x, y: box.y + box.height / 2 + by.y }),
    ]),
  );
}

const widthOf = (fragment: Fragment): number =>
  boxRoundAll([...(fragmentMap(fragment)?.boxes.values() ?? [])]).width;

/** The same places, as far down as needed to cover nothing. */
function freePlaces(
  derived: Derived,
  fragment: Fragment,
  left: number,
  middle: number,
): Map<string, Position> {
  const own = fragmentMap(fragment)?.boxes ?? new Map<string, Box>();
  const taken = [...derived.layout.boxes.values()];
  for (let down = 0; down < 60; down += 1) {
    const places = placesFrom(fragment, left, middle + down * rowGap);
    const isFree = [...places].every(([key, at]) => {
      const size = own.get(key);
      const box = size && { ...size, x: at.x - size.width / 2, y: at.y - size.height / 2 };
      return !box || taken.every((other) => !overlaps(box, other, rowGap / 2));
    });
    if (isFree) return places;
  }
  return placesFrom(fragment, left, middle);
}

/** The demand and the value of a map on which nothing else stands yet. */
function bareEnds({ graph }: Derived): { start: string; end: string } | null {
  const of = (type: 'start' | 'end'): string[] =>
    graph.nodes.filter((node) => node.type === type).map(({ id }) => id);
  const [[start, ...starts], [end, ...ends]] = [of('start'), of('end')];
  const isBare = graph.flows.length === 0 && starts.length + ends.length === 0;
  return isBare && start !== undefined && end !== undefined ? { start, end } : null;
}

function targetOf(derived: Derived, target: Target): FragmentTarget {
  if (target.kind === 'flow') return { kind: 'flow', flow: target.id };
  if (target.kind === 'canvas') return { kind: 'free' };
  const exit = onlyExitOf(derived.graph, target.id);
  if (exit) return { kind: 'flow', flow: exit.id };
  const bare = bareEnds(derived);
  return bare?.start === target.id
    ? { kind: 'after', node: target.id, before: bare.end }
    : { kind: 'after', node: target.id };
}

interface Spot {
  readonly positions?: ReadonlyMap<string, Position>;
  readonly room?: ReturnType<typeof roomFor>;
}

/** Where the steps stand: where the layout chose the places round about, it chooses these too. */
function spotFor(derived: Derived, fragment: Fragment, at: Position, target: FragmentTarget): Spot {
  const { graph, layout } = derived;
  if (target.kind === 'free') return { positions: freePlaces(derived, fragment, at.x, at.y) };
  const { flows } = useApp.getState().history.project;
  const flow = target.kind === 'flow' ? lookUp(flows, target.flow) : undefined;
  const ends = target.kind === 'flow' ? [flow?.from, flow?.to] : [target.node, target.before];
  const isByHand = ends.some((id) => id !== undefined && graph.node.get(id)?.position !== undefined);
  const box = layout.boxes.get(ends[0] ?? '');
  if (!isByHand || !box) return {};
  const [right, middle] = [box.x + box.width, box.y + box.height / 2];
  if (target.kind === 'after' && target.before === undefined)
    return { positions: freePlaces(derived, fragment, right + columnGap, middle) };
  // What the flow led to stands after the steps, also where it began before the end of its source.
  const next = layout.boxes.get(ends[1] ?? '');
  const from = next !== undefined && next.x > box.x ? Math.min(right, next.x) : right;
  const room = roomFor(derived, from, widthOf(fragment) + 2 * columnGap);
  return { positions: placesFrom(fragment, right + columnGap, middle), room };
}

/** Puts the steps of a fragment down: on free canvas, into a flow, or after a node. */
export function placeFragment(id: string, target: Target): void {
  const derived = derivedNow();
  const fragment = fragments.find((each) => each.id === id);
  if (!derived || !fragment) return;
  const where = targetOf(derived, target);
  const { positions, room } = spotFor(derived, fragment, target.at, where);
  const place = { map: derived.graph.id, fragment, target: where };
  const insert = insertFragment(positions ? { ...place, positions } : place, makeId);
  if (dispatch(room ? together(insert, room) : insert) !== null) return;
  select(insert.made);
  requestAnimationFrame(() => viewControl()?.show(insert.made));
  notify(words.placed(fragment.name, fragment.steps.length), 'plain', { title: words.undo, run: undoLast });
}

/** Puts a fragment after the selected node or into the selected flow, on a bare map between demand and value, else on a free spot below. */
export function placeFragmentByKey(id: string): void {
  const derived = derivedNow();
  if (!derived) return;
  const { selection } = useApp.getState();
  const [only] = selection;
  const node = selection.length === 1 ? derived.graph.node.get(only ?? '') : undefined;
  const { x, y, height } = derived.layout.bounds;
  const bare = selection.length === 0 ? bareEnds(derived) : null;
  if (bare) placeFragment(id, { kind: 'node', id: bare.start, at: { x, y } });
  else if (node && node.type !== 'end' && node.type !== 'note' && node.type !== 'burst')
    placeFragment(id, { kind: 'node', id: node.id, at: { x, y } });
  else if (only !== undefined && derived.graph.flows.some((flow) => flow.id === only))
    placeFragment(id, { kind: 'flow', id: only, at: { x, y } });
  else placeFragment(id, { kind: 'canvas', at: { x, y: y + height + rowGap } });
}

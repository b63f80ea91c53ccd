import { create } from 'zustand';
import type { Position } from '../../shared/model/project';
import type { NewNode } from '../../shared/commands/nodes';
import { laneField } from '../../shared/layout/lanes';
import type { Party } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { type Derived, derivedNow } from '../derive';
import type { ElementKind } from '../app-state';
import { useApp } from '../store';
import { MenuAt, type MenuEntry } from '../ui/menu';
import { endOf } from './block-ends';
import { placeNext } from './placing';
import { viewControl } from './viewport';

/** A flow that was let go over free canvas. */
interface Drop {
  readonly from: string;
  /** The point of the map, and of the window. */
  readonly at: Position;
  readonly x: number;
  readonly y: number;
}

const useDrop = create<{ drop: Drop | null }>()(() => ({ drop: null }));

/** Asks what a flow leads to that was let go over free canvas. */
export function askWhatFollows(drop: Drop): void {
  useDrop.setState({ drop });
}

/** The fields that put a step into a lane; null where a lane is of nobody. */
function fieldsOf(derived: Derived, lane: string): Partial<NewNode> | null {
  const field = laneField(derived.lanes);
  if (field === null || lane === '' || lane.startsWith(':')) return null;
  if (field === 'party') return { party: lane as Party };
  if (field === 'practices') return { practices: { [lane]: 1 } };
  if (field === 'role' && !derived.graph.roles.has(lane)) return null;
  return { [field]: lane };
}

function entriesFor(drop: Drop, derived: Derived): MenuEntry[] {
  const make = (id: ElementKind, fields?: Partial<NewNode>) => (): void =>
    placeNext(endOf(drop.from, 'exit'), { kind: 'element', id }, { at: drop.at, ...(fields && { fields }) });
  const lanes = derived.layout.lanes.flatMap((lane): MenuEntry[] => {
    const fields = fieldsOf(derived, lane.id);
    if (fields === null) return [];
    return [{ id: `lane-${lane.id}`, title: en.canvas.drop.inLane(lane.name), run: make('step', fields) }];
  });
  return [
    { id: 'step', title: en.canvas.drop.step, run: make('step') },
    { id: 'decision', title: en.canvas.drop.decision, run: make('decision') },
    { id: 'end', title: en.canvas.drop.end, run: make('end') },
    ...(lanes.length > 0 ? [null, ...lanes] : []),
  ];
}

/** The choice of what follows, where a flow was let go over free canvas. */
export function DropMenu(): React.JSX.Element | null {
  const drop = useDrop((state) => state.drop);
  const derived = derivedNow();
  if (!drop || !derived) return null;
  return (
    <MenuAt
      at={drop}
      label={en.canvas.drop.title}
      entries={entriesFor(drop, derived)}
      onClose={() => {
        useDrop.setState({ drop: null });
        requestAnimationFrame(() => {
          if (useApp.getState().renaming === null) viewControl()?.focus(drop.from);
        });
      }}
    />
  );
}

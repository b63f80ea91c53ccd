import { useRef } from 'react';
import { findLane } from './lane-target';
import { select, useApp } from '../store';
import { type MenuEntry, WithContextMenu } from '../ui/menu';
import { menuEntries } from '../actions/menus';
import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { derivedNow } from '../derive';
import styles from './canvas.module.css';
import { placeItem } from './placing';

type Ids = readonly (ActionId | null)[];

const clipboard: Ids = ['edit.duplicate', 'edit.cut', 'edit.copy', 'edit.delete'];

const forStep: Ids = [
  'insert.next',
  'tool.connect',
  'insert.queue',
  'node.burst',
  null,
  'value.va',
  'value.nnva',
  'value.nva',
  null,
  'convert.decision',
  'convert.control',
  null,
  'group.make',
  'group.dissolve',
  null,
  'edit.rename',
  ...clipboard,
];
const forOther: Ids = [
  'insert.next',
  'tool.connect',
  'node.burst',
  null,
  'convert.step',
  'convert.decision',
  'convert.fork',
  'convert.join',
  'convert.control',
  null,
  'edit.rename',
  ...clipboard,
];
const forTerminal: Ids = ['insert.next', 'tool.connect', null, 'edit.rename', ...clipboard];
const forRemark: Ids = ['edit.rename', ...clipboard];
const forGroup: Ids = ['group.fold', 'group.inside', 'group.dissolve', null, 'edit.rename', ...clipboard];
const forMany: Ids = [
  'group.make',
  'group.dissolve',
  null,
  'arrange.left',
  'arrange.centre',
  'arrange.right',
  'arrange.top',
  'arrange.middle',
  'arrange.bottom',
  'arrange.across',
  'arrange.down',
  null,
  'value.va',
  'value.nnva',
  'value.nva',
  null,
  ...clipboard,
];
const forFlow: Ids = ['insert.step', 'insert.decision', 'insert.queue', 'tool.connect', null, 'edit.delete'];
const forCanvas: Ids = [
  'insert.step',
  'insert.decision',
  'insert.note',
  'insert.burst',
  'insert.quick',
  null,
  'edit.paste',
  'edit.selectAll',
  null,
  'tool.room',
  'map.tidy',
  'view.fit',
  'group.outside',
];
const forLane: Ids = [
  'view.lanesRole',
  'view.lanesTeam',
  'view.lanesPractice',
  'view.lanesActivity',
  'view.lanesParty',
  'view.lanesNone',
];

/** What the menu of the selection offers. */
function idsForSelection(): Ids {
  const { selection, history } = useApp.getState();
  const { nodes, flows, groups } = history.project;
  const [first] = selection;
  if (first === undefined) return forCanvas;
  if (selection.length > 1) return forMany;
  if (Object.hasOwn(flows, first)) return forFlow;
  if (Object.hasOwn(groups, first)) return forGroup;
  const type = Object.hasOwn(nodes, first) ? nodes[first]?.type : undefined;
  if (type === 'step') return forStep;
  if (type === 'note' || type === 'burst') return forRemark;
  return type === 'start' || type === 'end' ? forTerminal : forOther;
}

function laneEntries(id: string): MenuEntry[] {
  const lane = findLane(id);
  const derived = derivedNow();
  if (!lane || !derived) return menuEntries(forLane);
  const { bounds } = derived.layout;
  const at = { x: bounds.x + bounds.width / 2, y: lane.y + lane.height / 2 };
  return [
    {
      id: 'lane.step',
      title: en.canvas.addInLane(lane.name),
      run: () => placeItem({ kind: 'element', id: 'step' }, { kind: 'canvas', at }),
    },
    null,
    ...menuEntries(forLane),
  ];
}

/** The menu at the pointer, or with Shift+F10 at what has the focus: of the node, the flow, the group, the lane, of several, or of the canvas. */
export function CanvasMenu(props: { children: React.ReactNode }): React.JSX.Element {
  const lane = useRef<string | null>(null);
  return (
    <WithContextMenu
      className={styles.menuArea}
      onOpen={(target) => {
        if (!(target instanceof Element)) return;
        const id =
          target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ??
          target.closest<SVGElement>('[data-flow-id]')?.dataset['flowId'] ??
          target.closest<HTMLElement>('[data-group-id]')?.dataset['groupId'];
        lane.current = target.closest<HTMLElement>('[data-lane-id]')?.dataset['laneId'] ?? null;
        const { selection } = useApp.getState();
        if (id === undefined) select([]);
        else if (!selection.includes(id)) select([id]);
      }}
      entries={() => (lane.current === null ? menuEntries(idsForSelection()) : laneEntries(lane.current))}
    >
      {props.children}
    </WithContextMenu>
  );
}

/** The menu key on the canvas itself, where a flow or a group is selected: their menu opens in their middle. */
export function menuByKey(event: React.MouseEvent): void {
  if (event.target !== event.currentTarget) return;
  const [id] = useApp.getState().selection;
  const name = id === undefined ? '' : CSS.escape(id);
  const target =
    (id === undefined
      ? null
      : event.currentTarget.querySelector(
          `[data-flow-id="${name}"] path:last-child, [data-group-id="${name}"], .react-flow__node[data-id="${name}"]`,
        )) ?? event.currentTarget.querySelector('.react-flow__pane');
  if (!target) return;
  event.preventDefault();
  const box = target.getBoundingClientRect();
  target.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: box.x + box.width / 2,
      clientY: box.y + box.height / 2,
    }),
  );
}

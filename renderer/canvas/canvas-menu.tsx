import { select, useApp } from '../store';
import { WithContextMenu } from '../ui/menu';
import { menuEntries } from '../actions/menus';
import type { ActionId } from '../../shared/text/actions';
import styles from './canvas.module.css';

const forNode: readonly (ActionId | null)[] = [
  'insert.next',
  'tool.connect',
  'insert.queue',
  null,
  'value.va',
  'value.nnva',
  'value.nva',
  null,
  'edit.rename',
  'edit.duplicate',
  'edit.cut',
  'edit.copy',
  'edit.delete',
];
const forFlow: readonly (ActionId | null)[] = [
  'insert.step',
  'insert.decision',
  'insert.queue',
  null,
  'edit.delete',
];
const forCanvas: readonly (ActionId | null)[] = [
  'insert.step',
  'insert.decision',
  'insert.note',
  'insert.burst',
  null,
  'edit.paste',
  'edit.selectAll',
  null,
  'map.tidy',
  'view.fit',
];

/** The menu at the pointer: of the node, of the flow, or of the canvas. */
export function CanvasMenu(props: { children: React.ReactNode }): React.JSX.Element {
  return (
    <WithContextMenu
      className={styles.menuArea}
      onOpen={(target) => {
        if (!(target instanceof Element)) return;
        const id =
          target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ??
          target.closest<SVGElement>('[data-flow-id]')?.dataset['flowId'];
        const { selection } = useApp.getState();
        if (id === undefined) select([]);
        else if (!selection.includes(id)) select([id]);
      }}
      entries={() => {
        const { selection, history } = useApp.getState();
        const [first] = selection;
        if (first === undefined) return menuEntries(forCanvas);
        return menuEntries(Object.hasOwn(history.project.flows, first) ? forFlow : forNode);
      }}
    >
      {props.children}
    </WithContextMenu>
  );
}

import { useStore, ViewportPortal } from '@xyflow/react';
import { Copy, Ellipsis, Pencil, Spline, Trash2 } from 'lucide';
import type { Box, MapLayout } from '../../shared/layout/types';
import { lookUp } from '../../shared/model/queries';
import { type ValueClass, valueClasses } from '../../shared/model/value-sets';
import type { ActionId } from '../../shared/text/actions';
import { en } from '../../shared/text/en';
import { keysText } from '../actions/action';
import { menuEntries } from '../actions/menus';
import { actionOf } from '../actions/registry';
import { useApp } from '../store';
import { IconButton } from '../ui/button';
import { Icon, type IconNode } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import styles from './canvas.module.css';
import { setValueClass } from './value-class';
import { coveredWidth } from './viewport';

function ValueButtons(props: { ids: readonly string[]; value: ValueClass | undefined }): React.JSX.Element {
  return (
    <>
      {valueClasses.map((value) => (
        <button
          key={value}
          type="button"
          className={styles.valueButton}
          data-value={value}
          aria-pressed={props.value === value}
          aria-label={en.inspector.valueNames[value]}
          title={en.inspector.valueNames[value]}
          onClick={() => setValueClass(props.ids, props.value === value ? undefined : value)}
        >
          {value}
        </button>
      ))}
      <span className={styles.toolLine} />
    </>
  );
}

function ToolButton(props: { id: ActionId; icon: IconNode }): React.JSX.Element {
  const action = actionOf(props.id);
  const [keys] = action.keys ?? [];
  return (
    <IconButton
      icon={props.icon}
      size={14}
      label={en.actions.titles[props.id]}
      keys={keys === undefined ? undefined : keysText(keys)}
      onPress={action.run}
    />
  );
}

function Tools(props: { selection: readonly string[] }): React.JSX.Element {
  const nodes = useApp((state) => state.history.project.nodes);
  const chosen = props.selection.flatMap((id) => lookUp(nodes, id) ?? []);
  const [first] = chosen;
  const value = chosen.every((node) => node.value === first?.value) ? first?.value : undefined;
  return (
    <>
      {chosen.every((node) => node.type === 'step') && <ValueButtons ids={props.selection} value={value} />}
      {chosen.length === 1 && <ToolButton id="edit.rename" icon={Pencil} />}
      {chosen.length === 1 && <ToolButton id="tool.connect" icon={Spline} />}
      <ToolButton id="edit.duplicate" icon={Copy} />
      <ToolButton id="edit.delete" icon={Trash2} />
      <MenuButton
        label={en.shell.more}
        className={styles.moreButton}
        face={<Icon of={Ellipsis} size={15} />}
        entries={menuEntries([
          'insert.next',
          'insert.queue',
          null,
          'edit.cut',
          'edit.copy',
          'view.fitSelection',
        ])}
      />
    </>
  );
}

/** Room that the tools take, pixels: half their width, their height with the gap to the node. */
const halfWidth = 150;
const needed = 56;

/** Where the tools float: above the middle of the boxes (below where there is no room), inside the window, of the same size at every zoom. */
function placeTools(
  boxes: readonly Box[],
  [x, y, zoom]: readonly [number, number, number],
  width: number,
): string {
  const left = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const top = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const seen = ((left + right) / 2) * zoom + x;
  const middle = (Math.max(halfWidth, Math.min(width - halfWidth, seen)) - x) / zoom;
  const isBelow = top * zoom + y < needed;
  const at = `translate(${String(middle)}px, ${String(isBelow ? bottom : top)}px)`;
  return `${at} scale(${String(1 / zoom)}) translate(-50%, ${isBelow ? '44px' : 'calc(-100% - 16px)'})`;
}

/** The tools that float at the selected nodes. */
export function ContextToolbar(props: { layout: MapLayout; isHidden: boolean }): React.JSX.Element | null {
  const selection = useApp((state) => state.selection);
  const isBusy = useApp((state) => state.renaming !== null || state.tool.kind !== 'select');
  const transform = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const boxes = selection.flatMap((id) => props.layout.boxes.get(id) ?? []);
  if (props.isHidden || isBusy || boxes.length === 0) return null;
  return (
    <ViewportPortal>
      <div
        className={`${styles.tools ?? ''} nodrag nopan`}
        role="toolbar"
        aria-label={en.canvas.stepTools}
        style={{ transform: placeTools(boxes, transform, width - coveredWidth()) }}
      >
        <Tools selection={selection} />
      </div>
    </ViewportPortal>
  );
}

import { ViewportPortal, useStore } from '@xyflow/react';
import { Copy, Ellipsis, Pencil, Spline, Trash2 } from 'lucide';
import type { MapLayout } from '../../shared/layout/types';
import { lookUp } from '../../shared/model/queries';
import { type ValueClass, valueClasses } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { menuEntries } from '../actions/menus';
import { actionOf } from '../actions/registry';
import { useApp } from '../store';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import styles from './canvas.module.css';
import { setValueClass } from './value-class';

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

/** The tools that float above the selected nodes. */
export function ContextToolbar(props: { layout: MapLayout; isHidden: boolean }): React.JSX.Element | null {
  const selection = useApp((state) => state.selection);
  const nodes = useApp((state) => state.history.project.nodes);
  const isBusy = useApp((state) => state.renaming !== null || state.tool.kind !== 'select');
  const zoom = useStore((state) => state.transform[2]);
  const boxes = selection.flatMap((id) => props.layout.boxes.get(id) ?? []);
  if (props.isHidden || isBusy || boxes.length === 0) return null;
  const chosen = selection.flatMap((id) => lookUp(nodes, id) ?? []);
  const isSteps = chosen.every((node) => node.type === 'step');
  const [first] = chosen;
  const value = chosen.every((node) => node.value === first?.value) ? first?.value : undefined;
  const left = Math.min(...boxes.map((box) => box.x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const top = Math.min(...boxes.map((box) => box.y));
  const run = (id: Parameters<typeof actionOf>[0]) => () => actionOf(id).run();
  const { titles } = en.actions;
  return (
    <ViewportPortal>
      <div
        className={`${styles.tools ?? ''} nodrag nopan`}
        role="toolbar"
        aria-label={en.canvas.stepTools}
        style={{ transform: `translate(${String((left + right) / 2)}px, ${String(top)}px) scale(${String(1 / zoom)}) translate(-50%, calc(-100% - 16px))` }}
      >
        {isSteps && <ValueButtons ids={selection} value={value} />}
        {selection.length === 1 && <IconButton icon={Pencil} size={14} label={titles['edit.rename']} keys="F2" onPress={run('edit.rename')} />}
        {selection.length === 1 && <IconButton icon={Spline} size={14} label={titles['tool.connect']} keys="C" onPress={run('tool.connect')} />}
        <IconButton icon={Copy} size={14} label={titles['edit.duplicate']} keys="Ctrl D" onPress={run('edit.duplicate')} />
        <IconButton icon={Trash2} size={14} label={titles['edit.delete']} keys="Del" onPress={run('edit.delete')} />
        <MenuButton
          label={en.shell.more}
          className={styles.moreButton}
          face={<Icon of={Ellipsis} size={15} />}
          entries={menuEntries(['insert.next', 'insert.queue', null, 'edit.cut', 'edit.copy', 'view.fitSelection'])}
        />
      </div>
    </ViewportPortal>
  );
}

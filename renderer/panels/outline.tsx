import { lookUp } from '../../shared/model/queries';
import { flowKinds } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { keysText } from '../actions/action';
import { useDerived } from '../derive';
import { showInTable } from '../pages/table/grid-edits';
import { goToElements } from '../pages/go-to';
import { select, showPage, useApp } from '../store';
import { type MenuEntry, WithContextMenu } from '../ui/menu';
import { addBeside, kindHere, moveHere, openInInspector, removeHere } from './outline-actions';
import { OutlineFlows } from './outline-flows';
import { editInOutline, focusInOutline, useOutline } from './outline-state';
import { OutlineTree } from './outline-tree';
import styles from './outline.module.css';

const { menu, ...words } = en.outline;

/** The row whose menu was opened. */
let asked: string | null = null;

function item(id: string, title: string, run: () => void, keys?: string): MenuEntry {
  return { id, title, run, ...(keys === undefined ? {} : { keys: keysText(keys) }) };
}

/** Opens a field once the menu has given the focus back. */
const later = (act: () => void) => (): void => void setTimeout(act, 60);

function nodeEntries(id: string): MenuEntry[] {
  return [
    item('edit', menu.edit, () => openInInspector(id), 'Enter'),
    item(
      'rename',
      menu.rename,
      later(() => editInOutline({ kind: 'rename', id })),
      'F2',
    ),
    item(
      'after',
      menu.addAfter,
      later(() => addBeside(id, 'after')),
      'Insert',
    ),
    item(
      'before',
      menu.addBefore,
      later(() => addBeside(id, 'before')),
      'Shift+Insert',
    ),
    item(
      'connect',
      menu.connect,
      later(() => editInOutline({ kind: 'connect', id })),
      '>',
    ),
    null,
    item('earlier', menu.earlier, () => moveHere(id, -1), 'Alt+ArrowUp'),
    item('later', menu.later, () => moveHere(id, 1), 'Alt+ArrowDown'),
    null,
    item('map', menu.show, () => goToElements([id])),
    item('table', menu.table, () => {
      showPage('table');
      showInTable(id);
    }),
    null,
    item('remove', menu.remove, () => removeHere(id), 'Delete'),
  ];
}

function flowEntries(id: string): MenuEntry[] {
  const flow = lookUp(useApp.getState().history.project.flows, id);
  if (!flow) return [];
  const goTo = (node: string) => (): void => {
    select([node]);
    focusInOutline(node);
  };
  return [
    item('edit', menu.edit, () => openInInspector(id), 'Enter'),
    item(
      'share',
      menu.share,
      later(() => editInOutline({ kind: 'share', id })),
      'F2',
    ),
    item(
      'label',
      menu.label,
      later(() => editInOutline({ kind: 'label', id })),
    ),
    null,
    ...flowKinds.map((kind) => ({
      id: kind,
      title: menu.kind(en.inspector.flowKinds[kind]),
      isOn: flow.kind === kind,
      run: () => kindHere(id, kind),
    })),
    null,
    item('from', menu.goFrom, goTo(flow.from)),
    item('to', menu.goTo, goTo(flow.to)),
    item('map', menu.show, () => goToElements([id])),
    null,
    item('remove', menu.remove, () => removeHere(id), 'Delete'),
  ];
}

function entries(): readonly MenuEntry[] {
  const { project } = useApp.getState().history;
  if (asked === null) return [];
  return lookUp(project.flows, asked) ? flowEntries(asked) : nodeEntries(asked);
}

/** The map as a tree and a list of flows: everything that the canvas can do, for keyboard and screen reader. */
export function Outline(): React.JSX.Element | null {
  const derived = useDerived();
  if (!derived) return null;
  return (
    <WithContextMenu
      className={styles.outline}
      entries={entries}
      onOpen={(target) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-outline]') : null;
        asked = row?.dataset['outline'] ?? useOutline.getState().current;
        if (asked !== null) select([asked]);
      }}
    >
      {derived.graph.nodes.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      <OutlineTree derived={derived} />
      <OutlineFlows derived={derived} />
      <p className={styles.help}>{words.help}</p>
    </WithContextMenu>
  );
}

import { ArrowDown, ArrowUp, ClipboardPaste, Copy, Maximize2, MapPinned, Plus, Trash2 } from 'lucide';
import { en } from '../../../shared/text/en';
import { useDerived } from '../../derive';
import { keysText } from '../../actions/action';
import { showPage, useApp } from '../../store';
import { Icon, type IconNode } from '../../ui/icon';
import { IconButton } from '../../ui/button';
import { type MenuEntry, WithContextMenu } from '../../ui/menu';
import { goToElements } from '../go-to';
import { ChooseColumns } from './choose-columns';
import { copyCells, copyTable } from './grid-clipboard';
import { GridOrHint } from './grid';
import { addRow, clearCells, deleteRows, fillCells, moveRow } from './grid-edits';
import { cellId, useGrid } from './grid-state';
import { pasteTable } from './paste-target';
import styles from './table.module.css';

const { tools, ...words } = en.stepTable;

function Tool(props: {
  icon: IconNode;
  title: string;
  keys?: string;
  isDisabled?: boolean;
  onPress: () => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className={styles.tool}
      title={props.keys === undefined ? props.title : `${props.title} (${keysText(props.keys)})`}
      disabled={props.isDisabled === true}
      onClick={props.onPress}
    >
      <Icon of={props.icon} size={14} />
      {props.title}
    </button>
  );
}

function currentNode(): string | null {
  return useGrid.getState().cursor?.node ?? null;
}

function RowTools(): React.JSX.Element {
  const hasCursor = useGrid((state) => state.cursor !== null);
  return (
    <>
      <Tool icon={Plus} title={tools.add} keys="Insert" onPress={() => addRow()} />
      <IconButton
        icon={ArrowUp}
        size={15}
        label={tools.up}
        keys={keysText('Alt+ArrowUp')}
        isDisabled={!hasCursor}
        onPress={() => moveRow(-1)}
      />
      <IconButton
        icon={ArrowDown}
        size={15}
        label={tools.down}
        keys={keysText('Alt+ArrowDown')}
        isDisabled={!hasCursor}
        onPress={() => moveRow(1)}
      />
      <IconButton
        icon={Trash2}
        size={15}
        label={tools.remove}
        keys={keysText('$mod+Minus')}
        isDisabled={!hasCursor}
        onPress={deleteRows}
      />
    </>
  );
}

const show = (node: string | null): void => goToElements(node === null ? [] : [node]);

function entries(): readonly MenuEntry[] {
  const node = currentNode();
  const item = (id: string, title: string, run: () => void, keys?: string): MenuEntry => ({
    id,
    title,
    run,
    isDisabled: node === null,
    ...(keys === undefined ? {} : { keys: keysText(keys) }),
  });
  return [
    item('copy', tools.copy, () => copyCells(null), '$mod+KeyC'),
    item('fill-down', tools.fillDown, () => fillCells('down'), '$mod+KeyD'),
    item('fill-right', tools.fillRight, () => fillCells('right'), '$mod+KeyR'),
    item('clear', tools.clear, clearCells, 'Delete'),
    null,
    item('add', tools.add, () => addRow(), 'Insert'),
    item('before', en.outline.menu.addBefore, () => addRow('before')),
    item('up', tools.up, () => moveRow(-1), 'Alt+ArrowUp'),
    item('down', tools.down, () => moveRow(1), 'Alt+ArrowDown'),
    item('remove', tools.remove, deleteRows, '$mod+Minus'),
    null,
    item('map', tools.showOnMap, () => show(node)),
    item('copy-table', tools.copyTable, copyTable),
    item('paste-table', tools.pasteTable, () => pasteTable()),
  ];
}

/** Why the cell of the cursor was not understood, else how the table is worked with. */
function Advice(): React.JSX.Element {
  const cursor = useGrid((state) => state.cursor);
  const bad = useGrid((state) => state.bad);
  const problem = cursor && bad.get(cellId(cursor.node, cursor.column));
  return (
    <p className={styles.advice} data-bad={problem !== null && problem !== undefined}>
      {problem ? words.said.bad(problem.sentence) : words.hint}
    </p>
  );
}

/** The step table with its tools: on its page, or in the lower panel with a way to the page. */
export function StepTable(props: { isPage: boolean }): React.JSX.Element {
  const hasCursor = useGrid((state) => state.cursor !== null);
  const graph = useDerived()?.graph;
  const mapId = useApp((state) => state.mapId);
  const steps = graph?.nodes.filter(({ type }) => type === 'step').length ?? 0;
  return (
    <div className={styles.table} data-page={props.isPage}>
      <div className={styles.tools} role="group" aria-label={tools.label}>
        {props.isPage && (
          <div className={styles.titles}>
            <h1 className={styles.title}>{words.title}</h1>
            <span className={styles.summary}>{words.summary(steps, graph?.flows.length ?? 0)}</span>
          </div>
        )}
        <RowTools />
        <Tool
          icon={MapPinned}
          title={tools.showOnMap}
          isDisabled={!hasCursor}
          onPress={() => show(currentNode())}
        />
        <span className={styles.gap} />
        <Tool icon={ClipboardPaste} title={tools.pasteTable} onPress={() => pasteTable()} />
        <Tool icon={Copy} title={tools.copyTable} onPress={copyTable} />
        <ChooseColumns />
        {!props.isPage && (
          <IconButton icon={Maximize2} size={14} label={tools.enlarge} onPress={() => showPage('table')} />
        )}
      </div>
      <WithContextMenu className={styles.menuArea} entries={entries}>
        <GridOrHint key={mapId} />
      </WithContextMenu>
      <Advice />
    </div>
  );
}

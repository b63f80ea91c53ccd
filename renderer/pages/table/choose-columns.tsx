import { Popover } from '@base-ui/react/popover';
import { ArrowLeft, ArrowRight, Columns3 } from 'lucide';
import { useRef } from 'react';
import { gridColumns, type GridColumnId } from '../../../shared/grid/columns';
import { en } from '../../../shared/text/en';
import { prefer, useApp } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { ClosesWithOthers } from '../../ui/close-layers';
import { Icon } from '../../ui/icon';
import { useLayer } from '../../ui/landmark';
import { shownColumns } from './grid-view';
import styles from './table.module.css';

const words = en.stepTable;

const keep = (ids: readonly GridColumnId[]): void => prefer({ tableColumns: [...ids] });

function move(ids: readonly GridColumnId[], id: GridColumnId, by: 1 | -1): void {
  const at = ids.indexOf(id);
  const other = ids[at + by];
  if (other === undefined || at + by < 1) return;
  keep(ids.map((each) => (each === id ? other : each === other ? id : each)));
}

function Line(props: { id: GridColumnId; shown: readonly GridColumnId[] }): React.JSX.Element {
  const { id, shown } = props;
  const at = shown.indexOf(id);
  const title = words.columns[id];
  return (
    <li className={styles.columnLine}>
      <CheckField
        label={title}
        value={at >= 0}
        onChange={(isShown) => {
          if (id === 'name') return;
          keep(isShown ? [...shown, id] : shown.filter((each) => each !== id));
        }}
      />
      {at >= 1 && (
        <span className={styles.columnMoves}>
          <IconButton
            icon={ArrowLeft}
            size={13}
            label={words.chooseColumns.left(title)}
            isDisabled={at === 1}
            onPress={() => move(shown, id, -1)}
          />
          <IconButton
            icon={ArrowRight}
            size={13}
            label={words.chooseColumns.right(title)}
            isDisabled={at === shown.length - 1}
            onPress={() => move(shown, id, 1)}
          />
        </span>
      )}
    </li>
  );
}

/** A button with the list of columns: which are shown, and in which order. */
export function ChooseColumns(): React.JSX.Element {
  const layer = useLayer();
  useApp((state) => state.preferences.tableColumns);
  const shown = shownColumns().map(({ id }) => id);
  const hidden = gridColumns.map(({ id }) => id).filter((id) => !shown.includes(id));
  const actions = useRef<Popover.Root.Actions | null>(null);
  return (
    <Popover.Root actionsRef={actions}>
      <Popover.Trigger className={styles.tool}>
        <Icon of={Columns3} size={14} />
        {words.tools.columns}
      </Popover.Trigger>
      <Popover.Portal container={layer}>
        <Popover.Positioner className={styles.layer} sideOffset={4} align="end">
          <Popover.Popup className={styles.popup} aria-label={words.chooseColumns.title}>
            <ClosesWithOthers actions={actions} />
            <h2 className={styles.popupTitle}>{words.chooseColumns.title}</h2>
            <ul className={styles.columnList}>
              {[...shown, ...hidden].map((id) => (
                <Line key={id} id={id} shown={shown} />
              ))}
            </ul>
            <Button kind="quiet" onPress={() => keep([])}>
              {words.chooseColumns.usual}
            </Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

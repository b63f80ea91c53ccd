import { CornerDownRight } from 'lucide';
import { memo } from 'react';
import type { Badge } from '../../../shared/analysis/present-findings';
import { type GridColumn, isEditable } from '../../../shared/grid/columns';
import type { FlowRow } from '../../../shared/grid/flow-order';
import { en } from '../../../shared/text/en';
import { Tone } from '../../panels/tone';
import { Icon } from '../../ui/icon';
import { CellEditor } from './cell-editor';
import styles from './table.module.css';
import { typeIcons } from './type-icons';

const words = en.stepTable;

/** Everything that one row shows; equal props draw it once. */
export interface RowProps {
  readonly row: FlowRow;
  readonly index: number;
  /** Which step of the stream it is, counted as the inspector counts; 0 for what is no step. */
  readonly place: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly template: string;
  readonly texts: readonly string[];
  readonly badge: Badge | undefined;
  /** Place of the column with the cursor; -1 where the cursor is in another row. */
  readonly cursor: number;
  /** The chosen columns of the row; null where it has none. */
  readonly left: number;
  readonly right: number;
  /** True where the row holds the lower end of the range, at which the fill handle stands. */
  readonly isLast: boolean;
  readonly isEditing: boolean;
  readonly isSelected: boolean;
  /** True where a fill that is being dragged would reach. */
  readonly isFilled: boolean;
  /** The column that takes the focus by Tab before the table was entered; -1 for none. */
  readonly tabStop: number;
  /** Texts that were not understood, by column id, with why. */
  readonly bad: Readonly<Record<string, { readonly text: string; readonly sentence: string }>>;
}

function CellFace(props: {
  column: GridColumn;
  text: string;
  badge: Badge | undefined;
  row: FlowRow;
}): React.JSX.Element {
  const { column, text, badge, row } = props;
  if (column.id === 'name') {
    const icon = typeIcons[row.node.type];
    return (
      <span className={styles.name} style={{ paddingLeft: Math.min(row.depth, 6) * 14 }}>
        {row.depth > 0 && (
          <span className={styles.branch}>
            <Icon of={CornerDownRight} size={12} />
          </span>
        )}
        {icon && (
          <span className={styles.glyph}>
            <Icon of={icon} size={13} />
          </span>
        )}
        <span className={styles.clip}>{text === '' ? typeName(row) : text}</span>
      </span>
    );
  }
  if (column.id === 'findings' && badge)
    return (
      <span className={styles.findings}>
        <Tone of={badge.worst} size={13} />
        {text}
      </span>
    );
  if (column.id === 'value' && text !== '')
    return (
      <span className={styles.value} data-value={text}>
        {text}
      </span>
    );
  return <span className={styles.clip}>{text}</span>;
}

function typeName({ node: { type } }: FlowRow): string {
  return type === 'step' || type === 'note' || type === 'burst' ? words.untitled : words.types[type];
}

interface CellProps {
  readonly props: RowProps;
  readonly column: GridColumn;
  readonly at: number;
}

function Cell({ props, column, at }: CellProps): React.JSX.Element {
  const { row, cursor } = props;
  const bad = props.bad[column.id];
  const text = bad?.text ?? props.texts[at] ?? '';
  const canEdit = isEditable(row.node, column);
  const isCursor = cursor === at;
  const isChosen = at >= props.left && at <= props.right;
  const title = en.stepTable.columns[column.id];
  const isEmpty = text === '';
  const name = row.node.name === '' ? typeName(row) : row.node.name;
  const label = words.cellName(title, name, isEmpty ? words.notSaid : text);
  return (
    <div
      role={column.id === 'name' ? 'rowheader' : 'gridcell'}
      aria-colindex={at + 2}
      aria-selected={isChosen}
      aria-readonly={!canEdit}
      aria-invalid={bad ? true : undefined}
      aria-label={bad ? `${label}. ${bad.sentence}` : label}
      title={bad?.sentence ?? (text.length > 18 ? text : undefined)}
      tabIndex={isCursor || props.tabStop === at ? 0 : -1}
      className={styles.cell}
      data-cell={`${row.node.id} ${column.id}`}
      data-column={column.id}
      data-number={column.isNumber}
      data-fixed={!canEdit}
      data-derived={column.kind.is === 'derived'}
      data-bad={bad !== undefined}
      data-chosen={isChosen}
      data-cursor={isCursor}
      data-fill={props.isFilled && at >= props.left && at <= props.right}
    >
      {isCursor && props.isEditing ? (
        <CellEditor column={column} label={words.cellName(title, name, '')} />
      ) : isEmpty && column.id !== 'name' ? (
        <span className={styles.nothing}>{canEdit ? words.unknown : ''}</span>
      ) : (
        <CellFace column={column} text={text} badge={props.badge} row={row} />
      )}
      {props.isLast && at === props.right && !props.isEditing && canEdit && (
        <span className={styles.handle} data-handle aria-hidden="true" title={words.fillHandle} />
      )}
    </div>
  );
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function isSame(before: RowProps, now: RowProps): boolean {
  const { texts, ...rest } = now;
  const plain = Object.entries(rest).every(([key, value]) => Object.is(before[key as keyof RowProps], value));
  return plain && sameList(before.texts, texts);
}

/** One row of the step table; drawn again only when something in it has changed. */
export const GridRow = memo(function GridRow(props: RowProps): React.JSX.Element {
  const { row, index } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ top: props.top, gridTemplateColumns: props.template }}
      data-row={row.node.id}
      data-selected={props.isSelected}
      data-type={row.node.type}
    >
      <div role="gridcell" aria-colindex={1} className={styles.number} data-row-head={index}>
        {props.place === 0 ? '' : props.place}
      </div>
      {props.columns.map((column, at) => (
        <Cell key={column.id} props={props} column={column} at={at} />
      ))}
    </div>
  );
}, isSame);

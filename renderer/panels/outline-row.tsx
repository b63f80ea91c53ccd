import { ChevronRight } from 'lucide';
import { memo } from 'react';
import type { Badge } from '../../shared/analysis/present-findings';
import { shortTime } from '../../shared/drawing/amounts';
import type { FlowRow } from '../../shared/grid/flow-order';
import type { MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { typeIcons } from '../pages/table/type-icons';
import { Icon } from '../ui/icon';
import { OutlineConnect, OutlineField } from './outline-field';
import type { OutlineEdit } from './outline-state';
import styles from './outline.module.css';
import { Tone } from './tone';

const words = en.outline;

/** Everything that a row of the outline shows. */
export interface OutlineRowProps {
  readonly row: FlowRow;
  /** What a screen reader says of it. */
  readonly label: string;
  readonly role: string;
  readonly badge: Badge | undefined;
  readonly place: number;
  readonly siblings: number;
  readonly isFolded: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly edit: OutlineEdit | null;
  /** Where a new flow can lead; only while one is being drawn from here. */
  readonly nodes: readonly WithId<MapNode>[] | null;
  readonly onFold: (id: string, isFolded: boolean) => void;
}

function typeName({ node: { type } }: FlowRow): string {
  return type === 'step' || type === 'note' || type === 'burst'
    ? en.stepTable.untitled
    : en.stepTable.types[type];
}

function Details(props: OutlineRowProps): React.JSX.Element | null {
  const { node } = props.row;
  if (node.type !== 'step') return null;
  const work = shortTime(node.processTime);
  const wait = shortTime(node.wait);
  const parts = [
    props.role === '' ? words.noRole : props.role,
    work === '' ? '' : words.works(work),
    wait === '' ? '' : words.waits(wait),
  ];
  return <span className={styles.details}>{parts.filter((part) => part !== '').join(' · ')}</span>;
}

function Marks(props: OutlineRowProps): React.JSX.Element {
  const { value } = props.row.node;
  return (
    <span className={styles.marks}>
      {value !== undefined && (
        <span className={styles.value} data-value={value}>
          {value}
        </span>
      )}
      {props.badge && props.badge.count > 0 && (
        <span className={styles.badge}>
          <Tone of={props.badge.worst} size={13} />
          {props.badge.count}
        </span>
      )}
    </span>
  );
}

/** One node in the outline; drawn again only when something in it has changed. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps): React.JSX.Element {
  const { row, edit, isFolded } = props;
  const { node } = row;
  const icon = typeIcons[node.type];
  return (
    <div
      role="treeitem"
      tabIndex={props.isCurrent ? 0 : -1}
      aria-level={row.depth + 1}
      aria-posinset={props.place}
      aria-setsize={props.siblings}
      aria-expanded={row.isBranching ? !isFolded : undefined}
      aria-selected={props.isSelected}
      aria-label={props.label}
      className={styles.row}
      data-outline={node.id}
      data-step={node.type === 'step'}
      style={{ paddingLeft: 8 + Math.min(row.depth, 8) * 14 }}
    >
      <span
        className={styles.fold}
        data-fold={row.isBranching ? String(isFolded) : undefined}
        aria-hidden="true"
        onPointerDown={(event) => {
          if (!row.isBranching) return;
          event.preventDefault();
          props.onFold(node.id, !isFolded);
        }}
      >
        {row.isBranching ? <Icon of={ChevronRight} size={13} /> : icon ? <Icon of={icon} size={13} /> : null}
      </span>
      <span className={styles.text}>
        <span className={styles.line}>
          {edit?.kind === 'rename' ? (
            <OutlineField edit={{ kind: 'rename', id: node.id }} value={node.name} />
          ) : (
            <span className={styles.name}>{node.name === '' ? typeName(row) : node.name}</span>
          )}
          <Marks {...props} />
        </span>
        <Details {...props} />
        {edit?.kind === 'connect' && props.nodes && <OutlineConnect from={node} nodes={props.nodes} />}
      </span>
    </div>
  );
});

import type { MapNode, QuantityName } from '../model/project';
import type { NodeType } from '../model/value-sets';

/** How the text of a cell is read and written. */
export type GridKind =
  | { readonly is: 'text'; readonly field: 'name' | 'note' }
  | {
      readonly is: 'quantity';
      readonly of: 'time' | 'share' | 'amount' | 'people';
      readonly field: QuantityName;
    }
  | { readonly is: 'choice'; readonly field: 'kind' | 'automation' | 'party' }
  | { readonly is: 'type' | 'activity' | 'practices' | 'role' | 'team' | 'value' | 'systems' | 'next' }
  | { readonly is: 'derived' };

/** Id of a column of the step table. */
export type GridColumnId =
  | 'name'
  | 'type'
  | 'activity'
  | 'practices'
  | 'role'
  | 'team'
  | 'party'
  | 'processTime'
  | 'wait'
  | 'completeAccurate'
  | 'value'
  | 'crew'
  | 'batch'
  | 'changeover'
  | 'wip'
  | 'kind'
  | 'automation'
  | 'systems'
  | 'next'
  | 'note'
  | 'findings'
  | 'visits'
  | 'clockTime'
  | 'clockShare';

/** A column of the step table as a grid. */
export interface GridColumn {
  readonly id: GridColumnId;
  readonly kind: GridKind;
  /** Pixels. */
  readonly width: number;
  readonly isNumber: boolean;
}

const column = (id: GridColumnId, kind: GridKind, width: number, isNumber = false): GridColumn => ({
  id,
  kind,
  width,
  isNumber,
});

const time = (field: QuantityName): GridKind => ({ is: 'quantity', of: 'time', field });

/** Every column in its usual order. */
export const gridColumns: readonly GridColumn[] = [
  column('name', { is: 'text', field: 'name' }, 244),
  column('type', { is: 'type' }, 84),
  column('activity', { is: 'activity' }, 132),
  column('practices', { is: 'practices' }, 178),
  column('role', { is: 'role' }, 138),
  column('team', { is: 'team' }, 116),
  column('party', { is: 'choice', field: 'party' }, 92),
  column('processTime', time('processTime'), 118, true),
  column('wait', time('wait'), 118, true),
  column('completeAccurate', { is: 'quantity', of: 'share', field: 'completeAccurate' }, 74, true),
  column('value', { is: 'value' }, 66),
  column('crew', { is: 'quantity', of: 'people', field: 'crew' }, 66, true),
  column('batch', { is: 'quantity', of: 'amount', field: 'batch' }, 62, true),
  column('changeover', time('changeover'), 92, true),
  column('wip', { is: 'quantity', of: 'amount', field: 'wip' }, 62, true),
  column('kind', { is: 'choice', field: 'kind' }, 112),
  column('automation', { is: 'choice', field: 'automation' }, 96),
  column('systems', { is: 'systems' }, 136),
  column('next', { is: 'next' }, 264),
  column('note', { is: 'text', field: 'note' }, 190),
  column('findings', { is: 'derived' }, 78, true),
  column('visits', { is: 'derived' }, 66, true),
  column('clockTime', { is: 'derived' }, 112, true),
  column('clockShare', { is: 'derived' }, 92, true),
];

/** Columns that are shown unless somebody chose others. */
export const usualColumns: readonly GridColumnId[] = [
  'name',
  'activity',
  'practices',
  'role',
  'team',
  'processTime',
  'wait',
  'completeAccurate',
  'value',
  'crew',
  'batch',
  'wip',
  'kind',
  'systems',
  'next',
  'note',
  'findings',
];

const byId = new Map<string, GridColumn>(gridColumns.map((each) => [each.id, each]));

/** The columns of some ids in their order; ids that nobody knows are passed over, and the name is always there. */
export function columnsOf(ids: readonly string[]): readonly GridColumn[] {
  const found = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const first = byId.get('name');
  return first && !found.includes(first) ? [first, ...found] : found;
}

const everywhere: readonly GridColumnId[] = ['name', 'next', 'note'];
const ofDecisions: readonly GridColumnId[] = [...everywhere, 'type', 'role', 'team', 'activity', 'party'];
const ofBars: readonly GridColumnId[] = [...everywhere, 'type'];

const columnsByType: Readonly<Partial<Record<NodeType, readonly GridColumnId[]>>> = {
  start: everywhere,
  end: ['name', 'note'],
  decision: ofDecisions,
  control: ofDecisions,
  fork: ofBars,
  join: ofBars,
};

/** True where the cell of a node in a column can be changed: a step has all of them, other nodes only what they can hold. */
export function isEditable({ type }: MapNode, { id, kind }: GridColumn): boolean {
  if (kind.is === 'derived') return false;
  return type === 'step' || (columnsByType[type]?.includes(id) ?? false);
}

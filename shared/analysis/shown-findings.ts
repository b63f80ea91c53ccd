import { type GroupBy, groupRows, type RowGroup, searchRows } from './finding-groups';
import { type FindingRow, orderRows, type SeverityGroup } from './present-findings';

/** What of the findings a person wants to see, and how. Names, not ids. */
export interface FindingsView {
  readonly hidden: readonly SeverityGroup[];
  readonly waste: string | null;
  readonly principle: string | null;
  readonly dimension: string | null;
  readonly search: string;
  readonly group: GroupBy | null;
  readonly order: 'severity' | 'worth';
  /** True once "show more" was pressed. */
  readonly isAll: boolean;
}

/** Everything, worst first, the rest behind one click. */
export const plainView: FindingsView = {
  hidden: [],
  waste: null,
  principle: null,
  dimension: null,
  search: '',
  group: null,
  order: 'severity',
  isAll: false,
};

/** The findings that are shown of a report. */
export interface ShownFindings {
  /** One group without a name where nothing is grouped. */
  readonly groups: readonly RowGroup[];
  /** The rows of the groups, each once, as they stand: what F8 walks. */
  readonly rows: readonly FindingRow[];
  /** How many open rows "show more" would add. */
  readonly more: number;
  /** True where "show fewer" would leave some out. */
  readonly canShowFewer: boolean;
  /** Accepted ones, last. */
  readonly waived: readonly FindingRow[];
}

/** A list of that length is shown whole. */
const shortList = 7;

function isWanted(row: FindingRow, { hidden, waste, principle, dimension }: FindingsView): boolean {
  return (
    !hidden.includes(row.group) &&
    (waste === null || row.wastes.includes(waste)) &&
    (principle === null || row.principles.includes(principle)) &&
    (dimension === null || row.dimensions.includes(dimension))
  );
}

/** How many kinds of narrowing are on; severities, search and groups show themselves. */
export function filtersOn({ waste, principle, dimension }: FindingsView): number {
  return [waste, principle, dimension].filter((each) => each !== null).length;
}

/** True where a person narrowed the list or arranged it, so that nothing more is held back. */
function isArranged(view: FindingsView): boolean {
  return filtersOn(view) > 0 || view.search.trim() !== '' || view.group !== null || view.hidden.length > 0;
}

/** Filters, searches, orders and groups the rows of a report. */
export function shownFindings(all: readonly FindingRow[], view: FindingsView): ShownFindings {
  const wanted = orderRows(
    searchRows(
      all.filter((row) => isWanted(row, view)),
      view.search,
    ),
    view.order,
  );
  const open = wanted.filter((row) => !row.isWaived);
  const front = open.filter((row) => !row.isBackground);
  const canHoldBack =
    !isArranged(view) && open.length > shortList && front.length > 0 && front.length < open.length;
  const shown = canHoldBack && !view.isAll ? front : open;
  const groups = view.group === null ? [{ key: 'all', name: '', rows: shown }] : groupRows(shown, view.group);
  return {
    groups,
    rows: [...new Set(groups.flatMap((group) => group.rows))],
    more: open.length - shown.length,
    canShowFewer: canHoldBack && view.isAll,
    waived: wanted.filter((row) => row.isWaived),
  };
}

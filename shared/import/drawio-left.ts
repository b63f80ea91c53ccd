import { importText } from '../text/import';
import { isOnLine, type Kinded } from './drawio-figures';
import { ancestorsOf } from './drawio-lanes';
import type { FoundNode, Skipped } from './types';

/** Everything of a page that its nodes are made of. */
export interface Page {
  readonly cells: readonly Kinded[];
  readonly byId: ReadonlyMap<string, Kinded>;
  readonly nodes: readonly Kinded[];
}

/** A label on one line. */
export const oneLine = (label: string): string => label.replace(/\s+/g, ' ').trim();

/** What of a page is neither node nor part of one. */
export function leftOver({ cells, byId, nodes }: Page): Skipped[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const lines = cells.filter(({ kind }) => kind === 'timeline-line');
  return cells.flatMap((cell): Skipped[] => {
    const isPart = ancestorsOf(cell, byId).some(({ id, isArrow }) => ids.has(id) || isArrow);
    if (ids.has(cell.id) || cell.isArrow || isPart || isOnLine(cell, lines)) return [];
    const label = oneLine(cell.label);
    const kind = cell.shape.replace(/^mxgraph\./, '').replaceAll('_', ' ') || 'box';
    switch (cell.kind) {
      case 'document':
      case 'unknown':
        return [{ what: importText.what.shape(kind, label), where: '', why: importText.why.unknownShape }];
      case 'picture':
        return label === ''
          ? []
          : [{ what: importText.what.shape(kind, label), where: '', why: importText.why.picture }];
      default:
        return [];
    }
  });
}

/** Texts that stand alone are notes. */
export function textNotes({ cells, byId, nodes }: Page): FoundNode[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const lines = cells.filter(({ kind }) => kind === 'timeline-line');
  const isFree = (cell: Kinded): boolean =>
    cell.kind === 'text' &&
    /\p{L}/u.test(cell.label) &&
    !ids.has(cell.id) &&
    !isOnLine(cell, lines) &&
    !ancestorsOf(cell, byId).some((up) => ids.has(up.id) || up.isArrow || up.kind === 'data');
  return cells.filter(isFree).map((cell) => ({
    id: cell.id,
    called: oneLine(cell.label),
    cells: new Map([
      ['type', 'note'],
      ['name', oneLine(cell.label)],
    ]),
  }));
}

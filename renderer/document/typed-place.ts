import type { TypedPlace, TypedText } from '../../shared/file-format/replay';
import { lookUp } from '../../shared/model/queries';
import type { Project } from '../../shared/model/project';
import { quickEntryField } from '../capture/open-quick-entry';
import { useGrid } from '../pages/table/grid-state';
import { useApp } from '../store';

/** A field of text. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** A choice of more than these is not noted: the way back would be longer than the text. */
const mostSelected = 100;

/** The element as a field of text; null where it is none. */
export function asField(element: Element | null): Field | null {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
}

/** What a field is called. */
export function labelOf(field: Field): string {
  return (field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? '').trim();
}

/** The fields of one label that store what is typed only when they are left, outside dialogs, in the order of the page. */
export function fieldsCalled(label: string): readonly Field[] {
  return [...document.querySelectorAll('input[data-untouched], textarea[data-untouched]')]
    .map(asField)
    .filter((each) => each !== null)
    .filter((each) => labelOf(each) === label && each.closest('[role=dialog]') === null);
}

/** The way back to a field; null where there is none, as in a dialog. */
export function placeOf(field: Field): TypedPlace | null {
  const label = labelOf(field);
  const nth = fieldsCalled(label).indexOf(field);
  const { page, mapId, inside, selection, leftTab, renaming } = useApp.getState();
  if (label === '' || nth === -1 || selection.length > mostSelected) return null;
  const pane = field.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? null;
  const { cursor, editing } = useGrid.getState();
  const isCell = editing !== null && field.closest('[role=grid]') !== null;
  return {
    page,
    map: mapId,
    inside,
    selection: [...selection],
    leftTab,
    isQuickEntry: field.id === quickEntryField,
    pane,
    naming: pane === 'canvas' ? renaming : null,
    cell: isCell ? cursor : null,
    field: field.name || field.dataset['field'] || null,
    nth,
  };
}

/** True where a project still has all that the way back leads through. */
export function leadsSomewhere({ place }: TypedText, project: Project): boolean {
  if (!place) return false;
  const { map, inside, selection, naming, cell } = place;
  const tables = [project.nodes, project.flows, project.groups];
  const isThere = (id: string): boolean => tables.some((table) => lookUp<unknown>(table, id) !== undefined);
  const ids = [inside, naming, cell?.node ?? null, ...selection].filter((id) => id !== null);
  return lookUp(project.maps, map) !== undefined && ids.every(isThere);
}

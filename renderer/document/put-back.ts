import { flushSync } from 'react-dom';
import type { TypedPlace, TypedText } from '../../shared/file-format/replay';
import { gridColumns } from '../../shared/grid/columns';
import { en } from '../../shared/text/en';
import { storeName } from '../canvas/naming';
import { viewControl } from '../canvas/viewport';
import { afterPaint } from '../late';
import { onMap } from '../pages/go-to';
import { pages } from '../pages/pages';
import { storeCells } from '../pages/table/grid-edits';
import { goToCell } from '../pages/table/grid-moves';
import { cellId, useGrid } from '../pages/table/grid-state';
import { isRightOpen, openBottom, openLeft, openRight } from '../shell/use-room';
import { select, showMap, showPage, useApp } from '../store';
import { type Field, fieldsCalled } from './typed-place';

/** How many frames a page may take to stand there with its fields. */
const mostFrames = 30;

const leftTabs = ['palette', 'outline', 'library'] as const;

/** Opens the part of the window that held the field. */
function openPane({ pane }: TypedPlace): void {
  if (pane === 'inspector' && !isRightOpen()) openRight(true);
  if (pane === 'palette') openLeft(true);
  if (pane !== 'findings') return;
  useApp.setState({ bottomTab: 'table' });
  openBottom(true);
}

/** Shows what was shown while the text was being typed. */
function show(place: TypedPlace): void {
  const page = pages.find(({ name }) => name === place.page)?.name ?? 'map';
  const leftTab = leftTabs.find((each) => each === place.leftTab) ?? 'palette';
  flushSync(() => {
    showPage(page);
    showMap(place.map);
  });
  const { inside, isQuickEntry, field, pane } = place;
  // A folded part of the inspector opens for a field that wants the focus.
  useApp.setState({ inside, leftTab, isQuickEntry, focusField: pane === 'inspector' ? field : null });
  select(place.selection);
  openPane(place);
}

/** The field, once the page with it stands there; null where it does not come. */
async function fieldAt(label: string, nth: number): Promise<Field | null> {
  for (let frame = 0; frame < mostFrames; frame += 1) {
    await afterPaint();
    const field = fieldsCalled(label)[nth];
    if (field) return field;
  }
  return null;
}

/** Writes into a field as somebody who types does: React hears of it by the event. */
function write(field: Field, text: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What became of a text that was put back: `standing` where it was refused and stands in its field with the reason. */
export type PutBack =
  | { readonly kind: 'stored' }
  | { readonly kind: 'standing' | 'refused'; readonly sentence: string }
  | { readonly kind: 'gone' };

/** Why the text in a field is refused, in the words that stand beside it; null where it is not. */
function refusalOf(field: Field): string | null {
  if (field.getAttribute('aria-invalid') !== 'true') return null;
  const words = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  return words?.textContent ?? '';
}

/** Puts a text into the field and stores it by leaving that; what is refused stays in it with the reason. */
async function putIntoField({ label, text }: TypedText, nth: number): Promise<PutBack> {
  const field = await fieldAt(label, nth);
  if (!field) return { kind: 'gone' };
  field.focus({ preventScroll: true });
  write(field, text);
  await afterPaint();
  field.blur();
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'nearest' });
  await afterPaint();
  const sentence = refusalOf(field);
  return sentence === null ? { kind: 'stored' } : { kind: 'standing', sentence };
}

/** Gives an element on the canvas the name that was being typed. */
function putAsName(id: string, text: string, map: string): PutBack {
  const sentence = storeName(id, text);
  select([id]);
  onMap(() => viewControl()?.reveal(id), map);
  return sentence === null ? { kind: 'stored' } : { kind: 'refused', sentence };
}

/** Puts a text into a cell of the step table; one that is refused also stands there in red. */
async function putIntoCell(cell: NonNullable<TypedPlace['cell']>, text: string): Promise<PutBack> {
  const column = gridColumns.find(({ id }) => id === cell.column)?.id;
  if (column === undefined) return { kind: 'gone' };
  await afterPaint();
  const at = { node: cell.node, column };
  const { problems, fixed } = storeCells([{ ...at, text }]);
  goToCell(at);
  if (fixed > 0) return { kind: 'refused', sentence: en.stepTable.said.fixed(1) };
  if (problems === 0) return { kind: 'stored' };
  const { sentence = '' } = useGrid.getState().bad.get(cellId(cell.node, column)) ?? {};
  return { kind: 'refused', sentence };
}

/** Puts a text back where it was being typed, as one change that can be undone, and says what became of it. */
export async function putBack(typed: TypedText): Promise<PutBack> {
  const { place, text } = typed;
  if (!place) return { kind: 'gone' };
  show(place);
  const { naming, cell, nth } = place;
  if (naming !== null) return putAsName(naming, text, place.map);
  return cell === null ? await putIntoField(typed, nth) : await putIntoCell(cell, text);
}

import { flushSync } from 'react-dom';
import type { TypedPlace, TypedText } from '../../shared/file-format/replay';
import { gridColumns } from '../../shared/grid/columns';
import { storeName } from '../canvas/naming';
import { viewControl } from '../canvas/viewport';
import { afterPaint } from '../late';
import { onMap } from '../pages/go-to';
import { pages } from '../pages/pages';
import { storeCells } from '../pages/table/grid-edits';
import { goToCell } from '../pages/table/grid-moves';
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

/** Puts a text into the field and stores it by leaving that; what is refused stays in it with the reason. */
async function putIntoField({ label, text }: TypedText, nth: number): Promise<boolean> {
  const field = await fieldAt(label, nth);
  if (!field) return false;
  field.focus({ preventScroll: true });
  write(field, text);
  await afterPaint();
  field.blur();
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Puts a text back where it was being typed, as one change that can be undone; false where the field is not there any more. */
export async function putBack(typed: TypedText): Promise<boolean> {
  const { place, text } = typed;
  if (!place) return false;
  show(place);
  const { naming, cell, nth } = place;
  if (naming !== null) {
    storeName(naming, text);
    select([naming]);
    onMap(() => viewControl()?.reveal(naming), place.map);
    return true;
  }
  if (cell === null) return await putIntoField(typed, nth);
  const column = gridColumns.find(({ id }) => id === cell.column)?.id;
  if (column === undefined) return false;
  await afterPaint();
  storeCells([{ node: cell.node, column, text }]);
  goToCell({ node: cell.node, column });
  return true;
}

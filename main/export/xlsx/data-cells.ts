import type { Project } from '../../../shared/model/project';
import { isRange, meanOf, type Quantity } from '../../../shared/model/quantity';
import { writeDuration, writeShare } from '../../../shared/model/units-format';
import type { Column } from '../../../shared/tables/columns';
import { escaped, unescaped } from '../../../shared/tables/escape-cell';
import type { WrittenCell, WrittenRow } from '../../../shared/tables/write-rows';
import { xlsxText } from '../../../shared/text/xlsx';
import { type Cell, formulaCell, numberCell, textCell } from './cells';
import type { Style } from './styles';

/** Fields of a record by name, as the columns of a table name them. */
export type Fields = ReadonlyMap<string, unknown>;

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'likely' in value;

/** The one value of a field that is a number, or a quantity without a range. */
function singleOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return isQuantity(value) && !isRange(value) ? value.likely : null;
}

/** A spreadsheet keeps fifteen digits. */
const isExact = (value: number): boolean => Number(value.toPrecision(15)) === value;

/** A text that the reader of tables gives back as it is: it takes an apostrophe away that stands before such a sign. */
const kept = (text: string): string => (unescaped(text) === text ? text : escaped(text));

function shareStyle(share: number, isInput: boolean): Style {
  const percent = Number((share * 100).toPrecision(12));
  if (Number.isInteger(percent)) return isInput ? 'inputPercent' : 'wholePercent';
  return Number.isInteger(percent * 10) ? 'percent' : 'exactPercent';
}

/** A share as a number in percent; as the text of tables where percent would round it. */
export function shareCellOf(share: number, isInput = false): Cell {
  return writeShare(share).endsWith('%')
    ? numberCell(share, shareStyle(share, isInput))
    : textCell(String(share));
}

function writtenCell(written: WrittenCell | undefined, style: Style): Cell {
  if (written === undefined) return textCell('', style);
  if (typeof written === 'boolean') return textCell(written ? 'yes' : 'no', style);
  if (typeof written === 'number')
    return isExact(written) ? numberCell(written) : textCell(String(written), style);
  if (Array.isArray(written)) {
    const entries: readonly string[] = written;
    return textCell(kept(entries.map((entry) => entry.replaceAll(';', ',')).join('; ')), style);
  }
  return typeof written === 'string' ? textCell(kept(written), style) : textCell('', style);
}

/** Columns whose numbers the formulas use. */
const inputs: ReadonlySet<string> = new Set([
  'crew',
  'complete_accurate',
  'share',
  'people',
  'availability',
  'demand_per_month',
]);

/** A cell of a column: a number where it is one, else its text. */
export function dataCell(column: Column, fields: Fields, written: WrittenRow, style: Style = 'text'): Cell {
  const { kind, name } = column;
  const isInput = inputs.has(name);
  const single = column.field === '' ? null : singleOf(fields.get(column.field));
  const isShare = kind.is === 'share' || (kind.is === 'quantity' && kind.of === 'share');
  const isAmount = kind.is === 'amount' || (kind.is === 'quantity' && kind.of !== 'duration' && !isShare);
  if (single !== null && isShare) return shareCellOf(single, isInput);
  if (single !== null && isAmount && isExact(single))
    return numberCell(single, isInput ? 'inputNumber' : 'number');
  const cell = writtenCell(written[name], style);
  return isInput && cell.value === '' ? numberCell(null, isShare ? 'inputPercent' : 'inputNumber') : cell;
}

/** What a column of a table is called on a sheet; the reader of tables knows it by that. */
export function headingOf(name: string): string {
  const headings: Readonly<Record<string, string>> = xlsxText.headings;
  const own = Object.hasOwn(headings, name) ? headings[name] : undefined;
  const words = name.replaceAll('_', ' ');
  return own ?? words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The hours of a quantity of minutes as a number to change; of a range its mean, as a formula. */
export function hoursCell(quantity: Quantity | undefined): Cell {
  if (quantity === undefined) return numberCell(null, 'inputHours');
  if (!isRange(quantity)) return numberCell(quantity.likely / 60, 'inputHours');
  const { likely, low = likely, high = likely } = quantity;
  return formulaCell(`(${low}+4*${likely}+${high})/6/60`, meanOf(quantity) / 60, 'inputHours');
}

const minutesOf = (hours: string): string => `ROUND(${hours}*60,9)`;

/** The readable time of the hours in another cell, as the table of the app writes it. */
function readableFormula(hours: string): string {
  const minutes = minutesOf(hours);
  return (
    `IF(${hours}="","",IF(AND(${minutes}>=60,MOD(${minutes},1)=0),` +
    `IF(MOD(${minutes},60)=0,${minutes}/60&"h",INT(${minutes}/60)&"h "&MOD(${minutes},60)&"m"),${minutes}&"m"))`
  );
}

/** The readable text of a time: it follows the cell `hours` beside it; of a range, or where that would round, it is as written. */
export function readableCell(
  quantity: Quantity | undefined,
  written: WrittenRow,
  name: string,
  hours: string,
): Cell {
  const told = written[name];
  const text = typeof told === 'string' ? told : '';
  const isOne = quantity !== undefined && !isRange(quantity);
  const minutes = isOne ? Math.round((quantity.likely / 60) * 60 * 1e9) / 1e9 : null;
  const follows = quantity === undefined || (minutes !== null && writeDuration(minutes) === text);
  return follows ? formulaCell(readableFormula(hours), text, 'faint') : textCell(text, 'faint');
}

/** The role of a step by its name where that means one role only, else by its id. */
export function roleText(project: Project, id: string | undefined): string {
  if (id === undefined) return '';
  const name = Object.hasOwn(project.roles, id) ? (project.roles[id]?.name.trim() ?? '') : '';
  const same = Object.values(project.roles).filter((role) => role.name.trim() === name);
  return name === '' || same.length !== 1 || Object.hasOwn(project.roles, name) ? id : kept(name);
}

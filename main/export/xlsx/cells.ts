import type { Style } from './styles';

/** A cell of a sheet: a text, a number, or a formula of ours with what it comes to. Texts are never read as formulas. */
export interface Cell {
  /** Null is blank, or of a formula: not available. */
  readonly value: string | number | null;
  readonly style: Style;
  /** Without the equals sign; only ever made by this writer. */
  readonly formula?: string;
  /** The cells that an array formula fills, `B2:B4`; absent where it fills its own only. */
  readonly over?: string;
}

/** Most characters that a cell of a spreadsheet holds. */
const mostText = 32_767;

/** Most characters of a formula. */
const mostFormula = 8000;

/** With such a sign a spreadsheet begins to compute once somebody edits the cell. */
const computes = /^[=+\-@\t\r\n'＝＋－＠]/;

const quotedStyles: Readonly<Partial<Record<Style, Style>>> = { text: 'quoted', strong: 'strongQuoted' };

/** A text as it is. */
export function textCell(value: string | undefined, style: Style = 'text'): Cell {
  const told = value ?? '';
  const cut = told.length > mostText ? `${told.slice(0, mostText - 1)}…` : told;
  return { value: cut, style: computes.test(cut) ? (quotedStyles[style] ?? style) : style };
}

/** A number; blank where it is unknown. */
export function numberCell(value: number | null | undefined, style: Style = 'number'): Cell {
  return { value: value ?? null, style };
}

/** A formula with what it comes to; one that is too long for a spreadsheet becomes its value. */
export function formulaCell(formula: string, value: string | number | null, style: Style): Cell {
  return formula.length > mostFormula ? { value, style } : { value, style, formula };
}

/** The letters of a column, counted from 0: `A`, `Z`, `AA`. */
export function letters(column: number): string {
  return column < 26
    ? String.fromCodePoint(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** `B3` of column 1 and row 3; rows are counted from 1. */
export function place(column: number, row: number): string {
  return `${letters(column)}${row}`;
}

/** `$B$3`, which stays the same where a formula is copied. */
export function fixed(column: number, row: number): string {
  return `$${letters(column)}$${row}`;
}

/** The name of a sheet as formulas write it, with the mark behind it. */
export function sheetMark(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** What a font is called and which of the two usual styles it is. */
export interface FontStyle {
  readonly family: string;
  readonly isBold: boolean;
}

interface Table {
  readonly tag: string;
  readonly bytes: Uint8Array;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function tablesOf(font: Uint8Array): Table[] {
  const view = viewOf(font);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const start = view.getUint32(at + 8);
    return { tag, bytes: font.slice(start, start + view.getUint32(at + 12)) };
  });
}

/** A name table with the names that programs find a font by, for Windows in US English, as all of them read it. */
function nameTable({ family, isBold }: FontStyle): Uint8Array {
  const style = isBold ? 'Bold' : 'Regular';
  const names: readonly (readonly [id: number, name: string])[] = [
    [1, family],
    [2, style],
    [3, `${family} ${style}`],
    [4, `${family} ${style}`],
    [5, 'Version 1.000'],
    [6, `${family}-${style}`],
  ];
  const start = 6 + 12 * names.length;
  const size = names.reduce((sum, [, name]) => sum + 2 * name.length, 0);
  const bytes = new Uint8Array(start + size);
  const view = viewOf(bytes);
  view.setUint16(2, names.length);
  view.setUint16(4, start);
  let used = 0;
  names.forEach(([id, name], index) => {
    [3, 1, 0x409, id, 2 * name.length, used].forEach((value, field) => {
      view.setUint16(6 + 12 * index + 2 * field, value);
    });
    [...name].forEach((letter, at) => {
      view.setUint16(start + used + 2 * at, letter.charCodeAt(0));
    });
    used += 2 * name.length;
  });
  return bytes;
}

/** Offsets and bits of the format: the weight, the style, and the style once more for old programs. */
const weightAt = 4;
const selectionAt = 62;
const styleBits = 0x61;
const macStyleAt = 44;
const checksumAt = 8;

function restyled({ tag, bytes }: Table, style: FontStyle): Table {
  const { isBold } = style;
  if (tag === 'name') return { tag, bytes: nameTable(style) };
  const view = viewOf(bytes);
  if (tag === 'OS/2') {
    view.setUint16(weightAt, isBold ? 700 : 400);
    view.setUint16(selectionAt, (view.getUint16(selectionAt) & ~styleBits) | (isBold ? 0x20 : 0x40));
  }
  if (tag === 'head') {
    view.setUint16(macStyleAt, isBold ? 1 : 0);
    view.setUint32(checksumAt, 0);
  }
  return { tag, bytes };
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function checksum(bytes: Uint8Array): number {
  const whole = new Uint8Array(padded(bytes.length));
  whole.set(bytes);
  const view = viewOf(whole);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function assembled(tables: readonly Table[]): Uint8Array {
  const start = 12 + 16 * tables.length;
  const font = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), start));
  const view = viewOf(font);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x10000);
  [tables.length, 16 << power, power, 16 * tables.length - (16 << power)].forEach((value, field) => {
    view.setUint16(4 + 2 * field, value);
  });
  let used = start;
  let head = 0;
  tables.forEach(({ tag, bytes }, index) => {
    const at = 12 + 16 * index;
    [...tag].forEach((letter, place) => {
      view.setUint8(at + place, letter.charCodeAt(0));
    });
    view.setUint32(at + 4, checksum(bytes));
    view.setUint32(at + 8, used);
    view.setUint32(at + 12, bytes.length);
    font.set(bytes, used);
    if (tag === 'head') head = used;
    used += padded(bytes.length);
  });
  view.setUint32(head + checksumAt, (0xb1b0afba - checksum(font)) >>> 0);
  return font;
}

/** A TrueType font that office programs know as one of the two usual styles of a family. */
export function styledFont(font: Uint8Array, style: FontStyle): Uint8Array {
  const kept = tablesOf(font).filter(({ tag }) => tag !== 'STAT');
  return assembled(kept.map((table) => restyled(table, style)));
}

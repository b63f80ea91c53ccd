import type { ExportTarget } from '../../shared/export/choices';
import { type ExportFormat, type ExportWish, formatTraits } from '../../shared/export/formats';
import { readCells, writeCells, writeHtmlCells } from '../../shared/tables/cells-text';
import { en } from '../../shared/text/en';
import { notify } from '../store';
import { makeBytes } from './send';

const { copyDone } = en.exportUi;

type Parts = Readonly<Record<string, string | Uint8Array>>;

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The picture with the cells under it, so that word processors take both and spreadsheets the cells. */
function withPicture(png: Uint8Array, table: string): string {
  const base64 = btoa(Array.from(png, (byte) => String.fromCodePoint(byte)).join(''));
  return `<p><img alt="" src="data:image/png;base64,${base64}"></p>${table}`;
}

/** A drawing as picture, vector, cells and text at once. */
async function pictureParts(wish: ExportWish): Promise<Parts | null> {
  const formats = ['png', 'svg', 'csv'] as const satisfies readonly ExportFormat[];
  // A style sheet inside the drawing would not pass the clipboard, and the fonts with it.
  const fonts = 'outlined' as const;
  const made = await makeBytes(
    ...formats.map((format) => ({ ...wish, format, table: 'steps' as const, scale: 2 as const, fonts })),
  );
  if (!made) return null;
  const [png = new Uint8Array(), svg, csv] = made;
  const cells = readCells(textOf(csv));
  return {
    'image/png': png,
    'image/svg+xml': textOf(svg),
    'text/html': withPicture(png, writeHtmlCells(cells)),
    'text/plain': writeCells(cells),
  };
}

async function tableParts(wish: ExportWish): Promise<Parts | null> {
  const made = await makeBytes({ ...wish, format: 'csv' });
  if (!made) return null;
  const cells = readCells(textOf(made[0]));
  return { 'text/html': writeHtmlCells(cells), 'text/plain': writeCells(cells) };
}

async function textParts(wish: ExportWish): Promise<Parts | null> {
  const made = await makeBytes(wish);
  return made && { 'text/plain': textOf(made[0]) };
}

async function reportParts(wish: ExportWish): Promise<Parts | null> {
  const made = await makeBytes({ ...wish, format: 'html' }, { ...wish, format: 'md' });
  return made && { 'text/html': textOf(made[0]), 'text/plain': textOf(made[1]) };
}

interface Way {
  readonly said: keyof typeof copyDone;
  readonly types: readonly string[];
  readonly parts: (wish: ExportWish) => Promise<Parts | null>;
}

const cellTypes = ['text/html', 'text/plain'];
const ways = {
  picture: { said: 'picture', types: ['image/png', 'image/svg+xml', ...cellTypes], parts: pictureParts },
  cells: { said: 'cells', types: cellTypes, parts: tableParts },
  text: { said: 'text', types: ['text/plain'], parts: textParts },
  report: { said: 'report', types: cellTypes, parts: reportParts },
} satisfies Record<string, Way>;

/** How a target goes on the clipboard; null where that is of no use. */
function wayOf(target: ExportTarget): Way | null {
  if (target === 'print') return null;
  if (target === 'csv' || target === 'xlsx') return ways.cells;
  if (target === 'md' || target === 'json') return ways.text;
  const { kind } = formatTraits[target];
  if (kind === 'drawing') return ways.picture;
  return kind === 'report' ? ways.report : ways.text;
}

/** True where a target can be copied. */
export function canCopy(target: ExportTarget): boolean {
  return wayOf(target) !== null;
}

/** Puts what the wish says on the clipboard, in every form that its target has. */
export async function copyExport(target: ExportTarget, wish: ExportWish): Promise<void> {
  const way = wayOf(target);
  if (!way) return;
  const making = way.parts(wish);
  const part = async (type: string): Promise<Blob> => {
    const made = (await making)?.[type];
    if (made === undefined) throw new TypeError('nothing was made');
    return new Blob([typeof made === 'string' ? made : new Uint8Array(made)], { type });
  };
  const types = way.types.filter((type) => ClipboardItem.supports(type));
  try {
    // Asked for at once, while the click that allows it counts; the parts follow as they are made.
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(types.map((type) => [type, part(type)]))),
    ]);
    notify(copyDone[way.said](en.exportUi.targets[target].name));
  } catch {
    // Where nothing was made the reason is shown already.
    if ((await making) !== null) notify(en.dialogs.copyFailed, 'bad');
  }
}

import type { ExportTarget } from '../../shared/export/choices';
import { type ExportFormat, type ExportWish, formatTraits } from '../../shared/export/formats';
import { readCells, writeCells, writeHtmlCells } from '../../shared/tables/cells-text';
import { en } from '../../shared/text/en';
import { notify } from '../store';
import { makeBytes } from './send';

const { copyDone } = en.exportUi;

type Said = keyof typeof copyDone;
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
  const made = await makeBytes(
    ...formats.map((format) => ({ ...wish, format, table: 'steps' as const, scale: 2 as const })),
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

/** How a target goes on the clipboard; null where that is of no use. */
function wayOf(
  target: ExportTarget,
): { said: Said; parts: (wish: ExportWish) => Promise<Parts | null> } | null {
  if (target === 'print') return null;
  if (target === 'csv' || target === 'xlsx') return { said: 'cells', parts: tableParts };
  if (target === 'md' || target === 'json') return { said: 'text', parts: textParts };
  const { kind } = formatTraits[target];
  if (kind === 'drawing') return { said: 'picture', parts: pictureParts };
  return kind === 'report' ? { said: 'report', parts: reportParts } : { said: 'text', parts: textParts };
}

/** True where a target can be copied with the formats that can be made. */
export function canCopy(target: ExportTarget, ready: readonly ExportFormat[]): boolean {
  const way = wayOf(target);
  return way !== null && (way.said !== 'report' || ready.includes('html'));
}

/** Puts what the wish says on the clipboard, in every form that its target has. */
export async function copyExport(target: ExportTarget, wish: ExportWish): Promise<void> {
  const way = wayOf(target);
  const parts = way && (await way.parts(wish));
  if (!way || !parts) return;
  const blobs: Record<string, Blob> = {};
  for (const [type, part] of Object.entries(parts))
    if (ClipboardItem.supports(type))
      blobs[type] = new Blob([typeof part === 'string' ? part : new Uint8Array(part)], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem(blobs)]);
    notify(copyDone[way.said]);
  } catch {
    notify(en.dialogs.copyFailed, 'bad');
  }
}

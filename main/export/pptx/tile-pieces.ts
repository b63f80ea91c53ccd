import type { Tile } from '../../../shared/report/types';
import type { Piece } from './deck';
import { fitted, linesIn } from './fit';
import { sizes } from './frame';
import { toneInks } from './ink';
import type { Paragraph } from './text-xml';

/** Space between tiles, and between what stands on a slide, points. */
export const gap = 12;
/** Height of a tile, points. */
export const tileHeight = 100;
/** Most tiles in a row. */
export const mostTiles = 5;
const tilePad = 12;

function tilePiece(tile: Tile, box: { x: number; y: number; width: number; height: number }): Piece {
  const width = box.width - 2 * tilePad;
  const name = fitted(tile.name, { width, lines: 1 }, false, [sizes.tileName, 10, 9]);
  const value = fitted(tile.value, { width, lines: 1 }, true, [sizes.tileValue, 20, 17, 15]);
  const longer = fitted(tile.value, { width, lines: 2 }, true, [15, 13, 12, 11]);
  const shown = value.text === linesIn(tile.value, 1e6, { size: 10 }).join(' ') ? value : longer;
  const detail = fitted(tile.detail, { width, lines: 2 }, false, [sizes.tileDetail, 9]);
  const paragraphs: Paragraph[] = [
    { text: name.text, size: name.size, ink: 'text2' },
    { text: shown.text, size: shown.size, isBold: true, ink: toneInks[tile.tone ?? 'lead'], before: 3 },
    { text: detail.text, size: detail.size, ink: 'text2', before: 3 },
  ];
  return { kind: 'tile', box, tile, paragraphs };
}

/** Tiles side by side in so many columns. */
export function tileRow(
  tiles: readonly Tile[],
  room: { x: number; y: number; width: number },
  columns: number,
): Piece[] {
  const width = (room.width - (columns - 1) * gap) / columns;
  return tiles.map((tile, at) =>
    tilePiece(tile, { x: room.x + at * (width + gap), y: room.y, width, height: tileHeight }),
  );
}

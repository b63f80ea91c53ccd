import { ImageRun, Paragraph } from 'docx';
import type { DisplayList } from '../../../shared/drawing/display-list';
import { legibleScale } from '../../../shared/drawing/draw-rows';
import { light } from '../../../shared/drawing/theme';
import type { WriterOptions } from '../../../shared/export/formats';
import { toPng } from '../png';
import { toSvgFile } from '../svg';
import { clean } from './runs';
import { type Orientation, type Room, roomOf, twipsPerPixel } from './page';

/** How a drawing is put on a page. */
export interface Placement {
  readonly drawing: DisplayList;
  readonly orientation: Orientation;
  /** Size on paper as a share of that at 100 %. */
  readonly scale: number;
}

function scaleIn(drawing: DisplayList, room: Room, besides: number): number {
  const width = room.width / twipsPerPixel / drawing.width;
  const height = (room.height - besides) / twipsPerPixel / drawing.height;
  return Math.min(1, width, height);
}

/** The sheet is turned only for a drawing that gains much by it, and that is hard to read upright. */
const gainOfTurning = 1.25;
const readable = 0.9 * legibleScale;

/** A drawing at a smaller scale is hard to read: its parts follow it. */
export const inOnePiece = 0.7 * legibleScale;

/** A drawing, the same in rows where it is long, and the twips that headings above and the caption below take. */
export interface ToPlace {
  readonly whole: DisplayList;
  readonly folded: DisplayList | undefined;
  readonly besides: number;
}

/** As large as it can be: whole or in rows, on the usual sheet or on one that is turned. */
export function placeDrawing(
  { whole, folded, besides }: ToPlace,
  options: Pick<WriterOptions, 'paper' | 'orientation'>,
): Placement {
  const { paper, orientation } = options;
  const turned = orientation === 'portrait' ? 'landscape' : 'portrait';
  const place = (drawing: DisplayList, on: Orientation): Placement => ({
    drawing,
    orientation: on,
    scale: scaleIn(drawing, roomOf(paper, on), besides),
  });
  const better = (one: Placement, other: Placement, by: number): Placement =>
    other.scale > one.scale * by ? other : one;
  const asUsual = place(whole, orientation);
  if (asUsual.scale >= readable) return asUsual;
  const best = better(asUsual, place(whole, turned), gainOfTurning);
  if (folded === undefined || best.scale >= legibleScale) return best;
  const rows = better(place(folded, orientation), place(folded, turned), gainOfTurning);
  return better(best, rows, 1);
}

/** Pixels of the fallback per pixel on paper: 192 to the inch. */
const sharpness = 2;

/** What office programs say of a picture: a number that no other has, and what it shows. */
export interface PictureAbout {
  readonly number: number;
  readonly alt: string;
}

/** A drawing as a vector picture, with a bitmap for programs that know no vectors. */
export async function pictureParagraph(
  { drawing, scale }: Placement,
  { number, alt }: PictureAbout,
): Promise<Paragraph> {
  const svg = await toSvgFile(drawing, light, 'outlined');
  const png = await toPng(drawing, light, Math.min(scale * sharpness, sharpness));
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: Buffer.from(png) },
    transformation: {
      width: Math.round(drawing.width * scale),
      height: Math.round(drawing.height * scale),
    },
    altText: { id: String(number), name: `Picture ${number}`, description: clean(alt) },
  });
  return new Paragraph({ style: 'Picture', children: [image] });
}

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { startDisplay } from '../../../scripts/setup/display.mjs';

/** A virtual display that can be looked at: what the system draws on it, no page can photograph. */
export interface Screen {
  readonly name: string;
  /** All of it, as it is now. */
  readonly look: () => PNG;
  readonly stop: () => void;
}

/** Places of the numbers of 4 bytes in the head of an XWD file, which is how the display keeps its picture. */
const head = { size: 0, width: 4, height: 5, bytesOfLine: 12, colours: 19 };
const bytesOfColour = 12;

/** The picture in an XWD file of 32 bits a pixel: blue, green, red, nothing. */
function readXwd(bytes: Buffer): PNG {
  const number = (at: number): number => bytes.readUInt32BE(at * 4);
  const picture = new PNG({ width: number(head.width), height: number(head.height) });
  const start = number(head.size) + number(head.colours) * bytesOfColour;
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1) {
      const from = start + y * number(head.bytesOfLine) + x * 4;
      const to = (y * picture.width + x) * 4;
      for (const [at, colour] of [2, 1, 0].entries()) picture.data[to + at] = bytes[from + colour] ?? 0;
      picture.data[to + 3] = 255;
    }
  return picture;
}

/** Starts a display of this size in pixels. */
export async function startScreen(width: number, height: number): Promise<Screen> {
  const folder = mkdtempSync(path.join(tmpdir(), 'streamwright-screen-'));
  const { name, stop } = await startDisplay({ width, height, folder });
  return { name, stop, look: () => readXwd(readFileSync(path.join(folder, 'Xvfb_screen0'))) };
}

/** What of a screen is not as it was before, as a PNG; null where nothing is. */
export function newOn(before: PNG, now: PNG): Buffer | null {
  const places = { xs: new Set<number>(), ys: new Set<number>() };
  for (let y = 0; y < now.height; y += 1)
    for (let x = 0; x < now.width; x += 1) {
      const at = (y * now.width + x) * 4;
      if (before.data.readUInt32BE(at) === now.data.readUInt32BE(at)) continue;
      places.xs.add(x);
      places.ys.add(y);
    }
  if (places.xs.size === 0) return null;
  const [left, right] = [Math.min(...places.xs), Math.max(...places.xs)];
  const [top, bottom] = [Math.min(...places.ys), Math.max(...places.ys)];
  const cut = new PNG({ width: right - left + 1, height: bottom - top + 1 });
  PNG.bitblt(now, cut, left, top, cut.width, cut.height, 0, 0);
  return PNG.sync.write(cut);
}

// `node scripts/package/icons.mjs`: makes every icon of the packages from the drawings in build/*.svg.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { PNG } from 'pngjs';
import { root } from '../setup/paths.mjs';

/** Up to this size the drawing on the grid of 16 pixels is the clearer one; 24 is no multiple of it, but larger. */
const SMALL = 32;
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** What macOS calls each size. */
const MAC_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
/** A plate on macOS fills 824 of 1024; in the drawing it fills 480 of 512. */
const MAC_SHARE = 824 / 1024 / (480 / 512);

function drawing(name) {
  return readFileSync(path.join(root, 'build', `${name}.svg`), 'utf8');
}

function picture(svg, size) {
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
}

function pictureOf(name, size) {
  return picture(drawing(size <= SMALL ? `${name}-small` : name), size);
}

/** The drawing with the room round it that macOS expects of an app. */
function withRoom(svg) {
  const side = 512 * MAC_SHARE;
  const at = (512 - side) / 2;
  const inner = svg.replace(
    /width="512" height="512"/,
    `x="${at}" y="${at}" width="${side}" height="${side}"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512">${inner}</svg>`;
}

/** A picture as an icon's bitmap: rows from below, blue first, then the mask of old systems (empty). */
function bitmap(png) {
  const { width, height, data } = PNG.sync.read(png);
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(width, 4);
  head.writeInt32LE(height * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const rows = [];
  for (let y = height - 1; y >= 0; y--) {
    const row = Buffer.from(data.subarray(y * width * 4, (y + 1) * width * 4));
    for (let x = 0; x < row.length; x += 4) [row[x], row[x + 2]] = [row[x + 2], row[x]];
    rows.push(row);
  }
  return Buffer.concat([head, ...rows, Buffer.alloc(Math.ceil(width / 32) * 4 * height)]);
}

/** An icon of Windows: bitmaps, and from 256 pixels on a PNG. */
export function toIco(pictures) {
  const images = pictures.map(({ size, png }) => ({ size, bytes: size >= 256 ? png : bitmap(png) }));
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let at = head.length;
  for (const [index, { size, bytes }] of images.entries()) {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += bytes.length;
  }
  return Buffer.concat([head, ...images.map(({ bytes }) => bytes)]);
}

function chunk(type, bytes) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(bytes.length + 8, 4);
  return Buffer.concat([head, bytes]);
}

/** An icon of macOS out of PNG pictures by the system's names of their sizes. */
export function toIcns(pictures) {
  return chunk('icns', Buffer.concat(pictures.map(({ type, png }) => chunk(type, png))));
}

/**
 * Every icon file below build/ with its bytes.
 * @returns {Map<string, Buffer>}
 */
export function iconFiles() {
  const files = new Map();
  for (const name of ['icon', 'vsmap']) {
    const windows = WINDOWS_SIZES.map((size) => ({ size, png: pictureOf(name, size) }));
    const onMac = name === 'icon' ? withRoom(drawing(name)) : drawing(name);
    const mac = Object.entries(MAC_TYPES).map(([type, size]) => ({ type, png: picture(onMac, size) }));
    files.set(`${name}.ico`, toIco(windows));
    files.set(`${name}.icns`, toIcns(mac));
  }
  for (const size of LINUX_SIZES) {
    files.set(`icons/${size}x${size}.png`, pictureOf('icon', size));
    const folder = `linux/hicolor/${size}x${size}/mimetypes`;
    files.set(`${folder}/application-x-vsmap.png`, pictureOf('vsmap', size));
  }
  return files;
}

/** Writes all icon files. */
export function writeIcons() {
  for (const [name, bytes] of iconFiles()) {
    const file = path.join(root, 'build', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

if (process.argv[1] === import.meta.filename) writeIcons();

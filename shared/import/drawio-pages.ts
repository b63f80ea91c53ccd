import { inflateSync, strFromU8, unzlibSync } from 'fflate';
import { importText } from '../text/import';
import { bytesOfBase64 } from './base64';
import { importLimits } from './limits';
import { Refused } from './refused';
import { allNamed, childNamed, readXml, type XmlElement } from './xml';

/** A page of a draw.io file: the element that holds its cells. */
export interface DrawioPage {
  readonly name: string;
  readonly root: XmlElement;
  /** Attributes of the page itself. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Packed bytes as they are, at most as many as `limit`; throws `Refused` where they are damaged or more. */
export function unpacked(
  bytes: Uint8Array,
  unpack: (bytes: Uint8Array, out: Uint8Array) => Uint8Array,
): Uint8Array {
  // The output has its full size from the start: what would go beyond it is never made.
  const room = Math.min(importLimits.unpacked + 1, Math.max(1024, bytes.length * 1040));
  let out: Uint8Array;
  try {
    out = unpack(bytes, new Uint8Array(room));
  } catch {
    throw new Refused(importText.refused.damaged);
  }
  if (out.length > importLimits.unpacked)
    throw new Refused(importText.refused.unpacksTooLarge(importLimits.unpacked / 1024 / 1024));
  return out;
}

/** A text with its percent signs read; throws `Refused` where they are none. */
function withoutPercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refused(importText.refused.damaged);
  }
}

/** The text of a page that draw.io packed: base64, deflate, percent signs. */
function unpackedPage(text: string): string {
  const bytes = bytesOfBase64(text);
  if (bytes === null) throw new Refused(importText.refused.damaged);
  const plain = strFromU8(unpacked(bytes, (packed, out) => inflateSync(packed, { out })));
  return plain.trimStart().startsWith('<') ? plain : withoutPercents(plain);
}

function pageOf(diagram: XmlElement): DrawioPage {
  const inside = childNamed(diagram, 'mxGraphModel');
  const packed = diagram.text.trim();
  const model =
    inside ?? (packed === '' ? null : readXml(packed.startsWith('<') ? packed : unpackedPage(packed)));
  const root = model && childNamed(model, 'root');
  const name = diagram.attributes.get('name')?.trim() ?? '';
  const empty: XmlElement = { name: 'root', prefix: '', attributes: new Map(), children: [], text: '' };
  return { name, root: root ?? empty, attributes: diagram.attributes };
}

/** The pages of a draw.io text, in their order; throws `Refused` where it is none. */
export function readDrawioPages(source: string): DrawioPage[] {
  const root = readXml(source);
  if (root.name === 'svg') {
    const content = root.attributes.get('content') ?? '';
    if (!/<mxfile|<mxGraphModel|%3Cmxfile/i.test(content)) throw new Refused(importText.refused.noDiagram);
    return readDrawioPages(content.startsWith('%') ? withoutPercents(content) : content);
  }
  const diagrams = root.name === 'mxfile' ? allNamed(root, 'diagram') : [];
  if (diagrams.length > importLimits.maps)
    throw new Refused(importText.refused.tooManyMaps(importLimits.maps));
  if (diagrams.length > 0) return diagrams.map(pageOf);
  const model = root.name === 'mxGraphModel' ? root : allNamed(root, 'mxGraphModel')[0];
  const cells = model && childNamed(model, 'root');
  if (cells === undefined) throw new Refused(importText.refused.notDrawio);
  return [{ name: '', root: cells, attributes: new Map() }];
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, index) => bytes[index] === byte);

const number = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 24) |
  ((bytes[at + 1] ?? 0) << 16) |
  ((bytes[at + 2] ?? 0) << 8) |
  (bytes[at + 3] ?? 0);

function textOf(kind: string, data: Uint8Array): { key: string; text: string } | null {
  const end = data.indexOf(0);
  if (end < 0) return null;
  const key = strFromU8(data.subarray(0, end), true);
  const rest = data.subarray(end + 1);
  if (kind === 'tEXt') return { key, text: strFromU8(rest, true) };
  const inflate = (packed: Uint8Array): string =>
    strFromU8(
      unpacked(packed, (each, out) => unzlibSync(each, { out })),
      kind === 'zTXt',
    );
  if (kind === 'zTXt') return { key, text: inflate(rest.subarray(1)) };
  // iTXt: flag, method, language, translated keyword, text.
  const language = rest.indexOf(0, 2);
  const translated = rest.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return null;
  const body = rest.subarray(translated + 1);
  return { key, text: rest[0] === 1 ? inflate(body) : strFromU8(body) };
}

/** The draw.io text that a PNG carries; throws `Refused` where it carries none. */
export function drawioInPng(bytes: Uint8Array): string {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = number(bytes, at);
    const kind = strFromU8(bytes.subarray(at + 4, at + 8), true);
    if (length < 0 || at + 12 + length > bytes.length) break;
    if (kind === 'tEXt' || kind === 'zTXt' || kind === 'iTXt') {
      const found = textOf(kind, bytes.subarray(at + 8, at + 8 + length));
      if (found && /^mx(file|graphmodel)$/i.test(found.key)) {
        const { text } = found;
        return text.startsWith('%') ? withoutPercents(text) : text;
      }
    }
    at += 12 + length;
  }
  throw new Refused(importText.refused.noDiagram);
}

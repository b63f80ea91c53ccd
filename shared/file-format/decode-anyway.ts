/** A text made of bytes of any kind. */
export interface DecodedAnyway {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16';
  /** How many bytes stood for no character; each is U+FFFD in the text. */
  readonly unreadable: number;
}

const replacement = 0xfffd;
const chunkLength = 8192;

/** Collects code units; a list of parts, because one long `+=` of single characters is slow. */
function textMaker(): { readonly add: (unit: number) => void; readonly done: () => string } {
  const parts: string[] = [];
  let units: number[] = [];
  const flush = (): void => {
    parts.push(String.fromCharCode(...units));
    units = [];
  };
  return {
    add: (unit) => {
      units.push(unit);
      if (units.length === chunkLength) flush();
    },
    done: () => {
      flush();
      return parts.join('');
    },
  };
}

/** How many bytes follow a lead byte of UTF-8, and the least value that needs so many; null where it leads nothing. */
function leadOf(
  byte: number,
): { readonly more: number; readonly bits: number; readonly least: number } | null {
  if (byte >= 0xc2 && byte < 0xe0) return { more: 1, bits: byte & 0x1f, least: 0x80 };
  if (byte >= 0xe0 && byte < 0xf0) return { more: 2, bits: byte & 0x0f, least: 0x800 };
  if (byte >= 0xf0 && byte < 0xf5) return { more: 3, bits: byte & 0x07, least: 0x10000 };
  return null;
}

/** The code point that starts at `at` (its first byte is not ASCII), or null where there is none. */
function codePointAt(
  bytes: Uint8Array,
  at: number,
): { readonly point: number; readonly length: number } | null {
  const lead = leadOf(bytes[at] ?? 0);
  if (lead === null) return null;
  let point = lead.bits;
  for (let next = 1; next <= lead.more; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const isSurrogate = point >= 0xd800 && point < 0xe000;
  return point < lead.least || point > 0x10ffff || isSurrogate ? null : { point, length: lead.more + 1 };
}

function fromUtf8(bytes: Uint8Array): DecodedAnyway {
  const { add, done } = textMaker();
  let unreadable = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const found = byte < 0x80 ? { point: byte, length: 1 } : codePointAt(bytes, at);
    if (found === null) unreadable += 1;
    const point = found?.point ?? replacement;
    if (point < 0x10000) add(point);
    else {
      add(0xd800 + ((point - 0x10000) >> 10));
      add(0xdc00 + ((point - 0x10000) & 0x3ff));
    }
    at += found?.length ?? 1;
  }
  return { text: done(), encoding: 'utf-8', unreadable };
}

function fromUtf16(bytes: Uint8Array, isLittle: boolean): DecodedAnyway {
  const { add, done } = textMaker();
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    add(isLittle ? first | (second << 8) : second | (first << 8));
  }
  return { text: done(), encoding: 'utf-16', unreadable: bytes.length % 2 };
}

/** Text from bytes that may be damaged: UTF-16 where a byte order mark or the first brace says so, else UTF-8; total. */
export function decodeAnyway(bytes: Uint8Array): DecodedAnyway {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x7b && second === 0)) return fromUtf16(bytes, true);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x7b)) return fromUtf16(bytes, false);
  return fromUtf8(bytes);
}

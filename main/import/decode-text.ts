/** Byte order marks with the encoding that they tell. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** What Windows-1252 puts in the place of the control signs from 0x80 on. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node take Windows-1252 for Latin 1, so its own signs are put in here. */
function decodeWindows(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (sign) => windows[sign.charCodeAt(0) - 0x80] ?? sign);
}

const named = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]{2,20})["']/;

/** Half of the bytes of plain text in UTF-16 are zero, always the same half. */
function withoutMark(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 512);
  const zeros = (from: 0 | 1): number =>
    head.filter((byte, index) => byte === 0 && index % 2 === from).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const most = head.length / 2;
  if (head.length >= 4 && odd > most * 0.6 && even < most * 0.1) return 'utf-16le';
  return head.length >= 4 && even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  if (/^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii)$/i.test(encoding)) return decodeWindows(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of a file in UTF-8, UTF-16, the encoding that its XML head names, or else Windows-1252 as European Excel writes it. */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find(([sign]) => sign.every((byte, index) => bytes[index] === byte))?.[1];
  const wide = mark ?? withoutMark(bytes);
  if (wide !== null) return decodeAs(bytes, wide) ?? new TextDecoder(wide).decode(bytes);
  const head = decodeWindows(bytes.subarray(0, 200));
  const stated = named.exec(head)?.[1];
  const told = stated === undefined || /^utf-?16/i.test(stated) ? null : decodeAs(bytes, stated);
  return told ?? decodeAs(bytes, 'utf-8') ?? decodeWindows(bytes);
}

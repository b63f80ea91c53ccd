const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values: ReadonlyMap<number, number> = new Map(
  [...signs].map((sign, index) => [sign.charCodeAt(0), index]),
);

/** The bytes of a base64 text, blanks aside; null where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const body = text.replace(/\s+/g, '').replace(/(?<!=)=+$/, '');
  if (body === '' || body.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (let index = 0; index < body.length; index += 1) {
    const value = values.get(body.charCodeAt(index));
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
}

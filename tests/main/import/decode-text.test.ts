import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../main/import/decode-text';

const line = 'Schritt;Größe €\nPrüfen;1,5h\n';

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(line, 'utf8')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${line}`, 'utf8')],
    ['UTF-16', Buffer.from(line, 'utf16le')],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${line}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\ufeff${line}`, 'utf16le').swap16()],
    // The euro sign is 0x80 in the code page of European Windows.
    ['Windows-1252', Buffer.from(line.replace('€', '\u0080'), 'latin1')],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes).replace(/^\ufeff/, '')).toBe(line);
  });

  it('follows the encoding that the head of an XML text names', () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-2"?><a n="Příliš"/>';
    const bytes = Buffer.from(xml.replace('ř', '\u00f8').replace('š', '\u00b9'), 'latin1');
    expect(decodeText(bytes)).toBe(xml);
  });

  it('takes an encoding that nobody knows for UTF-8', () => {
    const xml = '<?xml version="1.0" encoding="no-such-thing"?><a n="é"/>';
    expect(decodeText(Buffer.from(xml, 'utf8'))).toBe(xml);
  });
});

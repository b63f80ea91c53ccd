import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from '../../../main/export/zip';

describe('an archive', () => {
  const entries = [
    { path: '[Content_Types].xml', content: '<Types/>' },
    { path: 'word/größe.xml', content: 'ä日' },
    { path: 'media/1.png', content: Uint8Array.of(1, 2, 3) },
  ];

  it('gives back what was put in, in the same order', () => {
    const files = unzipSync(zip(entries));
    expect(Object.keys(files)).toEqual(['[Content_Types].xml', 'word/größe.xml', 'media/1.png']);
    expect(strFromU8(files['word/größe.xml'] ?? new Uint8Array())).toBe('ä日');
    expect(files['media/1.png']).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('carries the first of January 1980 and not the hour of its making', () => {
    const bytes = zip(entries);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // In MS-DOS form: day 1, month 1, year 0, and midnight.
    expect(view.getUint32(10, true)).toBe((1 << 21) | (1 << 16));
  });

  it('refuses two entries of one path', () => {
    expect(() => zip([...entries, { path: 'media/1.png', content: '' }])).toThrow('media/1.png');
  });
});

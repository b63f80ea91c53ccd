import { readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeAll } from '../../../main/files/durable';
import { sayNotOpened, saySaved } from '../../../main/files/say-outcome';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();

/** A file on a disk that takes at most some bytes at a time, as one does that fills up. */
async function shortFile(name: string, most: number): Promise<FileHandle> {
  const handle = await open(at(name), 'w');
  const write = handle.write.bind(handle) as (
    bytes: Uint8Array,
    from: number,
    length: number,
    place: null,
  ) => Promise<{ bytesWritten: number; buffer: Uint8Array }>;
  const short = (bytes: Uint8Array, from: number, length: number) =>
    write(bytes, from, Math.min(length, most), null);
  return Object.assign(handle, { write: short });
}

test('every byte is written by a disk that takes a few at a time', async () => {
  const handle = await shortFile('slow', 7);
  const bytes = Buffer.from('a map that is longer than what the disk takes at once');
  await writeAll(handle, bytes);
  await handle.close();
  expect(readFileSync(at('slow'))).toEqual(bytes);
});

test('a disk that takes no byte is an error, not a wait without end', async () => {
  const handle = await shortFile('full', 0);
  await expect(writeAll(handle, Buffer.from('x'))).rejects.toMatchObject({ kind: 'io-error' });
  await handle.close();
});

test('a very long name is told by its two ends', () => {
  const name = `${'Incident '.repeat(40)}at night.vsmap`;
  const said = saySaved({ kind: 'name-too-long', code: 'ENAMETOOLONG' }, name, { expected: null });
  expect(said).toContain('“Incident Incident Incident Incident…ident at night.vsmap”');
  expect(sayNotOpened({ kind: 'missing', code: 'ENOENT' }, name)).toContain('…ident at night.vsmap”');
});

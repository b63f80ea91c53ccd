import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { streamwright, temporaryFolder } from '../../helpers/run-command';

const file = temporaryFolder();

const text = writeProject(
  buildMap((m) => {
    m.start();
    m.step('ask', { name: 'Ask', wait: 5 });
    m.step('approve', { name: 'Approve', wait: 4800 });
    m.end();
    m.path('start', 'ask', 'approve', 'end');
  }).project,
);
const newer = text.replace('"version": 1', '"version": 2');

describe('salvage', () => {
  it('writes what is sound under another name, says what was lost, and leaves the file alone', async () => {
    const damaged = text.replace('"likely": 4800', '"likely": ');
    await writeFile(file('damaged.vsmap'), damaged);
    const { code, out, err } = await streamwright(
      'salvage',
      file('damaged.vsmap'),
      '-o',
      file('saved.vsmap'),
    );
    expect({ code, out }).toEqual({ code: 1, out: 'Wrote saved.vsmap: 2 steps, 3 flows.\n' });
    expect(err).toContain('Note: Of “Approve” the wait before was not readable and is now unknown.');
    expect(await streamwright('validate', file('saved.vsmap'))).toMatchObject({ code: 0 });
    expect(await readFile(file('damaged.vsmap'), 'utf8')).toBe(damaged);
    const onto = await streamwright('salvage', file('damaged.vsmap'), '-o', file('damaged.vsmap'));
    expect(onto).toMatchObject({ code: 2, err: expect.stringContaining('would replace the input') });
  });

  it('takes bytes that are no text, and writes nothing where all is sound or nothing is', async () => {
    await writeFile(file('wide.vsmap'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await streamwright('salvage', file('wide.vsmap'), '-o', file('narrow.vsmap'))).toMatchObject({
      code: 0,
    });
    expect(await readFile(file('narrow.vsmap'), 'utf8')).toBe(text);
    await writeFile(file('sound.vsmap'), text);
    const sound = await streamwright('salvage', file('sound.vsmap'), '-o', file('none.vsmap'));
    expect(sound).toEqual({ code: 0, out: 'sound.vsmap is sound; nothing was written.\n', err: '' });
    await writeFile(file('letter.vsmap'), 'Dear Ada');
    expect(await streamwright('salvage', file('letter.vsmap'), '-o', file('none.vsmap'))).toMatchObject({
      code: 2,
    });
    await expect(readFile(file('none.vsmap'))).rejects.toThrow('ENOENT');
  });

  it('leaves a newer version alone, and no command writes over one', async () => {
    await writeFile(file('newer.vsmap'), newer);
    const { code, err } = await streamwright('salvage', file('newer.vsmap'), '-o', file('none.vsmap'));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('saved by a newer Streamwright') });
    for (const args of [
      ['new', 'normal-change'],
      ['salvage', file('wide.vsmap')],
    ]) {
      const result = await streamwright(...args, '-o', file('newer.vsmap'));
      expect(result).toMatchObject({ code: 2, err: expect.stringContaining('is not written over') });
    }
    expect(await readFile(file('newer.vsmap'), 'utf8')).toBe(newer);
  });
});

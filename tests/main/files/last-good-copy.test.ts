import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goodCopyPath, keepGoodCopy, prepareSettings } from '../../../main/files/last-good-copy';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const settings = '{\n\t"theme": "dark",\n\t"recent": ["Größe.vsmap"]\n}\n';

test('sound settings stay as they are and are kept as the good copy', async () => {
  writeFileSync(at('settings.json'), settings);
  expect(await prepareSettings(at('settings.json'))).toEqual({ kind: 'sound' });
  expect(readFileSync(at('settings.json'), 'utf8')).toBe(settings);
  expect(readFileSync(goodCopyPath(at('settings.json')), 'utf8')).toBe(settings);
});

test('a good copy that is up to date is not written again', async () => {
  writeFileSync(at('settings.json'), settings);
  await keepGoodCopy(at('settings.json'));
  const before = statSync(goodCopyPath(at('settings.json')), { bigint: true });
  await keepGoodCopy(at('settings.json'));
  expect(statSync(goodCopyPath(at('settings.json')), { bigint: true }).ino).toBe(before.ino);
});

test('the first start has none', async () => {
  expect(await prepareSettings(at('settings.json'))).toEqual({ kind: 'missing' });
  expect(readdirSync(at())).toEqual([]);
});

test('settings cut off at any byte come back from the good copy, and the cut ones are kept aside', async () => {
  const path = at('settings.json');
  writeFileSync(path, settings);
  await prepareSettings(path);
  const whole = Buffer.from(settings);
  const lastBrace = whole.lastIndexOf('}');
  for (let length = 0; length <= lastBrace; length += 1) {
    writeFileSync(path, whole.subarray(0, length));
    expect(await prepareSettings(path)).toEqual({ kind: 'restored', movedTo: `${path}.damaged` });
    expect(readFileSync(path, 'utf8')).toBe(settings);
    expect(readFileSync(`${path}.damaged`)).toEqual(whole.subarray(0, length));
  }
  expect(readdirSync(at()).sort()).toEqual(['settings.json', 'settings.json.damaged', 'settings.json.good']);
});

test.each(['', 'null', '[]', '"text"', '{', '\0\0\0\0', '{}}'])(
  'damaged settings %j without a good copy are moved aside',
  async (text) => {
    writeFileSync(at('settings.json'), text);
    expect(await prepareSettings(at('settings.json'))).toMatchObject({ kind: 'reset' });
    expect(readdirSync(at())).toEqual(['settings.json.damaged']);
  },
);

test('settings of more than a megabyte are damage', async () => {
  writeFileSync(at('settings.json'), JSON.stringify({ recent: 'x'.repeat(1024 * 1024) }));
  expect(await prepareSettings(at('settings.json'))).toMatchObject({ kind: 'reset' });
});

test('damaged settings never become the good copy, and a damaged good copy is not used', async () => {
  const path = at('settings.json');
  writeFileSync(path, settings);
  await keepGoodCopy(path);
  writeFileSync(path, '{"theme"');
  await keepGoodCopy(path);
  expect(readFileSync(goodCopyPath(path), 'utf8')).toBe(settings);
  writeFileSync(goodCopyPath(path), '{"th');
  expect(await prepareSettings(path)).toMatchObject({ kind: 'reset' });
});

test('a place that cannot hold settings is named, not thrown', async () => {
  mkdirSync(at('settings.json'));
  expect(await prepareSettings(at('settings.json'))).toMatchObject({ kind: 'unusable' });
  rmSync(at('settings.json'), { recursive: true });
  writeFileSync(at('file'), '');
  expect(await prepareSettings(at('file', 'settings.json'))).toMatchObject({ kind: 'unusable' });
});

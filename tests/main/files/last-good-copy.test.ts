import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { expect, test } from 'vitest';
import { goodCopyPath, keepGoodCopy, prepareSettings } from '../../../main/files/last-good-copy';
import { tell } from '../../helpers/tell';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const settings = '{\n\t"theme": "dark",\n\t"recent": ["Größe.vsmap"]\n}\n';

/** A file as the app writes it once a window was moved and a file was opened. */
const real = JSON.stringify(
  {
    place: { bounds: { x: 96, y: 54, width: 1728, height: 1026 }, isMaximized: false },
    recent: [{ path: '/home/ann/Größe.vsmap', usedAt: '2026-11-22T09:30:00.000Z' }],
  },
  undefined,
  '\t',
);

test('sound settings stay as they are and are kept as the good copy', async () => {
  writeFileSync(at('settings.json'), settings);
  expect(await prepareSettings(at('settings.json'))).toEqual({ kind: 'sound', text: settings });
  expect(readFileSync(at('settings.json'), 'utf8')).toBe(settings);
  expect(readFileSync(goodCopyPath(at('settings.json')), 'utf8')).toBe(settings);
});

test('only the user may read the good copy, and settings that come back from it', async () => {
  writeFileSync(at('settings.json'), settings, { mode: 0o600 });
  await keepGoodCopy(at('settings.json'));
  expect(statSync(goodCopyPath(at('settings.json'))).mode & 0o777).toBe(0o600);
  rmSync(at('settings.json'));
  await prepareSettings(at('settings.json'));
  expect(statSync(at('settings.json')).mode & 0o777).toBe(0o600);
});

test('a good copy that is up to date is not written again', async () => {
  writeFileSync(at('settings.json'), settings);
  await keepGoodCopy(at('settings.json'));
  const before = statSync(goodCopyPath(at('settings.json')), { bigint: true });
  await keepGoodCopy(at('settings.json'));
  expect(statSync(goodCopyPath(at('settings.json')), { bigint: true }).ino).toBe(before.ino);
});

test('the first start has none', async () => {
  expect(await prepareSettings(at('settings.json'))).toEqual({ kind: 'missing', text: null });
  expect(readdirSync(at())).toEqual([]);
});

test('settings cut off at any byte come back from the good copy, and the cut ones are kept aside', async () => {
  const path = at('settings.json');
  writeFileSync(path, real);
  await prepareSettings(path);
  const whole = Buffer.from(real);
  const lastBrace = whole.lastIndexOf('}');
  for (let length = 0; length <= lastBrace; length += 1) {
    writeFileSync(path, whole.subarray(0, length));
    const movedTo = `${path}.damaged`;
    expect(await prepareSettings(path)).toEqual({ kind: 'restored', text: real, movedTo });
    expect(readFileSync(path, 'utf8')).toBe(real);
    expect(readFileSync(`${path}.damaged`)).toEqual(whole.subarray(0, length));
  }
  expect(readdirSync(at()).sort()).toEqual(['settings.json', 'settings.json.damaged', 'settings.json.good']);
  const size = whole.length.toLocaleString('en-GB');
  tell(
    'R18',
    lastBrace + 1,
    `lengths at which a settings file of ${size} bytes was cut off: all back from its copy`,
  );
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

test.each([
  { name: 'each bit of a short text', text: '{"a":1,"b":"ö"}', isChosen: () => true },
  {
    name: 'a bit of each byte of a settings file',
    text: real,
    isChosen: (bit: number) => bit % 8 === (bit >> 3) % 8,
  },
])('settings with $name turned over are sound or come back from the good copy', async (each) => {
  const path = at('settings.json');
  const whole = Buffer.from(each.text);
  const kinds = { sound: 0, restored: 0 };
  const bits = Array.from({ length: whole.length * 8 }, (_, bit) => bit).filter(each.isChosen);
  for (const bit of bits) {
    const flipped = Buffer.from(whole);
    flipped[bit >> 3] = (whole[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(goodCopyPath(path), each.text);
    writeFileSync(path, flipped);
    const { kind, text } = await prepareSettings(path);
    if (kind !== 'sound' && kind !== 'restored') throw new Error(`bit ${bit}: ${kind}`);
    kinds[kind] += 1;
    expect(Object.keys(JSON.parse(text))).toHaveLength(2);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(text));
  }
  expect(kinds.restored).toBeGreaterThan(30);
  expect(kinds.sound + kinds.restored).toBe(bits.length);
  const words =
    'turned bits, each of a text of 16 bytes and one of each byte of that file: 0 without settings';
  tell('R18', bits.length, words);
});

test('lost settings come back from the good copy', async () => {
  const path = at('settings.json');
  writeFileSync(goodCopyPath(path), settings);
  expect(await prepareSettings(path)).toEqual({ kind: 'restored', text: settings, movedTo: null });
  expect(readFileSync(path, 'utf8')).toBe(settings);
});

test('what the writer of settings had begun when it was killed is swept', async () => {
  writeFileSync(at('settings.json'), settings);
  writeFileSync(at('settings.json.tmp-1234567890abcdef'), '{"th');
  writeFileSync(at('settings.json.tmpl'), 'of somebody else');
  await prepareSettings(at('settings.json'));
  expect(readdirSync(at()).sort()).toEqual(['settings.json', 'settings.json.good', 'settings.json.tmpl']);
});

test.each([
  ['a folder', (path: string) => mkdirSync(path)],
  ['a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path])],
  ['a link that leads to itself', (path: string) => symlinkSync(path, path)],
])('%s in the place of the settings gives way to the good copy', async (_what, make) => {
  const path = at('settings.json');
  writeFileSync(goodCopyPath(path), settings);
  make(path);
  expect(await prepareSettings(path)).toMatchObject({ kind: 'restored', text: settings });
  expect(readFileSync(path, 'utf8')).toBe(settings);
});

test('a place that cannot hold settings is named, not thrown', async () => {
  writeFileSync(at('file'), '');
  expect(await prepareSettings(at('file', 'settings.json'))).toMatchObject({ kind: 'unusable', text: null });
});

test.skipIf(process.getuid?.() === 0)(
  'settings that may not be read, in a folder that may not be written, are still had from the good copy',
  async () => {
    const path = at('profile', 'settings.json');
    mkdirSync(at('profile'));
    writeFileSync(path, '{"th');
    writeFileSync(goodCopyPath(path), settings);
    chmodSync(at('profile'), 0o555);
    try {
      expect(await prepareSettings(path)).toMatchObject({ kind: 'unusable', text: settings });
    } finally {
      chmodSync(at('profile'), 0o755);
    }
  },
);

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { openFor } from '../../main/open-document';
import { mapOf, useShownFile } from '../helpers/shown-file';
import { useTempFolder } from './files/temp-folder';
import { tell } from '../helpers/tell';

const at = useTempFolder();
const shown = useShownFile(at);
const counts = { cases: 0, silentOverwrites: 0 };

afterAll(() => {
  tell('R6', counts.cases, 'ways in which others change a file, 0 overwritten in silence');
  console.log(
    `Changed outside: ${String(counts.cases)} cases, ${String(counts.silentOverwrites)} silent overwrites.`,
  );
});

/** What others do to the file, what the page is told, and what the disk must still hold after a save was tried. */
const cases: readonly {
  readonly name: string;
  readonly told: string;
  readonly act: () => void;
  readonly isUntouched: () => boolean;
}[] = [
  {
    name: 'written in place',
    told: 'changed',
    act: () => writeFileSync(shown.file(), mapOf('theirs')),
    isUntouched: () => readFileSync(shown.file(), 'utf8') === mapOf('theirs'),
  },
  {
    name: 'replaced atomically',
    told: 'changed',
    act: () => {
      writeFileSync(at('docs', '.new'), mapOf('theirs'));
      renameSync(at('docs', '.new'), shown.file());
    },
    isUntouched: () => readFileSync(shown.file(), 'utf8') === mapOf('theirs'),
  },
  {
    name: 'changed with equal time and size',
    told: 'changed',
    act: () => {
      const { atime, mtime, size } = statSync(shown.file());
      writeFileSync(shown.file(), mapOf('0pened'));
      utimesSync(shown.file(), atime, mtime);
      if (statSync(shown.file()).size !== size) throw new Error('the size differs');
    },
    isUntouched: () => readFileSync(shown.file(), 'utf8') === mapOf('0pened'),
  },
  {
    name: 'emptied',
    told: 'changed',
    act: () => writeFileSync(shown.file(), ''),
    isUntouched: () => readFileSync(shown.file(), 'utf8') === '',
  },
  {
    name: 'deleted',
    told: 'deleted',
    act: () => rmSync(shown.file()),
    isUntouched: () => !existsSync(shown.file()),
  },
  {
    name: 'renamed',
    told: 'moved',
    act: () => renameSync(shown.file(), at('docs', 'renamed.vsmap')),
    isUntouched: () =>
      !existsSync(shown.file()) && readFileSync(at('docs', 'renamed.vsmap'), 'utf8') === mapOf('opened'),
  },
  {
    name: 'moved to another folder',
    told: 'deleted',
    act: () => renameSync(shown.file(), at('moved.vsmap')),
    isUntouched: () =>
      !existsSync(shown.file()) && readFileSync(at('moved.vsmap'), 'utf8') === mapOf('opened'),
  },
  {
    name: 'replaced by a folder',
    told: 'not-a-file',
    act: () => {
      rmSync(shown.file());
      mkdirSync(shown.file());
    },
    isUntouched: () => readdirSync(shown.file()).length === 0,
  },
  {
    name: 'taken away with its folder',
    told: 'unreachable',
    act: () => renameSync(at('docs'), at('unplugged')),
    isUntouched: () =>
      !existsSync(at('docs')) && readFileSync(at('unplugged', 'map.vsmap'), 'utf8') === mapOf('opened'),
  },
];

describe('a file that others meddle with while it is open', () => {
  const matrix = cases.flatMap((each) => [true, false].map((isDirty) => ({ ...each, isDirty })));

  test.each(matrix)(
    '$name, unsaved work: $isDirty: the page is told, and a save writes nothing',
    async ({ told, act, isUntouched, isDirty }) => {
      const app = shown.app();
      const { save } = await shown.shows(app, isDirty);
      act();
      await expect.poll(() => app.log).toContain(`1 document:outside ${told}`);
      const result = await save(mapOf(isDirty ? 'mine' : 'opened'));
      counts.cases += 1;
      if (result.kind === 'saved' || !isUntouched()) counts.silentOverwrites += 1;
      expect(result.kind).toMatch(/conflict|failed/);
      expect(isUntouched()).toBe(true);
    },
  );

  test('two windows: the second one gives way to the first', async () => {
    const app = shown.app();
    const { window } = await shown.shows(app, true);
    expect(await openFor(app.blankWindow(), shown.file(), app)).toEqual({ kind: 'elsewhere' });
    expect(app.log).toContain(`${String(window.id)} focus`);
    counts.cases += 1;
  });

  test.each([true, false])('two profiles, unsaved work: %s: the second save asks', async (isDirty) => {
    const [first, second] = [shown.app('first'), shown.app('second')];
    const one = await shown.shows(first, true);
    const two = await shown.shows(second, isDirty);
    expect(await one.save(mapOf('of the first'))).toMatchObject({ kind: 'saved' });
    await expect.poll(() => second.log).toContain('1 document:outside changed');
    const result = await two.save(mapOf(isDirty ? 'of the second' : 'opened'));
    counts.cases += 1;
    if (readFileSync(shown.file(), 'utf8') !== mapOf('of the first')) counts.silentOverwrites += 1;
    expect(result).toMatchObject({ kind: 'conflict' });
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('of the first'));
    // Now the second one knows, and says so.
    const seen = result.kind === 'conflict' ? result.seen : null;
    expect(await two.save(mapOf('of the second'), seen)).toMatchObject({ kind: 'saved' });
    await expect.poll(() => first.log).toContain('1 document:outside changed');
    expect(await one.save(mapOf('of the first again'))).toMatchObject({ kind: 'conflict' });
  });
});

describe('a file of a newer version that came in the place of the open one', () => {
  test('is not overwritten, though the user says so', async () => {
    const app = shown.app();
    const { save } = await shown.shows(app, true);
    const newer = mapOf('newer').replace('"version": 1', '"version": 99');
    writeFileSync(shown.file(), newer);
    const told = await save(mapOf('mine'));
    expect(told.kind).toBe('conflict');
    const seen = told.kind === 'conflict' ? told.seen : null;
    expect(await save(mapOf('mine'), seen)).toMatchObject({ kind: 'failed' });
    expect(readFileSync(shown.file(), 'utf8')).toBe(newer);
  });
});

describe.skipIf(process.platform === 'win32')('a file that is made read-only while it is open', () => {
  test('is no news, but saving says so', async () => {
    const app = shown.app();
    const { save, window } = await shown.shows(app, true);
    chmodSync(shown.file(), 0o444);
    await app.outside.look(window);
    expect(app.log.filter((line) => line.includes('document:outside'))).toEqual([]);
    const result = await save(mapOf('mine'));
    expect(result.kind === 'failed' && result.sentence).toContain('read-only');
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('opened'));
  });
});

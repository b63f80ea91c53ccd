import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { outsideHandlers } from '../../main/handlers/outside';
import { mapOf, useShownFile } from '../helpers/shown-file';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const shown = useShownFile(at);

/** What others do to the file, and how they put it back. */
const cases: readonly {
  readonly name: string;
  readonly told: string;
  readonly away: () => void;
  readonly back: () => void;
}[] = [
  {
    name: 'changed',
    told: 'changed',
    away: () => writeFileSync(shown.file(), mapOf('theirs')),
    back: () => writeFileSync(shown.file(), mapOf('opened')),
  },
  {
    name: 'deleted',
    told: 'deleted',
    away: () => rmSync(shown.file()),
    back: () => writeFileSync(shown.file(), mapOf('opened')),
  },
  {
    name: 'renamed',
    told: 'moved',
    away: () => renameSync(shown.file(), at('docs', 'renamed.vsmap')),
    back: () => renameSync(at('docs', 'renamed.vsmap'), shown.file()),
  },
  {
    name: 'moved to another folder',
    told: 'deleted',
    away: () => renameSync(shown.file(), at('moved.vsmap')),
    back: () => renameSync(at('moved.vsmap'), shown.file()),
  },
  {
    name: 'replaced by a folder',
    told: 'not-a-file',
    away: () => {
      rmSync(shown.file());
      mkdirSync(shown.file());
    },
    back: () => {
      rmSync(shown.file(), { recursive: true });
      writeFileSync(shown.file(), mapOf('opened'));
    },
  },
  {
    name: 'taken away with its folder',
    told: 'unreachable',
    away: () => renameSync(at('docs'), at('unplugged')),
    back: () => renameSync(at('unplugged'), at('docs')),
  },
];

describe('a file that is on the disk again as the window knows it', () => {
  test.each(cases)('$name and back: the page is told that it came back by itself', async (each) => {
    const app = shown.app();
    const { window, save } = await shown.shows(app, true);
    each.away();
    await expect.poll(() => app.log).toContain(`1 document:outside ${each.told}`);
    each.back();
    await app.outside.look(window);
    await expect.poll(() => app.log.at(-1)).toBe('1 document:outside same back');
    expect(await save(mapOf('mine'))).toMatchObject({ kind: 'saved' });
  });

  test('what a save puts there again did not come back by itself', async () => {
    const app = shown.app();
    const { save } = await shown.shows(app, true);
    rmSync(shown.file());
    await expect.poll(() => app.log).toContain('1 document:outside deleted');
    expect(await save(mapOf('opened'), 'nothing')).toMatchObject({ kind: 'saved' });
    await expect.poll(() => app.log.at(-1)).toBe('1 document:outside same');
  });
});

/** Whether this process has the folder open right now. */
function hasOpen(path: string): boolean {
  return readdirSync('/proc/self/fd').some((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`) === path;
    } catch {
      return false;
    }
  });
}

describe.skipIf(process.platform !== 'linux')('a file that is put back while its disk is asked', () => {
  test('and changes once more: that is told, and no doubt in the disk', async () => {
    const app = shown.app();
    const { window } = await shown.shows(app, true);
    rmSync(shown.file());
    await expect.poll(() => app.log).toContain('1 document:outside deleted');
    writeFileSync(shown.file(), mapOf('opened'));
    const looking = app.outside.look(window);
    // It is being flushed, and its folder is next, or is open already.
    while (!hasOpen(at('docs'))) await setImmediate();
    writeFileSync(shown.file(), mapOf('theirs'));
    await looking;
    await expect.poll(() => app.log.at(-1)).toBe('1 document:outside changed');
    expect(app.log.join()).not.toContain('same');
  });
});

describe('others write what the window shows', () => {
  const mine = mapOf('mine');
  test.each([
    ['the very same text', mine],
    ['the same content, written otherwise', JSON.stringify(JSON.parse(mine))],
  ])('%s is what the window knows from then on', async (_name, text) => {
    const app = shown.app();
    const { window, token, save } = await shown.shows(app, true);
    writeFileSync(shown.file(), text);
    await expect.poll(() => app.log).toContain('1 document:outside changed');
    const adopt = outsideHandlers(app)['outside:adopt'];
    expect(await adopt(window, { document: token, text: mine })).toEqual({ kind: 'same' });
    await expect.poll(() => app.log.at(-1)).toBe('1 document:outside same');
    expect(await save(mapOf('mine at last'))).toMatchObject({ kind: 'saved' });
  });

  test.each([
    ['another map', mapOf('theirs')],
    ['the same with a wrong checksum', mine.replace('"mine"', '"Mine"')],
    ['no map', ''],
  ])('%s is not taken for the same, and a save still asks', async (_name, text) => {
    const app = shown.app();
    const { window, token, save } = await shown.shows(app, true);
    writeFileSync(shown.file(), text);
    const adopt = outsideHandlers(app)['outside:adopt'];
    expect(await adopt(window, { document: token, text: mine })).toEqual({ kind: 'other' });
    expect(await save(mapOf('mine at last'))).toMatchObject({ kind: 'conflict' });
    expect(readFileSync(shown.file(), 'utf8')).toBe(text);
  });

  // Root may read every folder.
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'what the disk does not confirm is not called saved',
    async () => {
      const app = shown.app();
      const { window, token, save } = await shown.shows(app, true);
      writeFileSync(shown.file(), mine);
      chmodSync(at('docs'), 0o300);
      const adopt = outsideHandlers(app)['outside:adopt'];
      const adopted = await adopt(window, { document: token, text: mine });
      chmodSync(at('docs'), 0o700);
      expect(adopted).toEqual({ kind: 'same-unconfirmed' });
      expect(await save(mapOf('mine at last'))).toMatchObject({ kind: 'saved' });
    },
  );

  test('a window without the file is told nothing of it', async () => {
    const app = shown.app();
    const { token } = await shown.shows(app, false);
    const adopt = outsideHandlers(app)['outside:adopt'];
    expect(await adopt(app.blankWindow(), { document: token, text: mapOf('opened') })).toEqual({
      kind: 'other',
    });
  });
});

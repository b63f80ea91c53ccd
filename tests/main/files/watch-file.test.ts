import {
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { type FileStamp, stampOnDisk } from '../../../main/files/file-stamp';
import { lookOutside, type Outside } from '../../../main/files/look-outside';
import { type FileWatch, watchFile } from '../../../main/files/watch-file';
import { writeSafely } from '../../../main/files/write-safely';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const watches: FileWatch[] = [];

afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
});

interface Watched {
  readonly watch: FileWatch;
  readonly news: Outside[];
  /** The next news that was not asked for yet; the deadline is the test's own. */
  readonly next: () => Promise<Outside>;
  /** What the disk should hold from now on. */
  expected: FileStamp | null;
}

/** Watches a file that holds `old`; the first look is over, so that its number on the disk is known. */
async function watched(name = 'map.vsmap', glanceMs = 60_000): Promise<Watched> {
  writeFileSync(at(name), 'old');
  const queue: Outside[] = [];
  let wake = (): void => undefined;
  const state: Watched = {
    news: [],
    expected: await stampOnDisk(at(name)),
    next: async () => {
      while (queue.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const [first] = queue.splice(0, 1);
      if (!first) throw new Error('no news');
      return first;
    },
    watch: watchFile({
      path: at(name),
      expected: () => state.expected,
      onNews: (news) => {
        queue.push(news);
        state.news.push(news);
        wake();
      },
      settleMs: 20,
      glanceMs,
    }),
  };
  watches.push(state.watch);
  await state.watch.look();
  expect(state.news).toEqual([]);
  return state;
}

/** Writes as careful programs do: beside the file, then over it. */
function replaceAtomically(name: string, text: string): void {
  writeFileSync(at('.new'), text);
  renameSync(at('.new'), at(name));
}

describe('a watched file', { timeout: 20_000 }, () => {
  test('that is written in place is told as changed, and once more when it is written again', async () => {
    const { next } = await watched();
    writeFileSync(at('map.vsmap'), 'theirs');
    expect(await next()).toMatchObject({ kind: 'changed', stamp: { size: 6 } });
    writeFileSync(at('map.vsmap'), 'theirs too');
    expect(await next()).toMatchObject({ kind: 'changed', stamp: { size: 10 } });
  });

  test('is heard after every atomic replace, not only after the first', async () => {
    const { next } = await watched();
    for (const text of ['one', 'second', 'the third']) {
      replaceAtomically('map.vsmap', text);
      expect(await next()).toMatchObject({ kind: 'changed', stamp: { size: text.length } });
    }
  });

  test('with equal time and size is told by its content', async () => {
    const { next } = await watched();
    const { mtime } = statSync(at('map.vsmap'));
    writeFileSync(at('map.vsmap'), 'odd');
    utimesSync(at('map.vsmap'), mtime, mtime);
    expect(await next()).toMatchObject({ kind: 'changed', stamp: { size: 3 } });
  });

  test('of which only time and rights change is no news, nor is the same content written anew', async () => {
    const { watch, news } = await watched();
    utimesSync(at('map.vsmap'), 1000, 1000);
    replaceAtomically('map.vsmap', 'old');
    await watch.look();
    expect(news).toEqual([]);
  });

  test('that is deleted is told, and told to be back when it is', async () => {
    const { next } = await watched();
    rmSync(at('map.vsmap'));
    expect(await next()).toEqual({ kind: 'deleted' });
    writeFileSync(at('map.vsmap'), 'old');
    expect(await next()).toMatchObject({ kind: 'same' });
  });

  test('that gets another name is found under it, though a copy of it is there as well', async () => {
    const { next } = await watched();
    copyFileSync(at('map.vsmap'), at('a copy.vsmap'));
    renameSync(at('map.vsmap'), at('renamed.vsmap'));
    expect(await next()).toMatchObject({ kind: 'moved', path: at('renamed.vsmap'), isCertain: true });
  });

  test('that was found under another name is told of again when that changes or goes', async () => {
    const { next } = await watched();
    renameSync(at('map.vsmap'), at('renamed.vsmap'));
    expect(await next()).toMatchObject({ kind: 'moved', path: at('renamed.vsmap') });
    renameSync(at('renamed.vsmap'), at('once more.vsmap'));
    expect(await next()).toMatchObject({ kind: 'moved', path: at('once more.vsmap'), isCertain: true });
    rmSync(at('once more.vsmap'));
    expect(await next()).toEqual({ kind: 'deleted' });
  });

  test('that is deleted is not taken for a file of the same content that lay beside it before', async () => {
    writeFileSync(at('a twin.vsmap'), 'old');
    const { next } = await watched();
    rmSync(at('map.vsmap'));
    expect(await next()).toEqual({ kind: 'deleted' });
  });

  test('that is deleted is not taken for a copy that was made while it was watched', async () => {
    const { next } = await watched();
    copyFileSync(at('map.vsmap'), at('a copy.vsmap'));
    writeFileSync(at('map.vsmap'), 'odd');
    expect(await next()).toMatchObject({ kind: 'changed' });
    writeFileSync(at('map.vsmap'), 'old');
    expect(await next()).toMatchObject({ kind: 'same' });
    rmSync(at('map.vsmap'));
    expect(await next()).toEqual({ kind: 'deleted' });
  });

  test('that is deleted beside a new copy is not said to be the copy for certain', async () => {
    const { next } = await watched();
    copyFileSync(at('map.vsmap'), at('a copy.vsmap'));
    rmSync(at('map.vsmap'));
    expect(await next()).toMatchObject({ kind: 'moved', path: at('a copy.vsmap'), isCertain: false });
  });

  test('is not taken for a file of another ending or another content', async () => {
    const { next } = await watched();
    writeFileSync(at('other.vsmap'), 'odd');
    writeFileSync(at('map.txt'), 'old');
    rmSync(at('map.vsmap'));
    expect(await next()).toEqual({ kind: 'deleted' });
  });

  test('whose place a folder takes is told so', async () => {
    const { next } = await watched();
    rmSync(at('map.vsmap'));
    mkdirSync(at('map.vsmap'));
    expect(await next()).toEqual({ kind: 'not-a-file' });
  });

  test('whose folder goes is out of reach, and is heard of again once the folder is back', async () => {
    mkdirSync(at('share'));
    const { next } = await watched('share/map.vsmap', 30);
    renameSync(at('share'), at('unplugged'));
    expect(await next()).toMatchObject({ kind: 'unreachable' });
    renameSync(at('unplugged'), at('share'));
    expect(await next()).toMatchObject({ kind: 'same' });
    writeFileSync(at('share/map.vsmap'), 'theirs');
    expect(await next()).toMatchObject({ kind: 'changed' });
  });

  test('in a folder that another one replaced is still heard', async () => {
    mkdirSync(at('share'));
    const { next } = await watched('share/map.vsmap', 30);
    renameSync(at('share'), at('before'));
    mkdirSync(at('share'));
    expect((await next()).kind).toMatch(/deleted|unreachable/);
    writeFileSync(at('share/map.vsmap'), 'theirs');
    const seen = await next();
    expect(seen.kind === 'deleted' ? (await next()).kind : seen.kind).toBe('changed');
  });

  test('behind a silent share is seen at the next look', async () => {
    const { next } = await watched('map.vsmap', 30);
    // A file behind a link changes without a sound in the folder of the link.
    mkdirSync(at('far'));
    writeFileSync(at('far/map.vsmap'), 'old');
    rmSync(at('map.vsmap'));
    symlinkSync(at('far/map.vsmap'), at('map.vsmap'));
    writeFileSync(at('far/map.vsmap'), 'theirs');
    expect(await next()).toMatchObject({ kind: 'changed', stamp: { size: 6 } });
    writeFileSync(at('far/map.vsmap'), 'and again');
    expect(await next()).toMatchObject({ kind: 'changed', stamp: { size: 9 } });
  });

  test('that is saved here is no news, and the next change by others is', async () => {
    const state = await watched();
    for (const text of ['mine', 'mine too']) {
      await state.watch.whileSaving(async () => {
        const saved = await writeSafely(at('map.vsmap'), text, { expected: state.expected });
        // The disk holds the new version for a while before its stamp is known.
        await state.watch.look();
        if (saved.kind === 'saved') state.expected = saved.stamp;
      });
      await state.watch.look();
    }
    expect(state.news).toEqual([]);
    writeFileSync(at('map.vsmap'), 'theirs');
    expect(await state.next()).toMatchObject({ kind: 'changed', stamp: { size: 6 } });
  });

  test('that is no longer watched is no news', async () => {
    const { watch, news } = await watched();
    watch.stop();
    writeFileSync(at('map.vsmap'), 'theirs');
    await watch.look();
    expect(news).toEqual([]);
  });
});

describe('a look at the disk', () => {
  test('takes nothing for the same file that only has its number', async () => {
    writeFileSync(at('map.vsmap'), 'old');
    const stamp = await stampOnDisk(at('map.vsmap'));
    const first = await lookOutside(at('map.vsmap'), { stamp, identity: null, beside: null });
    const identity = first.kind === 'same' ? first.identity : null;
    renameSync(at('map.vsmap'), at('other.vsmap'));
    writeFileSync(at('other.vsmap'), 'odd');
    expect(await lookOutside(at('map.vsmap'), { stamp, identity, beside: null })).toEqual({
      kind: 'deleted',
    });
  });

  test('finds nothing where nothing was expected', async () => {
    const found = await lookOutside(at('map.vsmap'), { stamp: null, identity: null, beside: null });
    expect(found).toEqual({ kind: 'deleted' });
  });
});

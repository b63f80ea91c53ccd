import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHistory, type History } from '../../../main/files/history';
import { historyKey } from '../../../main/files/history-disk';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const day = 24 * 60 * 60_000;

interface Store {
  readonly history: History;
  readonly clock: { now: number };
  readonly problems: string[];
  readonly folder: string;
}

function store(options: { limit?: number; isOn?: () => boolean; folder?: string } = {}): Store {
  const clock = { now: Date.UTC(2026, 10, 22, 9) };
  const problems: string[] = [];
  const folder = at(options.folder ?? 'history');
  const history = createHistory({
    folder,
    now: () => clock.now,
    isOn: options.isOn ?? (() => true),
    onProblem: (kind) => problems.push(kind),
    ...(options.limit !== undefined && { limit: options.limit }),
  });
  return { history, clock, problems, folder };
}

const file = (name: string): string => {
  const path = at(name);
  if (!existsSync(path)) writeFileSync(path, '');
  return path;
};
const saved = ({ history }: Pick<Store, 'history'>, path: string, text: string) =>
  history.keep({ path, bytes: text, why: 'saved' });
async function textsOf({ history }: Pick<Store, 'history'>, path: string): Promise<(string | null)[]> {
  const { versions } = await history.list(path);
  const all = await Promise.all(versions.map(({ number }) => history.read(path, number)));
  return all.map((bytes) => (bytes === null ? null : Buffer.from(bytes).toString()));
}
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const ownFolder = ({ folder }: Store, path: string): string => join(folder, historyKey(path));

describe('keeping', () => {
  it('keeps every save with its time and why, the newest first', async () => {
    const made = store();
    const path = file('one.vsmap');
    await made.history.keep({ path, bytes: 'a', why: 'opened' });
    made.clock.now += 1000;
    expect(await saved(made, path, 'b')).toBe('kept');
    expect((await made.history.list(path)).versions).toMatchObject([
      {
        number: 2,
        at: Date.UTC(2026, 10, 22, 9, 0, 1),
        size: 1,
        why: 'saved',
        sha256: sha('b'),
        isThere: true,
      },
      { number: 1, at: Date.UTC(2026, 10, 22, 9), why: 'opened' },
    ]);
    expect(await textsOf(made, path)).toEqual(['b', 'a']);
  });

  it('keeps equal bytes once, and again as an entry when they come back later', async () => {
    const made = store();
    const path = file('one.vsmap');
    await saved(made, path, 'a');
    expect(await saved(made, path, 'a')).toBe('same');
    await saved(made, path, 'b');
    expect(await saved(made, path, 'a')).toBe('kept');
    expect(await textsOf(made, path)).toEqual(['a', 'b', 'a']);
    expect(readdirSync(ownFolder(made, path)).filter((name) => name.endsWith('.vsmap'))).toHaveLength(2);
  });

  it('is for its owner alone', async () => {
    const made = store();
    const path = file('one.vsmap');
    await saved(made, path, 'a');
    expect(statSync(ownFolder(made, path)).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(ownFolder(made, path)))
      expect(statSync(join(ownFolder(made, path), name)).mode & 0o777).toBe(0o600);
  });

  it('keeps nothing where the user wants none', async () => {
    const made = store({ isOn: () => false });
    expect(await saved(made, file('one.vsmap'), 'a')).toBe('off');
    expect(existsSync(made.folder)).toBe(false);
  });

  it('loses no newest version when two windows save at once', async () => {
    const made = store();
    const [one, two] = [file('one.vsmap'), file('two.vsmap')];
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) => [
        saved(made, one, `one ${String(turn)}`),
        saved(made, two, `two ${String(turn)}`),
      ]).flat(),
    );
    expect((await textsOf(made, one))[0]).toBe('one 19');
    expect((await textsOf(made, two))[0]).toBe('two 19');
    expect((await made.history.list(one)).versions).toHaveLength(20);
    expect(made.history.settle()).toBeNull();
  });

  it('drops what the rotation lets go from the disk', async () => {
    const made = store();
    const path = file('one.vsmap');
    for (let turn = 0; turn < 15; turn += 1) await saved(made, path, `old ${String(turn)}`);
    made.clock.now += 40 * day;
    await saved(made, path, 'new');
    expect(await textsOf(made, path)).toHaveLength(10);
    expect(readdirSync(ownFolder(made, path)).filter((name) => name.endsWith('.vsmap'))).toHaveLength(10);
  });

  it('keeps all documents together under the limit and never drops the version just saved', async () => {
    const made = store({ limit: 2500 });
    const [one, two] = [file('one.vsmap'), file('two.vsmap')];
    const big = (letter: string): string => letter.repeat(1000);
    await saved(made, one, big('a'));
    made.clock.now += 1000;
    await saved(made, one, big('b'));
    made.clock.now += 1000;
    await saved(made, two, big('c'));
    expect((await textsOf(made, one)).map((text) => text?.[0])).toEqual(['b']);
    await saved(made, two, 'd'.repeat(5000));
    expect((await textsOf(made, two)).map((text) => text?.[0])).toEqual(['d']);
    expect(await textsOf(made, one)).toEqual([]);
    expect(existsSync(ownFolder(made, one))).toBe(false);
  });

  it('still leads to the versions under an earlier name where the limit took some of the later ones', async () => {
    const made = store({ limit: 3500 });
    const [old, renamed, other] = [file('old.vsmap'), file('renamed.vsmap'), file('other.vsmap')];
    const bytes = (letter: string): string => letter.repeat(1000);
    // The clock was set back in between: the limit takes the later versions first.
    made.clock.now += day;
    await saved(made, old, bytes('a'));
    made.clock.now -= day;
    await made.history.keep({ path: renamed, bytes: bytes('b'), why: 'saved', from: old });
    made.clock.now += 1000;
    await saved(made, renamed, bytes('c'));
    made.clock.now += 1000;
    await saved(made, other, bytes('d'));
    expect((await textsOf(made, renamed)).map((text) => text?.[0])).toEqual(['c']);
    expect((await made.history.list(renamed)).from).toBe(old);
  });

  it('deletes everything when asked', async () => {
    const made = store();
    const path = file('one.vsmap');
    await saved(made, path, 'a');
    expect(await made.history.forgetAll()).toBe(true);
    expect(existsSync(made.folder)).toBe(false);
    expect((await made.history.list(path)).versions).toEqual([]);
    expect(await saved(made, path, 'b')).toBe('kept');
  });
});

describe('a file that was moved', () => {
  it('finds its versions again by what it holds', async () => {
    const made = store();
    const path = file('one.vsmap');
    writeFileSync(path, 'b');
    await saved(made, path, 'a');
    await saved(made, path, 'b');
    renameSync(path, at('renamed.vsmap'));
    expect(await made.history.keep({ path: at('renamed.vsmap'), bytes: 'b', why: 'opened' })).toBe('same');
    expect(await textsOf(made, at('renamed.vsmap'))).toEqual(['b', 'a']);
    expect((await made.history.list(path)).versions).toEqual([]);
  });

  it('takes its versions along where it is followed', async () => {
    const made = store();
    const path = file('one.vsmap');
    await saved(made, path, 'a');
    await made.history.follow(path, at('new.vsmap'));
    await saved(made, at('new.vsmap'), 'b');
    expect(await textsOf(made, at('new.vsmap'))).toEqual(['b', 'a']);
    await made.history.follow(at('nothing.vsmap'), at('new.vsmap'));
    expect(made.problems).toEqual([]);
  });

  it('leaves the versions with the first file where the other one is a copy', async () => {
    const made = store();
    const path = file('one.vsmap');
    await saved(made, path, 'a');
    await made.history.keep({ path: file('copy.vsmap'), bytes: 'a', why: 'opened' });
    expect(await textsOf(made, path)).toEqual(['a']);
    expect(await textsOf(made, at('copy.vsmap'))).toEqual(['a']);
  });
});

describe('damage', () => {
  async function two(): Promise<{ made: Store; path: string; folder: string }> {
    const made = store();
    const path = file('one.vsmap');
    await saved(made, path, 'first');
    await saved(made, path, 'second');
    return { made, path, folder: ownFolder(made, path) };
  }

  it('of a version is seen when it is read, and by its length before', async () => {
    const { made, path, folder } = await two();
    writeFileSync(join(folder, `${sha('first')}.vsmap`), 'fIrst');
    expect(await made.history.read(path, 1)).toBeNull();
    truncateSync(join(folder, `${sha('first')}.vsmap`), 2);
    expect((await made.history.list(path)).versions.map(({ isThere }) => isThere)).toEqual([true, false]);
    expect(await textsOf(made, path)).toEqual(['second', null]);
  });

  it('of the newest version is mended by the next save of the same text', async () => {
    const { made, path, folder } = await two();
    unlinkSync(join(folder, `${sha('second')}.vsmap`));
    expect(await saved(made, path, 'second')).toBe('same');
    expect(await textsOf(made, path)).toEqual(['second', 'first']);
  });

  it.each([
    ['cut off', (index: string) => truncateSync(index, 40)],
    ['empty', (index: string) => truncateSync(index, 0)],
    ['gone', (index: string) => unlinkSync(index)],
    ['another shape', (index: string) => writeFileSync(index, '{"versions":[{"number":"constructor"}]}')],
    ['far too long', (index: string) => appendFileSync(index, ' '.repeat(2 * 1024 * 1024))],
  ])('of the list (%s) is told, the versions are found, and saving goes on', async (_how, damage) => {
    const { made, path, folder } = await two();
    damage(join(folder, 'index.json'));
    const listed = await made.history.list(path);
    expect(listed.isRebuilt).toBe(true);
    expect(listed.versions.map((version) => version.at)).toEqual([null, null]);
    expect((await textsOf(made, path)).toSorted()).toEqual(['first', 'second']);
    expect(await saved(made, path, 'third')).toBe('kept');
    const after = await made.history.list(path);
    expect(after.isRebuilt).toBe(false);
    expect((await textsOf(made, path))[0]).toBe('third');
    expect(after.versions).toHaveLength(3);
    expect(made.problems).toEqual([]);
  });

  it('of one document does not keep another one from being trimmed or saved', async () => {
    const { made, folder } = await two();
    writeFileSync(join(folder, 'index.json'), 'nonsense');
    const other = file('other.vsmap');
    expect(await saved(made, other, 'fine')).toBe('kept');
  });

  it('a file that stands where the folder should be is told and never thrown', async () => {
    writeFileSync(at('history'), 'in the way');
    const made = store();
    const path = file('one.vsmap');
    expect(await saved(made, path, 'a')).toBe('failed');
    expect(made.problems).toHaveLength(1);
    expect((await made.history.list(path)).versions).toEqual([]);
    expect(await made.history.read(path, 1)).toBeNull();
  });

  it.skipIf(process.getuid?.() === 0)(
    'a folder that may not be written is told and never thrown',
    async () => {
      mkdirSync(at('history'));
      chmodSync(at('history'), 0o500);
      const made = store();
      expect(await saved(made, file('one.vsmap'), 'a')).toBe('failed');
      chmodSync(at('history'), 0o700);
      expect(await saved(made, at('one.vsmap'), 'a')).toBe('kept');
    },
  );

  it('leftovers of a save that was cut off are cleared by the next one', async () => {
    const { made, path, folder } = await two();
    writeFileSync(join(folder, `${sha('third')}.vsmap.new`), 'thi');
    writeFileSync(join(folder, 'index.json.new'), '{');
    await saved(made, path, 'fourth');
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(readFileSync(join(folder, 'index.json'), 'utf8')).toContain(sha('fourth'));
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FileProblemKind } from '../../../main/files/file-problem';
import { createRecovery, type RecoverySetting } from '../../../main/files/recovery';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const subject = { title: 'Incident', sourcePath: '/maps/incident.vsmap' };
const morning = Date.UTC(2026, 10, 21, 9);

interface Run extends Partial<RecoverySetting> {
  readonly session: string;
}

function start({ session, ...rest }: Run) {
  const problems: FileProblemKind[] = [];
  const clock = { now: morning };
  const recovery = createRecovery({
    folder: at('recovery'),
    session,
    now: () => clock.now,
    pid: 4242,
    isAlive: () => false,
    onProblem: (kind) => problems.push(kind),
    ...rest,
  });
  return { ...recovery, problems, clock };
}

async function keep(docId: string, snapshot: string, patches: readonly string[]): Promise<void> {
  const run = start({ session: 'crashed' });
  const journal = run.open({ docId, ...subject });
  void journal.appendSnapshot(snapshot);
  for (const patch of patches) {
    run.clock.now += 1000;
    void journal.appendPatch(patch);
  }
  await journal.close();
  expect(run.problems).toEqual([]);
}

describe('after a crash', () => {
  test('the next start finds the snapshot and the patches after it', async () => {
    await keep('doc-1', '{"title":"Größe"}', ['[1]', '["ä"]']);
    expect(await start({ session: 'next' }).listRecoverable()).toEqual([
      {
        docId: 'doc-1',
        ...subject,
        lastEditAt: morning + 2000,
        snapshotText: '{"title":"Größe"}',
        patches: ['[1]', '["ä"]'],
      },
    ]);
  });

  test('the latest edit comes first', async () => {
    await keep('older', 'a', ['[1]']);
    await keep('newer', 'b', ['[1]', '[2]', '[3]']);
    await keep('oldest', 'c', []);
    const docIds = (await start({ session: 'next' }).listRecoverable()).map(({ docId }) => docId);
    expect(docIds).toEqual(['newer', 'older', 'oldest']);
  });

  test('a reused process number does not hide the work', async () => {
    await keep('doc', 'a', []);
    const next = start({ session: 'next', pid: 4242, isAlive: () => true });
    expect(await next.listRecoverable()).toHaveLength(1);
  });

  test('work of a process that lives is its own', async () => {
    await keep('doc', 'a', []);
    const asked: number[] = [];
    const next = start({
      session: 'next',
      pid: 1,
      isAlive: (pid) => {
        asked.push(pid);
        return true;
      },
    });
    expect(await next.listRecoverable()).toEqual([]);
    expect(asked).toEqual([4242]);
  });

  test('what was discarded is gone, and twice does no harm', async () => {
    await keep('doc', 'a', []);
    const next = start({ session: 'next' });
    expect(await next.discard('doc')).toBe(true);
    expect(await next.discard('doc')).toBe(true);
    expect(await next.listRecoverable()).toEqual([]);
    expect(readdirSync(at('recovery'))).toEqual([]);
  });

  test('an id that is a path is refused', async () => {
    const run = start({ session: 'x' });
    await expect(run.discard('../documents')).rejects.toThrow(RangeError);
    expect(() => run.open({ docId: '..', ...subject })).toThrow(RangeError);
  });
});

describe('a damaged journal', () => {
  const patches = ['[1]', '[22]', '[333]'];

  async function damaged(change: (bytes: Buffer) => Buffer) {
    const path = at('recovery', 'doc', '1.journal');
    const whole = readFileSync(path);
    writeFileSync(path, change(Buffer.from(whole)));
    const [found] = await start({ session: 'next' }).listRecoverable();
    writeFileSync(path, whole);
    return found;
  }

  test('torn at any byte gives the whole entries before the tear', async () => {
    await keep('doc', 'snapshot', patches);
    const length = readFileSync(at('recovery', 'doc', '1.journal')).length;
    const kept: number[] = [];
    for (let size = 0; size <= length; size += 1) {
      const found = await damaged((bytes) => bytes.subarray(0, size));
      if (found !== undefined) {
        expect(found.snapshotText).toBe('snapshot');
        expect(found.patches).toEqual(patches.slice(0, found.patches.length));
      }
      kept.push(found === undefined ? -1 : found.patches.length);
    }
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(new Set(kept)).toEqual(new Set([-1, 0, 1, 2, 3]));
    expect(kept.filter((count) => count === 3)).toHaveLength(1);
  });

  test('with any byte changed never gives a wrong entry', async () => {
    await keep('doc', 'snapshot', patches);
    const length = readFileSync(at('recovery', 'doc', '1.journal')).length;
    for (let index = 0; index < length; index += 1) {
      const found = await damaged((bytes) => {
        bytes[index] = (bytes[index] ?? 0) ^ 0x10;
        return bytes;
      });
      expect(found?.snapshotText ?? 'snapshot').toBe('snapshot');
      expect(found?.title ?? subject.title).toBe(subject.title);
      expect(found?.patches ?? []).toEqual(patches.slice(0, found?.patches.length ?? 0));
      expect(found?.patches ?? []).not.toHaveLength(3);
    }
  });

  test('gives way to the one before it', async () => {
    await keep('doc', 'snapshot', patches);
    writeFileSync(at('recovery', 'doc', '2.journal'), 'garbage');
    expect(await start({ session: 'next' }).listRecoverable()).toMatchObject([{ snapshotText: 'snapshot' }]);
  });

  test('and strange files beside it are passed over', async () => {
    mkdirSync(at('recovery', 'empty'), { recursive: true });
    writeFileSync(at('recovery', 'stray'), '');
    mkdirSync(at('recovery', 'odd', '1.journal'), { recursive: true });
    expect(await start({ session: 'next' }).listRecoverable()).toEqual([]);
  });
});

describe('a journal in use', () => {
  test('is on disk for this user alone, and only from the first snapshot on', async () => {
    const run = start({ session: 's' });
    const journal = run.open({ docId: 'doc', ...subject });
    void journal.appendPatch('[0]');
    await journal.flush();
    expect(existsSync(at('recovery', 'doc'))).toBe(false);
    void journal.appendSnapshot('a');
    await journal.flush();
    expect(readdirSync(at('recovery', 'doc'))).toEqual(['1.journal']);
    if (process.platform !== 'win32') {
      expect(statSync(at('recovery', 'doc')).mode & 0o777).toBe(0o700);
      expect(statSync(at('recovery', 'doc', '1.journal')).mode & 0o777).toBe(0o600);
    }
    await journal.close();
  });

  test('is not offered to the process that writes it', async () => {
    const run = start({ session: 's' });
    const journal = run.open({ docId: 'doc', ...subject });
    void journal.appendSnapshot('a');
    await journal.flush();
    expect(await run.listRecoverable()).toEqual([]);
    await journal.close();
  });

  test('starts over with each snapshot, under the title of now', async () => {
    const run = start({ session: 's' });
    const journal = run.open({ docId: 'doc', ...subject });
    void journal.appendSnapshot('a');
    void journal.appendPatch('[1]');
    journal.describe({ title: 'Renamed', sourcePath: null });
    void journal.appendSnapshot('b');
    void journal.appendPatch('[2]');
    await journal.close();
    expect(readdirSync(at('recovery', 'doc'))).toEqual(['2.journal']);
    expect(await start({ session: 'next' }).listRecoverable()).toMatchObject([
      { title: 'Renamed', sourcePath: null, snapshotText: 'b', patches: ['[2]'] },
    ]);
  });

  test('is empty after a save, and goes on with the next snapshot', async () => {
    const run = start({ session: 's' });
    const journal = run.open({ docId: 'doc', ...subject });
    void journal.appendSnapshot('a');
    await journal.clear();
    expect(readdirSync(at('recovery'))).toEqual([]);
    expect(journal.wantsSnapshot()).toBe(true);
    void journal.appendSnapshot('b');
    await journal.close();
    expect(await start({ session: 'next' }).listRecoverable()).toMatchObject([{ snapshotText: 'b' }]);
    expect(run.problems).toEqual([]);
  });

  test('wants a snapshot at first, after 200 patches, and after 30 seconds of them', async () => {
    const run = start({ session: 's' });
    const journal = run.open({ docId: 'doc', ...subject });
    expect(journal.wantsSnapshot()).toBe(true);
    void journal.appendSnapshot('a');
    expect(journal.wantsSnapshot()).toBe(false);
    await journal.flush();
    run.clock.now += 60_000;
    expect(journal.wantsSnapshot()).toBe(false);
    void journal.appendPatch('[0]');
    await journal.flush();
    expect(journal.wantsSnapshot()).toBe(true);
    void journal.appendSnapshot('b');
    for (let patch = 1; patch < 200; patch += 1) void journal.appendPatch(`[${patch}]`);
    await journal.flush();
    expect(journal.wantsSnapshot()).toBe(false);
    void journal.appendPatch('[200]');
    await journal.flush();
    expect(journal.wantsSnapshot()).toBe(true);
    await journal.close();
  });

  test('does not touch the folder of work that nobody has looked at yet', async () => {
    await keep('doc', 'before the crash', []);
    const run = start({ session: 'next' });
    const journal = run.open({ docId: 'doc', ...subject });
    void journal.appendSnapshot('other work');
    await journal.clear();
    expect(run.problems).toEqual(['io-error']);
    expect(await run.listRecoverable()).toMatchObject([{ snapshotText: 'before the crash' }]);
  });
});

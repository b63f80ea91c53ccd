import { chmodSync, linkSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { historyKey } from '../../main/files/history-disk';
import { documentHandlers } from '../../main/handlers/documents';
import { historyHandlers } from '../../main/handlers/history';
import { openInto } from '../../main/open-document';
import { keepBoth, saveDocument } from '../../main/save-document';
import type { Session } from '../../main/session';
import { takeCopy } from '../../main/version-copies';
import { writeProject } from '../../shared/file-format/write';
import { historyText } from '../../shared/text/history';
import { buildMap } from '../helpers/build-map';
import { type AppInTest, appIn } from '../helpers/app-in-test';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

const textOf = (name: string): string => writeProject({ ...buildMap((m) => m.step('log')).project, name });

interface Opened {
  readonly app: AppInTest;
  readonly window: Session;
  readonly path: string;
  readonly token: string;
}

async function opened(): Promise<Opened> {
  const app = appIn(at(''));
  app.answers.keepsVersions = true;
  const path = at('desk.vsmap');
  writeFileSync(path, textOf('first'));
  const window = app.blankWindow();
  const result = await openInto(window, path, app);
  if (result.kind !== 'opened') throw new Error(result.kind);
  return { app, window, path: realpathSync(path), token: result.document };
}

async function versionsOf({ app, window, token }: Opened): Promise<string[]> {
  const listed = await historyHandlers(app)['history:list'](window, { document: token });
  if (listed.kind === 'failed') throw new Error(listed.sentence);
  const texts = await Promise.all(
    listed.versions.map(async ({ version, why }) => {
      const read = await historyHandlers(app)['history:read'](window, { document: token, version });
      return `${why} ${read.kind === 'read' ? /"name": ?"(\w+)"/.exec(read.text)?.[1] : read.sentence}`;
    }),
  );
  return texts;
}

const save = ({ app, window, token }: Opened, name: string, replacing: string | null = null) =>
  saveDocument(
    window,
    { document: token, text: textOf(name), as: false, replacing, suggestedName: 'desk' },
    app,
  );

test('opening and each save keep a version; saving the same again does not', async () => {
  const it = await opened();
  await save(it, 'second');
  await save(it, 'second');
  await save(it, 'third');
  expect(await versionsOf(it)).toEqual(['saved third', 'saved second', 'opened first']);
});

test('what a save replaces on purpose is kept before it is replaced', async () => {
  const it = await opened();
  writeFileSync(it.path, textOf('theirs'));
  const conflict = await save(it, 'mine');
  if (conflict.kind !== 'conflict') throw new Error(conflict.kind);
  await save(it, 'mine', conflict.seen);
  expect(await versionsOf(it)).toEqual(['saved mine', 'replaced theirs', 'opened first']);
});

test('after both were kept the versions from before are found under the old name, and no others', async () => {
  const it = await opened();
  await save(it, 'second');
  const saved = await keepBoth(it.window, { document: it.token, text: textOf('mine') }, it.app);
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const now = { ...it, token: saved.document };
  expect(await versionsOf(now)).toEqual(['saved mine']);
  const handlers = historyHandlers(it.app);
  const list = (back: number) => handlers['history:list'](it.window, { document: saved.document, back });
  expect(await list(0)).toMatchObject({ kind: 'listed', name: saved.name, earlier: 'desk.vsmap' });
  const before = await list(1);
  expect(before).toMatchObject({ kind: 'listed', name: 'desk.vsmap', earlier: null });
  expect(before.kind === 'listed' && before.versions.map(({ version }) => version)).toEqual([2, 1]);
  const oldest = { document: saved.document, version: 1, back: 1 };
  expect(await handlers['history:read'](it.window, oldest)).toEqual({ kind: 'read', text: textOf('first') });
  expect((await list(2)).kind).toBe('failed');

  // The next save under the new name forgets nothing, and deleted versions are told of no more.
  await save(now, 'mine again');
  expect(await list(0)).toMatchObject({ earlier: 'desk.vsmap' });
  rmSync(at('history', historyKey(it.path)), { recursive: true });
  expect(await list(0)).toMatchObject({ kind: 'listed', earlier: null });
});

test('a version opens in a window of its own, under another name, and touches no file', async () => {
  const it = await opened();
  await save(it, 'second');
  const before = readFileSync(it.path, 'utf8');
  const fresh: Session[] = [];
  const app = { ...it.app, openWindow: () => fresh.push(it.app.blankWindow()) };
  const handlers = historyHandlers(app);
  expect(await handlers['history:open-copy'](it.window, { document: it.token, version: 1 })).toEqual({
    kind: 'elsewhere',
  });
  const [window] = fresh;
  if (!window) throw new Error('no window');
  const copy = takeCopy(window);
  expect(copy?.text).toBe(textOf('first'));
  expect(copy?.name).toMatch(/^desk \(version of \d{4}-\d\d-\d\d \d\d\.\d\d\)$/);
  expect(takeCopy(window)).toBeNull();
  expect(readFileSync(it.path, 'utf8')).toBe(before);
});

test('a page gets versions of the file that it was given, and of no other', async () => {
  const it = await opened();
  const handlers = historyHandlers(it.app);
  const stranger = it.app.blankWindow();
  const wanted = { document: it.token, version: 1 };
  expect((await handlers['history:list'](stranger, wanted)).kind).toBe('failed');
  expect((await handlers['history:read'](stranger, wanted)).kind).toBe('failed');
  expect((await handlers['history:open-copy'](stranger, wanted)).kind).toBe('failed');
  expect((await handlers['history:read'](it.window, { ...wanted, version: 99 })).kind).toBe('failed');
});

test('new work in the window of another map leads to no versions of that; the same work under another name does', async () => {
  const it = await opened();
  const state = documentHandlers(it.app)['document:state'];
  const saveAs = async (document: string | null, name: string) => {
    it.app.answers.savePath = at(`${name}.vsmap`);
    const wish = { document, text: textOf(name), as: true, replacing: null, suggestedName: name };
    const saved = await saveDocument(it.window, wish, it.app);
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    return saved.document;
  };
  const earlier = async (document: string) => {
    const listed = await historyHandlers(it.app)['history:list'](it.window, { document });
    return listed.kind === 'listed' ? listed.earlier : listed.sentence;
  };
  expect(await earlier(await saveAs(it.token, 'renamed'))).toBe('desk.vsmap');
  // The page goes back to the start screen, and begins something else.
  await state(it.window, { document: null, title: '', isDirty: false });
  const fresh = await saveAs(null, 'fresh');
  expect(await earlier(fresh)).toBeNull();
  expect(await earlier(await saveAs(fresh, 'fresh again'))).toBe('fresh.vsmap');
});

test('a save that fails under another name changes nothing of the file that the window let go of', async () => {
  const it = await opened();
  const state = documentHandlers(it.app)['document:state'];
  const origin = { path: it.path, stamp: it.window.granted?.stamp ?? null };
  await state(it.window, { document: null, title: 'copy', isDirty: true });
  it.window.life.copy = { ...origin, name: 'copy' };
  it.app.answers.savePath = it.path;
  const wish = { document: null, text: textOf('mine'), as: true, replacing: null, suggestedName: 'copy' };
  chmodSync(it.path, 0o444);
  expect(await saveDocument(it.window, wish, it.app)).toMatchObject({ kind: 'failed' });
  expect(it.window.document).toBeNull();
});

test('a history that cannot be written spoils no save', async () => {
  const app = appIn(at(''));
  app.answers.keepsVersions = true;
  writeFileSync(at('history'), 'in the way');
  const path = at('desk.vsmap');
  writeFileSync(path, textOf('first'));
  const window = app.blankWindow();
  app.blankWindow();
  const result = await openInto(window, path, app);
  if (result.kind !== 'opened') throw new Error(result.kind);
  await app.history.settle();
  const told = (): string[] => app.log.filter((line) => line.endsWith('history:trouble'));
  expect(told()).toEqual([]);
  const saved = await save({ app, window, path, token: result.document }, 'second');
  expect(saved.kind).toBe('saved');
  await app.history.settle();
  expect(app.log.filter((line) => line.startsWith('history'))).not.toEqual([]);
  // The window that saved, and no other one.
  await expect.poll(told).toEqual([`${window.id} history:trouble`]);
  expect(readFileSync(path, 'utf8')).toBe(textOf('second'));

  // A save with a remark of its own tells that alone; the next one tells the trouble again.
  const it = { app, window, path, token: result.document };
  linkSync(path, at('second name.vsmap'));
  expect(await save(it, 'third')).toMatchObject({
    kind: 'saved',
    remark: expect.stringContaining('hard link'),
  });
  await app.history.settle();
  await setImmediate();
  expect(told()).toHaveLength(1);
  await save(it, 'fourth');
  await expect.poll(told).toHaveLength(2);
  const listed = await historyHandlers(app)['history:list'](window, { document: result.document });
  expect(listed).toEqual({ kind: 'failed', sentence: historyText.notRead });
});

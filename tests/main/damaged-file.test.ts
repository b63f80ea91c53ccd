import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFor, openHanded } from '../../main/open-document';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import { appIn } from '../helpers/app-in-test';
import { buildMap } from '../helpers/build-map';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

const text = writeProject(
  buildMap((m) => {
    m.start();
    m.step('log', { name: 'Log the call' });
    m.step('fix', { name: 'Fix it', wait: 30 });
    m.end();
    m.path('start', 'log', 'fix', 'end');
  }).project,
);

/** Opens a file of these bytes in a blank window of a new app. */
async function opened(content: string | Buffer, name = 'desk.vsmap') {
  const app = appIn(at(''));
  const window = app.blankWindow();
  const path = at(name);
  writeFileSync(path, content);
  const result = await openFor(window, path, app);
  expect(readFileSync(path)).toEqual(Buffer.from(content));
  return { app, window, result };
}

describe('opening a damaged file', () => {
  test('offers what could be saved, in words, and gives the window no right to write to the file', async () => {
    const { app, window, result } = await opened(text.replace('"likely": 30', '"likely": "soon"'));
    if (result.kind !== 'damaged') throw new Error(JSON.stringify(result));
    expect(result).toMatchObject({ name: 'desk.vsmap', saved: { isWhole: false }, lastGood: null });
    expect(result.problem).toContain('nodes.fix.wait.likely');
    expect(result.saved?.remarks).toContain(
      'Of “Fix it” the wait before was not readable and is now unknown.',
    );
    const read = readProject(result.saved?.text ?? '');
    expect(read).toMatchObject({ kind: 'read', warnings: [] });
    expect(read.kind === 'read' && read.project.nodes['fix']?.name).toBe('Fix it');
    expect(window).toMatchObject({ document: null, granted: null });
    expect(await app.recent.list()).toEqual([]);
  });

  test('says so where it broke off, is in another encoding, or has one turned bit', async () => {
    const cut = await opened(text.slice(0, text.indexOf('  "pack"')));
    expect(cut.result).toMatchObject({ kind: 'damaged', saved: { isWhole: false } });
    expect(cut.result.kind === 'damaged' && cut.result.problem).toBe('The file breaks off before its end.');
    const wide = await opened(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(wide.result).toMatchObject({ kind: 'damaged', saved: { isWhole: true, text } });
    const bytes = Buffer.from(text);
    const place = text.indexOf('Fix it');
    bytes[place] = (bytes[place] ?? 0) ^ 0x80;
    expect((await opened(bytes)).result).toMatchObject({ kind: 'damaged', saved: { isWhole: true, text } });
  });

  test('offers nothing of it where no more than a new map has is left, unless the file is whole', async () => {
    const empty = buildMap((m) => {
      m.start();
      m.end();
      m.path('start', 'end');
    }).project;
    const left = writeProject(empty);
    const cut = await opened(left.slice(0, left.indexOf('  "pack"')));
    expect(cut.result).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('Nothing of it could be recovered.'),
    });
    const wide = await opened(Buffer.from(`\ufeff${left}`, 'utf16le'));
    expect(wide.result).toMatchObject({ kind: 'damaged', saved: { isWhole: true } });
    const charter = { ...empty.streams['stream'], name: 'Desk', order: 1, purpose: 'Users can work again' };
    const told = writeProject({ ...empty, streams: { stream: charter } });
    const withCharter = await opened(told.slice(0, -60));
    expect(withCharter.result).toMatchObject({ kind: 'damaged', saved: { isWhole: false } });
  });

  test('offers the newest version that was kept of it and is whole, also where nothing of the file is left', async () => {
    const app = appIn(at(''));
    app.answers.keepsVersions = true;
    const path = at('desk.vsmap');
    const older = text.replace('Fix it', 'Mend it');
    writeFileSync(path, text);
    await openFor(app.blankWindow(), path, app);
    await app.history.settle();
    const real = realpathSync(path);
    await app.history.keep({ path: real, bytes: older, why: 'replaced' });
    for (const content of ['\0'.repeat(5000), text.slice(0, 900)]) {
      writeFileSync(path, content);
      const window = app.blankWindow();
      app.sessions.all().forEach((each) => each !== window && app.sessions.remove(each.id));
      const result = await openFor(window, path, app);
      if (result.kind !== 'damaged') throw new Error(JSON.stringify(result));
      // The one kept last has a wrong checksum: it is passed over.
      expect(result.lastGood).toEqual({ text, keptAt: expect.stringMatching(/^\d{4}-/) });
      expect(result.saved === null).toBe(content.startsWith('\0'));
    }
  });

  test('uses the blank window that is there, asked for in a busy one or handed over by the system', async () => {
    const path = at('desk.vsmap');
    writeFileSync(path, text.slice(0, text.indexOf('  "pack"')));
    const app = appIn(at(''));
    const busy = app.blankWindow();
    busy.isDirty = true;
    app.blankWindow();
    expect(await openFor(busy, path, app)).toEqual({ kind: 'elsewhere' });
    await openHanded(path, app);
    expect(app.log).toEqual(['2 document:handed damaged', '2 focus', '2 document:handed damaged', '2 focus']);
  });

  test('refuses in words what has nothing of a map in it, and what a newer version wrote', async () => {
    const nothing = await opened('\0'.repeat(5000));
    expect(nothing.result).toEqual({
      kind: 'failed',
      sentence: expect.stringMatching(/not a value-stream map/),
    });
    const newer = text.replace('"version": 1', '"version": 7').replace('"likely": 30', '"likely": "soon"');
    expect((await opened(newer)).result).toEqual({
      kind: 'failed',
      sentence: expect.stringContaining('saved by a newer Streamwright'),
    });
  });
});

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentHandlers } from '../../main/handlers/documents';
import { openFor, openHanded, openInto, revertDocument } from '../../main/open-document';
import { saveDocument } from '../../main/save-document';
import type { Session } from '../../main/session';
import { writeProject } from '../../shared/file-format/write';
import { buildMap } from '../helpers/build-map';
import { type AppInTest, appIn } from '../helpers/app-in-test';
import { projectNamed, wholeMessage } from '../helpers/kept-messages';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

function textOf(name: string): string {
  return writeProject({ ...buildMap((m) => m.step('log')).project, name });
}

function fileAt(name: string, content = textOf(name)): string {
  const path = at(name);
  writeFileSync(path, content);
  return realpathSync(path);
}

async function opened(session: Session, path: string, app: AppInTest): Promise<string> {
  const result = await openInto(session, path, app);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return result.document;
}

const plainSave = { as: false, replacing: null, suggestedName: 'Restore: service' };

describe('opening', () => {
  test('shows a file in a blank window and names it without its folder', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    const result = await openFor(window, fileAt('incident.vsmap'), app);
    expect(result).toMatchObject({ kind: 'opened', name: 'incident.vsmap', isReadOnly: false });
    expect(JSON.stringify({ ...result, text: '' })).not.toContain(at(''));
    expect(await app.recent.list()).toMatchObject([{ name: 'incident.vsmap', folder: '~', exists: true }]);
  });

  test('brings the window to the front that shows the file already, through links too', async () => {
    const app = appIn(at(''));
    const path = fileAt('incident.vsmap');
    mkdirSync(at('sub'));
    const [first, second] = [app.blankWindow(), app.blankWindow()];
    await opened(first, path, app);
    expect(await openFor(second, at('sub/../incident.vsmap'), app)).toEqual({ kind: 'elsewhere' });
    await openHanded(path, app);
    expect(app.log).toEqual(['1 focus', '1 focus']);
  });

  test('opens another file in a window of its own where the asking one has work, or in a blank one that is there', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    window.isDirty = true;
    const path = fileAt('other.vsmap');
    expect(await openFor(window, path, app)).toEqual({ kind: 'elsewhere' });
    app.blankWindow();
    expect(await openFor(window, path, app)).toEqual({ kind: 'elsewhere' });
    expect(app.log).toEqual([`open ${path}`, '2 document:handed opened', '2 focus']);
  });

  test.each([
    ['gone.vsmap', null],
    ['other.vsmap', '{"format":"drawing"}'],
    ['broken.vsmap', '{"format":'],
  ])('refuses %s in the window that asked, and makes no other for it', async (name, content) => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    window.isDirty = true;
    if (content !== null) fileAt(name, content);
    expect(await openFor(window, at(name), app)).toMatchObject({ kind: 'failed' });
    expect(app.log).toEqual([]);
  });

  test('hands a file of the system to one blank window, the next one to a new window', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    const [a, b] = [fileAt('a.vsmap'), fileAt('b.vsmap')];
    await Promise.all([openHanded(a, app), openHanded(b, app)]);
    // Which of two comes first is up to the disk.
    const other = window.document?.path === a ? b : a;
    expect([a, b]).toContain(window.document?.path);
    expect(app.log.toSorted()).toEqual(['1 document:handed opened', '1 focus', `open ${other}`]);
  });

  test.each([
    ['gone.vsmap', null, 'does not exist any more'],
    ['other.vsmap', '{"format":"drawing"}', ''],
    ['broken.vsmap', '{"format":', ''],
  ])('says why %s cannot be opened, and does not list it', async (name, content, words) => {
    const app = appIn(at(''));
    if (content !== null) fileAt(name, content);
    const result = await openFor(app.blankWindow(), at(name), app);
    expect(result.kind === 'failed' && result.sentence).toContain(words);
    expect(await app.recent.list()).toEqual([]);
  });

  test('reverts to what is on disk now, and only for the window that has the file', async () => {
    const app = appIn(at(''));
    const [window, stranger] = [app.blankWindow(), app.blankWindow()];
    const path = fileAt('incident.vsmap');
    const token = await opened(window, path, app);
    writeFileSync(path, textOf('changed outside'));
    expect(await revertDocument(stranger, token, app)).toMatchObject({ kind: 'failed' });
    const result = await revertDocument(window, token, app);
    expect(result).toMatchObject({ kind: 'opened', document: token });
    expect(result.kind === 'opened' && result.text).toContain('changed outside');
    const wish = { ...plainSave, document: token, text: textOf('mine') };
    expect(await saveDocument(window, wish, app)).toMatchObject({ kind: 'saved' });
  });
});

describe('saving', () => {
  async function edited(app: AppInTest): Promise<{ window: Session; path: string; token: string }> {
    const window = app.blankWindow();
    const path = fileAt('incident.vsmap');
    return { window, path, token: await opened(window, path, app) };
  }

  test('writes the file that was opened, again and again', async () => {
    const app = appIn(at(''));
    const { window, path, token } = await edited(app);
    for (const name of ['one', 'two']) {
      const result = await saveDocument(window, { ...plainSave, document: token, text: textOf(name) }, app);
      expect(result).toEqual({ kind: 'saved', document: token, name: 'incident.vsmap' });
      expect(readFileSync(path, 'utf8')).toBe(textOf(name));
    }
  });

  test('refuses to overwrite what another program wrote, until the user wants it', async () => {
    const app = appIn(at(''));
    const { window, path, token } = await edited(app);
    writeFileSync(path, textOf('newer'));
    const wish = { ...plainSave, document: token, text: textOf('mine') };
    const told = await saveDocument(window, wish, app);
    const replacing = told.kind === 'conflict' ? told.seen : null;
    expect(readFileSync(path, 'utf8')).toBe(textOf('newer'));
    // What the user was told of is not what is there any more: the question is asked anew.
    writeFileSync(path, textOf('newest'));
    const again = await saveDocument(window, { ...wish, replacing }, app);
    expect(again).toMatchObject({ kind: 'conflict' });
    expect(again).not.toEqual(told);
    expect(readFileSync(path, 'utf8')).toBe(textOf('newest'));
    const seen = again.kind === 'conflict' ? again.seen : null;
    expect(await saveDocument(window, { ...wish, replacing: seen }, app)).toMatchObject({ kind: 'saved' });
    expect(readFileSync(path, 'utf8')).toBe(textOf('mine'));
  });

  test('replaces the file of a system dialog as it is then, and none that comes while it is written', async () => {
    const app = appIn(at(''));
    const path = fileAt('other.vsmap');
    app.answers.savePath = path;
    const wish = { ...plainSave, as: true, document: null, text: textOf('mine') };
    expect(await saveDocument(app.blankWindow(), wish, app)).toMatchObject({ kind: 'saved' });
    expect(readFileSync(path, 'utf8')).toBe(textOf('mine'));
  });

  test('asks where new work goes, adds the extension, and gives a token', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    app.answers.savePath = at('new stream');
    const result = await saveDocument(window, { ...plainSave, document: null, text: textOf('new') }, app);
    expect(result).toMatchObject({ kind: 'saved', name: 'new stream.vsmap' });
    expect(readFileSync(at('new stream.vsmap'), 'utf8')).toBe(textOf('new'));
  });

  test('asks before the added extension meets another file', async () => {
    const app = appIn(at(''));
    const path = fileAt('taken.vsmap');
    app.answers.savePath = at('taken');
    const wish = { ...plainSave, document: null, text: textOf('new') };
    expect(await saveDocument(app.blankWindow(), wish, app)).toEqual({ kind: 'cancelled' });
    expect(readFileSync(path, 'utf8')).toBe(textOf('taken.vsmap'));
    expect(app.answers.isKeptByReplacing).toBe(true);
    app.settings.set('preferences', { ...app.settings.get('preferences'), keepsVersions: false });
    expect(await saveDocument(app.blankWindow(), wish, app)).toEqual({ kind: 'cancelled' });
    expect(app.answers.isKeptByReplacing).toBe(false);
    app.answers.mayReplace = true;
    expect(await saveDocument(app.blankWindow(), wish, app)).toMatchObject({ kind: 'saved' });
  });

  test('saves under another name with another token; the first file stays as it was', async () => {
    const app = appIn(at(''));
    const { window, path, token } = await edited(app);
    app.answers.savePath = at('copy.vsmap');
    const result = await saveDocument(
      window,
      { ...plainSave, as: true, document: token, text: textOf('copy') },
      app,
    );
    expect(result).toMatchObject({ kind: 'saved', name: 'copy.vsmap' });
    expect(result.kind === 'saved' && result.document).not.toBe(token);
    expect(readFileSync(path, 'utf8')).toBe(textOf('incident.vsmap'));
  });

  test('saves under another name what has lost its file, as the refusal says', async () => {
    const app = appIn(at(''));
    const { window } = await edited(app);
    const wish = { ...plainSave, document: 'f'.repeat(32), text: textOf('mine') };
    expect(await saveDocument(window, wish, app)).toEqual({
      kind: 'failed',
      sentence: 'This file is no longer open in this window. Your work is still here: save it under a name.',
      isFinal: true,
    });
    app.answers.savePath = at('again.vsmap');
    const result = await saveDocument(window, { ...wish, as: true }, app);
    expect(result).toMatchObject({ kind: 'saved', name: 'again.vsmap' });
    expect(readFileSync(at('again.vsmap'), 'utf8')).toBe(textOf('mine'));
  });

  test('does not save over a file that another window shows', async () => {
    const app = appIn(at(''));
    const { path } = await edited(app);
    app.answers.savePath = path;
    const result = await saveDocument(
      app.blankWindow(),
      { ...plainSave, document: null, text: textOf('x') },
      app,
    );
    expect(result).toMatchObject({ kind: 'failed' });
    expect(readFileSync(path, 'utf8')).toBe(textOf('incident.vsmap'));
  });

  test('never writes what does not pass the check of the file format', async () => {
    const app = appIn(at(''));
    const { window, path, token } = await edited(app);
    const result = await saveDocument(window, { ...plainSave, document: token, text: 'hello' }, app);
    expect(result).toMatchObject({ kind: 'failed' });
    expect(readFileSync(path, 'utf8')).toBe(textOf('incident.vsmap'));
  });

  test('refuses a token of another window, and one that nobody gave', async () => {
    const app = appIn(at(''));
    const { path, token } = await edited(app);
    for (const document of [token, '0'.repeat(32)]) {
      const result = await saveDocument(
        app.blankWindow(),
        { ...plainSave, document, text: textOf('x') },
        app,
      );
      expect(result).toMatchObject({ kind: 'failed' });
    }
    expect(readFileSync(path, 'utf8')).toBe(textOf('incident.vsmap'));
  });

  test('says so where the folder is gone or the file may not be written; the work stays kept', async () => {
    const app = appIn(at(''));
    const { window, path, token } = await edited(app);
    await window.kept.keep(wholeMessage(projectNamed('work')), null);
    const wish = { ...plainSave, document: token, text: textOf('work') };
    chmodSync(path, 0o444);
    expect(await saveDocument(window, wish, app)).toMatchObject({ kind: 'failed' });
    chmodSync(path, 0o644);
    renameSync(path, at('moved.vsmap'));
    expect(await saveDocument(window, wish, app)).toMatchObject({ kind: 'conflict' });
    expect(window.kept.last()?.wholeText).toBe(textOf('work'));
  });

  test('knows the token of a first save although the page, busy with an edit, still said that it had no file', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    app.answers.savePath = at('new.vsmap');
    const first = await saveDocument(window, { ...plainSave, document: null, text: textOf('one') }, app);
    const document = first.kind === 'saved' ? first.document : '';
    const states = documentHandlers(app)['document:state'];
    await states(window, { document: null, title: 'New', isDirty: true });
    expect(app.sessions.holding(realpathSync(at('new.vsmap')))).toBeUndefined();
    await states(window, { document, title: 'new', isDirty: true });
    expect(app.sessions.holding(realpathSync(at('new.vsmap')))).toBe(window);
    const second = await saveDocument(window, { ...plainSave, document, text: textOf('two') }, app);
    expect(second).toMatchObject({ kind: 'saved', document });
  });

  test('forgets the kept work once it is saved', async () => {
    const app = appIn(at(''));
    const { window, token } = await edited(app);
    await window.kept.keep(wholeMessage(projectNamed('work')), null);
    await window.kept.settle();
    expect(existsSync(at(`recovery/${window.kept.token}`))).toBe(true);
    await saveDocument(window, { ...plainSave, document: token, text: textOf('work') }, app);
    expect(window.kept.last()).toBeNull();
    expect(existsSync(at(`recovery/${window.kept.token}`))).toBe(false);
  });
});

import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { restoreCopy, returnWork } from '../../main/bring-back';
import { documentHandlers } from '../../main/handlers/documents';
import { recoveryHandlers } from '../../main/handlers/recovery';
import { forgetLostPage, leaveLostPage } from '../../main/lost-page';
import { openInto } from '../../main/open-document';
import { saveDocument } from '../../main/save-document';
import type { Session } from '../../main/session';
import { writeKept } from '../../shared/file-format/replay';
import { writeProject } from '../../shared/file-format/write';
import { type AppInTest, appIn } from '../helpers/app-in-test';
import { projectNamed, renameMessage, wholeMessage } from '../helpers/kept-messages';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

/** A window that shows a file with unsaved edits in it. */
async function editing(app: AppInTest): Promise<{ window: Session; path: string; token: string }> {
  writeFileSync(at('incident.vsmap'), writeProject(projectNamed('saved')));
  const path = realpathSync(at('incident.vsmap'));
  const window = app.blankWindow();
  const opened = await openInto(window, path, app);
  const token = opened.kind === 'opened' ? opened.document : '';
  await edit(window, app, token);
  return { window, path, token };
}

async function edit(window: Session, app: AppInTest, document: string | null): Promise<void> {
  const keep = recoveryHandlers(app)['recovery:keep'];
  await documentHandlers(app)['document:state'](window, { document, title: 'incident', isDirty: true });
  await keep(window, wholeMessage(projectNamed('edited'), { title: 'incident', map: 'main' }));
  await keep(window, { ...renameMessage('edited again', 1), title: 'incident' });
}

/** A page that stopped working is loaded again, and asks what to show. */
async function comeBack(window: Session, app: AppInTest): ReturnType<typeof returnWork> {
  forgetLostPage(window, app);
  const work = await returnWork(window, app);
  window.hasStarted = true;
  return work;
}

const wish = { as: false, overwrite: false, replacing: null, suggestedName: 'incident' };

describe('a page that stopped working', () => {
  test('shows its work again, still in its file, on its map', async () => {
    const app = appIn(at(''));
    const { window, path, token } = await editing(app);
    const work = await comeBack(window, app);
    expect(work).toMatchObject({ name: 'incident.vsmap', document: token, map: 'map', isWhole: true });
    expect(work?.text).toContain('edited again');
    expect(window).toMatchObject({ isDirty: true, title: 'incident' });
    expect(app.sessions.holding(path)).toBe(window);
    expect(await app.lost.list()).toEqual([]);
  });

  test('saves that work into its file, and meets what others wrote there meanwhile', async () => {
    const app = appIn(at(''));
    const { window, path, token } = await editing(app);
    const work = await comeBack(window, app);
    const all = { ...wish, document: token, text: work?.text ?? '' };
    writeFileSync(path, writeProject(projectNamed('theirs')));
    expect(await saveDocument(window, all, app)).toMatchObject({ kind: 'conflict' });
    writeFileSync(path, writeProject(projectNamed('saved')));
    expect(await saveDocument(window, all, app)).toMatchObject({ kind: 'saved', document: token });
    expect(readFileSync(path, 'utf8')).toContain('edited again');
    expect(existsSync(at(`recovery/${window.kept.token}`))).toBe(false);
  });

  test('keeps the work through a crash of everything right after it came back', async () => {
    const app = appIn(at(''));
    const { window, path } = await editing(app);
    await comeBack(window, app);
    const [offered] = await appIn(at('')).lost.list();
    expect(offered).toMatchObject({ title: 'incident', file: { name: 'incident.vsmap', now: 'same' } });
    expect(offered?.content).toMatchObject({ edits: 2 });
    expect(await appIn(at('')).lost.listOf(path)).toHaveLength(1);
  });

  test('does not show it once more where it stops again at once, but offers it', async () => {
    const app = appIn(at(''));
    const { window, path } = await editing(app);
    await comeBack(window, app);
    expect(await comeBack(window, app)).toBeNull();
    expect(window.life.hasStoppedAgain).toBe(true);
    expect(app.sessions.holding(path)).toBeUndefined();
    expect(app.log.at(-1)).toBe('1 ');
    expect(await app.lost.list()).toMatchObject([{ title: 'incident', content: { edits: 2 } }]);
  });

  test('gives back what was being typed, also where nothing else was unsaved', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    const keep = recoveryHandlers(app)['recovery:keep'];
    const typed = { label: 'Note', text: 'We wait for' };
    await keep(window, wholeMessage(projectNamed('saved'), { edits: 0 }));
    const content = { kind: 'typed' as const, text: writeKept({ number: 1, typed }) };
    await keep(window, wholeMessage(projectNamed('saved'), { number: 1, edits: 0, content }));
    app.lost.takeOver(window.kept);
    expect((await app.lost.list())[0]?.content).toMatchObject({ edits: 0, typedIn: 'Note' });
    expect(await comeBack(window, app)).toMatchObject({ typed });
  });

  test('forgets what was being typed once that is gone, while nothing else is unsaved', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    const keep = recoveryHandlers(app)['recovery:keep'];
    const nothing = wholeMessage(projectNamed('saved'), { number: 1, content: { kind: 'nothing' } });
    await keep(window, wholeMessage(projectNamed('saved')));
    window.isDirty = true;
    await keep(window, nothing);
    expect(window.kept.last()).not.toBeNull();
    window.isDirty = false;
    await keep(window, nothing);
    expect(window.kept.last()).toBeNull();
  });

  test('that has nothing unsaved is not said to have any', async () => {
    const app = appIn(at(''));
    const { window, token } = await editing(app);
    await documentHandlers(app)['document:state'](window, {
      document: token,
      title: 'incident',
      isDirty: false,
    });
    expect(await comeBack(window, app)).toBeNull();
    expect(window.document?.token).toBe(token);
    expect(await app.lost.list()).toEqual([]);
  });

  test('shows new work under its own name, not in the file that the window had before', async () => {
    const app = appIn(at(''));
    const { window } = await editing(app);
    await edit(window, app, null);
    expect(await comeBack(window, app)).toMatchObject({ name: '', document: null });
  });

  test('and is not loaded again leaves its work to be offered', async () => {
    const app = appIn(at(''));
    const { window } = await editing(app);
    leaveLostPage(window, app);
    expect(await app.lost.list()).toMatchObject([{ title: 'incident' }]);
  });
});

describe('a copy of lost work', () => {
  async function crashed(): Promise<{ token: string; path: string }> {
    const { window, path } = await editing(appIn(at('')));
    await window.kept.settle();
    return { token: window.kept.token, path };
  }

  test('has no file, leaves that of the work alone, and proposes it for saving', async () => {
    const { token, path } = await crashed();
    const app = appIn(at(''));
    const window = app.blankWindow();
    const restored = await restoreCopy(window, token, app);
    expect(restored).toMatchObject({ work: { name: 'incident (restored)', document: null } });
    expect(window.document).toBeNull();
    const text = restored.kind === 'restored' ? restored.work.text : '';
    const all = { ...wish, document: null, suggestedName: 'incident (restored)', text };
    expect(await saveDocument(window, all, app)).toEqual({ kind: 'cancelled' });
    expect(app.answers.proposed).toBe(path);
    app.answers.savePath = path;
    writeFileSync(path, writeProject(projectNamed('theirs')));
    expect(await saveDocument(window, all, app)).toMatchObject({ kind: 'conflict' });
    expect(readFileSync(path, 'utf8')).toContain('theirs');
    writeFileSync(path, writeProject(projectNamed('saved')));
    expect(await saveDocument(window, all, app)).toMatchObject({ kind: 'saved', name: 'incident.vsmap' });
    expect(readFileSync(path, 'utf8')).toContain('edited again');
  });

  test('stays kept until it is saved, through a second crash too, and is not named a copy of a copy', async () => {
    const { token } = await crashed();
    const second = appIn(at(''));
    const first = await restoreCopy(second.blankWindow(), token, second);
    expect(first.kind).toBe('restored');
    const third = appIn(at(''));
    const offered = await third.lost.list();
    expect(offered).toMatchObject([{ title: 'incident (restored)', file: { name: 'incident.vsmap' } }]);
    expect(offered[0]?.content?.edits).toBe(2);
    const copy = await restoreCopy(third.blankWindow(), offered[0]?.token ?? '', third);
    expect(copy).toMatchObject({ work: { name: 'incident (restored)' } });
  });

  test('says when the last edit was, not when it was brought back', async () => {
    const { token } = await crashed();
    const [before] = await appIn(at('')).lost.list();
    const second = appIn(at(''));
    await restoreCopy(second.blankWindow(), token, second);
    expect((await appIn(at('')).lost.list())[0]?.keptAt).toBe(before?.keptAt);
  });

  test('does not lend its file to another stream in the same window', async () => {
    const { token } = await crashed();
    const app = appIn(at(''));
    const window = app.blankWindow();
    await restoreCopy(window, token, app);
    const all = {
      ...wish,
      document: null,
      suggestedName: 'New stream',
      text: writeProject(projectNamed('new')),
    };
    await saveDocument(window, all, app);
    expect(app.answers.proposed).toBe(at('New stream.vsmap'));
  });
});

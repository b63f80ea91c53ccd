import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameBeside } from '../../main/file-name';
import { documentHandlers } from '../../main/handlers/documents';
import { outsideHandlers } from '../../main/handlers/outside';
import { openInto } from '../../main/open-document';
import { mapOf, useShownFile } from '../helpers/shown-file';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const shown = useShownFile(at);

describe('the ways out', () => {
  test('keep both: mine is written beside theirs under a new name and is the file from then on', async () => {
    const app = shown.app();
    const { window, token } = await shown.shows(app, true);
    writeFileSync(shown.file(), mapOf('theirs'));
    const keepBoth = outsideHandlers(app)['outside:keep-both'];
    const result = await keepBoth(window, { document: token, text: mapOf('mine') });
    const name = result.kind === 'saved' ? result.name : '';
    expect(name).toMatch(/^map \(my version \d{4}-\d\d-\d\d \d\d\.\d\d\)\.vsmap$/);
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('theirs'));
    expect(readFileSync(at('docs', name), 'utf8')).toBe(mapOf('mine'));
    expect(window.document?.path).toBe(realpathSync(at('docs', name)));
    expect(app.sessions.holding(realpathSync(shown.file()))).toBeUndefined();
  });

  test('keep both twice in a minute never writes over the first one', async () => {
    const app = shown.app();
    const { window, token } = await shown.shows(app, true);
    const keepBoth = outsideHandlers(app)['outside:keep-both'];
    const first = await keepBoth(window, { document: token, text: mapOf('first') });
    const again = await shown.shows(app, true);
    const second = await keepBoth(again.window, { document: again.token, text: mapOf('second') });
    const names = [first, second].map((each) => (each.kind === 'saved' ? each.name : ''));
    expect(names[0]).not.toBe(names[1]);
    const texts = names.map((name) => readFileSync(at('docs', name), 'utf8'));
    expect(texts).toEqual([mapOf('first'), mapOf('second')]);
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('opened'));
  });

  test('the name beside has the length that every disk takes', () => {
    const name = nameBeside(`/x/${'字'.repeat(83)}.vsmap`, 'my version 2026-11-22 10.14', 12);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^字+ \(my version 2026-11-22 10\.14 12\)\.vsmap$/);
  });

  test('the name beside of a version beside the file says only when that was made', () => {
    const names = [
      'my version 2026-11-22 09.00',
      'my version 2026-11-22 09.00 2',
      'other version 2025-01-02 23.59',
    ];
    for (const note of names)
      expect(nameBeside(`/x/map (${note}).vsmap`, 'my version 2026-11-22 10.14', 1)).toBe(
        'map (my version 2026-11-22 10.14).vsmap',
      );
    expect(nameBeside('/x/map (my version).vsmap', 'my version 2026-11-22 10.14', 1)).toBe(
      'map (my version) (my version 2026-11-22 10.14).vsmap',
    );
  });

  test('no question where others wrote just what is to be saved: the work is saved', async () => {
    const app = shown.app();
    const { save } = await shown.shows(app, true);
    writeFileSync(shown.file(), mapOf('the same'));
    await expect.poll(() => app.log).toContain('1 document:outside changed');
    expect(await save(mapOf('the same'))).toMatchObject({ kind: 'saved' });
    await expect.poll(() => app.log.at(-1)).toBe('1 document:outside same');
    expect(await save(mapOf('mine'))).toMatchObject({ kind: 'saved' });
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('mine'));
  });

  test('a save in whose place a folder is says that trying again cannot help', async () => {
    const app = shown.app();
    const { save } = await shown.shows(app, true);
    rmSync(shown.file());
    mkdirSync(shown.file());
    expect(await save(mapOf('mine'), 'nothing')).toMatchObject({ kind: 'failed', isFinal: true });
  });

  test('compare: their version is read, and the window still has its own', async () => {
    const app = shown.app();
    const { window, token, save } = await shown.shows(app, true);
    writeFileSync(shown.file(), mapOf('theirs'));
    const theirs = await outsideHandlers(app)['outside:theirs'](window, { document: token });
    expect(theirs).toMatchObject({ kind: 'theirs', name: 'map.vsmap', text: mapOf('theirs') });
    expect(await save(mapOf('mine'))).toMatchObject({ kind: 'conflict' });
    const seen = theirs.kind === 'theirs' ? theirs.seen : null;
    expect(await save(mapOf('mine'), seen)).toMatchObject({ kind: 'saved' });
  });

  test('take theirs: the window has their version, the message goes, and saving works again', async () => {
    const app = shown.app();
    const { window, token, save } = await shown.shows(app, true);
    writeFileSync(shown.file(), mapOf('theirs'));
    await expect.poll(() => app.log).toContain('1 document:outside changed');
    const take = outsideHandlers(app)['outside:take'];
    const result = await take(window, { document: token, mine: mapOf('mine'), seen: null });
    expect(result).toMatchObject({ kind: 'opened', document: token, text: mapOf('theirs') });
    await expect.poll(() => app.log.at(-1)).toBe('1 document:outside same');
    expect(await save(mapOf('mine after all'))).toMatchObject({ kind: 'saved' });
  });

  test('take theirs takes what was looked at, and nothing where that has changed once more', async () => {
    const app = shown.app();
    app.answers.keepsVersions = true;
    const { window, token, save } = await shown.shows(app, true);
    writeFileSync(shown.file(), mapOf('theirs'));
    const { 'outside:theirs': look, 'outside:take': take } = outsideHandlers(app);
    const theirs = await look(window, { document: token });
    const seen = theirs.kind === 'theirs' ? theirs.seen : null;
    writeFileSync(shown.file(), mapOf('theirs meanwhile'));
    const wish = { document: token, mine: mapOf('mine'), seen };
    expect(await take(window, wish)).toEqual({ kind: 'changed-once-more' });
    // Nothing is taken, nothing of mine put away, and a save still asks.
    expect((await app.history.list(realpathSync(shown.file()))).versions).toHaveLength(1);
    expect(await save(mapOf('mine'))).toMatchObject({ kind: 'conflict' });
    writeFileSync(shown.file(), mapOf('theirs'));
    expect(await take(window, wish)).toMatchObject({ kind: 'opened', text: mapOf('theirs') });
  });

  test('take theirs of what is no map any more is refused in words, and the work stays', async () => {
    const app = shown.app();
    const { window, token } = await shown.shows(app, true);
    writeFileSync(shown.file(), 'Dear Ada,');
    const result = await outsideHandlers(app)['outside:take'](window, {
      document: token,
      mine: null,
      seen: null,
    });
    expect(result).toMatchObject({ kind: 'failed' });
    expect(window.document?.token).toBe(token);
  });

  test('save it again there: never over a file that came back meanwhile', async () => {
    const app = shown.app();
    const { save } = await shown.shows(app, true);
    rmSync(shown.file());
    const told = await save(mapOf('mine'));
    expect(told).toEqual({ kind: 'conflict', seen: 'nothing' });
    writeFileSync(shown.file(), mapOf('back'));
    expect(await save(mapOf('mine'), 'nothing')).toMatchObject({ kind: 'conflict' });
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('back'));
    rmSync(shown.file());
    expect(await save(mapOf('mine'), 'nothing')).toMatchObject({ kind: 'saved' });
    expect(readFileSync(shown.file(), 'utf8')).toBe(mapOf('mine'));
  });

  test('follow: the window goes on with the file under its new name', async () => {
    const app = shown.app();
    const { window, token } = await shown.shows(app, true);
    renameSync(shown.file(), at('docs', 'renamed.vsmap'));
    await expect.poll(() => app.log).toContain('1 document:outside moved');
    const result = await outsideHandlers(app)['outside:follow'](window, { document: token });
    expect(result).toMatchObject({ kind: 'following', name: 'renamed.vsmap' });
    const document = result.kind === 'following' ? result.document : '';
    const wish = { document, text: mapOf('mine'), suggestedName: 'map', as: false, replacing: null };
    expect(await documentHandlers(app)['document:save'](window, wish)).toMatchObject({ kind: 'saved' });
    expect(readdirSync(at('docs'))).toEqual(['renamed.vsmap']);
    expect(readFileSync(at('docs', 'renamed.vsmap'), 'utf8')).toBe(mapOf('mine'));
  });

  test('follow is refused where that file was changed meanwhile, or is shown by another window', async () => {
    const app = shown.app();
    const { window, token } = await shown.shows(app, true);
    renameSync(shown.file(), at('docs', 'renamed.vsmap'));
    await expect.poll(() => app.log).toContain('1 document:outside moved');
    const follow = outsideHandlers(app)['outside:follow'];
    copyFileSync(at('docs', 'renamed.vsmap'), at('kept'));
    writeFileSync(at('docs', 'renamed.vsmap'), mapOf('theirs'));
    expect(await follow(window, { document: token })).toMatchObject({ kind: 'failed' });
    copyFileSync(at('kept'), at('docs', 'renamed.vsmap'));
    await openInto(app.blankWindow(), at('docs', 'renamed.vsmap'), app);
    expect(await follow(window, { document: token })).toMatchObject({ kind: 'failed' });
  });

  test('are refused for a token of another window', async () => {
    const app = shown.app();
    const { token } = await shown.shows(app, true);
    const stranger = app.blankWindow();
    const handlers = outsideHandlers(app);
    const document = token;
    expect(await handlers['outside:theirs'](stranger, { document })).toMatchObject({ kind: 'failed' });
    expect(await handlers['outside:take'](stranger, { document, mine: null, seen: null })).toMatchObject({
      kind: 'failed',
    });
    expect(await handlers['outside:follow'](stranger, { document })).toMatchObject({ kind: 'failed' });
    const beside = await handlers['outside:keep-both'](stranger, { document, text: mapOf('x') });
    expect(beside).toMatchObject({ kind: 'failed' });
  });

  test('overwrite: what was there is kept among the versions first', async () => {
    const app = shown.app();
    app.answers.keepsVersions = true;
    const { save } = await shown.shows(app, true);
    writeFileSync(shown.file(), mapOf('theirs'));
    const told = await save(mapOf('mine'));
    const seen = told.kind === 'conflict' ? told.seen : null;
    const remark = 'Saved. Theirs is kept among the versions.';
    expect(await save(mapOf('mine'), seen)).toMatchObject({ kind: 'saved', remark });
    const { versions } = await app.history.list(realpathSync(shown.file()));
    const kept = await Promise.all(
      versions.map(({ number }) => app.history.read(realpathSync(shown.file()), number)),
    );
    const texts = kept.map((bytes) => (bytes === null ? null : Buffer.from(bytes).toString()));
    expect(texts).toEqual([mapOf('mine'), mapOf('theirs'), mapOf('opened')]);
  });

  test('overwrite where no versions are kept: what was there is kept beside the file, and named', async () => {
    const app = shown.app();
    app.answers.keepsVersions = false;
    const { save } = await shown.shows(app, true);
    writeFileSync(shown.file(), mapOf('theirs'));
    const told = await save(mapOf('mine'));
    const seen = told.kind === 'conflict' ? told.seen : null;
    const result = await save(mapOf('mine'), seen);
    const beside = readdirSync(at('docs')).find((name) => name !== 'map.vsmap') ?? '';
    expect(beside).toMatch(/^map \(other version .*\)\.vsmap$/);
    expect(readFileSync(at('docs', beside), 'utf8')).toBe(mapOf('theirs'));
    expect(result.kind === 'saved' && result.remark).toContain(beside);
  });
});

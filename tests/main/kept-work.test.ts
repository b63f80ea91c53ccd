import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { KeptWork } from '../../main/kept-work';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import { type AppInTest, appIn } from '../helpers/app-in-test';
import { projectNamed, renameMessage, wholeMessage } from '../helpers/kept-messages';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

/** Work whose project has this name, kept with a whole text and one change for each further name. */
async function keep(kept: KeptWork, ...names: readonly [string, ...string[]]): Promise<void> {
  await kept.keep(wholeMessage(projectNamed(names[0])), null);
  for (const [index, name] of names.slice(1).entries()) await kept.keep(renameMessage(name, index + 1), null);
  await kept.settle();
}

async function nameIn(app: AppInTest, token: string): Promise<string> {
  const found = await app.lost.read(token);
  if (found.kind === 'failed') return found.sentence;
  const read = readProject(found.work.text);
  return read.kind === 'read' ? read.project.name : read.sentence;
}

describe('unsaved work', () => {
  test('is offered to the next start as it was after the last edit', async () => {
    const crashed = appIn(at(''));
    const { kept } = crashed.blankWindow();
    await keep(kept, 'One', 'Two', 'Three');

    const next = appIn(at(''));
    const offered = await next.lost.list();
    expect(offered).toMatchObject([
      {
        token: kept.token,
        title: 'One',
        file: null,
        problem: null,
        content: { steps: 1, edits: 3, lastEdit: 'Rename to Three', isWhole: true },
      },
    ]);
    expect(Math.abs(Date.parse(offered[0]?.keptAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect(await nameIn(next, kept.token)).toBe('Three');
  });

  test('costs the disk an edit, not the whole text, for each edit', async () => {
    const { kept } = appIn(at('')).blankWindow();
    await keep(kept, 'One');
    const before = readdirSync(at(`recovery/${kept.token}`));
    await keep(kept, 'One', 'Two');
    expect(before).toEqual(['1.journal']);
    await kept.keep(renameMessage('Three', 2), null);
    expect(readdirSync(at(`recovery/${kept.token}`))).toEqual(['2.journal']);
  });

  test('begins again with a whole text where a message is missing', async () => {
    const app = appIn(at(''));
    const { kept } = app.blankWindow();
    expect(await kept.keep(renameMessage('Early', 0), null)).toEqual({ wantsWhole: true, isKept: true });
    expect(kept.last()).toBeNull();
    await keep(kept, 'One', 'Two');
    expect(await kept.keep(renameMessage('Four', 3), null)).toMatchObject({ wantsWhole: true });
    await kept.settle();
    expect(await nameIn(appIn(at('')), kept.token)).toBe('Two');
    const whole = wholeMessage(projectNamed('Four'), { number: 4 });
    expect(await kept.keep(whole, null)).toEqual({ wantsWhole: false, isKept: true });
    expect(await nameIn(appIn(at('')), kept.token)).toBe('Four');
  });

  test('asks for a whole text after 200 changes', async () => {
    const { kept } = appIn(at('')).blankWindow();
    await keep(kept, 'One');
    const answers: boolean[] = [];
    for (let number = 1; number <= 200; number += 1)
      answers.push((await kept.keep(renameMessage(`Name ${String(number)}`, number), null)).wantsWhole);
    expect(answers.indexOf(true)).toBe(199);
  });

  test('that the disk refuses is said to be so, stays in memory, and is kept once the disk takes it', async () => {
    const app = appIn(at(''));
    const { kept } = app.blankWindow();
    writeFileSync(at('recovery'), 'a file where the folder should be');
    expect(await kept.keep(wholeMessage(projectNamed('One')), null)).toEqual({
      wantsWhole: true,
      isKept: false,
    });
    expect(app.log).toContain('recovery io-error');
    rmSync(at('recovery'));
    app.lost.takeOver(kept);
    expect(await nameIn(app, kept.token)).toBe('One');
    expect(await kept.keep(wholeMessage(projectNamed('One'), { number: 1 }), null)).toEqual({
      wantsWhole: false,
      isKept: true,
    });
  });

  test('is gone after it was discarded, saved or given up', async () => {
    const crashed = appIn(at(''));
    const [first, second, third] = [1, 2, 3].map(() => crashed.blankWindow().kept) as [
      KeptWork,
      KeptWork,
      KeptWork,
    ];
    await Promise.all([keep(first, 'First'), keep(second, 'Second'), keep(third, 'Third')]);
    await second.clear();
    await third.end();

    const next = appIn(at(''));
    expect(await next.lost.list()).toMatchObject([{ title: 'First' }]);
    await next.lost.discard(first.token);
    expect(await next.lost.list()).toEqual([]);
    expect(readdirSync(at('recovery'))).toEqual([]);
  });

  test('of a window that has closed is not kept again by what the page still sends', async () => {
    const { kept } = appIn(at('')).blankWindow();
    await keep(kept, 'One');
    const ending = kept.end();
    expect(await kept.keep(wholeMessage(projectNamed('Late'), { number: 1 }), null)).toMatchObject({
      wantsWhole: false,
    });
    await ending;
    expect(existsSync(at(`recovery/${kept.token}`))).toBe(false);
  });

  test('of this process is not offered while its window lives, and is once that stopped working', async () => {
    const app = appIn(at(''));
    const { kept } = app.blankWindow();
    await keep(kept, 'Work', 'More');
    expect(await app.lost.list()).toEqual([]);
    app.lost.takeOver(kept);
    expect(await app.lost.list()).toMatchObject([{ token: kept.token, content: { edits: 2 } }]);
    expect(await nameIn(app, kept.token)).toBe('More');
    await app.lost.discard(kept.token);
    expect(existsSync(at(`recovery/${kept.token}`))).toBe(false);
  });

  test('that was kept before a clear never comes back after it', async () => {
    const app = appIn(at(''));
    const { kept } = app.blankWindow();
    const sent = [kept.keep(wholeMessage(projectNamed('Work')), null)];
    for (let edit = 1; edit <= 20; edit++) sent.push(kept.keep(renameMessage(`Work ${edit}`, edit), null));
    await kept.clear();
    await Promise.all(sent);
    expect(existsSync(at(`recovery/${kept.token}`))).toBe(false);
    await keep(kept, 'Again');
    expect(await appIn(at('')).lost.list()).toMatchObject([{ title: 'Again' }]);
  });

  test('with a token that is none is not there', async () => {
    const app = appIn(at(''));
    for (const token of ['0'.repeat(32), '../../etc'])
      expect(await app.lost.read(token)).toMatchObject({ kind: 'failed' });
  });
});

describe('what is said of lost work', () => {
  test('names its file and tells what became of that since', async () => {
    const app = appIn(at(''));
    const [path, text] = [at('incident.vsmap'), writeProject(projectNamed('Incident'))];
    writeFileSync(path, text);
    const stamp = { mtimeMs: Date.UTC(2026, 10, 22, 9), size: text.length, sha256: '0'.repeat(64) };
    await app.blankWindow().kept.keep(wholeMessage(projectNamed('Mine')), { path, stamp });
    const next = (): AppInTest => appIn(at(''));
    expect((await next().lost.list())[0]?.file).toMatchObject({
      name: 'incident.vsmap',
      savedAt: '2026-11-22T09:00:00.000Z',
      now: 'changed',
    });
    expect(await next().lost.listOf(path)).toHaveLength(1);
    expect(await next().lost.listOf(at('other.vsmap'))).toEqual([]);
    renameSync(path, at('moved.vsmap'));
    expect((await next().lost.list())[0]?.file).toMatchObject({ now: 'gone', changedAt: null });
  });

  test('gives both sides of a comparison with the file as it is now', async () => {
    const app = appIn(at(''));
    const path = at('incident.vsmap');
    writeFileSync(path, writeProject(projectNamed('Theirs')));
    const { kept } = app.blankWindow();
    await kept.keep(wholeMessage(projectNamed('Mine')), { path, stamp: null });
    const both = await appIn(at('')).lost.compare(kept.token);
    expect(both).toMatchObject({ kind: 'both', file: { name: 'incident.vsmap' }, kept: { name: 'Mine' } });
    expect(both.kind === 'both' && both.file.text).toContain('Theirs');
    expect(both.kind === 'both' && both.kept.text).toContain('Mine');
    rmSync(path);
    expect(await appIn(at('')).lost.compare(kept.token)).toMatchObject({ kind: 'failed' });
  });

  test('says that work of a newer version stays kept, and does not open it', async () => {
    const app = appIn(at(''));
    const { kept } = app.blankWindow();
    const text = writeProject(projectNamed('Newer')).replace('"version": 1', '"version": 99');
    await kept.keep(wholeMessage(projectNamed('Newer'), { content: { kind: 'whole', text } }), null);
    const next = appIn(at(''));
    const [offered] = await next.lost.list();
    expect(offered).toMatchObject({ title: 'Newer', content: null, isDamaged: false });
    expect(offered?.problem).toContain('newer version');
    expect(await next.lost.read(kept.token)).toMatchObject({ kind: 'failed' });
    expect(await next.lost.list()).toHaveLength(1);
  });

  test.each([
    [null, 'It was never saved to a file'],
    ['incident.vsmap', 'Its file and the versions of that are not touched'],
  ])('says of damaged work that began from %s where to go on', async (name, words) => {
    const { kept } = appIn(at('')).blankWindow();
    const text = '{"format":"vsmap","version":1}';
    const origin = name === null ? null : { path: at(name), stamp: null };
    await kept.keep(wholeMessage(projectNamed('Damaged'), { content: { kind: 'whole', text } }), origin);
    const next = appIn(at(''));
    const [offered] = await next.lost.list();
    expect(offered).toMatchObject({ isDamaged: true, content: null });
    expect(offered?.problem).toContain(words);
    expect(await next.lost.read(kept.token)).toEqual({ kind: 'failed', sentence: offered?.problem });
  });
});

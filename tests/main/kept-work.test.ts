import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentHandlers } from '../../main/handlers/documents';
import { forgetLostPage } from '../../main/lost-page';
import { appIn } from '../helpers/app-in-test';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

describe('unsaved work', () => {
  test('is offered to the next start, the newest text only', async () => {
    const crashed = appIn(at(''));
    const { kept } = crashed.blankWindow();
    for (let edit = 1; edit <= 50; edit++) kept.keep(`Edit ${edit}`, `text ${edit}`, null);
    await kept.settle();

    const next = appIn(at(''));
    const offered = await next.lost.list();
    expect(offered).toMatchObject([{ token: kept.token, title: 'Edit 50' }]);
    expect(Math.abs(Date.parse(offered[0]?.keptAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect(await next.lost.read(kept.token)).toEqual({ kind: 'restored', title: 'Edit 50', text: 'text 50' });
  });

  test('is gone after it was discarded, saved or given up', async () => {
    const crashed = appIn(at(''));
    const [first, second] = [crashed.blankWindow().kept, crashed.blankWindow().kept];
    first.keep('First', 'one', null);
    second.keep('Second', 'two', null);
    await Promise.all([first.settle(), second.settle()]);
    await second.clear();

    const next = appIn(at(''));
    expect(await next.lost.list()).toMatchObject([{ title: 'First' }]);
    await next.lost.discard(first.token);
    expect(await next.lost.list()).toEqual([]);
    expect(readdirSync(at('recovery'))).toEqual([]);
  });

  test('of this process is not offered while its window lives, and is once that stopped working', async () => {
    const app = appIn(at(''));
    const { kept } = app.blankWindow();
    kept.keep('Work', 'text', null);
    await kept.settle();
    expect(await app.lost.list()).toEqual([]);
    app.lost.takeOver(kept);
    expect(await app.lost.list()).toMatchObject([{ token: kept.token, title: 'Work' }]);
    expect(await app.lost.read(kept.token)).toMatchObject({ kind: 'restored', text: 'text' });
    await app.lost.discard(kept.token);
    expect(existsSync(at(`recovery/${kept.token}`))).toBe(false);
  });

  test('of a page that is loaded again is offered to it, although the new page says that it holds nothing', async () => {
    const app = appIn(at(''));
    const window = app.blankWindow();
    const state = documentHandlers(app)['document:state'];
    await state(window, { document: null, title: 'Work', isDirty: true });
    window.kept.keep('Work', 'text', null);
    forgetLostPage(window, app);
    await state(window, { document: null, title: '', isDirty: false });
    expect(await app.lost.list()).toMatchObject([{ title: 'Work' }]);
    expect(window.kept.last()).toBeNull();
  });

  test('that was kept before a clear never comes back after it', async () => {
    const app = appIn(at(''));
    const { kept } = app.blankWindow();
    for (let edit = 1; edit <= 20; edit++) kept.keep('Work', `text ${edit}`, null);
    await kept.clear();
    await kept.settle();
    expect(existsSync(at(`recovery/${kept.token}`))).toBe(false);
    kept.keep('Work', 'again', null);
    await kept.settle();
    expect(await appIn(at('')).lost.list()).toMatchObject([{ title: 'Work' }]);
  });

  test('with a token that is none is not there', async () => {
    const app = appIn(at(''));
    for (const token of ['0'.repeat(32), '../../etc'])
      expect(await app.lost.read(token)).toMatchObject({ kind: 'failed' });
  });
});

import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { documentHandlers } from '../../main/handlers/documents';
import { outsideHandlers } from '../../main/handlers/outside';
import { nameBeside } from '../../main/file-name';
import { openFor, openInto } from '../../main/open-document';
import type { Session } from '../../main/session';
import { writeProject } from '../../shared/file-format/write';
import type { SaveResult } from '../../shared/ipc/results';
import { type AppInTest, appIn } from '../helpers/app-in-test';
import { buildMap } from '../helpers/build-map';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const open: { app: AppInTest; window: Session }[] = [];
const counts = { cases: 0, silentOverwrites: 0 };

afterEach(() => {
  for (const { app, window } of open.splice(0)) app.outside.end(window);
});
afterAll(() => {
  console.log(
    `Changed outside: ${String(counts.cases)} cases, ${String(counts.silentOverwrites)} silent overwrites.`,
  );
});

const { project } = buildMap((m) => m.step('log'));
const textOf = (name: string): string => writeProject({ ...project, name });
const file = (): string => at('docs', 'map.vsmap');

/** A window that shows the file, as its page reports it. */
async function shows(app: AppInTest, isDirty: boolean) {
  const window = app.blankWindow();
  open.push({ app, window });
  const opened = await openInto(window, file(), app);
  const token = opened.kind === 'opened' ? opened.document : '';
  await documentHandlers(app)['document:state'](window, { document: token, title: 'map', isDirty });
  await app.outside.look(window);
  const save = (text: string, replacing: string | null = null): Promise<SaveResult> => {
    const wish = { document: token, text, suggestedName: 'map', as: false, replacing };
    return Promise.resolve(documentHandlers(app)['document:save'](window, wish));
  };
  return { window, token, save };
}

function prepare(profile = 'profile'): AppInTest {
  mkdirSync(at('docs'), { recursive: true });
  if (!existsSync(file())) writeFileSync(file(), textOf('opened'));
  mkdirSync(at(profile));
  return appIn(at(profile));
}

/** What others do to the file, what the page is told, and what the disk must still hold after a save was tried. */
const cases: readonly {
  readonly name: string;
  readonly told: string;
  readonly act: () => void;
  readonly isUntouched: () => boolean;
}[] = [
  {
    name: 'written in place',
    told: 'changed',
    act: () => writeFileSync(file(), textOf('theirs')),
    isUntouched: () => readFileSync(file(), 'utf8') === textOf('theirs'),
  },
  {
    name: 'replaced atomically',
    told: 'changed',
    act: () => {
      writeFileSync(at('docs', '.new'), textOf('theirs'));
      renameSync(at('docs', '.new'), file());
    },
    isUntouched: () => readFileSync(file(), 'utf8') === textOf('theirs'),
  },
  {
    name: 'changed with equal time and size',
    told: 'changed',
    act: () => {
      const { atime, mtime, size } = statSync(file());
      writeFileSync(file(), textOf('0pened'));
      utimesSync(file(), atime, mtime);
      if (statSync(file()).size !== size) throw new Error('the size differs');
    },
    isUntouched: () => readFileSync(file(), 'utf8') === textOf('0pened'),
  },
  {
    name: 'emptied',
    told: 'changed',
    act: () => writeFileSync(file(), ''),
    isUntouched: () => readFileSync(file(), 'utf8') === '',
  },
  {
    name: 'deleted',
    told: 'deleted',
    act: () => rmSync(file()),
    isUntouched: () => !existsSync(file()),
  },
  {
    name: 'renamed',
    told: 'moved',
    act: () => renameSync(file(), at('docs', 'renamed.vsmap')),
    isUntouched: () =>
      !existsSync(file()) && readFileSync(at('docs', 'renamed.vsmap'), 'utf8') === textOf('opened'),
  },
  {
    name: 'moved to another folder',
    told: 'deleted',
    act: () => renameSync(file(), at('moved.vsmap')),
    isUntouched: () => !existsSync(file()) && readFileSync(at('moved.vsmap'), 'utf8') === textOf('opened'),
  },
  {
    name: 'replaced by a folder',
    told: 'not-a-file',
    act: () => {
      rmSync(file());
      mkdirSync(file());
    },
    isUntouched: () => readdirSync(file()).length === 0,
  },
  {
    name: 'taken away with its folder',
    told: 'unreachable',
    act: () => renameSync(at('docs'), at('unplugged')),
    isUntouched: () =>
      !existsSync(at('docs')) && readFileSync(at('unplugged', 'map.vsmap'), 'utf8') === textOf('opened'),
  },
];

describe('a file that others meddle with while it is open', () => {
  const matrix = cases.flatMap((each) => [true, false].map((isDirty) => ({ ...each, isDirty })));

  test.each(matrix)(
    '$name, unsaved work: $isDirty: the page is told, and a save writes nothing',
    async ({ told, act, isUntouched, isDirty }) => {
      const app = prepare();
      const { save } = await shows(app, isDirty);
      act();
      await expect.poll(() => app.log).toContain(`1 document:outside ${told}`);
      const result = await save(textOf(isDirty ? 'mine' : 'opened'));
      counts.cases += 1;
      if (result.kind === 'saved' || !isUntouched()) counts.silentOverwrites += 1;
      expect(result.kind).toMatch(/conflict|failed/);
      expect(isUntouched()).toBe(true);
    },
  );

  test('two windows: the second one gives way to the first', async () => {
    const app = prepare();
    const { window } = await shows(app, true);
    expect(await openFor(app.blankWindow(), file(), app)).toEqual({ kind: 'elsewhere' });
    expect(app.log).toContain(`${String(window.id)} focus`);
    counts.cases += 1;
  });

  test.each([true, false])('two profiles, unsaved work: %s: the second save asks', async (isDirty) => {
    const [first, second] = [prepare('first'), prepare('second')];
    const one = await shows(first, true);
    const two = await shows(second, isDirty);
    expect(await one.save(textOf('of the first'))).toMatchObject({ kind: 'saved' });
    await expect.poll(() => second.log).toContain('1 document:outside changed');
    const result = await two.save(textOf(isDirty ? 'of the second' : 'opened'));
    counts.cases += 1;
    if (readFileSync(file(), 'utf8') !== textOf('of the first')) counts.silentOverwrites += 1;
    expect(result).toMatchObject({ kind: 'conflict' });
    expect(readFileSync(file(), 'utf8')).toBe(textOf('of the first'));
    // Now the second one knows, and says so.
    const seen = result.kind === 'conflict' ? result.seen : null;
    expect(await two.save(textOf('of the second'), seen)).toMatchObject({ kind: 'saved' });
    await expect.poll(() => first.log).toContain('1 document:outside changed');
    expect(await one.save(textOf('of the first again'))).toMatchObject({ kind: 'conflict' });
  });
});

describe('the ways out', () => {
  test('keep both: mine is written beside theirs under a new name and is the file from then on', async () => {
    const app = prepare();
    const { window, token } = await shows(app, true);
    writeFileSync(file(), textOf('theirs'));
    const keepBoth = outsideHandlers(app)['outside:keep-both'];
    const result = await keepBoth(window, { document: token, text: textOf('mine') });
    const name = result.kind === 'saved' ? result.name : '';
    expect(name).toMatch(/^map \(my version \d{4}-\d\d-\d\d \d\d\.\d\d\)\.vsmap$/);
    expect(readFileSync(file(), 'utf8')).toBe(textOf('theirs'));
    expect(readFileSync(at('docs', name), 'utf8')).toBe(textOf('mine'));
    expect(window.document?.path).toBe(realpathSync(at('docs', name)));
    expect(app.sessions.holding(realpathSync(file()))).toBeUndefined();
  });

  test('keep both twice in a minute never writes over the first one', async () => {
    const app = prepare();
    const { window, token } = await shows(app, true);
    const keepBoth = outsideHandlers(app)['outside:keep-both'];
    const first = await keepBoth(window, { document: token, text: textOf('first') });
    const again = await shows(app, true);
    const second = await keepBoth(again.window, { document: again.token, text: textOf('second') });
    const names = [first, second].map((each) => (each.kind === 'saved' ? each.name : ''));
    expect(names[0]).not.toBe(names[1]);
    const texts = names.map((name) => readFileSync(at('docs', name), 'utf8'));
    expect(texts).toEqual([textOf('first'), textOf('second')]);
    expect(readFileSync(file(), 'utf8')).toBe(textOf('opened'));
  });

  test('the name beside has the length that every disk takes', () => {
    const name = nameBeside(`/x/${'字'.repeat(83)}.vsmap`, 'my version 2026-11-22 10.14', 12);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^字+ \(my version 2026-11-22 10\.14 12\)\.vsmap$/);
  });

  test('compare: their version is read, and the window still has its own', async () => {
    const app = prepare();
    const { window, token, save } = await shows(app, true);
    writeFileSync(file(), textOf('theirs'));
    const theirs = await outsideHandlers(app)['outside:theirs'](window, { document: token });
    expect(theirs).toMatchObject({ kind: 'theirs', name: 'map.vsmap', text: textOf('theirs') });
    expect(await save(textOf('mine'))).toMatchObject({ kind: 'conflict' });
    const seen = theirs.kind === 'theirs' ? theirs.seen : null;
    expect(await save(textOf('mine'), seen)).toMatchObject({ kind: 'saved' });
  });

  test('take theirs: the window has their version, the message goes, and saving works again', async () => {
    const app = prepare();
    const { window, token, save } = await shows(app, true);
    writeFileSync(file(), textOf('theirs'));
    await expect.poll(() => app.log).toContain('1 document:outside changed');
    const take = outsideHandlers(app)['outside:take'];
    const result = await take(window, { document: token, mine: textOf('mine') });
    expect(result).toMatchObject({ kind: 'opened', document: token, text: textOf('theirs') });
    await expect.poll(() => app.log.at(-1)).toBe('1 document:outside same');
    expect(await save(textOf('mine after all'))).toMatchObject({ kind: 'saved' });
  });

  test('take theirs of what is no map any more is refused in words, and the work stays', async () => {
    const app = prepare();
    const { window, token } = await shows(app, true);
    writeFileSync(file(), 'Dear Ada,');
    const result = await outsideHandlers(app)['outside:take'](window, { document: token, mine: null });
    expect(result).toMatchObject({ kind: 'failed' });
    expect(window.document?.token).toBe(token);
  });

  test('save it again there: never over a file that came back meanwhile', async () => {
    const app = prepare();
    const { save } = await shows(app, true);
    rmSync(file());
    const told = await save(textOf('mine'));
    expect(told).toEqual({ kind: 'conflict', seen: 'nothing' });
    writeFileSync(file(), textOf('back'));
    expect(await save(textOf('mine'), 'nothing')).toMatchObject({ kind: 'conflict' });
    expect(readFileSync(file(), 'utf8')).toBe(textOf('back'));
    rmSync(file());
    expect(await save(textOf('mine'), 'nothing')).toMatchObject({ kind: 'saved' });
    expect(readFileSync(file(), 'utf8')).toBe(textOf('mine'));
  });

  test('follow: the window goes on with the file under its new name', async () => {
    const app = prepare();
    const { window, token } = await shows(app, true);
    renameSync(file(), at('docs', 'renamed.vsmap'));
    await expect.poll(() => app.log).toContain('1 document:outside moved');
    const result = await outsideHandlers(app)['outside:follow'](window, { document: token });
    expect(result).toMatchObject({ kind: 'following', name: 'renamed.vsmap' });
    const document = result.kind === 'following' ? result.document : '';
    const wish = { document, text: textOf('mine'), suggestedName: 'map', as: false, replacing: null };
    expect(await documentHandlers(app)['document:save'](window, wish)).toMatchObject({ kind: 'saved' });
    expect(readdirSync(at('docs'))).toEqual(['renamed.vsmap']);
    expect(readFileSync(at('docs', 'renamed.vsmap'), 'utf8')).toBe(textOf('mine'));
  });

  test('follow is refused where that file was changed meanwhile, or is shown by another window', async () => {
    const app = prepare();
    const { window, token } = await shows(app, true);
    renameSync(file(), at('docs', 'renamed.vsmap'));
    await expect.poll(() => app.log).toContain('1 document:outside moved');
    const follow = outsideHandlers(app)['outside:follow'];
    copyFileSync(at('docs', 'renamed.vsmap'), at('kept'));
    writeFileSync(at('docs', 'renamed.vsmap'), textOf('theirs'));
    expect(await follow(window, { document: token })).toMatchObject({ kind: 'failed' });
    copyFileSync(at('kept'), at('docs', 'renamed.vsmap'));
    await openInto(app.blankWindow(), at('docs', 'renamed.vsmap'), app);
    expect(await follow(window, { document: token })).toMatchObject({ kind: 'failed' });
  });

  test('are refused for a token of another window', async () => {
    const app = prepare();
    const { token } = await shows(app, true);
    const stranger = app.blankWindow();
    const handlers = outsideHandlers(app);
    const document = token;
    expect(await handlers['outside:theirs'](stranger, { document })).toMatchObject({ kind: 'failed' });
    expect(await handlers['outside:take'](stranger, { document, mine: null })).toMatchObject({
      kind: 'failed',
    });
    expect(await handlers['outside:follow'](stranger, { document })).toMatchObject({ kind: 'failed' });
    const beside = await handlers['outside:keep-both'](stranger, { document, text: textOf('x') });
    expect(beside).toMatchObject({ kind: 'failed' });
  });
});

describe('a file of a newer version that came in the place of the open one', () => {
  test('is not overwritten, though the user says so', async () => {
    const app = prepare();
    const { save } = await shows(app, true);
    const newer = textOf('newer').replace('"version": 1', '"version": 99');
    writeFileSync(file(), newer);
    const told = await save(textOf('mine'));
    expect(told.kind).toBe('conflict');
    const seen = told.kind === 'conflict' ? told.seen : null;
    expect(await save(textOf('mine'), seen)).toMatchObject({ kind: 'failed' });
    expect(readFileSync(file(), 'utf8')).toBe(newer);
  });
});

describe.skipIf(process.platform === 'win32')('a file that is made read-only while it is open', () => {
  test('is no news, but saving says so', async () => {
    const app = prepare();
    const { save, window } = await shows(app, true);
    chmodSync(file(), 0o444);
    await app.outside.look(window);
    expect(app.log.filter((line) => line.includes('document:outside'))).toEqual([]);
    const result = await save(textOf('mine'));
    expect(result.kind === 'failed' && result.sentence).toContain('read-only');
    expect(readFileSync(file(), 'utf8')).toBe(textOf('opened'));
  });
});

import { mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentHandlers } from '../../main/handlers/documents';
import { exportHandlers } from '../../main/handlers/exports';
import { historyHandlers } from '../../main/handlers/history';
import { importHandlers } from '../../main/handlers/importing';
import { outsideHandlers } from '../../main/handlers/outside';
import { recoveryHandlers } from '../../main/handlers/recovery';
import { soundArguments } from '../../main/ipc-guard';
import { openInto } from '../../main/open-document';
import type { Session } from '../../main/session';
import { writeProject } from '../../shared/file-format/write';
import type { Channel } from '../../shared/ipc/contract';
import { defaultPreferences } from '../../shared/ipc/default-preferences';
import { appIn } from '../helpers/app-in-test';
import { anyCalls, fits, rightCalls, sent } from '../helpers/ipc-attacks';
import { mockProject } from '../shared/drawing/mock-map';
import { useTempFolder } from './files/temp-folder';
import { tell } from '../helpers/tell';

const at = useTempFolder();
const text = writeProject(mockProject);

type Call = (session: Session, ...args: readonly unknown[]) => unknown;

/** The app over a folder with a file of somebody that no window shows, and one that the first window shows. */
async function appWithFiles() {
  mkdirSync(at('files'), { recursive: true });
  for (const name of ['victim.vsmap', 'open.vsmap']) writeFileSync(at(`files/${name}`), text);
  const app = appIn(at('profile'));
  const session = app.blankWindow();
  const opened = await openInto(session, at('files/open.vsmap'), app);
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  // Those of the handlers that work without Electron; the end-to-end tests call the others.
  const handlers = {
    ...documentHandlers(app),
    ...outsideHandlers(app),
    ...historyHandlers(app),
    ...importHandlers(app),
    ...recoveryHandlers(app),
    ...exportHandlers(app),
  };
  const calls = new Map(Object.entries(handlers) as [Channel, Call][]);
  return { app, session, calls, token: opened.document };
}

/** What lies in the folder of files, with contents and times. */
function files(): string[] {
  return readdirSync(at('files')).map((name) => {
    const { mtimeMs, size } = statSync(at(`files/${name}`));
    return `${name} ${String(size)} ${String(mtimeMs)} ${readFileSync(at(`files/${name}`), 'utf8') === text ? 'as it was' : 'changed'}`;
  });
}

/** The files of the test that this process holds open; only Linux tells. */
function openFiles(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${number}`);
      return path.startsWith(at()) ? [path] : [];
    } catch {
      return [];
    }
  });
}

describe('calls with arguments that mean harm', () => {
  test('are let through only where they fit the contract, in the judgement of another program too', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyCalls(), ([channel, given]) => {
        const args = sent(given);
        if (args === null) return;
        const sound = soundArguments(channel, args);
        if (sound === null) return;
        accepted += 1;
        expect(fits(channel, sound), channel).toBe(true);
      }),
      { seed: 11, endOnFailure: true, numRuns: 4000 },
    );
    expect(accepted).toBeGreaterThan(500);
    tell('S3', 4000, 'calls to the guard, none let through that does not fit');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('that fit the contract are let through', () => {
    fc.assert(
      fc.property(rightCalls(), ([channel, args]) => {
        expect(fits(channel, args), channel).toBe(true);
        expect(soundArguments(channel, args), channel).not.toBeNull();
      }),
      { seed: 12, endOnFailure: true, numRuns: 1000 },
    );
  });

  test('hand on nothing called __proto__, wherever it was put', () => {
    const options = JSON.parse('{"__proto__": {"polluted": true}}') as unknown;
    const sound = soundArguments('analysis:set', [{ author: '', rules: [{ rule: 'x', options }] }]);
    expect(JSON.stringify(sound)).toBe('[{"author":"","rules":[{"rule":"x","options":{}}]}]');
  });

  test('cannot fill the settings with entries without end', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`key${String(index)}`, []]));
    expect(soundArguments('preferences:set', [{ ...defaultPreferences, keys: {} }])).not.toBeNull();
    expect(soundArguments('preferences:set', [{ ...defaultPreferences, keys: many }])).toBeNull();
    expect(soundArguments('preferences:set', [{ ...defaultPreferences, tableMappings: many }])).toBeNull();
  });

  test('open nothing and write nothing, and no function fails on what it lets through', async () => {
    const { app, session, calls } = await appWithFiles();
    const before = files();
    let called = 0;
    await fc.assert(
      fc.asyncProperty(anyCalls([...calls.keys()]), async ([channel, given]) => {
        const args = sent(given);
        const sound = args && soundArguments(channel, args);
        if (!sound) return;
        called += 1;
        await calls.get(channel)?.(session, ...(sound as readonly unknown[]));
      }),
      { seed: 13, endOnFailure: true, numRuns: 1500 },
    );
    expect(called).toBeGreaterThan(300);
    expect(files()).toEqual(before);
    expect(app.log.filter((line) => /^(?:open|show) /.test(line))).toEqual([]);
    // The journal of unsaved work is open as long as its window is.
    await session.kept.end();
    expect(openFiles()).toEqual([]);
  });
});

describe('the token of a file', () => {
  const wish = (document: string) => ({
    document,
    text: writeProject({ ...mockProject }),
    suggestedName: 'x',
    as: false,
    replacing: null,
  });

  test.each(['forged', 'of another window', 'of a file that was open before'])(
    'opens, saves and tells nothing where it is %s',
    async (which) => {
      const { app, session, calls, token } = await appWithFiles();
      const other = app.blankWindow();
      if (which === 'of a file that was open before') await openInto(session, at('files/victim.vsmap'), app);
      const [asking, given] = {
        forged: [session, 'f'.repeat(32)] as const,
        'of another window': [other, token] as const,
      }[which] ?? [session, token];
      const before = files();
      const kindOf = async (channel: Channel, args: object) => {
        const answer = (await calls.get(channel)?.(asking, args)) as { readonly kind?: string } | null;
        return answer?.kind ?? 'nothing';
      };
      expect(await kindOf('document:save', wish(given))).toBe('failed');
      expect(await kindOf('document:revert', { document: given })).toBe('failed');
      expect(await kindOf('document:open', { from: 'recent', token: given })).toBe('failed');
      expect(await kindOf('history:list', { document: given })).toBe('failed');
      expect(await kindOf('history:read', { document: given, version: 1 })).toBe('failed');
      expect(await kindOf('export:show', { file: given })).toBe('nothing');
      expect(files()).toEqual(before);
      expect(app.log.filter((line) => /^(?:open|show) /.test(line))).toEqual([]);
    },
  );

  test('of a recent file is worth nothing once the file is forgotten', async () => {
    const { app, calls } = await appWithFiles();
    const [file] = await app.recent.list();
    const window = app.blankWindow();
    app.recent.forget(file?.token ?? '');
    const answer = await calls.get('document:open')?.(window, { from: 'recent', token: file?.token });
    expect(answer).toMatchObject({ kind: 'failed' });
  });
});

import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLog } from '../../main/files/log';
import { documentHandlers, openDropped } from '../../main/handlers/documents';
import { exportHandlers } from '../../main/handlers/exports';
import { importHandlers } from '../../main/handlers/importing';
import { failureOf, logOver } from '../../main/log';
import { logEvents, type LogEvent, sayEvent } from '../../main/log-events';
import { openInto } from '../../main/open-document';
import type { Session } from '../../main/session';
import { writeProject } from '../../shared/file-format/write';
import { factsOf } from '../../shared/ipc/error-facts';
import { type AppInTest, appIn } from '../helpers/app-in-test';
import { exportWish } from '../helpers/export-wish';
import { fullProject } from '../helpers/full-project';
import { mark, markProject } from '../helpers/marked-project';
import { anyProject } from '../helpers/random-project';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const folder = `${mark} Müller`;
const file = `${mark} salaries.vsmap`;

interface Place {
  readonly app: AppInTest;
  readonly session: Session;
  readonly path: (name: string) => string;
  readonly logged: () => Promise<string>;
}

/** An app whose folder, files and answers carry the mark, and whose log is the real one. */
function markedApp(run: string): Place {
  const home = at(`${folder} ${run}`);
  mkdirSync(home, { recursive: true });
  const lines = openLog({ folder: at(`logs-${run}`), now: Date.now });
  const plain = appIn(home);
  const app: AppInTest = { ...plain, report: logOver(lines) };
  const logged = async (): Promise<string> => {
    await lines.flush();
    return readdirSync(at(`logs-${run}`))
      .map((name) => readFileSync(at(`logs-${run}/${name}`), 'utf8'))
      .join('\n');
  };
  return { app, session: app.blankWindow(), path: (name) => `${home}/${name}`, logged };
}

/** Opens, saves, saves into trouble, and opens what cannot be opened. */
async function workWithFiles({ app, session, path }: Place, text: string): Promise<void> {
  writeFileSync(path(file), text);
  await openInto(session, path(file), app);
  const handlers = documentHandlers(app);
  const save = { document: session.document?.token ?? null, text, suggestedName: mark };
  await handlers['document:save'](session, { ...save, as: false, replacing: null });
  writeFileSync(path(file), `${text} `);
  await handlers['document:save'](session, { ...save, as: false, replacing: null });
  for (const target of [`${mark}.vsmap`, `gone/${mark}.vsmap`, 'x'.repeat(300), '.']) {
    app.answers.savePath = path(target);
    await handlers['document:save'](session, { ...save, document: null, as: true, replacing: null });
  }
  chmodSync(path(file), 0o400);
  await handlers['document:save'](session, { ...save, as: false, replacing: null });
  const broken = [
    text.slice(0, text.length / 2),
    `{"${mark}`,
    `["${mark}"]`,
    text.replace(/"version": ?1/, '"version": 91'),
  ];
  for (const content of broken) {
    writeFileSync(path(`${mark}-broken.vsmap`), content);
    await openInto(session, path(`${mark}-broken.vsmap`), app);
  }
  await openInto(session, path(`${mark}-gone.vsmap`), app);
}

/** Brings things in, and out in a few formats. */
async function exchange({ app, session, path }: Place, text: string): Promise<void> {
  const foreign = {
    [`${mark}.csv`]: `Step;PT\n${mark};5m\n`,
    [`${mark}.mmd`]: `flowchart LR\n  a[${mark}] --> b[${mark}]\n`,
    [`${mark}.drawio`]: `<mxfile><diagram name="${mark}">not a map</diagram></mxfile>`,
    [`${mark}.xlsx`]: `PK${mark}`,
    [`${mark}.${mark}`]: mark,
  };
  for (const [name, content] of Object.entries(foreign)) {
    writeFileSync(path(name), content);
    await openDropped(session, path(name), app);
  }
  await importHandlers(app)['import:open'](session);
  const handlers = exportHandlers(app);
  for (const format of ['md', 'csv'] as const) {
    app.answers.savePath = path(`${mark}.${format}`);
    await handlers['export:save'](session, {
      work: 'w-1',
      text,
      suggestedName: mark,
      wish: exportWish(format),
    });
    rmSync(path(`${mark}.${format}`), { force: true });
    mkdirSync(path(`${mark}.${format}`));
    await handlers['export:save'](session, {
      work: 'w-2',
      text,
      suggestedName: mark,
      wish: exportWish(format),
    });
  }
}

/** Errors as they come up inside, with the mark in whatever they carry. */
function fail({ app, path }: Place): void {
  const errors = [
    new TypeError(`Cannot read properties of undefined (reading '${mark}')`),
    new SyntaxError(
      `Unexpected token '${mark}', "${mark}" is not valid JSON\n    at ${mark} (file:///x/out/main/${mark}.js:1:2)`,
    ),
    Object.assign(new Error(`ENOENT: no such file, open '${path(file)}'`), {
      code: 'ENOENT',
      path: path(file),
    }),
    Object.assign(new Error(mark), { name: mark, code: mark.toUpperCase(), cause: mark }),
    mark,
  ];
  for (const error of errors) {
    app.report({ what: 'call-failed', channel: 'document:open', ms: 1, ...factsOf(error) });
    app.report({ what: 'settings-not-written', ...failureOf(error) });
    app.report({ what: 'main-error', where: 'uncaught', ...factsOf(error) });
  }
}

test('no word of a document, no name and no folder gets into the log, whatever is done and whatever goes wrong', async () => {
  const projects = [fullProject, ...fc.sample(anyProject, { seed: 20261122, numRuns: 4 })];
  for (const [run, project] of projects.entries()) {
    const marked = markProject(project);
    const place = markedApp(String(run));
    const text = writeProject(marked.project);
    await workWithFiles(place, text);
    await exchange(place, text);
    fail(place);
    const logged = await place.logged();
    expect(logged.toLowerCase()).not.toContain(mark);
    expect(logged).not.toMatch(/Müller|salaries|\.vsmap|\/tmp|Restore/);
    // What happened is told all the same.
    for (const event of [
      'file-opened outcome=opened',
      'file-saved outcome=saved',
      'file-saved outcome=conflict',
    ])
      expect(logged).toContain(event);
    for (const event of [
      'outcome=folder-missing code=ENOENT',
      'outcome=not-json',
      'readOnly=yes',
      'call-failed',
    ])
      expect(logged).toContain(event);
    for (const event of ['file-imported ending=csv outcome=cells', 'file-exported format=md outcome='])
      expect(logged).toContain(event);
  }
});

test('the mark stands in every text that a map of everyday has', () => {
  const { project, places } = markProject(fullProject);
  expect(places).toEqual(
    expect.arrayContaining([
      'name',
      'streams.*.name',
      'maps.*.name',
      'nodes.*.name',
      'roles.*.name',
      'stakeholders.*.note',
      'improvements.*.owner',
      'workshopNotes.*.by',
    ]),
  );
  expect(JSON.stringify(project).toLowerCase().split(mark).length).toBeGreaterThan(60);
});

describe('an event', () => {
  test('is written with its fields in their order, without those that nothing is known of', () => {
    expect(
      sayEvent({
        what: 'file-saved',
        outcome: 'disk-full',
        code: 'ENOSPC',
        bytes: null,
        asNew: true,
        overwrite: false,
        ms: 12.4,
      }),
    ).toBe('file-saved outcome=disk-full code=ENOSPC asNew=yes overwrite=no ms=12');
  });

  test('holds nothing but what its field allows, even where the types were talked out of it', () => {
    const texts = [
      mark,
      `${mark} 1`,
      `1.2.3-${mark} x`,
      `\n${mark}`,
      { toString: () => mark },
      [mark],
      -1,
      NaN,
    ];
    for (const what of Object.keys(logEvents) as LogEvent['what'][])
      for (const text of texts) {
        const fields = Object.keys(logEvents[what]).map((name) => [name, name === 'frames' ? [text] : text]);
        const event = { ...Object.fromEntries(fields), what, more: mark } as unknown as LogEvent;
        expect(sayEvent(event)).not.toContain(mark);
        expect(sayEvent(event)).not.toContain('\n');
      }
    expect(sayEvent({ what: mark } as unknown as LogEvent)).toBe('?');
  });
});

describe('of an error', () => {
  test('its kind, the sense of its message and places in our own scripts are kept', () => {
    const error = new TypeError("Cannot read properties of undefined (reading 'name')");
    error.stack = [
      `TypeError: ${error.message}`,
      '    at openInto (file:///home/ada/Streamwright/resources/app.asar/out/main/app.js:120:14)',
      '    at /home/ada/notes/secret.js:1:1',
      '    at async Object.<anonymous> (C:\\Users\\Ada\\Streamwright\\out\\main\\chunks\\save-1a2b.js:7:3)',
      '    at Te (app://streamwright/assets/editor-CbapLJ0Z.js:1:2345)',
      '    at node:internal/process/task_queues:95:5',
    ].join('\n');
    expect(factsOf(error)).toEqual({
      error: 'TypeError',
      said: 'undefined-property',
      frames: ['main/app.js:120:14', 'main/chunks/save-1a2b.js:7:3', 'assets/editor-CbapLJ0Z.js:1:2345'],
    });
  });

  test('nothing is taken from its message, even one that looks like a stack', () => {
    const error = new Error(`x\n    at f (file:///a/out/main/${mark}.js:1:2)`);
    expect(factsOf(error).frames.join()).not.toContain(mark);
  });
});

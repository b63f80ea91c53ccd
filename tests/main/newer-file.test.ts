import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFor } from '../../main/open-document';
import { saveDocument } from '../../main/save-document';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import { appIn } from '../helpers/app-in-test';
import { buildMap } from '../helpers/build-map';
import { tell } from '../helpers/tell';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

const text = writeProject(
  buildMap((m) => {
    m.start();
    m.step('log', { name: 'Log the call', wait: 30 });
    m.end();
    m.path('start', 'log', 'end');
  }).project,
);
const newer = text.replace('"version": 1', '"version": 2');

/** Files as versions to come may write them, and what becomes of them. */
const kinds: readonly (readonly [kind: string, content: string, end: 'read-only' | 'refused'])[] = [
  ['the next version, otherwise as now', newer, 'read-only'],
  ['a version far ahead', text.replace('"version": 1', '"version": 4096'), 'read-only'],
  ['a table of its own', newer.replace('{\n', '{\n  "aNewTable": { "x": 1 },\n'), 'read-only'],
  [
    'a field of its own in a step',
    newer.replace('"name": "Log the call"', '"mood": "calm", "name": "Log the call"'),
    'read-only',
  ],
  ['a byte order mark and other line ends', `\ufeff${newer.replaceAll('\n', '\r\n')}`, 'read-only'],
  ['no checksum', newer.replace(/ *"sha256": "[^"]*",\n/, ''), 'read-only'],
  ['a kind of element that is not known here', newer.replace('"type": "step"', '"type": "robot"'), 'refused'],
  ['times in another form', newer.replace('"likely": 30', '"likely": "soon"'), 'refused'],
  ['its steps in a list', newer.replace(/"nodes": \{[\s\S]*?\n {2}\},/, '"nodes": [],'), 'refused'],
  ['no tables at all', '{"format":"vsmap","version":2}', 'refused'],
  ['nothing but its version', '{"format":"vsmap","version":4}', 'refused'],
];

describe('a file of a newer version', () => {
  test.each(kinds)('with %s keeps its bytes, whatever is done with it', async (_, content, end) => {
    const path = at('tomorrow.vsmap');
    writeFileSync(path, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const before = statSync(path, { bigint: true });
    const app = appIn(at(''));
    app.answers.mayReplace = true;
    const window = app.blankWindow();
    const result = await openFor(window, path, app);
    if (end === 'refused') {
      expect(result).toEqual({ kind: 'failed', sentence: expect.stringContaining('newer Streamwright') });
    } else {
      if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
      expect(result.isReadOnly).toBe(true);
      const read = readProject(result.text);
      if (read.kind !== 'read') throw new Error(read.kind);
      const wish = { document: result.document, text: writeProject(read.project), suggestedName: 'x' };
      app.answers.savePath = path;
      for (const as of [false, true])
        for (const replacing of [null, 'nothing' as const, sha256])
          expect(await saveDocument(window, { ...wish, as, replacing }, app)).toMatchObject({
            kind: 'failed',
          });
      app.answers.savePath = at('copy.vsmap');
      expect(await saveDocument(window, { ...wish, as: true, replacing: null }, app)).toMatchObject({
        kind: 'saved',
      });
    }
    app.sessions.remove(window.id);
    expect(readFileSync(path, 'utf8')).toBe(content);
    const after = statSync(path, { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
    tell(
      'R7',
      1,
      `kinds of newer files ${end === 'refused' ? 'refused in words' : 'opened read-only'}, 0 bytes changed`,
    );
  });
});

import { copyFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDropped } from '../../main/handlers/documents';
import { importHandlers } from '../../main/handlers/importing';
import { readProject } from '../../shared/file-format/read';
import { appIn } from '../helpers/app-in-test';
import { importFixture } from '../helpers/import-fixture';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

describe('a file that is dropped on a window', () => {
  it('is read where another tool made it, and hands over a sound project', async () => {
    const app = appIn(at('.'));
    copyFileSync(importFixture('laptop.mmd'), at('laptop.mmd'));
    const result = await openDropped(app.blankWindow(), at('laptop.mmd'), app);
    if (result.kind !== 'foreign' || result.outcome.kind !== 'read') throw new Error(JSON.stringify(result));
    expect(result.name).toBe('laptop.mmd');
    const read = readProject(result.outcome.text);
    if (read.kind !== 'read') throw new Error(read.sentence);
    expect(Object.values(read.project.streams).map(({ name }) => name)).toEqual(['Laptop order']);
    expect(Object.keys(read.project.maps)).toEqual(result.outcome.maps);
  });

  it('comes as cells where somebody must say what its columns mean', async () => {
    const app = appIn(at('.'));
    writeFileSync(at('t.csv'), 'Step;PT\nLog;5m\n');
    expect(await openDropped(app.blankWindow(), at('t.csv'), app)).toEqual({
      kind: 'foreign',
      name: 't.csv',
      outcome: {
        kind: 'cells',
        from: 'csv',
        sheets: [
          {
            name: '',
            cells: [
              ['Step', 'PT'],
              ['Log', '5m'],
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['photo.jpg', 'x', 'is neither a value-stream map (.vsmap) nor a diagram or table that can be imported'],
    [
      'bad.bpmn',
      '<definitions',
      'The file breaks off or is damaged near line 1. Save it anew in its own program.',
    ],
    ['map.json', '{"agenda":{},"format":"vsmap"}', 'This is a map of Streamwright. Use File, Open instead.'],
  ])('is refused in words as %s', async (name, content, sentence) => {
    const app = appIn(at('.'));
    writeFileSync(at(name), content);
    const result = await openDropped(app.blankWindow(), at(name), app);
    expect(result.kind === 'failed' && result.sentence).toContain(sentence);
  });

  it('is refused where it is a folder or is gone', async () => {
    const app = appIn(at('.'));
    const missing = await openDropped(app.blankWindow(), at('gone.csv'), app);
    expect(missing).toMatchObject({ kind: 'failed' });
    expect(missing.kind === 'failed' && missing.sentence).toContain('“gone.csv” does not exist any more');
  });
});

describe('importing', () => {
  it('ends when the page asks for it, and says so to nobody who waits for another file', async () => {
    const app = appIn(at('.'));
    writeFileSync(at('steps.csv'), 'name\nLog\n');
    const [window, other] = [app.blankWindow(), app.blankWindow()];
    const reading = openDropped(window, at('steps.csv'), app);
    const beside = openDropped(other, at('steps.csv'), app);
    expect(await importHandlers(app)['import:stop'](window)).toBeNull();
    expect(await reading).toEqual({ kind: 'cancelled' });
    expect((await beside).kind).toBe('foreign');
    expect(app.log.filter((line) => line.includes('import:reading'))).toEqual([]);
  });

  it('does nothing where nobody chose a file', async () => {
    const app = appIn(at('.'));
    expect(await importHandlers(app)['import:open'](app.blankWindow())).toEqual({ kind: 'cancelled' });
  });
});

import { describe, expect, it } from 'vitest';
import { makeExport } from '../../../main/export/make-export';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { openHistory, redo, run, undo } from '../../../shared/commands/history';
import { setNode } from '../../../shared/commands/nodes';
import { drawingOf } from '../../../shared/export/content';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { describeFigures } from '../../../shared/figures/describe';
import { readProject } from '../../../shared/file-format/read';
import { salvage } from '../../../shared/file-format/salvage';
import { writeProject } from '../../../shared/file-format/write';
import type { ExportFormat } from '../../../shared/export/formats';
import { graphOf } from '../../../shared/model/queries';
import { countedIds } from '../../helpers/do-undo-redo';
import { exportWish } from '../../helpers/export-wish';
import { filledProject, hostileIds } from '../../helpers/filled-project';
import { xmlProblem } from '../../helpers/xml-check';

const project = filledProject();
const [map] = hostileIds;
const scope = { kind: 'map' as const, map };
const inherited = Object.getOwnPropertyNames(Object.prototype).sort();

describe('a map with hostile ids and texts in every field that the schema knows', () => {
  it('has something in every table', () => {
    for (const [name, table] of Object.entries(project))
      if (typeof table === 'object' && name !== 'settings')
        expect(Object.keys(table), name).toContain('toString');
  });

  it('is written and read back to the same contents, to the byte', () => {
    const text = writeProject(project);
    expect(readProject(text)).toEqual({ kind: 'read', project, warnings: [], isReadOnly: false });
    const spoilt = text.replace('"pack":', '"pack"');
    expect(salvage(Buffer.from(spoilt))).toMatchObject({ kind: expect.stringMatching(/whole|partly/) });
  });

  it('has figures, and words for them', () => {
    const graph = graphOf(project, map);
    if (graph === null) throw new Error('the map is there');
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual([...hostileIds].sort());
    const figures = computeFigures(graph);
    for (const { value } of Object.values(figures.figure))
      expect(value === null || Number.isFinite(value)).toBe(true);
    expect(describeFigures(graph, figures).length).toBeGreaterThan(0);
  });

  it('is drawn without characters that a file of drawings must not have', async () => {
    expect(drawingOf(project, exportWish('svg', { scope })).items.length).toBeGreaterThan(0);
    const { bytes } = await makeExport(project, exportWish('svg', { scope }));
    expect(xmlProblem(new TextDecoder().decode(bytes))).toBeNull();
  });

  it.each<ExportFormat>(['md', 'csv', 'json', 'mermaid', 'drawio', 'bpmn', 'html', 'xlsx'])(
    'is exported to %s',
    async (format) => {
      const { bytes } = await makeExport(project, exportWish(format, { scope }));
      expect(bytes.length).toBeGreaterThan(100);
    },
  );

  it('is changed by commands that undo takes back exactly', () => {
    const commands = [
      setNode({ ids: ['toString'], patch: { name: '__proto__', team: undefined } }),
      makeFutureCopy({ project, map, makeId: countedIds(), name: 'constructor' }),
      deleteNodes({ ids: ['hasOwnProperty', 'valueOf'] }, countedIds()),
    ];
    let history = openHistory(project);
    for (const command of commands) {
      const done = run(history, command);
      if (done.kind !== 'done') throw new Error(done.sentence);
      history = done.history;
    }
    const after = history.project;
    for (const _ of commands) history = undo(history);
    expect(history.project).toEqual(project);
    for (const _ of commands) history = redo(history);
    expect(history.project).toEqual(after);
  });

  it('leaves what all objects inherit as it was', () => {
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited);
  });
});

describe('references that only objects know', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is refused as an id or leads nowhere, in every table and reference',
    (name) => {
      const text = writeProject(project);
      for (const id of hostileIds.slice(1)) {
        const odd = readProject(text.replaceAll(`"${id}"`, `"${name === id ? 'gone' : name}"`));
        expect(odd.kind === 'read' || odd.kind === 'invalid').toBe(true);
      }
      const graph = graphOf(project, '__proto__');
      expect(graph).toBeNull();
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { makeExport } from '../../../main/export/make-export';
import { drawingOf } from '../../../shared/export/content';
import { type ExportFormat, exportFormats, type ExportWish } from '../../../shared/export/formats';
import { exportWish } from '../../helpers/export-wish';
import { mockProject } from '../../shared/drawing/mock-map';

/** How the files of a format begin. */
const beginnings: Readonly<Partial<Record<ExportFormat, string>>> = {
  svg: '<?xml ',
  png: '\u0089PNG',
  pdf: '%PDF-1.',
  'report-pdf': '%PDF-1.',
  pptx: 'PK\u0003\u0004',
  docx: 'PK\u0003\u0004',
  xlsx: 'PK\u0003\u0004',
  html: '<!doctype html>',
  md: '# ',
  mermaid: 'flowchart LR\n',
  drawio: '<mxfile ',
  bpmn: '<?xml ',
  csv: 'id,',
  json: '{\n',
};

describe('an export', () => {
  it.each(exportFormats)('as %s begins as such files do, and is the same each time', async (format) => {
    const { bytes } = await makeExport(mockProject, exportWish(format));
    const start = beginnings[format];
    expect(start).toBeDefined();
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .startsWith(start ?? ''),
    ).toBe(true);
    expect((await makeExport(mockProject, exportWish(format))).bytes).toEqual(bytes);
  });

  it('tells how far it is, from nothing to all', async () => {
    const told: number[] = [];
    await makeExport(mockProject, exportWish('md'), (done) => told.push(done));
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('draws only what is selected, and the flows between', () => {
    const [flow] = Object.values(mockProject.flows);
    const nodes = [flow?.from ?? '', flow?.to ?? ''];
    const drawing = drawingOf(
      mockProject,
      exportWish('svg', { scope: { kind: 'selection', map: 'map', nodes } }),
    );
    const about = JSON.stringify(drawing.items).match(/"role":"node","about":"[^"]+"/g);
    expect(about).toHaveLength(2);
  });

  it('draws the steps inside of a folded group, though the map shows one block', () => {
    const [flow] = Object.values(mockProject.flows);
    const nodes = [flow?.from ?? '', flow?.to ?? ''];
    const grouped = nodes.map((id) => [id, { ...mockProject.nodes[id], group: 'g' }]);
    const project = {
      ...mockProject,
      nodes: { ...mockProject.nodes, ...Object.fromEntries(grouped) },
      groups: { g: { name: 'Inside', order: 1, map: 'map', isFolded: true } },
    };
    const drawn = (more: Partial<ExportWish>): string =>
      JSON.stringify(drawingOf(project, exportWish('svg', more)).items);
    const isDrawn = (text: string): boolean[] =>
      nodes.map((id) => text.includes(`"role":"node","about":"${id}"`));
    expect(isDrawn(drawn({}))).toEqual([false, false]);
    expect(isDrawn(drawn({ scope: { kind: 'selection', map: 'map', nodes } }))).toEqual([true, true]);
  });

  it('says in a sentence that a map is gone', async () => {
    await expect(
      makeExport(mockProject, exportWish('svg', { scope: { kind: 'map', map: 'gone' } })),
    ).rejects.toThrow('There is no map to export');
    await expect(
      makeExport(
        mockProject,
        exportWish('md', { scope: { kind: 'compare', from: 'map', to: 'constructor' } }),
      ),
    ).rejects.toThrow('There is no map to export');
  });
});

import { describe, expect, it } from 'vitest';
import { drawingOf, makeExport, readyFormats } from '../../../main/export/make-export';
import type { ExportFormat, ExportWish } from '../../../shared/export/formats';
import { sectionNames } from '../../../shared/report/types';
import { mockProject } from '../../shared/drawing/mock-map';

const wish = (format: ExportFormat, more: Partial<ExportWish> = {}): ExportWish => ({
  format,
  scope: { kind: 'map', map: 'map' },
  lanes: null,
  theme: 'light',
  ladder: true,
  scale: 1,
  fonts: 'embedded',
  paper: 'a4',
  orientation: 'portrait',
  pages: 'drawing',
  sections: [...sectionNames],
  today: '2026-11-22',
  ...more,
});

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
  it.each(readyFormats)('as %s begins as such files do, and is the same each time', async (format) => {
    const { bytes } = await makeExport(mockProject, wish(format));
    const start = beginnings[format];
    expect(start).toBeDefined();
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .startsWith(start ?? ''),
    ).toBe(true);
    expect((await makeExport(mockProject, wish(format))).bytes).toEqual(bytes);
  });

  it('tells how far it is, from nothing to all', async () => {
    const told: number[] = [];
    await makeExport(mockProject, wish('md'), (done) => told.push(done));
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it('draws only what is selected, and the flows between', () => {
    const [flow] = Object.values(mockProject.flows);
    const nodes = [flow?.from ?? '', flow?.to ?? ''];
    const drawing = drawingOf(mockProject, wish('svg', { scope: { kind: 'selection', map: 'map', nodes } }));
    const about = JSON.stringify(drawing.items).match(/"role":"node","about":"[^"]+"/g);
    expect(about).toHaveLength(2);
  });

  it('says in a sentence that a map is gone', async () => {
    await expect(
      makeExport(mockProject, wish('svg', { scope: { kind: 'map', map: 'gone' } })),
    ).rejects.toThrow('There is no map to export');
    await expect(
      makeExport(mockProject, wish('md', { scope: { kind: 'compare', from: 'map', to: 'constructor' } })),
    ).rejects.toThrow('There is no map to export');
  });
});

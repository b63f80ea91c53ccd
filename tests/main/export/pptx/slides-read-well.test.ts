import { beforeAll, describe, expect, it } from 'vitest';
import { toPptx } from '../../../../main/export/pptx/to-pptx';
import { measureText } from '../../../../shared/drawing/font-metrics';
import type { Report } from '../../../../shared/report/types';
import { buildMap } from '../../../helpers/build-map';
import { elementsNamed, openOoxml } from '../../../helpers/ooxml-check';
import { connectorsOf, slideText } from '../../../helpers/pptx-connectors';
import { fullReportOf, incidentExample, slidesOf, titleOf } from '../../../helpers/pptx-slides';
import { sampleReport } from '../../../helpers/sample-report';

const incident = fullReportOf(incidentExample());
/** Forty steps in a row. */
const long = buildMap((m) => {
  const steps = Array.from({ length: 40 }, (_, at) => `step-${at}`);
  steps.forEach((id, at) => m.step(id, { name: `Do the work ${at}`, processTime: at, wait: 60 }));
  m.start();
  m.end();
  m.path('start', ...steps, 'end');
});
const large = fullReportOf(long.project);
const written = new Map<Report, Uint8Array>();

beforeAll(async () => {
  for (const report of [sampleReport, incident, large])
    written.set(
      report,
      await toPptx(report, { theme: 'light', paper: 'a4', orientation: 'landscape', today: '2026-11-22' }),
    );
});
const noBytes = new Uint8Array();
const bytesOf = (report: Report): Uint8Array => written.get(report) ?? noBytes;

describe('a presentation', () => {
  it('has titles of one line, also in bold letters of a font that is an eighth wider than ours', () => {
    for (const report of [sampleReport, incident, large])
      for (const slide of slidesOf(bytesOf(report)).slice(1)) {
        const title = titleOf(slide);
        const holder = elementsNamed(slide, 'p:sp').find((shape) => slideText(shape) === title);
        const [run] = holder ? elementsNamed(holder, 'a:rPr') : [];
        const size = Number(run?.attributes.sz) / 100;
        expect(measureText(title, size, 650) * 1.125, title).toBeLessThanOrEqual(888);
      }
  });

  it('of one stream does not repeat its name in the titles, which its cover says', () => {
    const [cover = '', ...others] = slidesOf(bytesOf(incident)).map(titleOf);
    expect(cover).toBe('Restore service after a user-reported incident');
    for (const title of others) expect(title).not.toContain(cover);
    expect(others.filter((title) => /^Current state \(1 of \d\)$/.test(title))).toHaveLength(1);
  });

  it('is written in a font that every machine has', () => {
    expect(openOoxml(bytesOf(incident)).text('ppt/theme/theme1.xml')).toContain('<a:latin typeface="Arial"');
  });
});

describe('a map on a slide', () => {
  it('of nine steps stands whole on one slide, which is not shown in parts as well', () => {
    const maps = slidesOf(bytesOf(incident)).filter((slide) => connectorsOf(slide).length > 0);
    expect(maps.map(titleOf)).toEqual(['The stream today']);
  });

  it('has room in its pills for letters that are a sixth wider than ours', () => {
    const [map] = slidesOf(bytesOf(incident)).filter((slide) => elementsNamed(slide, 'p:cxnSp').length > 0);
    const shapes = map ? elementsNamed(map, 'p:sp') : [];
    const pills = shapes.filter(
      (shape) =>
        slideText(shape).includes('%') &&
        elementsNamed(shape, 'a:prstGeom').some(({ attributes }) => attributes.prst === 'roundRect'),
    );
    expect(pills.length).toBeGreaterThan(4);
    for (const pill of pills) {
      const [run] = elementsNamed(pill, 'a:rPr');
      const [ext] = elementsNamed(pill, 'a:ext');
      const width = measureText(slideText(pill), Number(run?.attributes.sz) / 100, 600);
      expect(width * (7 / 6), slideText(pill)).toBeLessThan(Number(ext?.attributes.cx) / 12_700);
    }
  });

  it('in parts says so in chapter and title, and promises no time ladder below them', () => {
    const parts = slidesOf(bytesOf(large)).filter((slide) => slideText(slide).includes('Row 2 of'));
    expect(parts.length).toBeGreaterThan(0);
    for (const slide of parts) {
      expect(titleOf(slide)).toMatch(/^The stream today: in parts/);
      expect(elementsNamed(slide, 'p:sp').map(slideText)).toContain('The stream today');
      expect(slideText(slide)).not.toContain('time ladder');
    }
  });
});

describe('the legend of a chart in a presentation', () => {
  it('names the line of a Pareto chart, and not its bars, which have colours of their own', () => {
    const file = openOoxml(bytesOf(incident));
    const charts = file.paths.filter((each) => /^ppt\/charts\/chart\d+\.xml$/.test(each));
    const [pareto, ...others] = charts
      .map((each) => file.root(each))
      .toSorted((a, b) => elementsNamed(b, 'c:lineChart').length - elementsNamed(a, 'c:lineChart').length);
    const leftOut = pareto ? elementsNamed(pareto, 'c:legendEntry') : [];
    expect(leftOut.map((entry) => elementsNamed(entry, 'c:idx')[0]?.attributes.val)).toEqual(['0']);
    for (const chart of others) expect(elementsNamed(chart, 'c:legendEntry')).toEqual([]);
  });
});

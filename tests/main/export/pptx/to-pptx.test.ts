import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toPptx } from '../../../../main/export/pptx/to-pptx';
import type { WriterOptions } from '../../../../shared/export/formats';
import type { Report } from '../../../../shared/report/types';
import { buildMap } from '../../../helpers/build-map';
import { elementsNamed, ooxmlProblems, openOoxml } from '../../../helpers/ooxml-check';
import { connectorsOf, slideText } from '../../../helpers/pptx-connectors';
import { fullReportOf, incidentExample, slidesOf, titleOf } from '../../../helpers/pptx-slides';
import { hardTexts, sampleReport, sampleTable } from '../../../helpers/sample-report';

const options: WriterOptions = { theme: 'light', paper: 'a4', orientation: 'landscape', today: '2026-11-22' };

const incident = fullReportOf(incidentExample());
/** Sixty steps in a row, with a rework every ten steps. */
const long = buildMap((m) => {
  const steps = Array.from({ length: 60 }, (_, at) => `step-${at}`);
  steps.forEach((id, at) => m.step(id, { name: `Do the work ${at}`, processTime: at, wait: 60 }));
  m.start();
  m.end();
  m.path('start', ...steps, 'end');
  for (let at = 9; at < 60; at += 10) m.flow(`step-${at}`, `step-${at - 4}`, { kind: 'rework', share: 0.1 });
});
const large = fullReportOf(long.project);
const written = new Map<Report, Uint8Array>();
const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y);

beforeAll(async () => {
  for (const report of [sampleReport, incident, large]) written.set(report, await toPptx(report, options));
});
const noBytes = new Uint8Array();
const bytesOf = (report: Report): Uint8Array => written.get(report) ?? noBytes;

describe('a presentation', () => {
  it.each([
    ['the sample report', sampleReport],
    ['a worked example', incident],
    ['a map of sixty steps', large],
  ])('of %s is a sound file', (_, report) => {
    expect(ooxmlProblems(bytesOf(report))).toEqual([]);
  });

  it('is a sound file in the dark theme too, whose letters are light', async () => {
    const bytes = await toPptx(sampleReport, { ...options, theme: 'dark' });
    expect(ooxmlProblems(bytes)).toEqual([]);
    expect(openOoxml(bytes).text('ppt/slideMasters/slideMaster1.xml')).toContain('bg1="dk1" tx1="lt1"');
    expect(openOoxml(bytes).text('ppt/theme/theme1.xml')).toContain('<a:lt1><a:srgbClr val="EAEEF3"/>');
  });

  it('has the same bytes each time, and no date but the one it is given', async () => {
    expect(await toPptx(sampleReport, options)).toEqual(bytesOf(sampleReport));
    const file = openOoxml(bytesOf(sampleReport));
    const core = file.text('docProps/core.xml');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z']);
    expect(core).not.toContain('lastModifiedBy');
  });

  it('begins with title, subtitle and date, and shows the main figures there', () => {
    const [cover] = slidesOf(bytesOf(sampleReport));
    const text = cover ? slideText(cover) : '';
    for (const part of [
      'Access requests & "joiners"',
      'How a request for access travels',
      '2026-11-21',
      '47h 30m',
    ])
      expect(text).toContain(part);
  });

  it('shows every text of the report, in scripts of many alphabets', () => {
    const all = slidesOf(bytesOf(sampleReport)).map(slideText).join('\n');
    for (const text of hardTexts) expect(all).toContain(text.replaceAll(/\s+/g, ' '));
    for (let row = 11; row <= 70; row += 1) expect(all).toContain(`Step ${row}\n`);
    expect(all).toContain('Decide once');
  });

  it('goes on with a long table on further slides, under the same headings', () => {
    const tables = slidesOf(bytesOf(sampleReport)).flatMap((slide) => elementsNamed(slide, 'a:tbl'));
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const [head] = elementsNamed(table, 'a:tr');
      expect(head && slideText(head)).toBe('Step\nProcess time\nRemark');
    }
    const rows = tables.reduce((sum, table) => sum + elementsNamed(table, 'a:tr').length - 1, 0);
    expect(rows).toBe(70);
  });

  it('keeps every table, text and tile on its slide, and gives each slide a title of its own', () => {
    for (const report of [sampleReport, incident, large]) {
      const slides = slidesOf(bytesOf(report));
      for (const slide of slides)
        for (const frame of [...elementsNamed(slide, 'p:graphicFrame'), ...elementsNamed(slide, 'p:sp')]) {
          const [off] = elementsNamed(frame, 'a:off');
          const heights = elementsNamed(frame, 'a:tr').map(({ attributes }) => Number(attributes.h));
          const height = heights.reduce((sum, each) => sum + each, 0);
          expect(Number(off?.attributes.y ?? 0) + height).toBeLessThanOrEqual(502 * 12_700);
        }
      const titles = slides.map(titleOf);
      expect(titles).not.toContain('');
      expect(new Set(titles).size).toBeGreaterThan(titles.length * 0.8);
    }
  });
});

describe('a map on a slide', () => {
  it('has its steps as groups that say what they are, with shapes and texts inside', () => {
    const [map] = slidesOf(bytesOf(incident)).filter((slide) => elementsNamed(slide, 'p:cxnSp').length > 0);
    const groups = map ? elementsNamed(map, 'p:grpSp') : [];
    const step = groups.find((group) => {
      const [own] = elementsNamed(group, 'p:cNvPr');
      return /^Step.*Specialist diagnosis/.test(own?.attributes.descr ?? '');
    });
    expect(step && slideText(step)).toContain('Specialist diagnosis');
    expect(step && elementsNamed(step, 'p:sp').length).toBeGreaterThan(3);
  });

  it.each([
    ['a worked example', incident, false],
    ['a map of sixty steps in rows', large, true],
  ])(
    'of %s has every flow as a connector glued at both ends, right where its line ends',
    (_, report, isCut) => {
      const all = slidesOf(bytesOf(report)).flatMap(connectorsOf);
      expect(all.length).toBeGreaterThan(isCut ? 60 : 12);
      for (const { way, glued, descr } of all) {
        const [start, end] = glued;
        const [first, last] = [way[0], way.at(-1)];
        if (!start || !end || !first || !last) throw new Error(`a loose end: ${descr}`);
        expect(distance(first, start), descr).toBeLessThan(0.8);
        expect(distance(last, end), descr).toBeLessThan(0.8);
      }
    },
  );

  it('draws each flow of the map once on the slide of the whole', () => {
    const picture = incident.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'picture');
    const flows = picture?.kind === 'picture' ? Object.keys(picture.links ?? {}).length : 0;
    const [whole] = slidesOf(bytesOf(incident)).filter((slide) => elementsNamed(slide, 'p:cxnSp').length > 0);
    expect(whole && connectorsOf(whole).length).toBe(flows);
  });

  it('has no letters below six points on the slides that show it in parts', () => {
    const parts = slidesOf(bytesOf(large)).filter((slide) => slideText(slide).includes('Row 2 of'));
    expect(parts.length).toBeGreaterThan(0);
    for (const slide of parts)
      for (const { attributes } of elementsNamed(slide, 'a:rPr'))
        expect(Number(attributes.sz ?? 1000)).toBeGreaterThanOrEqual(600);
  });
});

describe('a chart in a presentation', () => {
  it('is native, says in words what it shows, and brings a sound workbook', () => {
    const file = openOoxml(bytesOf(sampleReport));
    expect(file.paths).toContain('ppt/charts/chart1.xml');
    expect(ooxmlProblems(file.bytes('ppt/embeddings/Microsoft_Excel_Sheet1.xlsx'))).toEqual([]);
    const frames = slidesOf(bytesOf(sampleReport)).flatMap((slide) => elementsNamed(slide, 'p:graphicFrame'));
    const said = frames.map((frame) => elementsNamed(frame, 'p:cNvPr')[0]?.attributes.descr);
    expect(said).toContain('Approval 20 hours, Triage 5 hours, Close unknown');
  });
});

describe('texts that break careless writers', () => {
  const endless = 'word '.repeat(1000);
  const unbroken = 'x'.repeat(5000);
  const hebrew = 'שלום, world';
  const wild = `\u0000\u0008<a>&"'</a:t> \u202e שלום =cmd|' /C calc'!A0 \ud800 👩‍👩‍👧 ${unbroken}`;
  const hostile: Report = {
    ...sampleReport,
    title: wild,
    subtitle: endless,
    sections: [
      {
        name: 'cover',
        title: wild,
        blocks: [{ kind: 'tiles', tiles: [{ name: wild, value: wild, detail: endless }] }],
      },
      {
        name: 'findings',
        title: wild,
        blocks: [
          { kind: 'heading', level: 2, text: wild },
          { kind: 'heading', level: 3, text: endless },
          { kind: 'paragraph', text: wild },
          { kind: 'list', items: [endless, wild, hebrew], isNumbered: true },
          {
            ...sampleTable(2),
            rows: [[{ text: wild }, { text: unbroken }, { text: endless }]],
            caption: wild,
          },
        ],
      },
    ],
  };

  it('end up as texts in a sound file, all of them, over as many slides as they need', async () => {
    const bytes = await toPptx(hostile, options);
    expect(ooxmlProblems(bytes)).toEqual([]);
    const slides = slidesOf(bytes);
    expect(slides.length).toBeLessThan(40);
    const body = slides.map(slideText).join('\n');
    // The paragraph, two items of the list and three cells; titles are shortened.
    expect(body.match(/word/g)?.length).toBeGreaterThanOrEqual(2000);
    expect(body.match(/x/g)?.length).toBeGreaterThanOrEqual(20_000);
    const all = slides.flatMap((slide) => elementsNamed(slide, 'a:p'));
    const own = all.find((paragraph) => slideText(paragraph) === hebrew);
    expect(own && elementsNamed(own, 'a:pPr')[0]?.attributes.rtl).toBe('1');
  });
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) process.stderr.write('skipped: LibreOffice (soffice) is not installed\n');

describe.skipIf(!hasOffice)('a presentation in LibreOffice', () => {
  it('keeps its connectors glued to the steps', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'streamwright-pptx-'));
    try {
      writeFileSync(path.join(folder, 'map.pptx'), bytesOf(incident));
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'fodp', '--outdir', folder, path.join(folder, 'map.pptx')],
        {
          stdio: 'ignore',
          timeout: 100_000,
        },
      );
      const connectors =
        readFileSync(path.join(folder, 'map.fodp'), 'utf8').match(/<draw:connector [^>]*>/g) ?? [];
      expect(connectors.length).toBe(slidesOf(bytesOf(incident)).flatMap(connectorsOf).length);
      for (const connector of connectors) expect(connector).toMatch(/draw:start-shape=.*draw:end-shape=/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

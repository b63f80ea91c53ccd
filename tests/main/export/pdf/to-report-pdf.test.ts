import { spawnSync } from 'node:child_process';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { toReportPdf } from '../../../../main/export/pdf/to-report-pdf';
import type { WriterOptions } from '../../../../shared/export/formats';
import type { ReportCell, TableBlock } from '../../../../shared/report/types';
import { openPdf, type ReadPage, readPages } from '../../../helpers/read-pdf';
import { hardTexts, samplePicture, sampleReport } from '../../../helpers/sample-report';

const options: WriterOptions = {
  theme: 'light',
  paper: 'a4',
  orientation: 'portrait',
  today: '2026-11-21',
};

/** The node of a structure as the reader gives it. */
interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly TreeNode[];
}

const nodesOf = (node: TreeNode): readonly TreeNode[] => [
  node,
  ...(node.children ?? []).flatMap((child) => nodesOf(child)),
];

describe('a report as PDF', () => {
  let bytes: Uint8Array;
  let pdf: PDFDocumentProxy;
  let pages: ReadPage[];

  beforeAll(async () => {
    bytes = await toReportPdf(sampleReport, options);
    pdf = await openPdf(bytes);
    pages = await readPages(pdf);
  });

  it('says everything that the report says, in every script', () => {
    const plain = (text: string): string => text.replaceAll(/[\s\ufe0f]/g, '');
    const all = plain(pages.map(({ text }) => text).join(''));
    const { title, subtitle } = sampleReport;
    for (const text of [title, subtitle, ...hardTexts, 'Step 70', 'Decide once', 'Approve escalation'])
      expect(all, text).toContain(plain(text));
    expect(all.match(/Arequestwaitsfortwoapprovals/g)).toHaveLength(12);
  });

  it('keeps every word inside the page, clear of its edges', () => {
    for (const { said, width, height } of pages) {
      for (const { text, x, y, width: wide } of said.filter((each) => each.text.trim() !== '')) {
        expect(x, text).toBeGreaterThanOrEqual(55);
        expect(x + wide, text).toBeLessThanOrEqual(width - 50);
        expect(y, text).toBeGreaterThan(20);
        expect(y, text).toBeLessThan(height - 40);
      }
    }
  });

  it('numbers its pages, with title and date, but for the first', () => {
    expect(pages[0]?.text).not.toContain('Page 1');
    pages.slice(1).forEach(({ text }, index) => {
      expect(text).toContain(`Page ${index + 2} of ${pages.length}`);
      expect(text).toContain('2026-11-21');
      expect(text).toContain('Access requests & "joiners"');
    });
  });

  it('repeats the headings of a table on each of its pages, and never splits a row', () => {
    const withRows = pages.filter(({ said }) => said.some(({ text }) => /^\d+h$/.test(text)));
    expect(withRows.length).toBeGreaterThan(1);
    for (const { said } of withRows) {
      expect(said.filter(({ text }) => text === 'Process time')).toHaveLength(1);
      const rows = said.filter(({ text }) => /^\d+h$/.test(text));
      for (const { y } of rows) {
        const beside = said.filter((each) => Math.abs(each.y - y) < 0.5 && each.text.trim() !== '');
        expect(beside.length).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('leaves no headings of a table behind where its first row is as high as half a page', async () => {
    const words = (count: number, word: string): string =>
      Array.from({ length: count }, () => word).join(' ');
    const [first] = sampleReport.sections;
    if (!first) throw new Error('the sample has a section');
    const row = (text: string): ReportCell[] => [{ text: words(32, 'below') }, { text }];
    const table: TableBlock = {
      kind: 'table',
      caption: 'Where',
      columns: [
        { title: 'Heading', align: 'start', share: 1 },
        { title: 'Other', align: 'start', share: 9 },
      ],
      rows: [row('one'), row('two')],
    };
    for (let above = 10; above < 16; above += 1) {
      const before = Array.from({ length: above }, () => ({
        kind: 'paragraph' as const,
        text: words(40, 'above'),
      }));
      const report = { ...sampleReport, sections: [{ ...first, blocks: [...before, table] }] };
      const laid = await readPages(await openPdf(await toReportPdf(report, options)));
      const headed = laid.filter(({ text }) => text.includes('Heading'));
      expect(headed.length, `${above} paragraphs above`).toBeGreaterThan(0);
      for (const { text } of headed) expect(text, `${above} paragraphs above`).toContain('below');
    }
  });

  it('lays a wide map on a page on its side', () => {
    const page = pages.find(({ text }) => text.includes('Approve escalation'));
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    expect(pages.filter(({ width, height }) => width > height)).toHaveLength(1);
  });

  it('leads from the contents to the page that is named there', async () => {
    const page = await pdf.getPage(2);
    const links = (await page.getAnnotations()) as { dest?: string; contentsObj?: { str: string } }[];
    expect(links.map((link) => link.contentsObj?.str)).toEqual([
      'Go to Current state, page 3',
      'Go to Steps, page 4',
      expect.stringMatching(/^Go to Figures, page \d+$/),
      expect.stringMatching(/^Go to Findings, page \d+$/),
      expect.stringMatching(/^Go to Waste: waiting, page \d+$/),
    ]);
    for (const { dest, contentsObj } of links) {
      const target = await pdf.getDestination(dest ?? '');
      const index = await pdf.getPageIndex(target?.[0] as { num: number; gen: number });
      expect(contentsObj?.str).toMatch(new RegExp(`page ${index + 1}$`));
    }
  });

  it('has an outline of its headings', async () => {
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['Current state', 'Figures', 'Findings']);
    expect(outline.map(({ items }) => items.map(({ title }: { title: string }) => title))).toEqual([
      ['Steps'],
      [],
      ['Waste: waiting'],
    ]);
  });

  it('is tagged: headings, lists, tables with the scope of their headings, pictures in words', async () => {
    const roles: TreeNode[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const tree = (await (await pdf.getPage(number)).getStructTree()) as TreeNode;
      roles.push(...nodesOf(tree));
    }
    const found = new Set(roles.map(({ role }) => role));
    for (const role of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'TOC',
      'Link',
      'Figure',
    ])
      expect(found, role).toContain(role);
    const alts = roles.filter(({ role }) => role === 'Figure').map(({ alt }) => alt);
    expect(alts).toEqual([samplePicture.alt, 'Approval 20 hours, Triage 5 hours, Close unknown']);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('/Scope /Column');
    expect(text).toContain('/Scope /Row');
  });

  it('tells its language and title, is dated as it was asked to be, and names nobody', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Access requests & "joiners"',
      Creator: 'Streamwright',
      Producer: 'Streamwright',
      CreationDate: 'D:20261121000000Z',
      Language: 'en',
    });
    expect(info).not.toHaveProperty('Author');
    expect(metadata?.get('dc:title')).toBe('Access requests & "joiners"');
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  });

  it('is the same each time', async () => {
    expect(Buffer.compare(await toReportPdf(sampleReport, options), bytes)).toBe(0);
  });
});

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

describe.skipIf(!hasPdftotext)(
  'a report as pdftotext reads it (skipped where poppler is not installed)',
  () => {
    it('has every text in its order, and a map with its names', async () => {
      const bytes = await toReportPdf(sampleReport, options);
      const { stdout, stderr } = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: bytes });
      expect(stderr.toString()).toBe('');
      const text = stdout.toString().replaceAll(/[\s\ufe0f]/g, '');
      const wanted = [
        'Access requests & "joiners"',
        'Contents',
        'Current state',
        'Approve escalation',
        'Step 70',
        ...hardTexts,
      ];
      for (const each of wanted) expect(text, each).toContain(each.replaceAll(/[\s\ufe0f]/g, ''));
      const places = [
        'Mostofthetimeiswaiting.',
        'Approveescalation',
        'Step70',
        'Longqueue',
        'Decideonce',
      ].map((each) => text.indexOf(each));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });
  },
);

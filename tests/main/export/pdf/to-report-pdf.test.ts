import { spawnSync } from 'node:child_process';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { layReport } from '../../../../main/export/pdf/lay-report';
import { toReportPdf } from '../../../../main/export/pdf/to-report-pdf';
import type { WriterOptions } from '../../../../shared/export/formats';
import type { Block, Report } from '../../../../shared/report/types';
import { hardTexts, samplePicture, sampleReport } from '../../../helpers/sample-report';

const options: WriterOptions = {
  theme: 'light',
  paper: 'a4',
  orientation: 'portrait',
  today: '2026-11-21',
};

const reportOf = (blocks: readonly Block[], more: Partial<Report> = {}): Report => ({
  ...sampleReport,
  sections: [{ name: 'findings', title: 'Findings', blocks }],
  ...more,
});

interface Said {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly said: readonly Said[];
  readonly text: string;
}

async function readPages(pdf: PDFDocumentProxy): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const said = items.flatMap((item) =>
      'str' in item
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
        : [],
    );
    const [, , width = 0, height = 0] = page.view;
    pages.push({ width, height, said, text: said.map(({ text }) => text).join('') });
  }
  return pages;
}

const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

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
    pdf = await open(bytes);
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

describe('the pages of a report', () => {
  const words = (count: number): string => 'A request waits for two approvals. '.repeat(count).trim();

  it('leave no line of a paragraph alone at the end of a page or the start of the next', () => {
    const parted = new Set<string>();
    for (let filler = 20; filler < 34; filler += 1) {
      // Quiet lines are less high than others, so that the paragraph begins at every height.
      for (let quiet = 0; quiet < 10; quiet += 1) {
        const blocks = Array.from({ length: filler }, (_, index): Block => {
          const tone = index < quiet ? { tone: 'quiet' as const } : {};
          return { kind: 'paragraph', text: 'One line.', ...tone };
        });
        const last: Block = { kind: 'paragraph', text: words(14) };
        const { sheets, root } = layReport(reportOf([...blocks, last]), options);
        const paragraph = root.children.at(-1)?.children.at(-1);
        const pieces = sheets.flatMap(({ marks }) => marks.filter(({ tag }) => tag === paragraph));
        const lengths = pieces.map(({ items }) => items.length);
        expect(Math.min(...lengths)).toBeGreaterThanOrEqual(2);
        parted.add(lengths.join('+'));
      }
    }
    expect(parted.size).toBeGreaterThan(2);
  });

  it('keep words apart where a line ends, for those who listen or copy', () => {
    const { sheets, root } = layReport(reportOf([{ kind: 'paragraph', text: words(9) }]), options);
    const paragraph = root.children.at(-1)?.children.at(-1);
    const items = sheets
      .flatMap(({ marks }) => marks.filter(({ tag }) => tag === paragraph))
      .flatMap((mark) => mark.items);
    expect(items.length).toBeGreaterThan(2);
    expect(items.map((item) => (item.kind === 'text' ? item.text : '')).join('')).toBe(words(9));
  });

  it('keep a heading with what follows', () => {
    for (let filler = 1; filler < 60; filler += 1) {
      const blocks: Block[] = [
        ...Array.from({ length: filler }, (): Block => ({ kind: 'paragraph', text: 'One line.' })),
        { kind: 'heading', level: 2, text: 'Heading' },
        { kind: 'heading', level: 3, text: 'Below' },
        { kind: 'paragraph', text: words(9) },
      ];
      const { sheets, root } = layReport(reportOf(blocks), options);
      const tags = root.children.at(-1)?.children.slice(-3) ?? [];
      const pageOf = tags.map((wanted) =>
        sheets.findIndex(({ marks }) => marks.some(({ tag }) => tag === wanted)),
      );
      expect(new Set(pageOf).size, `after ${filler} lines`).toBe(1);
    }
  });

  it('keep a small table on one page, and the words of narrow columns whole', () => {
    const rows = Array.from({ length: 5 }, (_, index) => [{ text: 'Warning' }, { text: `Finding ${index}` }]);
    const columns = [
      { title: 'Severity', share: 0.03 },
      { title: 'Finding', share: 0.97 },
    ];
    for (let filler = 1; filler < 60; filler += 1) {
      const blocks: Block[] = [
        ...Array.from({ length: filler }, (): Block => ({ kind: 'paragraph', text: 'One line.' })),
        { kind: 'table', caption: 'Findings', columns, rows },
      ];
      const { sheets } = layReport(reportOf(blocks), options);
      const written = sheets.map(({ marks }) =>
        marks.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))),
      );
      const counts = written.map((texts) => texts.filter((text) => text === 'Warning').length);
      expect(counts.filter((count) => count > 0)).toEqual([5]);
      expect(written.flat().filter((text) => text === 'Severity')).toHaveLength(1);
    }
  });

  it('show all of a row that is higher than a page', async () => {
    const text = Array.from({ length: 900 }, (_, index) => `w${index}`).join(' ');
    const table: Block = {
      kind: 'table',
      caption: 'Long',
      columns: [
        { title: 'A', share: 0.2 },
        { title: 'B', share: 0.8 },
      ],
      rows: [
        [{ text: 'name', isStrong: true }, { text: `${text} ${text}` }],
        [{ text: 'next' }, { text: 'last' }],
      ],
    };
    const pages = await readPages(await open(await toReportPdf(reportOf([table]), options)));
    const all = pages.flatMap(({ said }) => said.map(({ text: word }) => word)).join(' ');
    expect(all.match(/\bw\d+\b/g)).toHaveLength(1800);
    expect(all).toContain('last');
    for (const { said } of pages) for (const { y } of said) expect(y).toBeGreaterThan(20);
  });

  it.each(['a4', 'a3', 'letter'] as const)('have the size of the paper: %s', async (paper) => {
    const upright = { a4: [595, 842], a3: [842, 1191], letter: [612, 792] }[paper];
    for (const orientation of ['portrait', 'landscape'] as const) {
      const made = await toReportPdf(reportOf([{ kind: 'paragraph', text: 'x' }]), {
        ...options,
        paper,
        orientation,
      });
      const [page] = await readPages(await open(made));
      const size = [Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)];
      expect(size).toEqual(orientation === 'portrait' ? upright : [...upright].reverse());
    }
  });

  it('are made of the emptiest and the wildest reports', async () => {
    const wild = ['', '\u0000\ud800', '‮abc', 'x'.repeat(5000), '(\\)<<>>/Title', '</rdf:li>', '\n\n\n'];
    const blocks: Block[] = wild.flatMap((text): Block[] => [
      { kind: 'heading', level: 2, text },
      { kind: 'paragraph', text },
      { kind: 'list', items: wild },
      { kind: 'tiles', tiles: [{ name: text, value: text, detail: text }] },
      { kind: 'table', caption: text, columns: [{ title: text, share: 1 }], rows: [[{ text }]] },
    ]);
    for (const title of wild) {
      const report = reportOf(title === '' ? [] : blocks, { title, subtitle: title });
      const pdf = await open(await toReportPdf(report, { ...options, theme: 'dark' }));
      expect(pdf.numPages).toBeGreaterThan(0);
    }
    const none = await open(await toReportPdf({ ...sampleReport, sections: [] }, options));
    expect(none.numPages).toBe(1);
  });
});

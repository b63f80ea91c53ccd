import { describe, expect, it } from 'vitest';
import { layReport } from '../../../../main/export/pdf/lay-report';
import { toReportPdf } from '../../../../main/export/pdf/to-report-pdf';
import type { WriterOptions } from '../../../../shared/export/formats';
import type { Block, Report } from '../../../../shared/report/types';
import { openPdf, readPages } from '../../../helpers/read-pdf';
import { sampleReport } from '../../../helpers/sample-report';

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
    const pages = await readPages(await openPdf(await toReportPdf(reportOf([table]), options)));
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
      const [page] = await readPages(await openPdf(made));
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
      const pdf = await openPdf(await toReportPdf(report, { ...options, theme: 'dark' }));
      expect(pdf.numPages).toBeGreaterThan(0);
    }
    const none = await openPdf(await toReportPdf({ ...sampleReport, sections: [] }, options));
    expect(none.numPages).toBe(1);
  });
});

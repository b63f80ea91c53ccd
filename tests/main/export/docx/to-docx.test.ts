import { beforeAll, describe, expect, it } from 'vitest';
import { toDocx } from '../../../../main/export/docx/to-docx';
import type { WriterOptions } from '../../../../shared/export/formats';
import type { Report } from '../../../../shared/report/types';
import {
  elementsNamed,
  everyElement,
  type OoxmlFile,
  ooxmlProblems,
  openOoxml,
  type XmlElement,
} from '../../../helpers/ooxml-check';
import { hardTexts, sampleReport } from '../../../helpers/sample-report';

const options: WriterOptions = {
  theme: 'light',
  paper: 'a4',
  orientation: 'portrait',
  today: '2026-11-22',
};

/** A report of one section with these blocks. */
const reportOf = (...blocks: Report['sections'][number]['blocks']): Report => ({
  ...sampleReport,
  sections: [{ name: 'findings', title: 'Findings', blocks }],
});

const attribute = ({ children }: XmlElement, name: string): string | undefined =>
  children.find((each) => each.name === name)?.attributes['w:val'];

const styleOf = (paragraph: XmlElement): string | undefined =>
  paragraph.children.flatMap((each) => (each.name === 'w:pPr' ? [attribute(each, 'w:pStyle')] : []))[0];

/** What a paragraph says, with a line end for each break and a tab for each tab. */
const said = (paragraph: XmlElement): string =>
  everyElement(paragraph)
    .map(({ name, text }) => (name === 'w:br' ? '\n' : name === 'w:tab' ? '\t' : name === 'w:t' ? text : ''))
    .join('');

const paragraphsOf = (document: XmlElement, style: string): XmlElement[] =>
  elementsNamed(document, 'w:p').filter((each) => styleOf(each) === style);

describe('a report as a Word document', () => {
  let bytes: Uint8Array;
  let file: OoxmlFile;
  let document: XmlElement;

  beforeAll(async () => {
    bytes = await toDocx(sampleReport, options);
    file = openOoxml(bytes);
    document = file.root('word/document.xml');
  });

  it('is a sound package', () => {
    expect(ooxmlProblems(bytes)).toEqual([]);
  });

  it('has the same bytes each time, and says nothing of who wrote it where and when', async () => {
    expect(await toDocx(sampleReport, options)).toEqual(bytes);
    const core = file.text('docProps/core.xml');
    expect(core.match(/2026-11-22T00:00:00Z/g)).toHaveLength(2);
    expect(core).toContain('<dc:title>Access requests &amp; &quot;joiners&quot;</dc:title>');
    expect(core).toContain('<dc:language>en</dc:language>');
    expect(core).not.toContain('lastModifiedBy');
    for (const path of file.paths.filter((each) => /\.(?:xml|rels)$/.test(each)))
      expect(file.text(path)).not.toMatch(/\/(?:home|root|tmp|Users)\//);
  });

  it('says every text as it is, whatever is in it', () => {
    const items = paragraphsOf(document, 'ListBullet').map(said);
    expect(items).toEqual([...hardTexts]);
    const cells = paragraphsOf(document, 'TableText').map(said);
    for (const text of hardTexts) expect(cells).toContain(text);
    expect(paragraphsOf(document, 'Title').map(said)).toEqual([sampleReport.title]);
  });

  it('repeats the headings of a table on each page, breaks no row in two, and keeps the caption with it', () => {
    const [, table] = elementsNamed(document, 'w:tbl');
    const rows = table ? elementsNamed(table, 'w:tr') : [];
    expect(rows).toHaveLength(71);
    const withTrait = (name: string): XmlElement[] =>
      rows.filter((row) =>
        elementsNamed(row, name).some(({ attributes }) => attributes['w:val'] !== 'false'),
      );
    expect(withTrait('w:tblHeader')).toEqual([rows[0]]);
    expect(withTrait('w:cantSplit')).toHaveLength(71);
    const styles = elementsNamed(file.root('word/styles.xml'), 'w:style');
    const kept = styles
      .filter((style) => elementsNamed(style, 'w:keepNext').length > 0)
      .map(({ attributes }) => attributes['w:styleId']);
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'TableCaption', 'TableHeading', 'Picture'])
      expect(kept).toContain(id);
  });

  it.each([
    [1, []],
    [4, [0, 1, 2]],
    [6, [0, 1, 2, 3, 4]],
    [9, [7]],
  ])('keeps the rows of a table of %i together, or its last two where it is long', async (count, kept) => {
    const rows = Array.from({ length: count }, (_, at) => [{ text: `Row ${at}` }, { text: '1' }]);
    const columns = [
      { title: 'Name', align: 'start', share: 1 },
      { title: 'Value', align: 'end', share: 1 },
    ] as const;
    const made = await toDocx(reportOf({ kind: 'table', caption: 'Times', columns, rows }), options);
    const table = elementsNamed(openOoxml(made).root('word/document.xml'), 'w:tbl').find(
      (each) => elementsNamed(each, 'w:tblHeader').length > 0,
    );
    const cells = elementsNamed(table ?? document, 'w:p').filter(
      (each) => elementsNamed(each, 'w:keepNext').length > 0,
    );
    expect(cells.map(said)).toEqual(kept.flatMap((at) => [`Row ${at}`, '1']));
  });

  it('leaves the look to the styles: text, headings and tables are named after theirs', () => {
    const known = elementsNamed(file.root('word/styles.xml'), 'w:style').map(
      ({ attributes }) => attributes['w:styleId'],
    );
    const used = elementsNamed(document, 'w:p').map(styleOf);
    expect(used.filter((style) => style === undefined || !known.includes(style))).toEqual([]);
    expect(elementsNamed(document, 'w:tblBorders')).toEqual([]);
    expect(elementsNamed(document, 'w:sz')).toEqual([]);
    expect(paragraphsOf(document, 'Heading1').map(said)).toEqual(['Current state', 'Figures', 'Findings']);
    expect(paragraphsOf(document, 'Heading3').map(said)).toEqual(['Long queue before Approval']);
  });

  it('shows a map as a vector with a bitmap beside it and says what it shows', () => {
    const relations = new Map(
      file
        .root('word/_rels/document.xml.rels')
        .children.map(({ attributes }) => [attributes.Id, attributes.Target ?? '']),
    );
    const [vector] = elementsNamed(document, 'asvg:svgBlip');
    const [bitmap] = elementsNamed(document, 'a:blip');
    const svg = `word/${relations.get(vector?.attributes['r:embed'])}`;
    expect(file.text(svg)).toContain('<svg ');
    expect(file.text(svg)).not.toMatch(/<script|<image|href="(?!#)/);
    const png = file.bytes(`word/${relations.get(bitmap?.attributes['r:embed'])}`);
    expect(Buffer.from(png.subarray(0, 4)).toString('latin1')).toBe('\u0089PNG');
    const [about] = elementsNamed(document, 'wp:docPr');
    const picture = sampleReport.sections[1]?.blocks[0];
    expect(about?.attributes.descr).toBe(picture?.kind === 'picture' ? picture.alt : '');
  });

  it('shows a map that is too small to read again in its parts, on upright sheets between those on their side', async () => {
    const drawing = { width: 6000, height: 1200, title: '', description: '', items: [] };
    const part = { ...drawing, width: 1000, height: 1200 };
    const picture = {
      kind: 'picture',
      id: 'wide',
      drawing,
      alt: 'A wide map',
      caption: 'Map',
      pages: [part, part],
    } as const;
    const made = openOoxml(await toDocx(reportOf(picture), options)).root('word/document.xml');
    expect(paragraphsOf(made, 'Caption').map(said)).toEqual([
      'Map',
      'Map, enlarged: part 1 of 2',
      'Map, enlarged: part 2 of 2',
    ]);
    const sheets = elementsNamed(made, 'w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(sheets).toEqual(['portrait', 'landscape', 'portrait']);
  });

  it('draws a chart natively, with its values in a workbook and a gap for what is unknown', () => {
    const [chart] = file.paths.filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path));
    const values = elementsNamed(file.root(chart ?? ''), 'c:val').map((each) =>
      elementsNamed(each, 'c:v').map(({ text }) => text),
    );
    expect(values).toEqual([
      ['20', '5'],
      ['0.8', '1'],
    ]);
    const [workbook] = file.paths.filter((path) => path.startsWith('word/embeddings/'));
    expect(ooxmlProblems(file.bytes(workbook ?? ''))).toEqual([]);
  });

  it('fills the contents with the headings of two levels, each leading to its bookmark', () => {
    const lines = ['TOC1', 'TOC2'].flatMap((style) => paragraphsOf(document, style));
    const titles = lines.map((line) => said(line).split('\t')[0]);
    expect(titles).toEqual(['Current state', 'Figures', 'Findings', 'Steps', 'Waste: waiting']);
    const anchors = lines.flatMap((line) =>
      elementsNamed(line, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor']),
    );
    const bookmarks = elementsNamed(document, 'w:bookmarkStart').map(
      ({ attributes }) => attributes['w:name'],
    );
    expect([...anchors].sort()).toEqual([...bookmarks].sort());
    expect(file.text('word/settings.xml')).not.toContain('updateFields');
    expect(file.text('word/document.xml')).not.toContain('w:dirty');
  });

  it('numbers each numbered list from one', async () => {
    const list = { kind: 'list', items: ['first', 'second'], isNumbered: true } as const;
    const two = openOoxml(await toDocx(reportOf(list, list), options)).root('word/document.xml');
    const numbers = paragraphsOf(two, 'ListNumber').map((each) => elementsNamed(each, 'w:numId')[0]);
    const [a, b, c, d] = numbers.map((each) => each?.attributes['w:val']);
    expect(a).toBe(b);
    expect(c).toBe(d);
    expect(a).not.toBe(c);
  });

  it('takes no text of a user for a mark of its own, nor what XML forbids', async () => {
    const text = '{bullet-0} {number-1} \u0000\u0007\ud800 ]]> &amp; \ufffe';
    const hostile = await toDocx(reportOf({ kind: 'list', items: [text] }), options);
    expect(ooxmlProblems(hostile)).toEqual([]);
    expect(paragraphsOf(openOoxml(hostile).root('word/document.xml'), 'ListBullet').map(said)).toEqual([
      '{bullet-0} {number-1} \ufffd\ufffd\ufffd ]]> &amp; \ufffd',
    ]);
  });

  it('is written for the paper that was asked for', async () => {
    const sizeFor = async (more: Partial<WriterOptions>): Promise<(string | undefined)[]> => {
      const made = await toDocx(reportOf({ kind: 'paragraph', text: 'x' }), { ...options, ...more });
      const [size] = elementsNamed(openOoxml(made).root('word/document.xml'), 'w:pgSz');
      return ['w:w', 'w:h', 'w:orient'].map((key) => size?.attributes[key]);
    };
    expect(await sizeFor({})).toEqual(['11906', '16838', 'portrait']);
    expect(await sizeFor({ paper: 'a3' })).toEqual(['16838', '23811', 'portrait']);
    expect(await sizeFor({ paper: 'letter', orientation: 'landscape' })).toEqual([
      '15840',
      '12240',
      'landscape',
    ]);
  });
});

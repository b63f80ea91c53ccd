import type { Block, HeadingBlock, Report, Section } from '../../../shared/report/types';
import { reportText } from '../../../shared/text/report';
import { sheetText } from '../../../shared/text/sheets';
import { fitText } from '../../../shared/drawing/wrap-text';
import type { WriterOptions } from '../../../shared/export/formats';
import { Flow, lineItem, linesOf, ruleItem, settings } from './flow';
import { chartHeight, layChart, layPicture, layTiles, placingOf } from './lay-picture';
import { tableStart, layTable } from './lay-table';
import { headingHeight, layHeading, layLines, layList, layParagraph } from './lay-text';
import { type Anchor, type Sheet, type Tag, tagIn } from './sheet';

/** A report on its pages, with the structure that screen readers follow. */
export interface LaidReport {
  readonly sheets: readonly Sheet[];
  readonly root: Tag;
}

/** Least room for what follows a heading, points. */
function startOf(flow: Flow, block: Block | undefined): number {
  switch (block?.kind) {
    case undefined:
      return 0;
    case 'heading':
      return headingHeight(flow, block) + 3 * settings.body.line;
    case 'paragraph':
    case 'list':
      return 3 * settings.body.line;
    case 'table':
      return tableStart(flow, block);
    case 'tiles':
      return 80;
    case 'chart':
      return chartHeight(flow, block);
    case 'picture':
      return placingOf(flow, block).height * 0.85;
  }
}

/** The headings at a place and what they belong to stay on one page, of the kind that it needs. */
function makeRoom(flow: Flow, blocks: readonly Block[], at: number): void {
  const next = blocks.findIndex((block, index) => index >= at && block.kind !== 'heading');
  const headings = blocks.slice(at, next === -1 ? blocks.length : next) as HeadingBlock[];
  const block = next === -1 ? undefined : blocks[next];
  if (block?.kind === 'picture') {
    const { orientation } = placingOf(flow, block);
    if (orientation !== flow.orientation) flow.open(orientation);
  } else if (flow.orientation !== flow.usual && !flow.isFresh && at === 0) flow.open();
  const height = headings.reduce((sum, each) => sum + headingHeight(flow, each), 0);
  flow.need(height + Math.min(startOf(flow, block), flow.wholeRoom - height - 1));
}

function layBlock(flow: Flow, parent: Tag, block: Block, before: Block | undefined): void {
  switch (block.kind) {
    case 'heading':
      return layHeading(flow, parent, block);
    case 'paragraph':
      return layParagraph(flow, parent, block);
    case 'list':
      return layList(flow, parent, block);
    case 'table':
      return layTable(flow, parent, block, before?.kind === 'heading' ? before.text : null);
    case 'tiles':
      return layTiles(flow, parent, block);
    case 'chart':
      return layChart(flow, parent, block);
    case 'picture':
      return layPicture(flow, parent, block);
  }
}

/** Blocks one below the other. After a picture on the other side of the paper the page is used up first. */
function layBlocks(flow: Flow, parent: Tag, blocks: readonly Block[]): void {
  blocks.forEach((block, index) => {
    const isGroupStart = block.kind === 'heading' && blocks[index - 1]?.kind !== 'heading';
    if (isGroupStart) makeRoom(flow, blocks, index);
    layBlock(flow, parent, block, blocks[index - 1]);
  });
}

/** The side of the paper on which a section begins: that of a picture that comes first. */
function openFor(flow: Flow, { blocks }: Section): void {
  const first = blocks.find(({ kind }) => kind !== 'heading');
  flow.open(first?.kind === 'picture' ? placingOf(flow, first).orientation : flow.usual);
}

function laySection(flow: Flow, root: Tag, section: Section): void {
  openFor(flow, section);
  const part = tagIn(root, 'Sect');
  flow.sheet.anchors.push({ title: section.title, level: 1, y: flow.y });
  layLines(flow, tagIn(part, 'H1'), linesOf(section.title, flow.width, settings.h1), settings.h1);
  flow.y += settings.h1.after;
  layBlocks(flow, part, section.blocks);
}

/** The first page: what the report is about, and the summary where there is one. */
function layCover(flow: Flow, root: Tag, report: Report, summary: Section | undefined): void {
  const { title, subtitle, date } = report;
  flow.open();
  const part = tagIn(root, 'Sect');
  flow.y = flow.sheet.height * (flow.orientation === 'portrait' ? 0.17 : 0.13);
  flow.mark(null, [
    { kind: 'rect', x: flow.left, y: flow.y, width: 44, height: 5, radius: 2.5, fill: 'accent' },
  ]);
  flow.y += 24;
  layLines(flow, tagIn(part, 'H1'), linesOf(title, flow.width, settings.title), settings.title);
  flow.y += settings.title.after;
  for (const text of [subtitle, date ?? '']) {
    const lines = linesOf(text, flow.width, settings.subtitle);
    if (lines.length > 0) layLines(flow, tagIn(part, 'P'), lines, settings.subtitle);
    flow.y += settings.subtitle.after;
  }
  flow.y += 30;
  if (summary) layBlocks(flow, part, summary.blocks);
}

/** An entry of the contents with the page it leads to. */
interface Entry {
  readonly anchor: Anchor;
  readonly page: number;
}

/** More headings than this are too many for the contents: then only the sections are listed. */
const mostEntries = 70;

function entriesOf(sheets: readonly Sheet[], before: number): readonly Entry[] {
  const all = sheets.flatMap(({ anchors }, index) =>
    anchors.map((anchor): Entry => ({ anchor, page: before + index + 1 })),
  );
  return all.length > mostEntries ? all.filter(({ anchor }) => anchor.level === 1) : all;
}

const numberRoom = 40;

function layEntry(flow: Flow, parent: Tag, { anchor, page }: Entry): void {
  const setting = anchor.level === 1 ? settings.contents1 : settings.contents2;
  const indent = anchor.level === 1 ? 0 : 16;
  const lines = linesOf(anchor.title, flow.width - indent - numberRoom, setting, 3);
  const height = lines.length * setting.line;
  flow.need(setting.before + height);
  flow.gap(setting.before);
  const tag = tagIn(tagIn(tagIn(parent, 'TOCI'), 'Reference'), 'Link');
  const top = flow.y;
  const right = flow.left + flow.width;
  flow.mark(tag, [
    ...lines.map((line, index) =>
      lineItem(`${line} `, flow.left + indent, top + index * setting.line, setting),
    ),
    lineItem(String(page), right, top + height - setting.line, setting, { anchor: 'end' }),
  ]);
  flow.mark(null, [ruleItem(flow.left + indent, top + height + 0.5, flow.width - indent, 'border', 0.4)]);
  const says = sheetText.goTo(anchor.title, page);
  flow.sheet.links.push({ tag, x: flow.left, y: top, width: flow.width, height, to: anchor, says });
  flow.y += height + setting.after + 2;
}

function layContents(flow: Flow, root: Tag, entries: readonly Entry[]): void {
  flow.open();
  const part = tagIn(root, 'Sect');
  layLines(flow, tagIn(part, 'H1'), linesOf(reportText.contents, flow.width, settings.h1), settings.h1);
  flow.y += settings.h1.after;
  const list = tagIn(part, 'TOC');
  for (const entry of entries) layEntry(flow, list, entry);
}

/** Title, date and number of each page but the first. */
function addFooters(report: Report, sheets: readonly Sheet[]): void {
  sheets.forEach((sheet, index) => {
    if (index === 0) return;
    const setting = settings.footer;
    const [left, top] = [56, sheet.height - 42];
    const width = sheet.width - 2 * left;
    const title = fitText(report.title, width * 0.6, setting).text;
    const end = [report.date ?? '', sheetText.pageOf(index + 1, sheets.length)];
    const said = end.filter((text) => text !== '').join('  ·  ');
    sheet.marks.push({
      tag: null,
      items: [
        ruleItem(left, top - 6, width, 'border'),
        lineItem(title, left, top, setting),
        lineItem(said, left + width, top, setting, { anchor: 'end' }),
      ],
    });
  });
}

/** Puts a report on pages: cover, contents and each section on a page of its own; pictures that are wide lie on their side. */
export function layReport(report: Report, { paper, orientation }: WriterOptions): LaidReport {
  const [first] = report.sections;
  const summary = first?.name === 'cover' ? first : undefined;
  const rest = report.sections.filter((section) => section !== summary);
  const newFlow = (): Flow => new Flow(paper, orientation);
  const root: Tag = { type: 'Sect', children: [] };
  const cover = newFlow();
  layCover(cover, root, report, summary);
  const contents: Tag = { type: 'Sect', children: [] };
  root.children.push(contents);
  const body = newFlow();
  for (const section of rest) laySection(body, root, section);
  // Where the contents lead does not change how long they are, so that a first try tells their pages.
  const trial = newFlow();
  const spare: Tag = { type: 'Sect', children: [] };
  if (rest.length > 1) layContents(trial, spare, entriesOf(body.sheets, 0));
  const listed = newFlow();
  const before = cover.sheets.length + trial.sheets.length;
  if (rest.length > 1) layContents(listed, contents, entriesOf(body.sheets, before));
  const sheets = [...cover.sheets, ...listed.sheets, ...body.sheets];
  addFooters(report, sheets);
  return { sheets, root };
}

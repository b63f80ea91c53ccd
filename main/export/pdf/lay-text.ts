import type { Ink } from '../../../shared/drawing/display-list';
import type { HeadingBlock, ListBlock, ParagraphBlock, Tone } from '../../../shared/report/types';
import { type Flow, lineItem, linesOf, type Setting, settings } from './flow';
import { type Tag, tagIn } from './sheet';

/** The colour of what is meant so. */
export const toneInks: Readonly<Record<Tone, Ink>> = {
  lead: 'text',
  quiet: 'text3',
  good: 'ok',
  warning: 'warning',
  bad: 'error',
};

/** How many of the lines that are left go on this page: never one alone at the end of a page or the start of the next. */
function linesNow(left: number, fits: number, isFirst: boolean): number {
  if (left <= fits) return left;
  const now = left - fits === 1 ? fits - 1 : fits;
  return isFirst && now < 2 ? 0 : Math.max(0, now);
}

/** A line with the space that parts it from the next, so that a text read aloud or copied keeps its words. */
export function spaced(line: string, index: number, lines: readonly unknown[]): string {
  return index < lines.length - 1 ? `${line} ` : line;
}

/** Lines of one element, over as many pages as it takes. */
export function layLines(
  flow: Flow,
  tag: Tag,
  lines: readonly string[],
  setting: Setting,
  { indent = 0, ink = setting.ink }: { readonly indent?: number; readonly ink?: Ink } = {},
): void {
  let at = 0;
  while (at < lines.length) {
    const fits = Math.floor(flow.room / setting.line);
    const now = linesNow(lines.length - at, fits, at === 0);
    const count = flow.isFresh ? Math.max(now, 1) : now;
    if (count === 0) {
      flow.open();
      continue;
    }
    const top = flow.y;
    const first = at;
    const items = lines.slice(first, first + count).map((line, index) => {
      const said = spaced(line, first + index, lines);
      return lineItem(said, flow.left + indent, top + index * setting.line, setting, { ink });
    });
    flow.mark(tag, items);
    flow.y += count * setting.line;
    at += count;
  }
}

/** A paragraph in its tone. */
export function layParagraph(flow: Flow, parent: Tag, { text, tone }: ParagraphBlock): void {
  const setting = tone === 'lead' ? settings.lead : tone === 'quiet' ? settings.quiet : settings.body;
  const lines = linesOf(text, flow.width, setting);
  if (lines.length === 0) return;
  flow.gap(setting.before);
  layLines(flow, tagIn(parent, 'P'), lines, setting, tone === undefined ? {} : { ink: toneInks[tone] });
  flow.y += setting.after;
}

/** Room for the bullet or the number of an item. */
const itemIndent = 18;

/** A list with bullets or numbers. */
export function layList(flow: Flow, parent: Tag, { items, isNumbered }: ListBlock): void {
  const setting = settings.body;
  const list = tagIn(parent, 'L');
  items.forEach((text, index) => {
    const lines = linesOf(text, flow.width - itemIndent, setting);
    if (lines.length === 0) return;
    flow.need(setting.line * Math.min(lines.length === 3 ? 3 : 2, lines.length));
    const item = tagIn(list, 'LI');
    const label = isNumbered === true ? `${String(index + 1)}.` : '•';
    flow.mark(tagIn(item, 'Lbl'), [lineItem(label, flow.left + 2, flow.y, setting, { ink: 'text2' })]);
    layLines(flow, tagIn(item, 'LBody'), lines, setting, { indent: itemIndent });
    flow.y += 3;
  });
  flow.y += setting.after - 3;
}

/** The setting of a heading inside a section. */
export const headingSetting = ({ level }: Pick<HeadingBlock, 'level'>): Setting =>
  level === 2 ? settings.h2 : settings.h3;

/** Height of a heading with what is round it, points. */
export function headingHeight(flow: Flow, block: HeadingBlock): number {
  const setting = headingSetting(block);
  return setting.before + linesOf(block.text, flow.width, setting).length * setting.line + setting.after;
}

/** A heading inside a section; those of level 2 are in contents and outline. */
export function layHeading(flow: Flow, parent: Tag, block: HeadingBlock): void {
  const setting = headingSetting(block);
  const lines = linesOf(block.text, flow.width, setting);
  if (lines.length === 0) return;
  flow.gap(setting.before);
  if (block.level === 2) flow.sheet.anchors.push({ title: lines.join(' '), level: 2, y: flow.y });
  layLines(flow, tagIn(parent, block.level === 2 ? 'H2' : 'H3'), lines, setting);
  flow.y += setting.after;
}

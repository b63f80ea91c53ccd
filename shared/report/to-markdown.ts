import { plain, rawTable } from '../analysis/print/markdown';
import type { Block, Report, ReportCell, Section } from './types';

function cellText({ text, isStrong }: ReportCell): string {
  const said = plain(text.trim());
  return isStrong === true && said !== '' ? `**${said}**` : said;
}

/** A text at the beginning of a line, where a number, a dash or a heading sign would begin something else. */
function atLineStart(text: string): string {
  return plain(text.trim()).replace(
    /^(?:(\d+)([.)])|([-+=]))/,
    (_, digits: string, dot: string, sign: string) =>
      sign === undefined ? `${digits}\\${dot}` : `\\${sign}`,
  );
}

/** Blocks as Markdown; drawings as the Mermaid text of their id, or what they show in words. */
function blockText(block: Block, diagrams: Readonly<Record<string, string>>): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${plain(block.text)}`;
    case 'paragraph':
      return block.tone === 'quiet' ? `*${atLineStart(block.text)}*` : atLineStart(block.text);
    case 'list':
      return block.items
        .map((item, at) => `${block.isNumbered === true ? `${at + 1}.` : '-'} ${atLineStart(item)}`)
        .join('\n');
    case 'tiles':
      return block.tiles
        .map(
          ({ name, value, detail }) =>
            `- **${plain(name)}: ${plain(value)}**${detail === '' ? '' : ` (${plain(detail)})`}`,
        )
        .join('\n');
    case 'table':
      return [
        `**${plain(block.caption)}**`,
        rawTable(
          block.columns.map(({ title }) => plain(title)),
          block.rows.map((row) => row.map(cellText)),
          block.columns.flatMap(({ align }, at) => (align === 'end' ? [at] : [])),
        ),
      ].join('\n\n');
    case 'picture': {
      const diagram = Object.hasOwn(diagrams, block.id) ? diagrams[block.id] : undefined;
      const drawn = diagram === undefined ? plain(block.alt) : `\`\`\`mermaid\n${diagram.trimEnd()}\n\`\`\``;
      return `${drawn}\n\n*${plain(block.caption)}*`;
    }
    case 'chart':
      return `**${plain(block.title)}**\n\n${atLineStart(block.alt)}`;
  }
}

function sectionText({ title, blocks }: Section, diagrams: Readonly<Record<string, string>>): string[] {
  return [`## ${plain(title)}`, ...blocks.map((block) => blockText(block, diagrams))];
}

/** A report as Markdown that common wikis show: tables, and drawings as Mermaid by the id of their picture. No text of the user is read as markup. Ends with a line break. */
export function toMarkdown(report: Report, diagrams: Readonly<Record<string, string>> = {}): string {
  const { title, subtitle, date, sections } = report;
  const head = [`# ${plain(title)}`, plain(subtitle), date === null ? '' : plain(date)];
  return `${[...head, ...sections.flatMap((section) => sectionText(section, diagrams))].filter((part) => part !== '').join('\n\n')}\n`;
}

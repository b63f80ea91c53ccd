import type { DisplayList, Item } from '../../../shared/drawing/display-list';
import { escapeXml } from '../../../shared/drawing/escape-xml';
import { faceRule, toSvg } from '../../../shared/drawing/svg';
import type {
  Block,
  ListBlock,
  PictureBlock,
  Report,
  Section,
  TableBlock,
  TilesBlock,
} from '../../../shared/report/types';
import { reportText } from '../../../shared/text/report';
import { embeddedFaces } from '../fonts';
import { reportCss, variableTheme } from './report-css';

/** A drawing that is wider than this is shown at its own size and scrolls, pixels. */
const widest = 1600;

const classOf = (...names: readonly (string | undefined | false)[]): string => {
  const used = names.filter((name) => name !== undefined && name !== false && name !== '');
  return used.length === 0 ? '' : ` class="${used.join(' ')}"`;
};

/** A drawing inside the page: the page brings fonts and style, and no id occurs twice. */
function inlineSvg(list: DisplayList, id: string, alt: string): string {
  const svg = toSvg(list, { theme: variableTheme, fonts: { kind: 'linked' } });
  return svg
    .slice(svg.indexOf('<svg '))
    .trimEnd()
    .replace(/<style>[^<]*<\/style>\n?/, '')
    .replace('aria-labelledby="title desc"', `aria-label="${escapeXml(alt)}"`)
    .replace('role="graphics-document"', 'role="img"')
    .replace('<title id="title">', `<title id="${id}-title">`)
    .replace('<desc id="desc">', `<desc id="${id}-desc">`);
}

function tableHtml({ caption, columns, rows }: TableBlock): string {
  const head = columns
    .map(
      ({ title, share, align }) =>
        `<th scope="col"${classOf(align)} style="width:${String(Math.round(share * 1000) / 10)}%">${escapeXml(title)}</th>`,
    )
    .join('');
  const body = rows
    .map((row) => {
      const cells = row.map(({ text, tone, isStrong }, at) => {
        const isHead = at === 0 && isStrong === true;
        const look = classOf(columns[at]?.align, tone);
        const said = escapeXml(text);
        return isHead ? `<th scope="row"${look}>${said}</th>` : `<td${look}>${said}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('\n');
  const name = escapeXml(caption);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption>${name}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`;
}

function listHtml({ items, isNumbered }: ListBlock): string {
  const tag = isNumbered === true ? 'ol' : 'ul';
  return `<${tag}>\n${items.map((item) => `<li>${escapeXml(item)}</li>`).join('\n')}\n</${tag}>`;
}

function tilesHtml({ tiles }: TilesBlock): string {
  const items = tiles.map(
    ({ name, value, detail, tone }) =>
      `<li${classOf(tone)}><span class="name">${escapeXml(name)}</span><span class="value">${escapeXml(value)}</span><span class="detail">${escapeXml(detail)}</span></li>`,
  );
  return `<ul class="tiles">\n${items.join('\n')}\n</ul>`;
}

function pictureHtml({ id, drawing, folded, alt, caption }: PictureBlock): string {
  const list = folded ?? drawing;
  const isWide = list.width > widest;
  const label = escapeXml(caption);
  return `<figure${classOf(isWide && 'wide')}><div class="scroll" tabindex="0" role="region" aria-label="${label}">${inlineSvg(list, id, alt)}</div><figcaption>${label}</figcaption></figure>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level + 1)}>${escapeXml(block.text)}</h${String(block.level + 1)}>`;
    case 'paragraph':
      return `<p${classOf(block.tone)}>${escapeXml(block.text)}</p>`;
    case 'list':
      return listHtml(block);
    case 'tiles':
      return tilesHtml(block);
    case 'table':
      return tableHtml(block);
    case 'picture':
      return pictureHtml(block);
    case 'chart':
      return `<figure><figcaption>${escapeXml(block.title)}</figcaption>${inlineSvg(block.drawing, block.id, block.alt)}</figure>`;
  }
}

function sectionHtml({ name, title, blocks }: Section): string {
  return `<section id="${name}"${classOf(name === 'cover' && 'cover')} aria-labelledby="${name}-title">\n<h2 id="${name}-title">${escapeXml(title)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`;
}

function contents({ sections }: Report): string {
  if (sections.length < 3) return '';
  const links = sections.map(({ name, title }) => `<li><a href="#${name}">${escapeXml(title)}</a></li>`);
  return `<nav aria-labelledby="contents"><h2 id="contents">${escapeXml(reportText.contents)}</h2><ol>${links.join('')}</ol></nav>`;
}

function drawnTexts(items: readonly Item[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'group' ? drawnTexts(item.items) : item.kind === 'text' ? [item.text] : [],
  );
}

/** Every text of a report, for the fonts that it needs. */
function textsOf({ title, subtitle, date, sections }: Report): string[] {
  const said = sections.flatMap((section) => [
    section.title,
    ...section.blocks.flatMap((block): string[] => {
      switch (block.kind) {
        case 'heading':
        case 'paragraph':
          return [block.text];
        case 'list':
          return [...block.items];
        case 'tiles':
          return block.tiles.flatMap((tile) => [tile.name, tile.value, tile.detail]);
        case 'table':
          return [
            block.caption,
            ...block.columns.map((column) => column.title),
            ...block.rows.flatMap((row) => row.map(({ text }) => text)),
          ];
        case 'picture':
          return [block.caption, ...drawnTexts((block.folded ?? block.drawing).items)];
        case 'chart':
          return [block.title, ...drawnTexts(block.drawing.items)];
      }
    }),
  ]);
  return [title, subtitle, date ?? '', reportText.contents, '0123456789', ...said];
}

async function fontRules(report: Report): Promise<string> {
  const faces = await embeddedFaces(textsOf(report));
  return faces.map(faceRule).join('\n');
}

/** What may happen in the file: styles, pictures and fonts of its own, and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** A report as one page of HTML: no script, no reference to the outside; light and dark as the reader's system asks; prints well. The same report gives the same bytes. */
export async function toHtml(report: Report): Promise<Uint8Array> {
  const { title, subtitle, date, language, sections } = report;
  const html = `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="generator" content="Streamwright">
<title>${escapeXml(title)}</title>
<style>
${await fontRules(report)}
${reportCss()}
</style>
</head>
<body>
<div class="page">
<header class="cover"><h1>${escapeXml(title)}</h1>
<p class="subtitle">${escapeXml(subtitle)}</p>
${date === null ? '' : `<p class="date"><time datetime="${escapeXml(date)}">${escapeXml(date)}</time></p>`}
</header>
${contents(report)}
<main>
${sections.map(sectionHtml).join('\n')}
</main>
</div>
</body>
</html>
`;
  return new TextEncoder().encode(html);
}

import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../../main/export/html/to-html';
import { readXml } from '../../../../shared/import/xml';
import { hardTexts, sampleReport } from '../../../helpers/sample-report';

const bytes = await toHtml(sampleReport);
const html = new TextDecoder().decode(bytes);
const body = html.slice(html.indexOf('<body>'), html.indexOf('</html>'));

/** What a reader sees of a piece of HTML without pictures. */
const seen = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a report as a page', () => {
  it('is the same each time', async () => {
    expect(await toHtml(sampleReport)).toEqual(bytes);
  });

  it('forbids everything but its own styles, pictures and fonts, and holds nothing else', () => {
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"`,
    );
    expect(html).not.toMatch(/<script|<iframe|<object|<link|<base|\son[a-z]+=|javascript:(?!alert\(1\)\))/i);
    const outside = [...html.matchAll(/(?:src|href|url\()=?["'(]?((?:https?:|\/\/|file:)[^"')]*)/g)];
    expect(outside).toEqual([]);
  });

  it('has one first heading, a second for each section, and names for all tables and pictures', () => {
    expect(body.match(/<h1>/g)).toHaveLength(1);
    expect([...body.matchAll(/<h2 id="\w+-title">([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Summary',
      'Current state',
      'Figures',
      'Findings',
    ]);
    expect(body.match(/<table>/g)?.length).toBe(body.match(/<caption>[^<]+<\/caption>/g)?.length);
    const pictures = body.match(/<svg [^>]*role="img"[^>]*>/g) ?? [];
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) expect(picture).toMatch(/aria-label="[^"]{5,}"/);
  });

  it('links from the contents to each section', () => {
    const ids = [...body.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id);
    expect([...body.matchAll(/<a href="#(\w+)"/g)].map(([, id]) => id)).toEqual(ids);
    expect(ids).toEqual(['cover', 'current', 'figures', 'findings']);
  });

  it('uses no id twice', () => {
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is well-formed, and shows every hard text as it was written', () => {
    expect(() => readXml(body.replace(/<svg [\s\S]*?<\/svg>/g, ''))).not.toThrow();
    const texts = [...body.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, text]) => seen(text ?? ''));
    for (const hard of hardTexts) expect(texts).toContain(hard);
  });

  it('has all rows of the long table, with its heads', () => {
    expect(body.match(/<tr>/g)).toHaveLength(71);
    expect(body.match(/<th scope="row"/g)).toHaveLength(1);
    expect(body.match(/<th scope="col" class="end"/g)).toHaveLength(1);
  });

  it('takes the colours of drawings from the theme that the reader has', () => {
    const svg = body.slice(body.indexOf('<svg '));
    expect(svg).toContain('fill="var(--');
    expect(svg).not.toMatch(/fill="#/);
    expect(html).toContain('@media screen and (prefers-color-scheme:dark)');
  });
});

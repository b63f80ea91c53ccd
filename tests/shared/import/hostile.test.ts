import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readJob } from '../../../main/import/read-job';
import { graphIn, outcomeOf, readContent, refusalOf } from '../../helpers/import-fixture';

const model = (...cells: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
const cell = (id: string, value: string, parent = '1'): string =>
  `<mxCell id="${id}" value="${value}" vertex="1" parent="${parent}"><mxGeometry width="80" height="40" as="geometry"/></mxCell>`;
const process = (inside: string): string => `<definitions><process id="p">${inside}</process></definitions>`;

const damaged = 'The file is damaged: its packed content cannot be opened. Save it anew in its own program.';

describe('a file that means harm', () => {
  /** A packed workbook that says of its part that it has so many bytes. */
  function workbookSaying(size: number, bytes: number): Uint8Array {
    const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(bytes).fill(65) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    // The size of the part before packing, in its head and in the list at the end.
    for (let at = 0; at + 4 < zip.length; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    }
    return zip;
  }

  it('is not unpacked beyond the limit', () => {
    const bomb = deflateRawSync(new Uint8Array(80 * 1024 * 1024));
    const page = bomb.toString('base64');
    const sentence =
      'The file is packed and would grow to more than 64 MB. It was not opened. Is it the right file?';
    expect(refusalOf('a.drawio', `<mxfile><diagram>${page}</diagram></mxfile>`)).toBe(sentence);
    expect(refusalOf('a.xlsx', workbookSaying(80 * 1024 * 1024, 1000))).toBe(sentence);
  });

  it('may not say that a packed part is smaller than it is', () => {
    expect(outcomeOf('a.xlsx', workbookSaying(100, 200_000)).kind).toBe('refused');
  });

  it('may not define abbreviations', () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sentence =
      'The file defines abbreviations of its own, which can hide harm. It was not read. Save it anew in its own program.';
    expect(refusalOf('a.drawio', lol + model(cell('a', '&b;')))).toBe(sentence);
    expect(refusalOf('a.bpmn', lol + process('<task id="t" name="&b;"/>'))).toBe(sentence);
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect(refusalOf('a.bpmn', outside + process('<task id="t" name="&a;"/>'))).toBe(sentence);
  });

  it('keeps an unknown abbreviation as it stands', () => {
    const graph = graphIn(readContent('a.bpmn', process('<task id="t" name="&secret; &amp;amp; &#x41;"/>')));
    expect(graph.nodes.map(({ name }) => name)).toContain('&secret; &amp; A');
  });

  it('may not stand deeper in itself than any map', () => {
    const deep = '<a>'.repeat(5000) + '</a>'.repeat(5000);
    const sentence =
      'The parts of the file stand inside each other deeper than any map. It was not read. Is it the right file?';
    expect(refusalOf('a.drawio', deep)).toBe(sentence);
    const inner = '<subProcess id="s">'.repeat(2000) + '</subProcess>'.repeat(2000);
    expect(refusalOf('a.bpmn', process(inner))).toBe(sentence);
    expect(outcomeOf('a.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`).kind).toBe('errors');
  });

  it('may not have more parts than any map', () => {
    const sentence =
      'The file has more parts than any map could show. It was not read. Import the part of it that you need.';
    expect(refusalOf('a.drawio', model('<mxCell/>'.repeat(300_000)))).toBe(sentence);
    const tasks = Array.from({ length: 4000 }, (_, at) => `<task id="t${at}" name="x"/>`).join('');
    expect(refusalOf('a.bpmn', process(tasks))).toBe(sentence);
    const chart = Array.from({ length: 4000 }, (_, at) => `A${at} --> B${at}`).join('\n');
    expect(refusalOf('a.mmd', `flowchart TD\n${chart}`)).toBe(sentence);
    const group = Array.from({ length: 200 }, (_, at) => `A${at}`).join(' & ');
    expect(refusalOf('a.mmd', `flowchart TD\n${group} --> ${group.replaceAll('A', 'B')}`)).toBe(sentence);
  });

  it('may not have more rows than a map may have steps, whatever kind of table it is', () => {
    const sentence =
      'The table has more than 3,000 steps, the most that a map can take in. Split it into several tables.';
    const error = (row: number) => ({
      kind: 'errors',
      errors: [{ sheet: 'steps', row, column: '', found: '', sentence }],
    });
    const csv = (rows: number): string => `name\n${'Log\n'.repeat(rows)}`;
    // The headings are row 1, so the first step too many stands in row 3,002.
    expect(outcomeOf('a.csv', csv(40_000))).toMatchObject(error(3002));
    expect(outcomeOf('a.csv', csv(3001))).toMatchObject(error(3002));
    expect(outcomeOf('a.csv', csv(3000)).kind).toBe('read');
    const json = JSON.stringify({ steps: Array.from({ length: 3001 }, () => ({ name: 'Log' })) });
    expect(outcomeOf('a.json', json)).toMatchObject(error(3001));
    const cells = '<row><c t="inlineStr"><is><t>Log</t></is></c></row>'.repeat(3001);
    const head = '<row><c t="inlineStr"><is><t>Name</t></is></c></row>';
    const book = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${head}${cells}</sheetData></worksheet>`),
    });
    expect(outcomeOf('a.xlsx', book)).toMatchObject(error(3002));
  });

  it('may not have a million cells', () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`;
    const sheet = `<worksheet><sheetData>${row.repeat(10_000)}</sheetData></worksheet>`;
    const book = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    });
    expect(refusalOf('a.xlsx', book)).toBe(
      'The file has more parts than any map could show. It was not read. Import the part of it that you need.',
    );
    const far = sheet.replace(row.repeat(10_000), '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    const lonely = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(far),
    });
    expect(refusalOf('a.xlsx', lonely)).toBe(
      'There is no sheet with cells in this workbook. Is it the right file?',
    );
  });

  it('may not have more values, attributes or places than any map', () => {
    const sentence =
      'The file has more parts than any map could show. It was not read. Import the part of it that you need.';
    const named = Array.from({ length: 1500 }, (_, at) => `a${at}="${at}"`).join(' ');
    expect(refusalOf('a.drawio', model(`<mxCell id="a" ${named}/>`))).toBe(sentence);
    expect(refusalOf('a.bpmn', process(`<task id="t" ${named}/>`))).toBe(sentence);
    expect(refusalOf('a.json', `{"steps":[${'{},'.repeat(2_000_000)}{}]}`)).toBe(sentence);
    expect(refusalOf('a.json', `[${'[],'.repeat(2_000_000)}[]]`)).toBe(sentence);
    // A hundred thousand short rows under one that is very wide.
    const wide = `name${','.repeat(5000)}\n${'Log\n'.repeat(100_000)}`;
    const job = { name: 'a.csv', bytes: new TextEncoder().encode(wide), mapsColumns: true };
    expect(readJob(job)).toEqual({ kind: 'refused', sentence });
  });

  it('may have parents that are parents of each other', () => {
    const graph = graphIn(
      readContent('a.drawio', model(cell('a', 'A', 'b'), cell('b', 'B', 'a'), cell('c', 'C', 'c'))),
    );
    expect(graph.nodes.map(({ name }) => name)).toContain('C');
  });

  it('may use one id twice, and ids that objects have by birth', () => {
    const born = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const cells = born.flatMap((id) => [cell(id, id), cell(id, 'again')]);
    const drawn = graphIn(readContent('a.drawio', model(...cells)));
    expect(
      drawn.nodes
        .filter(({ type }) => type === 'step')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(born.toSorted());
    const tasks = born.map((id) => `<task id="${id}" name="${id}"/>`).join('');
    const flow = '<sequenceFlow id="f" sourceRef="__proto__" targetRef="constructor"/>';
    const read = graphIn(readContent('a.bpmn', process(tasks + tasks + flow)));
    expect(read.nodes.filter(({ type }) => type === 'step')).toHaveLength(born.length);
    const chart = graphIn(readContent('a.mmd', 'graph TD\n __proto__ --> constructor --> toString'));
    expect(chart.nodes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', 'toString']),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('may not change what objects inherit', () => {
    const bad =
      '<mxCell id="a" value="A" vertex="1" parent="1" __proto__="x" constructor="y"><__proto__ polluted="1"/></mxCell>';
    expect(outcomeOf('a.drawio', model(bad)).kind).toBe('refused');
    const json = '{"steps":[{"name":"a","__proto__":{"polluted":1}}]}';
    expect(['errors', 'read']).toContain(outcomeOf('a.json', json).kind);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('may hold formulas and scripts, which stay texts', () => {
    const csv = 'name;note\n=cmd|x;"<script>alert(1)</script>"\n';
    const step = graphIn(readContent('a.csv', csv)).nodes.find(({ type }) => type === 'step');
    expect(step).toMatchObject({ name: '=cmd|x', note: '<script>alert(1)</script>' });
  });

  it('may break off anywhere', () => {
    const whole = model(cell('a', 'A'), cell('b', 'B'));
    for (let at = 1; at < whole.length; at += 7) {
      const outcome = outcomeOf('a.drawio', whole.slice(0, at));
      expect(outcome.kind).toBe('refused');
    }
    const packed = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    for (let at = 4; at < packed.length; at += 11)
      expect(refusalOf('a.xlsx', packed.subarray(0, at))).toBe(damaged);
  });
});

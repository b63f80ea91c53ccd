import { deflateSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../shared/model/queries';
import { flowLines, graphIn, nodeLines, readContent, refusalOf } from '../../helpers/import-fixture';

const box = (id: string, value: string, at: number, style = '', more = ''): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1" ${more}><mxGeometry x="${at * 200}" y="100" width="120" height="60" as="geometry"/></mxCell>`;
const arrow = (from: string, to: string, value = '', style = ''): string =>
  `<mxCell id="${from}-${to}" value="${value}" style="${style}" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
const model = (...cells: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
const file = (...pages: readonly string[]): string =>
  `<mxfile>${pages.map((page, at) => `<diagram id="d${at}" name="Page ${at + 1}">${page}</diagram>`).join('')}</mxfile>`;

const simple = model(box('a', 'Log', 0), box('b', 'Fix', 1), arrow('a', 'b', '80% simple'));
const lines = ['Demand > Log', 'Log > Fix 0.8 “simple”', 'Fix > Value'];

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const packed = (text: string): string =>
  base64(deflateSync(new TextEncoder().encode(encodeURIComponent(text))));

function png(kind: string, data: Uint8Array): Uint8Array {
  const part = (name: string, body: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    // The sum at the end is not looked at.
    return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    part('IHDR', Buffer.alloc(13)),
    part(kind, data),
    part('IEND', Buffer.alloc(0)),
  ]);
}

const text = new TextEncoder();

describe('a draw.io file', () => {
  it.each([
    ['plain', file(simple)],
    ['packed', file(packed(simple))],
    ['without pages', simple],
    [
      'in an SVG picture',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg xmlns="http://www.w3.org/2000/svg" content="${file(simple).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"><g/></svg>`,
    ],
  ])('is read %s', (_, content) => {
    expect(flowLines(graphIn(readContent('a.drawio', content))).toSorted()).toEqual(lines.toSorted());
  });

  it.each([
    ['tEXt', Buffer.concat([text.encode('mxfile\0'), text.encode(encodeURIComponent(file(simple)))])],
    [
      'zTXt',
      Buffer.concat([text.encode('mxGraphModel\0\0'), zlibSync(text.encode(encodeURIComponent(simple)))]),
    ],
    ['iTXt', Buffer.concat([text.encode('mxfile\0\0\0\0\0'), text.encode(file(simple))])],
  ])('is read out of a PNG with a part %s', (kind, data) => {
    expect(flowLines(graphIn(readContent('a.png', png(kind, data)))).toSorted()).toEqual(lines.toSorted());
  });

  it('is refused in words as a picture without a diagram', () => {
    expect(refusalOf('a.png', png('tEXt', text.encode('Title\0A photo')))).toMatch(
      /^There is no diagram in this picture/,
    );
    expect(refusalOf('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')).toMatch(
      /^There is no diagram/,
    );
  });

  it('has a map for each page with work, and says which page has none', () => {
    const read = readContent('a.drawio', file(simple, model(), packed(simple)));
    expect(read.maps.map((_, at) => graphIn(read, at).stream.name)).toEqual(['File 1', 'File 3']);
    expect(read.skipped).toEqual([{ what: 'Page “File 2”', where: '', why: 'No step is drawn there.' }]);
  });

  it('reads labels in HTML as words, scripts and pictures aside', () => {
    const label =
      '&lt;b&gt;Log&lt;/b&gt;&lt;br&gt;it&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;';
    const read = readContent('a.drawio', file(model(box('a', label, 0, 'html=1'))));
    expect(nodeLines(graphIn(read))).toEqual(['start Demand', 'step Log it', 'end Value']);
  });

  it('lists shapes without a meaning and arrows without an end', () => {
    const loose =
      '<mxCell id="x" value="where?" edge="1" parent="1" source="a"><mxGeometry relative="1" as="geometry"/></mxCell>';
    const cloud = box('c', 'Weather', 5, 'shape=cloud');
    const { skipped } = readContent('a.drawio', file(model(box('a', 'Log', 0), cloud, loose)));
    expect(skipped).toEqual([
      { what: 'Arrow “where?”', where: '', why: 'It is not attached to a step at both ends.' },
      {
        what: '“Weather” (shape “cloud”)',
        where: '',
        why: 'This shape has no meaning on a value-stream map.',
      },
    ]);
  });

  it('attaches an arrow that ends on a shape without being glued to it', () => {
    const loose =
      '<mxCell id="x" edge="1" parent="1" source="a"><mxGeometry relative="1" as="geometry"><mxPoint x="195" y="130" as="targetPoint"/></mxGeometry></mxCell>';
    expect(
      flowLines(graphIn(readContent('a.drawio', file(model(box('a', 'Log', 0), box('b', 'Fix', 1), loose))))),
    ).toContain('Log > Fix');
  });

  it('takes flowchart shapes for what they mean', () => {
    const read = readContent(
      'a.drawio',
      file(
        model(
          box('s', 'Call', 0, 'ellipse'),
          box('d', 'Known?', 1, 'rhombus'),
          box('x', 'Answer', 2, 'rounded=1'),
          box('e', 'Solved', 3, 'shape=mxgraph.flowchart.terminator'),
          box('n', 'Ask twice', 4, 'shape=note'),
          arrow('s', 'd'),
          arrow('d', 'x', 'yes (75 %)'),
          arrow('d', 'e', 'no'),
          arrow('x', 'e'),
          arrow('x', 'd', 'again', 'dashed=1'),
        ),
      ),
    );
    expect(nodeLines(graphIn(read)).toSorted()).toEqual([
      'decision Known?',
      'end Solved',
      'note Ask twice',
      'start Call',
      'step Answer',
    ]);
    expect(flowLines(graphIn(read))).toEqual(
      expect.arrayContaining(['Known? > Answer 0.75 “yes”', 'Answer > Known? information “again”']),
    );
    expect(read.notes).toContain('1 dashed line came in as information.');
  });

  it('reads data boxes, stocks and people of lean maps, with units of other tongues', () => {
    const process = (id: string, name: string, at: number): string =>
      box(id, name, at, 'shape=mxgraph.lean_mapping.manufacturing_process');
    const below = (id: string, value: string, at: number, shape: string): string =>
      `<mxCell id="${id}" value="${value}" style="shape=mxgraph.lean_mapping.${shape}" vertex="1" parent="1"><mxGeometry x="${at}" y="170" width="60" height="40" as="geometry"/></mxCell>`;
    const read = readContent(
      'a.drawio',
      file(
        model(
          process('a', 'Cut', 0),
          process('b', 'Weld', 2),
          below('d1', 'C/T = 1,5 min&#10;C/O: 2 Std&#10;%C&amp;A = 95%&#10;Uptime = 80%', 10, 'data_box'),
          below('d2', 'P/T 30s&#10;L/T = 2 h', 410, 'data_box'),
          below('i', '40 pcs', 250, 'inventory_box'),
          below('o', '3', 430, 'operator'),
          arrow('a', 'i'),
          arrow('i', 'b'),
        ),
      ),
    );
    const graph = graphIn(read);
    const [cut, weld] = ['Cut', 'Weld'].map((name) => graph.nodes.find((node) => node.name === name));
    expect(cut).toMatchObject({
      processTime: { likely: 1.5 },
      changeover: { likely: 120 },
      completeAccurate: { likely: 0.95 },
      note: 'Uptime = 80%',
    });
    expect(weld).toMatchObject({
      processTime: { likely: 0.5 },
      wait: { likely: 119.5 },
      wip: { likely: 40 },
      crew: { likely: 3 },
    });
    expect(flowLines(graph)).toContain('Cut > Weld');
  });

  it('takes swimlanes for roles, and pools for teams where there are several', () => {
    const lane = (id: string, name: string, parent: string): string =>
      `<mxCell id="${id}" value="${name}" style="swimlane" vertex="1" parent="${parent}"><mxGeometry width="400" height="200" as="geometry"/></mxCell>`;
    const within = (id: string, name: string, parent: string): string =>
      box(id, name, 0).replace('parent="1"', `parent="${parent}"`);
    const read = readContent(
      'a.drawio',
      file(
        model(
          lane('p', 'Shop', '1'),
          lane('l', 'Sales', 'p'),
          lane('q', 'Bank', '1'),
          lane('m', 'Clerk', 'q'),
          within('a', 'Sell', 'l'),
          within('b', 'Pay', 'm'),
          arrow('a', 'b'),
        ),
      ),
    );
    const told = graphIn(read)
      .nodes.filter(({ type }) => type === 'step')
      .map(({ name, role, team }) => [name, lookUp(read.project.roles, role)?.name, team]);
    expect(told).toEqual([
      ['Sell', 'Sales', 'Shop'],
      ['Pay', 'Clerk', 'Bank'],
    ]);
  });
});

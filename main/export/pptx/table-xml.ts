import type { Ink } from '../../../shared/drawing/display-list';
import type { Theme } from '../../../shared/drawing/theme';
import type { ReportCell } from '../../../shared/report/types';
import { xml } from '../xml';
import type { SlideTable } from './deck';
import { fillXml, toneInks } from './ink';
import { cellPad } from './table-pieces';
import type { Paragraph, TextWriter } from './text-xml';
import { emu } from './units';

const none = (name: string): string => `<a:${name} w="0"><a:noFill/></a:${name}>`;

/** A cell with a thin line below it. */
function cellXml(
  paragraph: Paragraph,
  edge: { readonly ink: Ink; readonly width: number },
  text: TextWriter,
  theme: Theme,
): string {
  const below = xml('a:lnB', { w: emu(edge.width) }, fillXml(edge.ink, theme));
  const [side, end] = [emu(cellPad.side), emu(cellPad.end)];
  return xml(
    'a:tc',
    {},
    xml('a:txBody', {}, '<a:bodyPr/><a:lstStyle/>', text.paragraph(paragraph)),
    xml(
      'a:tcPr',
      { marL: side, marR: side, marT: end, marB: end, anchor: 't' },
      none('lnL'),
      none('lnR'),
      none('lnT'),
      below,
      '<a:noFill/>',
    ),
  );
}

/** The style without lines and fillings: ours stand in the cells. */
const plainStyle = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** A native table with its row of headings. */
export function tableXml(table: SlideTable, text: TextWriter, theme: Theme): string {
  const { columns, size } = table;
  const alignOf = (at: number): 'l' | 'r' => (columns[at]?.isEnd === true ? 'r' : 'l');
  const head = columns.map(({ title }, at) =>
    cellXml(
      { text: title, size, isBold: true, ink: 'text2', align: alignOf(at) },
      { ink: 'borderStrong', width: 1 },
      text,
      theme,
    ),
  );
  const row = (cells: readonly ReportCell[]): string[] =>
    cells.map((cell, at) =>
      cellXml(
        {
          text: cell.text.replaceAll(/[\s\p{Cc}]+/gu, ' '),
          size,
          ink: toneInks[cell.tone ?? 'lead'],
          align: alignOf(at),
          isBold: cell.isStrong === true || cell.tone === 'lead',
        },
        { ink: 'border', width: 0.75 },
        text,
        theme,
      ),
    );
  const grid = columns.map(({ width }) => xml('a:gridCol', { w: emu(width) }));
  return xml(
    'a:graphicData',
    { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
    xml(
      'a:tbl',
      {},
      xml('a:tblPr', { firstRow: 1 }, xml('a:tableStyleId', {}, plainStyle)),
      xml('a:tblGrid', {}, ...grid),
      xml('a:tr', { h: emu(table.headHeight) }, ...head),
      ...table.rows.map(({ cells, height }) => xml('a:tr', { h: emu(height) }, ...row(cells))),
    ),
  );
}

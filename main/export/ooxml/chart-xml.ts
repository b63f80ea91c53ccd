import type { Ink } from '../../../shared/drawing/display-list';
import type { Theme } from '../../../shared/drawing/theme';
import type { ChartBlock, ChartSeries } from '../../../shared/report/types';
import { xml, xmlFile, xmlText } from '../xml';

/** How a chart looks and where its data are. */
export interface ChartLook {
  readonly theme: Theme;
  /** Points. */
  readonly fontSize: number;
  /** The sheet of the data: names of the categories in column A from row 2 on, one column for each series, its name in row 1. */
  readonly sheet: string;
  /** Relation to the workbook that is embedded with the chart; null where the chart stands in the workbook itself. */
  readonly workbook: string | null;
}

/** A, B ... Z, AA: the column of a sheet, counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const formats: Readonly<Record<ChartBlock['unit'], string>> = {
  hours: '#,##0.##" h"',
  share: '0%',
  count: '#,##0',
};
const labelFormats: Readonly<Record<ChartBlock['unit'], string>> = { ...formats, hours: '#,##0.0" h"' };

const val = (name: string, value: string | number): string => xml(name, { val: value });

/** Writes one chart. */
class ChartWriter {
  constructor(
    private readonly chart: ChartBlock,
    private readonly look: ChartLook,
  ) {}

  private colour(ink: Ink): string {
    return xml('a:solidFill', {}, xml('a:srgbClr', { val: this.look.theme[ink].slice(1) }));
  }

  private line(ink: Ink, points: number): string {
    return xml('a:ln', { w: points * 12_700, cap: 'rnd' }, this.colour(ink), '<a:round/>');
  }

  private text(ink: Ink, size: number): string {
    const face = `${this.colour(ink)}<a:latin typeface="+mn-lt"/>`;
    const style = xml('a:defRPr', { sz: size * 100, b: 0 }, face);
    return xml(
      'c:txPr',
      {},
      '<a:bodyPr/><a:lstStyle/>',
      xml('a:p', {}, xml('a:pPr', {}, style), '<a:endParaRPr lang="en"/>'),
    );
  }

  private range(column: number, first: number, last: number): string {
    const sheet = `'${this.look.sheet.replaceAll("'", "''")}'`;
    const place = (row: number): string => `$${columnName(column)}$${row}`;
    return `${sheet}!${place(first)}${last === first ? '' : `:${place(last)}`}`;
  }

  private strings(column: number, first: number, texts: readonly string[]): string {
    const points = texts.map((text, idx) => xml('c:pt', { idx }, xmlText('c:v', text)));
    return xml(
      'c:strRef',
      {},
      xmlText('c:f', this.range(column, first, first + texts.length - 1)),
      xml('c:strCache', {}, val('c:ptCount', texts.length), ...points),
    );
  }

  private numbers(column: number, { values, axis }: ChartSeries): string {
    const format = axis === 'second' ? formats.share : formats[this.chart.unit];
    const points = values.map((value, idx) =>
      value === null ? '' : xml('c:pt', { idx }, xml('c:v', {}, String(value))),
    );
    return xml(
      'c:numRef',
      {},
      xmlText('c:f', this.range(column, 2, values.length + 1)),
      xml('c:numCache', {}, xmlText('c:formatCode', format), val('c:ptCount', values.length), ...points),
    );
  }

  private labels(): string {
    const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((name) =>
      val(`c:show${name}`, name === 'Val' ? 1 : 0),
    );
    const format = xml('c:numFmt', { formatCode: labelFormats[this.chart.unit], sourceLinked: 0 });
    const bare = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
    return xml('c:dLbls', {}, format, bare, this.text('text', this.look.fontSize), ...shown);
  }

  private inksOf(series: ChartSeries, at: number): readonly Ink[] {
    const usual: readonly Ink[] = ['va', 'wait', 'accent', 'nnva', 'ok', 'nva'];
    return series.inks ?? [usual[at % usual.length] ?? 'accent'];
  }

  private bars(series: ChartSeries, at: number): string {
    const [first = 'accent', ...others] = this.inksOf(series, at);
    const fill = (ink: Ink): string => xml('c:spPr', {}, this.colour(ink));
    const own = others.map((ink, index) =>
      ink === first
        ? ''
        : xml(
            'c:dPt',
            {},
            val('c:idx', index + 1),
            val('c:invertIfNegative', 0),
            val('c:bubble3D', 0),
            fill(ink),
          ),
    );
    return this.series(series, at, [
      fill(first),
      val('c:invertIfNegative', 0),
      ...own,
      ...(this.chart.isStacked ? [] : [this.labels()]),
    ]);
  }

  private lineOf(series: ChartSeries, at: number): string {
    const [ink = 'text2'] = series.inks ?? ['text2'];
    const dot = xml('c:spPr', {}, this.colour('surface'), this.line(ink, 1.5));
    return this.series(
      series,
      at,
      [
        xml('c:spPr', {}, this.line(ink, 2)),
        xml('c:marker', {}, val('c:symbol', 'circle'), val('c:size', 7), dot),
      ],
      [val('c:smooth', 0)],
    );
  }

  private series(
    series: ChartSeries,
    at: number,
    look: readonly string[],
    end: readonly string[] = [],
  ): string {
    const { categories } = this.chart;
    return xml(
      'c:ser',
      {},
      val('c:idx', at),
      val('c:order', at),
      xml('c:tx', {}, this.strings(at + 1, 1, [series.name])),
      ...look,
      xml('c:cat', {}, this.strings(0, 2, categories)),
      xml('c:val', {}, this.numbers(at + 1, series)),
      ...end,
    );
  }

  private categoryAxis(id: number, cross: number, isShown: boolean, isAcross: boolean): string {
    return xml(
      'c:catAx',
      {},
      val('c:axId', id),
      xml('c:scaling', {}, val('c:orientation', isAcross ? 'maxMin' : 'minMax')),
      val('c:delete', isShown ? 0 : 1),
      val('c:axPos', isAcross ? 'l' : 'b'),
      '<c:numFmt formatCode="General" sourceLinked="0"/>',
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'nextTo'),
      xml('c:spPr', {}, this.line('borderStrong', 0.75)),
      this.text('text', this.look.fontSize),
      val('c:crossAx', cross),
      val('c:crosses', 'autoZero'),
      val('c:auto', 1),
      val('c:lblAlgn', 'ctr'),
      val('c:lblOffset', 100),
      val('c:noMultiLvlLbl', 0),
    );
  }

  private valueAxis(id: number, cross: number, axis: ChartSeries['axis'], isAcross: boolean): string {
    const isSecond = axis === 'second';
    const grid = xml('c:majorGridlines', {}, xml('c:spPr', {}, this.line('border', 0.5)));
    const format = isSecond ? formats.share : formats[this.chart.unit];
    const limits = isSecond ? [val('c:max', 1), val('c:min', 0)] : [val('c:min', 0)];
    return xml(
      'c:valAx',
      {},
      val('c:axId', id),
      xml('c:scaling', {}, val('c:orientation', 'minMax'), ...limits),
      val('c:delete', 0),
      val('c:axPos', isAcross ? 'b' : isSecond ? 'r' : 'l'),
      isSecond ? '' : grid,
      xml('c:numFmt', { formatCode: format, sourceLinked: 0 }),
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'nextTo'),
      '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>',
      this.text('text2', this.look.fontSize),
      val('c:crossAx', cross),
      val('c:crosses', isSecond || isAcross ? 'max' : 'autoZero'),
      val('c:crossBetween', 'between'),
    );
  }

  private plots(isAcross: boolean): string[] {
    const { series, isStacked } = this.chart;
    const all = series.map((each, at) => ({ each, at }));
    const bars = all.filter(({ each }) => each.as === 'bar').map(({ each, at }) => this.bars(each, at));
    const lines = all.filter(({ each }) => each.as === 'line').map(({ each, at }) => this.lineOf(each, at));
    const isSecond = series.some(({ as, axis }) => as === 'line' && axis === 'second');
    const barChart = xml(
      'c:barChart',
      {},
      val('c:barDir', isAcross ? 'bar' : 'col'),
      val('c:grouping', isStacked ? 'stacked' : 'clustered'),
      val('c:varyColors', 0),
      ...bars,
      val('c:gapWidth', Math.round(Math.max(50, 400 / this.chart.categories.length - 50))),
      isStacked ? val('c:overlap', 100) : '',
      val('c:axId', 1),
      val('c:axId', 2),
    );
    const ids = isSecond ? [3, 4] : [1, 2];
    const lineChart = xml(
      'c:lineChart',
      {},
      val('c:grouping', 'standard'),
      val('c:varyColors', 0),
      ...lines,
      val('c:marker', 1),
      ...ids.map((id) => val('c:axId', id)),
    );
    return [
      ...(bars.length > 0 ? [barChart] : []),
      ...(lines.length > 0 ? [lineChart] : []),
      this.categoryAxis(1, 2, true, isAcross),
      this.valueAxis(2, 1, 'first', isAcross),
      ...(isSecond ? [this.valueAxis(4, 3, 'second', false), this.categoryAxis(3, 4, false, false)] : []),
    ];
  }

  write(): string {
    const { series } = this.chart;
    const isAcross = series.every(({ as }) => as === 'bar');
    const legend = xml(
      'c:legend',
      {},
      val('c:legendPos', 't'),
      ...series.flatMap((each, at) =>
        new Set(each.inks).size > 1 ? [xml('c:legendEntry', {}, val('c:idx', at), val('c:delete', 1))] : [],
      ),
      val('c:overlay', 0),
      this.text('text2', this.look.fontSize),
    );
    const { workbook } = this.look;
    const space = 'http://schemas.openxmlformats.org';
    return xml(
      'c:chartSpace',
      {
        'xmlns:c': `${space}/drawingml/2006/chart`,
        'xmlns:a': `${space}/drawingml/2006/main`,
        'xmlns:r': `${space}/officeDocument/2006/relationships`,
      },
      val('c:date1904', 0),
      val('c:roundedCorners', 0),
      xml(
        'c:chart',
        {},
        val('c:autoTitleDeleted', 1),
        xml('c:plotArea', {}, '<c:layout/>', ...this.plots(isAcross), '<c:spPr><a:noFill/></c:spPr>'),
        series.length > 1 ? legend : '',
        val('c:plotVisOnly', 1),
        val('c:dispBlanksAs', 'gap'),
      ),
      '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
      this.text('text', this.look.fontSize),
      workbook === null ? '' : xml('c:externalData', { 'r:id': workbook }, val('c:autoUpdate', 0)),
    );
  }
}

/** The content type of a chart. */
export const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/**
 * A native chart: columns with a line (Pareto) upright, bars alone across from the first name at the top, stacked where
 * the block says so. Unknown values are gaps. Write the data with `chartWorkbook`, or in the sheet that `look` names.
 */
export function chartXml(chart: ChartBlock, look: ChartLook): string {
  return xmlFile(new ChartWriter(chart, look).write());
}

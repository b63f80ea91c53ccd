import { describe, expect, it } from 'vitest';
import { chartSheet, chartWorkbook } from '../../../main/export/ooxml/chart-workbook';
import { chartXml, columnName } from '../../../main/export/ooxml/chart-xml';
import { light } from '../../../shared/drawing/theme';
import type { ChartBlock } from '../../../shared/report/types';
import { ooxmlProblems, openOoxml } from '../../helpers/ooxml-check';
import { hardTexts, sampleChart } from '../../helpers/sample-report';
import { xmlProblem } from '../../helpers/xml-check';

const look = { theme: light, fontSize: 11, sheet: chartSheet, workbook: 'rId1' };

const hard: ChartBlock = {
  ...sampleChart,
  categories: hardTexts,
  series: [{ name: '=cmd|calc', values: hardTexts.map((_, at) => at), as: 'bar', axis: 'first' }],
};

describe('a chart that an office program draws itself', () => {
  it('names the places of its data, and keeps what it draws beside them', () => {
    const written = chartXml(sampleChart, look);
    expect(xmlProblem(written)).toBeNull();
    for (const place of ['$A$2:$A$4', '$B$1<', '$B$2:$B$4', '$C$2:$C$4'])
      expect(written).toContain(`&#39;Data&#39;!${place}`);
    expect(written).toContain('<c:barDir val="col"/>');
    expect(written).toContain('<c:lineChart>');
  });

  it('leaves a gap for what is unknown', () => {
    const hours = chartXml(sampleChart, look).split('<c:numCache>')[1]?.split('</c:numCache>')[0] ?? '';
    expect(hours).toContain(
      '<c:ptCount val="3"/><c:pt idx="0"><c:v>20</c:v></c:pt><c:pt idx="1"><c:v>5</c:v></c:pt>',
    );
    expect(hours).not.toContain('idx="2"');
  });

  it('draws bars alone across, stacked where they stand on each other', () => {
    const written = chartXml({ ...hard, isStacked: true }, look);
    expect(written).toContain('<c:barDir val="bar"/><c:grouping val="stacked"/>');
    expect(written).not.toContain('lineChart');
  });

  it('brings a sound workbook with the same data, in which nothing is a formula', () => {
    const bytes = chartWorkbook(hard, '2026-11-22');
    expect(ooxmlProblems(bytes)).toEqual([]);
    const sheet = openOoxml(bytes).text('xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<c r="B1" t="inlineStr"><is><t xml:space="preserve">=cmd|calc</t></is></c>');
    expect(sheet).toContain('<c r="B3"><v>1</v></c>');
    expect(chartWorkbook(hard, '2026-11-22')).toEqual(bytes);
  });

  it('counts columns past Z', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});

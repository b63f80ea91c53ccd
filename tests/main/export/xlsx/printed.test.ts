import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { printScale } from '../../../../main/export/xlsx/measure';
import type { Sheet } from '../../../../main/export/xlsx/sheet';
import { toXlsx } from '../../../../main/export/xlsx/to-xlsx';
import { fullProject } from '../../../helpers/full-project';

const sheetOf = (...widths: number[]): Sheet => ({
  name: 'Steps',
  tab: '#000000',
  rows: [],
  widths,
  frozen: { rows: 0, columns: 0 },
  headingRow: null,
  filter: null,
  bars: [],
  chart: null,
});

const parts = unzipSync(
  toXlsx(fullProject, Object.keys(fullProject.maps).slice(0, 1), { paper: 'a4', today: '2026-11-22' }),
);
const sheets = Object.entries(parts)
  .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  .map(([, part]) => strFromU8(part));

describe('a printed workbook', () => {
  it('never enlarges what is narrower than its paper', () => {
    expect(printScale(sheetOf(20, 40), 'a4')).toBe(100);
    expect(printScale(sheetOf(100, 60), 'a3')).toBe(100);
  });

  it('makes a table somewhat smaller to have it on one sheet, but never its words too small to read', () => {
    expect(printScale(sheetOf(100, 50), 'a4')).toBe('fit');
    expect(printScale(sheetOf(100, 90), 'a4')).toBe(80);
    expect(printScale(sheetOf(100, 90), 'a3')).toBe('fit');
  });

  it('says either a scale or the width of one sheet', () => {
    expect(sheets.length).toBeGreaterThan(8);
    for (const xml of sheets) {
      const isFitted = xml.includes('<pageSetUpPr fitToPage="1"/>');
      expect(xml.includes('fitToWidth="1" fitToHeight="0"')).toBe(isFitted);
      expect(/<pageSetup [^>]*scale="(?:80|100)"/.test(xml)).toBe(!isFitted);
    }
  });
});

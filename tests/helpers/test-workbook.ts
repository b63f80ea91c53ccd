import { strToU8, zipSync } from 'fflate';

/** A cell of a test workbook: a text, or a number with the number of its style. */
export type WorkbookCell = string | number | null | readonly [value: number, style: number];
export type WorkbookRows = readonly (readonly WorkbookCell[])[];

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="0.0&quot; h&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`;
/** Styles of cells by what they make of a number: percent, hours as a part of a day, a date, hours with their unit. */
export const workbookStyles = { percent: 1, hours: 2, date: 3, unit: 4 } as const;

function sheetXml(rows: WorkbookRows): string {
  const cell = (value: WorkbookCell): string => {
    if (value === null) return '<c/>';
    if (typeof value === 'string')
      return `<c t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
    const [number, style] = typeof value === 'number' ? [value, 0] : value;
    return `<c s="${style}"><v>${number}</v></c>`;
  };
  return `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`;
}

/** The bytes of a workbook with these sheets. */
export function testWorkbook(sheets: Readonly<Record<string, WorkbookRows>>): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(styles),
  };
  for (const [at, name] of names.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(sheetXml(sheets[name] ?? []));
  return zipSync(files);
}

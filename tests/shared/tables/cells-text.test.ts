import { describe, expect, it } from 'vitest';
import {
  clipboardCells,
  readCells,
  readHtmlCells,
  writeCells,
  writeHtmlCells,
} from '../../../shared/tables/cells-text';

const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style><!--table {mso-displayed-decimal-separator:"\\,";} td {padding:0px;} --></style></head>
<body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=19 style='height:14.4pt'>
  <td height=19 class=xl63 width=64>Step</td>
  <td width=64>PT (min)</td>
 </tr>
 <tr height=38>
  <td height=38>Log &amp;<br>  categorise</td>
  <td align=right style='mso-number-format:"\\@"'>1,5</td>
 </tr>
<!--EndFragment-->
</table></body></html>`;

const sheets = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" dir="ltr" border="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="font-weight:bold;" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;Step&quot;}">Step</td><td>%C&amp;A</td></tr><tr><td rowspan="2">Triage</td><td data-sheets-numberformat="{}">80%</td></tr><tr><td></td></tr></tbody></table>`;

const libreOffice = `<!DOCTYPE html><html><head><title></title></head><body><table cellspacing="0" border="0"><colgroup width="85"></colgroup><tr><td height="17" align="left"><font face="Liberation Sans">Name</font></td><td align="left"><b>Wait</b></td></tr><tr><td>Fix&nbsp;it</td><td>4h</td></tr></table></body></html>`;

describe('cells of a clipboard', () => {
  it('reads tabs, quoted cells with line breaks and quotation marks', () => {
    expect(readCells('Step\tNote\r\nLog\t"two\nlines, ""said"""\r\n')).toEqual([
      ['Step', 'Note'],
      ['Log', 'two\nlines, "said"'],
    ]);
  });

  it('reads the lines of a CSV with semicolons', () => {
    expect(readCells('name;wait\nLog;1,5h\n')).toEqual([
      ['name', 'wait'],
      ['Log', '1,5h'],
    ]);
  });

  it('fills up short rows and drops blank ones at the end', () => {
    expect(readCells('a\tb\nc\n\n\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });

  it('writes what it reads', () => {
    const cells = [
      ['Log "it"', 'two\nlines'],
      ['→ Triage 20\u00a0% rework', ''],
    ];
    expect(readCells(writeCells(cells))).toEqual(cells);
    expect(readHtmlCells(writeHtmlCells([['a < b & c', 'two\nlines']]))).toEqual([
      ['a < b & c', 'two\nlines'],
    ]);
  });

  it('reads the HTML of Excel, with styles, comments and breaks inside a cell', () => {
    expect(readHtmlCells(excel)).toEqual([
      ['Step', 'PT (min)'],
      ['Log &\ncategorise', '1,5'],
    ]);
  });

  it('reads the HTML of Google Sheets, where a cell may span rows, without its blank rows at the end', () => {
    expect(readHtmlCells(sheets)).toEqual([
      ['Step', '%C&A'],
      ['Triage', '80%'],
    ]);
  });

  it('reads the HTML of LibreOffice', () => {
    expect(readHtmlCells(libreOffice)).toEqual([
      ['Name', 'Wait'],
      ['Fix it', '4h'],
    ]);
  });

  it('has no table in other HTML, and does not hang on broken one', () => {
    expect(readHtmlCells('<p>Hello</p>')).toBeNull();
    expect(readHtmlCells('<table><tr><td>open <b>cell')).toEqual([['open cell']]);
    expect(readHtmlCells(`<table>${'<'.repeat(20_000)}`)).toBeNull();
  });

  it('prefers the table where the plain text does not tell the rows apart', () => {
    expect(clipboardCells('Log\nFix', '<table><tr><td>Log</td><td>5m</td></tr></table>')).toEqual([
      ['Log', '5m'],
    ]);
    expect(clipboardCells('Log\t5m', '<table><tr><td>Log</td><td>5m</td></tr></table>')).toEqual([
      ['Log', '5m'],
    ]);
  });
});

import type { FuzzTarget } from './engine';
import {
  anyFile,
  bpmn,
  drawio,
  drawioPacked,
  drawioPng,
  mermaid,
  workbook,
  workbookBytes,
} from './targets/imports';
import { journal, messages, settings } from './targets/outside';
import { damagedFile, projectFile } from './targets/own-files';
import { pastedHtml, pastedText, tableCsv, tableJson } from './targets/tables';
import { amountText, quickLine } from './targets/typed';
import { whatIf } from './targets/what-if';

/** Everything that reads what comes from outside. */
export const targets: readonly FuzzTarget[] = [
  projectFile,
  damagedFile,
  tableCsv,
  tableJson,
  pastedText,
  pastedHtml,
  drawio,
  drawioPacked,
  drawioPng,
  bpmn,
  mermaid,
  workbook,
  workbookBytes,
  anyFile,
  settings,
  journal,
  messages,
  quickLine,
  amountText,
  whatIf,
];

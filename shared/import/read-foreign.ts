import { guessMapping, cellsToTable, refuseMapping } from '../tables/cells-table';
import { defaultPack } from '../catalogue/packs';
import { hasMoreValues } from '../file-format/json';
import { evened } from '../tables/cells-text';
import { buildStepTable } from '../tables/build-step-table';
import { csvRows } from '../tables/read-csv';
import { readTable } from '../tables/read-table';
import type { ReadTableResult } from '../tables/types';
import { importText } from '../text/import';
import { readBpmn } from './bpmn';
import type { ImportOptions } from './build-found';
import { readDrawio } from './drawio';
import { drawioInPng, isPng } from './drawio-pages';
import { importLimits } from './limits';
import { isMermaid, readMermaid } from './mermaid';
import { mergeProjects } from './merge-projects';
import { Refused } from './refused';
import type { ImportKind, ImportOutcome, Sheet, Skipped } from './types';
import { isOldOffice, isZip } from './unzip';
import { readXlsxSheets } from './xlsx-cells';
import { type WorkbookTable, workbookTables } from './xlsx-table';

/** A file that comes in; `text` decodes its bytes. */
export interface ForeignFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: () => string;
}

/** How a file is read; `mapsColumns`: somebody will say what the columns of a table mean. */
export interface ForeignOptions extends ImportOptions {
  readonly mapsColumns: boolean;
}

const { refused, what, why } = importText;

function ofTable(result: ReadTableResult, from: ImportKind, skipped: readonly Skipped[] = []): ImportOutcome {
  if (result.kind === 'errors') return { kind: 'errors', from, errors: result.errors };
  const ignored = result.ignored.map((heading) => ({
    what: what.heading(heading),
    where: '',
    why: why.heading,
  }));
  const { project, mapId } = result;
  return { kind: 'read', from, project, maps: [mapId], skipped: [...skipped, ...ignored], notes: [] };
}

/** Sheets as a step table by what their headings say; of several the first that names its steps. */
function guessTable(sheets: readonly Sheet[], from: ImportKind, options: ForeignOptions): ImportOutcome {
  const tries = sheets.map(({ cells }) => ({ cells, mapping: guessMapping(cells, defaultPack) }));
  const usable = tries.filter(({ mapping }) => refuseMapping(mapping) === null);
  const best = usable.find(({ mapping }) => mapping.hasHeadings) ?? usable[0] ?? tries[0];
  if (best === undefined) throw new Refused(refused.notAWorkbook);
  const sentence = refuseMapping(best.mapping);
  if (sentence !== null) throw new Refused(sentence);
  return ofTable(buildStepTable(cellsToTable(best.cells, best.mapping, new Set()), options), from);
}

/** Maps of a workbook, a table each: all or nothing. */
function ofTables(tables: readonly WorkbookTable[], options: ForeignOptions): ImportOutcome {
  const outcomes = tables.map(({ table, skipped }) =>
    ofTable(buildStepTable(table, options), 'xlsx', skipped),
  );
  const bad = outcomes.find(({ kind }) => kind !== 'read');
  if (bad !== undefined) return bad;
  const whole = outcomes.filter((outcome) => outcome.kind === 'read');
  const [first, second] = whole;
  if (first === undefined) throw new Refused(refused.nothing);
  if (second === undefined) return first;
  const parts = whole.map(({ project, maps }) => ({ project, mapId: maps[0] ?? '' }));
  const { project, maps } = mergeProjects(parts, options.makeId);
  return { ...first, project, maps, skipped: whole.flatMap(({ skipped }) => skipped) };
}

function readWorkbook(bytes: Uint8Array, options: ForeignOptions): ImportOutcome {
  const sheets = readXlsxSheets(bytes);
  const tables = workbookTables(sheets);
  if (tables.length > 0) return ofTables(tables, options);
  return options.mapsColumns ? { kind: 'cells', from: 'xlsx', sheets } : guessTable(sheets, 'xlsx', options);
}

function readCsvFile(source: string, options: ForeignOptions): ImportOutcome {
  const rows = options.mapsColumns ? csvRows(source) : null;
  const widest = rows?.reduce((most, { length }) => Math.max(most, length), 0) ?? 0;
  if ((rows?.length ?? 0) * widest > importLimits.places) throw new Refused(refused.tooManyParts);
  const cells = rows === null ? [] : evened(rows);
  return cells.length > 0
    ? { kind: 'cells', from: 'csv', sheets: [{ name: '', cells }] }
    : ofTable(readTable(source, 'csv', options), 'csv');
}

const tableEnds = /\.(?:csv|tsv|txt)$/i;

function readText(name: string, source: string, options: ForeignOptions): ImportOutcome {
  const start = source.replace(/^\ufeff/, '').trimStart();
  if (start === '' && !tableEnds.test(name)) throw new Refused(refused.empty);
  if (start.startsWith('{') && /"format"\s*:\s*"vsmap"/.test(start)) throw new Refused(refused.ownFile);
  if (start.startsWith('<')) {
    const head = start.slice(0, 4000);
    if (/<(?:\w+:)?definitions\b/.test(head) || /\.bpmn$/i.test(name)) return readBpmn(source, options);
    return readDrawio(source, options);
  }
  if (isMermaid(source) || /\.(?:mmd|mermaid)$/i.test(name)) return readMermaid(source, options);
  if ((/^[[{]/.test(start) && !tableEnds.test(name)) || /\.json$/i.test(name)) {
    if (hasMoreValues(source, importLimits.values)) throw new Refused(refused.tooManyParts);
    return ofTable(readTable(source, 'json', options), 'json');
  }
  if (tableEnds.test(name) || !/\.\w+$/.test(name)) return readCsvFile(source, options);
  throw new Refused(refused.unknownKind(name));
}

function read({ name, bytes, text }: ForeignFile, options: ForeignOptions): ImportOutcome {
  if (bytes.length > importLimits.bytes)
    throw new Refused(refused.tooLarge(importLimits.bytes / 1024 / 1024));
  if (isPng(bytes)) return readDrawio(drawioInPng(bytes), options);
  if (isZip(bytes)) return readWorkbook(bytes, options);
  if (isOldOffice(bytes)) throw new Refused(/\.xlsx$/i.test(name) ? refused.locked : refused.oldExcel);
  const source = text();
  if (source.includes('\0')) throw new Refused(refused.unknownKind(name));
  return readText(name, source, options);
}

/** Reads a file of another tool by what is in it; whatever it holds, the answer is an outcome in words. */
export function readForeign(file: ForeignFile, options: ForeignOptions): ImportOutcome {
  try {
    return read(file, options);
  } catch (error) {
    return { kind: 'refused', sentence: error instanceof Refused ? error.message : refused.notUnderstood };
  }
}

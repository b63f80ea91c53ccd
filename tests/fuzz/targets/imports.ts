import { deflateRawSync, deflateSync } from 'node:zlib';
import { isDeepStrictEqual } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { decodeText } from '../../../main/import/decode-text';
import { openHistory, redo, run, undo } from '../../../shared/commands/history';
import { addProject } from '../../../shared/import/add-project';
import { readBpmn } from '../../../shared/import/bpmn';
import { chooseMaps } from '../../../shared/import/choose-maps';
import { readDrawio } from '../../../shared/import/drawio';
import { drawioInPng } from '../../../shared/import/drawio-pages';
import { readMermaid } from '../../../shared/import/mermaid';
import { readForeign } from '../../../shared/import/read-foreign';
import { Refused } from '../../../shared/import/refused';
import type { ReadForeign } from '../../../shared/import/types';
import { readXlsxSheets } from '../../../shared/import/xlsx-cells';
import { blankProject } from '../../../shared/model/new-project';
import { importText } from '../../../shared/text/import';
import { countIds } from '../../helpers/count-ids';
import { checkProject, checkSentence, must } from '../check-project';
import type { FuzzTarget } from '../engine';
import { bpmnWords, drawioWords, mermaidWords, xlsxWords } from '../words-of-tools';

const options = () => ({ makeId: countIds(), name: 'File' });
const textOf = (input: Uint8Array): string => decodeText(input);

/** What was read is brought into another project, taken away and brought in again. */
function checkBringingIn({ project, maps }: ReadForeign): void {
  let count = 0;
  const makeId = (): string => `fresh-${(count += 1)}`;
  const into = blankProject('P');
  const chosen = chooseMaps(project, new Set(maps));
  const done = run(openHistory(into), addProject({ into, added: chosen, maps }, makeId));
  if (done.kind === 'refused') return checkSentence(done.sentence);
  const undone = undo(done.history);
  must(isDeepStrictEqual(undone.project, blankProject('P')), 'undoing an import leaves something behind');
  must(
    isDeepStrictEqual(redo(undone).project, done.history.project),
    'redoing an import does something else',
  );
  checkProject(done.history.project, false);
}

/** `direct` reads the same without the net under it, so that a fault shows where it happened. */
function checkForeign(
  name: string,
  bytes: Uint8Array,
  isDeep: boolean,
  direct: (bytes: Uint8Array) => unknown,
): void {
  const outcome = readForeign(
    { name, bytes, text: () => textOf(bytes) },
    { ...options(), mapsColumns: false },
  );
  switch (outcome.kind) {
    case 'refused':
      checkSentence(outcome.sentence);
      if (outcome.sentence !== importText.refused.notUnderstood) return;
      try {
        direct(bytes);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
      must(false, 'a file is not understood and nobody knows why');
      return;
    case 'errors':
      for (const { sentence } of outcome.errors) checkSentence(sentence);
      return;
    case 'cells':
      return;
    case 'read':
      for (const { what, why } of outcome.skipped) {
        checkSentence(what);
        checkSentence(why);
      }
      for (const note of outcome.notes) checkSentence(note);
      must(
        outcome.maps.every((id) => Object.hasOwn(outcome.project.maps, id)),
        'a map that was read is not there',
      );
      checkProject(outcome.project, isDeep);
      if (isDeep) checkBringingIn(outcome);
  }
}

/** Drawings of draw.io as plain XML. */
export const drawio: FuzzTarget = {
  name: 'drawio',
  shape: 'xml',
  words: drawioWords,
  check: (input, isDeep) =>
    checkForeign('a.drawio', input, isDeep, (bytes) => readDrawio(textOf(bytes), options())),
};

/** The same inside, packed as draw.io packs pages. */
export const drawioPacked: FuzzTarget = {
  name: 'drawio-packed',
  shape: 'xml',
  words: drawioWords,
  check(input, isDeep) {
    const page = deflateRawSync(encodeURIComponent(Buffer.from(input).toString('latin1'))).toString('base64');
    const file = Buffer.from(`<mxfile><diagram name="P">${page}</diagram></mxfile>`);
    checkForeign('a.drawio', file, isDeep, (bytes) => readDrawio(textOf(bytes), options()));
  },
};

const chunk = (kind: string, data: Uint8Array): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, Buffer.from(kind), data, Buffer.alloc(4)]);
};

/** Pictures with a drawing inside: the first byte says in which kind of chunk the rest is, or that it is the picture itself. */
export const drawioPng: FuzzTarget = {
  name: 'drawio-png',
  shape: 'bytes',
  words: [...drawioWords, 'tEXt', 'zTXt', 'iTXt', 'mxfile', '\0', '%3Cmxfile%3E', '%E0%A4%A'],
  check(input, isDeep) {
    const rest = input.subarray(1);
    const key = Buffer.from('mxfile\0');
    const picture = [
      () => rest,
      () => chunk('tEXt', Buffer.concat([key, rest])),
      () => chunk('zTXt', Buffer.concat([key, Buffer.from([0]), deflateSync(rest)])),
      () => chunk('iTXt', Buffer.concat([key, rest])),
    ][(input[0] ?? 0) % 4]?.();
    const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), picture ?? rest]);
    checkForeign('a.png', png, isDeep, (bytes) => readDrawio(drawioInPng(bytes), options()));
  },
};

/** Processes of BPMN. */
export const bpmn: FuzzTarget = {
  name: 'bpmn',
  shape: 'xml',
  words: bpmnWords,
  check: (input, isDeep) =>
    checkForeign('a.bpmn', input, isDeep, (bytes) => readBpmn(textOf(bytes), options())),
};

/** Flowcharts of Mermaid. */
export const mermaid: FuzzTarget = {
  name: 'mermaid',
  shape: 'lines',
  words: mermaidWords,
  check: (input, isDeep) =>
    checkForeign('a.mmd', input, isDeep, (bytes) => readMermaid(textOf(bytes), options())),
};

/** The parts of a workbook as one text: each begins with a line of its name. */
export function packWorkbook(text: string): Uint8Array {
  const parts = text.split(/^=== /m).flatMap((part): [string, Uint8Array][] => {
    const end = part.indexOf('\n');
    return end < 1 ? [] : [[part.slice(0, end), strToU8(part.slice(end + 1))]];
  });
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

/** Workbooks by what is in their parts. */
export const workbook: FuzzTarget = {
  name: 'workbook',
  shape: 'xml',
  words: xlsxWords,
  check(input, isDeep) {
    const bytes = packWorkbook(Buffer.from(input).toString('utf8'));
    checkForeign('a.xlsx', bytes, isDeep, readXlsxSheets);
  },
};

/** Workbooks as packed bytes. */
export const workbookBytes: FuzzTarget = {
  name: 'workbook-bytes',
  shape: 'bytes',
  words: ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', 'xl/workbook.xml', '\0\0\0\0'],
  check: (input, isDeep) => checkForeign('a.xlsx', input, isDeep, readXlsxSheets),
};

/** Any file under any name, told apart by what is in it: the first byte says the name. */
export const anyFile: FuzzTarget = {
  name: 'any-file',
  shape: 'bytes',
  words: [...drawioWords, ...bpmnWords, ...mermaidWords, '\ufeff', 'PK\u0003\u0004', '{"steps":[', '\0'],
  check(input, isDeep) {
    const names = [
      'a.drawio',
      'a.xml',
      'a.bpmn',
      'a.mmd',
      'a.md',
      'a.xlsx',
      'a.csv',
      'a.json',
      'a.png',
      'a',
      '.svg',
      'a.tsv',
    ];
    const name = names[(input[0] ?? 0) % names.length] ?? 'a';
    checkForeign(name, input.subarray(1), isDeep, () => undefined);
  },
};

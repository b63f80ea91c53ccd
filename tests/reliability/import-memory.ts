import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { importLimits } from '../../shared/import/limits';
import { bundleForNode } from '../fault-shim/bundle';

const most = importLimits.bytes;
const unpacked = importLimits.unpacked - 100_000;

/** So many of a text as fit into so many bytes. */
const filled = (size: number, part: string, more: number = importLimits.tags): string =>
  part.repeat(Math.min(more, Math.floor(size / part.length)));

const drawing = (inside: string): string => `<mxGraphModel><root>${inside}</root></mxGraphModel>`;
const box = (value: string): string =>
  `<mxCell id="a" value="${value}" vertex="1" parent="1"><mxGeometry x="1" y="2"/></mxCell>`;

function workbook(rows: string): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
}

/** Files just within the limits of size, or beyond them only once they are unpacked or parsed, by their names. */
const hostile: Readonly<Record<string, () => Uint8Array | string>> = {
  'boxes.drawio': () => drawing(filled(most - 1000, box('x'.repeat(90)), importLimits.tags / 2 - 10)),
  'attributes.drawio': () =>
    drawing(`<mxCell ${Array.from({ length: 900_000 }, (_, at) => `a${at}="${at}"`).join(' ')}/>`),
  'packed.drawio': () => {
    const page = drawing(filled(unpacked, box('x'.repeat(400)), importLimits.tags / 2 - 10));
    return `<mxfile><diagram>${deflateRawSync(page).toString('base64')}</diagram></mxfile>`;
  },
  'elements.bpmn': () =>
    `<definitions><process id="p">${filled(most - 1000, `<task id="t" name="${'x'.repeat(60)}"/>`)}</process></definitions>`,
  'cells.xlsx': () => {
    const cell = `<c t="inlineStr"><is><t>${'x'.repeat(590)}</t></is></c>`;
    return workbook(`<row>${filled(unpacked / 100, cell)}</row>`.repeat(100));
  },
  'bomb.xlsx': () => workbook('x'.repeat(1_000_000_000 / 4)),
  'lines.mmd': () => `flowchart TD\n${filled(most - 100, 'A --> B\n', Infinity)}`,
  'rows.csv': () => `name,note\n${filled(most - 100, 'Log,x\n', Infinity)}`,
  'columns.csv': () => filled(most - 10, 'a,', Infinity),
  'objects.json': () => `{"steps":[${filled(most - 100, '{},', Infinity)}{}]}`,
  'lists.json': () => `[${filled(most - 100, '[],', Infinity)}0]`,
};

/** What became of one file in the thread that reads foreign files. */
interface Taken {
  readonly name: string;
  readonly kind: string;
  readonly said: string;
  readonly grown: number;
  readonly ms: number;
}

/** Reads each hostile file as the app does, in a process of its own; `folder` takes the files. Throws where one kills its process. */
export async function readHostileFiles(folder: string): Promise<readonly Taken[]> {
  mkdirSync(folder);
  const entry = (name: string): string => path.join(import.meta.dirname, name);
  const script = await bundleForNode(entry('../../main/import/import-worker.ts'), folder);
  const child = await bundleForNode(entry('../fault-shim/import-child.ts'), folder);
  return Object.entries(hostile).map(([name, content]) => {
    const file = path.join(folder, name);
    writeFileSync(file, content());
    const { stdout, stderr, status } = spawnSync(process.execPath, [child, file, script], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${name}: the process died (${String(status)})\n${stderr}`);
    return { name, ...(JSON.parse(stdout) as Omit<Taken, 'name'>) };
  });
}

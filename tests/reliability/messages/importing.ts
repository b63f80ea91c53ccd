import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { mapText } from '../../e2e/pages/documents';
import { dialogOf, leave, opened, type Scene, type Stage, type Trouble, whenShown } from './stage';
import { inPlaceOfWorkers } from './stage-workers';
import type { Told } from './texts';

const untouched = 'Nothing is at stake: the file is only read, and nothing is changed here.';

/** Brings a file in by the dialog of the system. */
async function importFile(stage: Stage, name: string, bytes: string | Uint8Array): Promise<Locator> {
  if (await dialogOf(stage).isVisible()) await leave(stage);
  writeFileSync(path.join(stage.documents, name), bytes);
  // More than is worth keeping here, and as good as what is written.
  if (name.startsWith('large')) truncateSync(path.join(stage.documents, name), 21 * 1024 * 1024);
  await stage.dialogs.nextOpenPath(path.join(stage.documents, name));
  const importing = stage.page.getByRole('button', { name: /^Import/ }).first();
  await importing.click();
  return await whenShown(stage.page.getByRole('dialog', { name: 'This file could not be imported' }));
}

interface Refused {
  readonly when: string;
  readonly todo: string;
  readonly file: readonly [name: string, bytes: string | Uint8Array | (() => string | Uint8Array)];
}

/** A file that is refused, with the name of the sentence and further texts that are shown. */
function refused(text: string, { when, todo, file }: Refused, ...more: readonly Told[]): Trouble {
  return {
    id: `import-${text.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    tells: [`imports.refused.${text}`, ...more],
    when,
    safe: untouched,
    todo,
    meet: async (stage) => {
      const [name, bytes] = file;
      return await importFile(stage, name, typeof bytes === 'function' ? bytes() : bytes);
    },
  };
}

const workbook = (sheets: string, rows: string): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets>${sheets}</sheets></workbook>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
const drawio = (cells: string): string => `<mxGraphModel><root>${cells}</root></mxGraphModel>`;
const bomb = (): string => {
  const page = deflateRawSync(new Uint8Array(80 * 1024 * 1024)).toString('base64');
  return `<mxfile><diagram>${page}</diagram></mxfile>`;
};
const deep = `<definitions>${'<process>'.repeat(500)}${'</process>'.repeat(500)}</definitions>`;
const manySteps = Array.from({ length: 4000 }, (_, at) => `A${String(at)} --> B${String(at)}`).join('\n');
const oldOffice = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]);
const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

const notThisKind: readonly Trouble[] = [
  refused(
    'empty',
    { when: 'The file to import is empty', todo: 'Choose another file.', file: ['nothing.drawio', ''] },
    'importUi.failed',
    'dialogs.nothingChanged',
  ),
  refused('ownFile', {
    when: 'The file to import is a map of Streamwright',
    todo: 'Use *File*, *Open*.',
    file: ['map.json', mapText('Restore service')],
  }),
  refused('unknownKind', {
    when: 'The file to import is none of the kinds that come in',
    todo: 'Choose one of the kinds that it names.',
    file: ['notes.ini', 'first=1'],
  }),
  refused('oldExcel', {
    when: 'The file to import is a workbook of an old Excel',
    todo: 'Save it as .xlsx or CSV and import that.',
    file: ['steps.xls', oldOffice],
  }),
  refused('locked', {
    when: 'The workbook to import is protected with a password',
    todo: 'Save it without the password and import that.',
    file: ['steps.xlsx', oldOffice],
  }),
  refused('noDiagram', {
    when: 'The picture to import holds no diagram',
    todo: 'Save it from draw.io with a copy of the diagram, or import the diagram itself.',
    file: ['picture.png', picture],
  }),
  refused('notDrawio', {
    when: 'There is no draw.io diagram in the file to import',
    todo: 'Choose another file.',
    file: ['empty.drawio', '<mxfile></mxfile>'],
  }),
  refused('notBpmn', {
    when: 'There is no BPMN process in the file to import',
    todo: 'Choose another file.',
    file: ['empty.bpmn', '<definitions></definitions>'],
  }),
  refused('notMermaid', {
    when: 'The Mermaid text to import is no flowchart',
    todo: 'Choose a flowchart.',
    file: ['talk.mmd', 'sequenceDiagram\n  User->>Desk: Asks'],
  }),
  refused('notAWorkbook', {
    when: 'There is nothing in the workbook to import',
    todo: 'Choose another file.',
    file: ['blank.xlsx', workbook('', '')],
  }),
  refused('nothing', {
    when: 'There is no step in the diagram to import',
    todo: 'Choose another file.',
    file: ['bare.drawio', drawio('<mxCell id="0"/>')],
  }),
];

const notSound: readonly Trouble[] = [
  refused('damaged', {
    when: 'A workbook to import is damaged',
    todo: 'Save it anew in its own program.',
    file: ['broken.xlsx', 'PK\u0003\u0004 broken'],
  }),
  refused('notXml', {
    when: 'A diagram to import breaks off',
    todo: 'Save it anew in its own program.',
    file: ['broken.drawio', '<mxfile>\n<diagram name="Orders">\n<mxGraphModel>'],
  }),
  refused('entities', {
    when: 'A diagram to import defines abbreviations, which can hide harm',
    todo: 'Save it anew in its own program.',
    file: ['odd.bpmn', `${entities}<definitions/>`],
  }),
];

const tooMuch: readonly Trouble[] = [
  refused('tooLarge', {
    when: 'The file to import has more than 20 MB',
    todo: 'Check whether it is the right file.',
    file: ['large.drawio', ''],
  }),
  refused('unpacksTooLarge', {
    when: 'The file to import is packed, and far larger than it looks',
    todo: 'Check whether it is the right file.',
    file: ['bomb.drawio', bomb],
  }),
  refused('tooManyParts', {
    when: 'The diagram to import has thousands of shapes',
    todo: 'Import the part of it that you need.',
    file: ['huge.mmd', `flowchart TD\n${manySteps}`],
  }),
  refused('tooManyCells', {
    when: 'The workbook to import has more than 100,000 cells',
    todo: 'Keep only the sheets with the steps.',
    file: [
      'huge.xlsx',
      () =>
        workbook(
          '<sheet name="S" r:id="r"/>',
          `<row>${'<c t="str"><v>x</v></c>'.repeat(100)}</row>`.repeat(1001),
        ),
    ],
  }),
  refused('tooManyMaps', {
    when: 'The file to import holds more than 100 diagrams',
    todo: 'Split it.',
    file: ['many.drawio', `<mxfile>${'<diagram/>'.repeat(101)}</mxfile>`],
  }),
  refused('tooDeep', {
    when: 'The parts of the file to import stand inside each other without end',
    todo: 'Choose another file.',
    file: ['deep.bpmn', deep],
  }),
];

/** Files of other tools that cannot come in. */
export const importScene: Scene = {
  name: 'importing',
  situation: 'importing',
  troubles: [...notThisKind, ...notSound, ...tooMuch],
};

const sound = 'flowchart TD\n  A[Log] --> B[Solve]';

/** A file to import that keeps its reader busy, or breaks it, however small it is. */
const withReader =
  (script: string, heap?: number) =>
  async (stage: Stage): Promise<Locator> => {
    await inPlaceOfWorkers(stage.app, 'import', script, heap);
    return await importFile(stage, 'chart.mmd', sound);
  };

/** Files whose reading does not end well. */
export const readingScene: Scene = {
  name: 'reading',
  situation: 'importing',
  troubles: [
    {
      id: 'import-too-slow',
      tells: [['imports.refused.tooSlow', 20]],
      when: 'Reading the file to import takes longer than 20 seconds',
      safe: untouched,
      todo: 'Import a smaller part of it.',
      meet: withReader('setInterval(() => undefined, 1000);'),
    },
    {
      id: 'import-too-much-memory',
      tells: ['imports.refused.tooMuchMemory'],
      when: 'Reading the file to import needs too much memory',
      safe: untouched,
      todo: 'Import a smaller part of it.',
      meet: withReader('const all = []; for (;;) all.push(new Array(10_000).fill({}));', 16),
    },
    {
      id: 'import-not-understood',
      tells: ['imports.refused.notUnderstood'],
      when: 'The file to import is read by no rule that Streamwright has',
      safe: untouched,
      todo: 'Save it anew in its own program, or choose another kind of file.',
      meet: withReader('throw new Error("not understood");'),
    },
  ],
};

const wrongCells = JSON.stringify({
  steps: [
    { id: 'log', name: 'Log', process_time: 'soon', external: 'perhaps' },
    { id: 'log', name: 'Solve', calendar: '7x7', practices: ['Wizardry'] },
  ],
});

/** Tables with cells that cannot be read. */
export const tableScene: Scene = {
  name: 'table',
  situation: 'importing',
  files: opened,
  troubles: [
    {
      id: 'import-table',
      tells: ['dialogs.table.title', ['dialogs.table.description', 'steps.json', 5]],
      when: 'Cells of a table to import cannot be read',
      safe: 'Yes: nothing is changed before all cells can be read.',
      todo: 'Correct the cells that it names and import the table again.',
      meet: async (stage) => {
        writeFileSync(path.join(stage.documents, 'steps.json'), wrongCells);
        await stage.dialogs.nextOpenPath(path.join(stage.documents, 'steps.json'));
        await stage.page.keyboard.press('Control+i');
        return await whenShown(stage.page.getByRole('dialog', { name: 'The table could not be read' }));
      },
    },
  ],
};

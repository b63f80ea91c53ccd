import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../e2e/harness/launch';
import { dialogAfter, dialogOf, leave, type Scene, type Shown, type Stage, whenShown } from './stage';

const asCopy = 'Yes: the file is left as it is; what is sound opens as a copy.';
const allOfIt = 'Yes: the file is left as it is, and all of it opens as a copy.';
const compare = 'Open the copy, and compare what the list names with what you know.';
const look = 'Open the copy, and save it under a name of its own.';

const example = (): string => readFileSync(path.join(root, 'examples', 'incident-restoration.vsmap'), 'utf8');

interface Records {
  readonly [id: string]: Record<string, unknown>;
}
interface Written {
  readonly nodes: Records;
  readonly flows: Records;
  readonly maps: Records;
  readonly streams: Records;
}

/** The example with something changed in it. */
function changed(change: (document: Written) => Record<string, unknown>): string {
  const document = JSON.parse(example()) as Written;
  return JSON.stringify({ ...document, ...change(document) });
}

/** The first record of a table, with its id. */
const first = (records: Records): [id: string, record: Record<string, unknown>] =>
  Object.entries(records)[0] ?? ['', {}];

/** Values that are no such values, in every part of the file. */
const manyFaults = (): string =>
  changed(({ nodes, flows }) => {
    const [flow, itsFields] = first(flows);
    return {
      nodes: {
        ...nodes,
        triage: { ...nodes['triage'], wait: { likely: 'soon' }, value: 'VERY' },
        log: { ...nodes['log'], processTime: { likely: 'x' }, name: 5 },
        apply: { ...nodes['apply'], type: 'stp' },
      },
      flows: { ...flows, [flow]: { ...itsFields, kind: 7 } },
      maps: 3,
      streams: 3,
      roles: 3,
      name: 5,
      settings: [],
      colour: 'red',
    };
  });

/** More faults than a list can show. */
const countless = (): string =>
  changed(({ nodes }) => ({
    nodes: Object.fromEntries(
      Array.from({ length: 90 }, (_, at) => {
        const name = `Step ${String(at + 1)}`;
        return [`step-${String(at)}`, { ...nodes['triage'], name, wait: { likely: 'soon' } }];
      }),
    ),
  }));

/** Some lines with rubbish in them. */
function rubbish(): string {
  const lines = example().split('\n');
  const nodes = lines.findIndex((line) => line.startsWith('  "nodes": {'));
  const put = (start: string, rubbed: string): void => {
    lines[lines.findIndex((line, at) => at > nodes && line.startsWith(start))] = rubbed;
  };
  put('    "log": {', '    "l~~ {');
  put('    "triage": {', '    "tri# {');
  put('      "name"', '      "nam~: #Detect"');
  lines[lines.findIndex((line) => line.startsWith('  "flows": {'))] = '  "fl#ws @ {';
  return lines.join('\n');
}

/** Bytes that are no characters. */
function unreadable(): Uint8Array {
  const [text, bytes] = [example(), Buffer.from(example())];
  return bytes.fill(0xff, text.indexOf('"Route to') + 2, text.indexOf('"Route to') + 6);
}

const conflict = (): string =>
  example().replace(
    /( +"name": "Service desk agent",?)\n/,
    '<<<<<<< HEAD\n$1\n=======\n      "name": "Agent",\n>>>>>>> other\n',
  );

/** One bit turned over. */
function oneBit(): Uint8Array {
  const bytes = Buffer.from(example());
  const at = example().indexOf('"nodes": {') + 9;
  bytes[at] = (bytes[at] ?? 0) ^ 8;
  return bytes;
}

/** Opens a damaged file by the dialog of the system. */
export const damaged =
  (name: string, bytes: () => string | Uint8Array) =>
  async (stage: Stage): Promise<Shown> => {
    if (await dialogOf(stage).isVisible()) await leave(stage);
    writeFileSync(path.join(stage.documents, name), bytes());
    await stage.dialogs.nextOpenPath(path.join(stage.documents, name));
    return await dialogAfter(stage, () => stage.page.keyboard.press('Control+o'));
  };

/** Files of which all or a part can be read all the same. */
export const damagedScene: Scene = {
  name: 'damaged',
  situation: 'opening',
  troubles: [
    {
      id: 'damaged-values',
      tells: [
        ['fileFormat.invalid', 'name', 'a text was expected'],
        'fileFormat.expected.string',
        ['damage.records', 'flows', 1, []],
        ['damage.unknownField', 'colour', 'the project'],
        ['damage.mapAgain', 1],
        ['damage.takenAsStep', '“Apply fix or workaround”'],
        ['damage.nameLost', 'steps'],
        'damage.settingsAgain',
        'damage.nameOfProject',
        'damage.streamAgain',
        ['damage.rolesByKey', ['specialist', 'dispatcher', '', '']],
        ['damage.fields', ['processTime'], 'a step without a name'],
        'damage.doubtful',
      ],
      when: 'Many values in the file are no such values: another program or a hand wrote them',
      safe: asCopy,
      todo: compare,
      meet: damaged('values.vsmap', manyFaults),
    },
    {
      id: 'damaged-lines',
      tells: [
        ['damage.problem.line', 38, 3],
        ['damage.partOfTable', 'nodes'],
        ['damage.partOfFile', 1],
        'damage.newId',
        'damage.partOf',
      ],
      when: 'Lines of the file hold rubbish',
      safe: asCopy,
      todo: compare,
      meet: damaged('lines.vsmap', rubbish),
    },
    {
      id: 'damaged-characters',
      tells: ['damage.problem.contents', ['damage.characters', 4], 'fileFormat.checksumDiffersForGood'],
      when: 'Characters of the file cannot be read',
      safe: asCopy,
      todo: compare,
      meet: damaged('characters.vsmap', unreadable),
    },
    {
      id: 'damaged-no-steps',
      tells: ['damaged.noSteps'],
      when: 'The file is damaged, and there is no step in what can be read of it',
      safe: asCopy,
      todo: compare,
      meet: damaged('charter.vsmap', () => changed(() => ({ nodes: {}, flows: {}, name: 5 }))),
    },
    {
      id: 'damaged-countless',
      tells: [['damage.more', 31]],
      when: 'More is damaged than a list can show',
      safe: asCopy,
      todo: compare,
      meet: damaged('countless.vsmap', countless),
    },
    {
      id: 'damaged-one-bit',
      tells: [['damage.problem.line', 167, 1], 'damaged.whole', 'damaged.wholeRemarks', 'damage.mended'],
      when: 'One character of the file is damaged, and can be put right',
      safe: allOfIt,
      todo: look,
      meet: damaged('bit.vsmap', oneBit),
    },
    {
      id: 'damaged-encoding',
      tells: ['damage.problem.wrapping', 'damage.utf16', 'damage.confirmed'],
      when: 'Another program wrote the file anew in another encoding',
      safe: allOfIt,
      todo: look,
      meet: damaged('encoding.vsmap', () => Buffer.from(`\ufeff${example()}`, 'utf16le')),
    },
    {
      id: 'damaged-merge',
      tells: [['damage.merge', 1]],
      when: 'A merge of two versions left its marks in the file',
      safe: 'Yes: the file is left as it is; the first version of each conflict opens as a copy.',
      todo: 'Open the copy; what it left out stands in the file.',
      meet: damaged('merge.vsmap', conflict),
    },
    {
      id: 'damaged-joined',
      tells: [['damage.joined', 2]],
      when: 'Two maps stand in the file one behind the other',
      safe: allOfIt,
      todo: look,
      meet: damaged('joined.vsmap', () => example() + example()),
    },
    {
      id: 'damaged-opened',
      tells: ['damaged.opened'],
      when: 'What was recovered is opened',
      safe: 'It is in the window as unsaved work, and the file is left as it is.',
      todo: 'Save it under a name of its own.',
      meet: async (stage) => {
        await dialogOf(stage).getByRole('button', { name: 'Open the copy' }).click();
        return await whenShown(stage.page.getByText('This is a copy. Save it'));
      },
    },
  ],
};

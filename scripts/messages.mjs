// `node scripts/messages.mjs [FOLDER]`: makes docs/messages.md and its pictures of what `npm run prove -- messages` met
// (out/test-results/messages, or the folder that is named).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { runnerImport } from 'vite';
import { root } from './setup/paths.mjs';

const found = process.argv[2] ?? path.join(root, 'out', 'test-results', 'messages');
const page = path.join(root, 'docs', 'messages.md');
const pictures = path.join(root, 'docs', 'pictures', 'messages');

/** The headings, in their order, by the situations of the scenes. */
const headings = {
  saving: 'Saving',
  others: 'Somebody else',
  versions: 'Versions',
  opening: 'Opening',
  importing: 'Importing',
  exporting: 'Exporting and printing',
  crash: 'After a crash',
  copies: 'Settings and safety copies',
  closing: 'Closing and replacing',
  starting: 'Starting',
};

/** Cells of a table in Markdown hold neither lines nor bars. */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();

/** Without transparency, and packed as well as can be. */
function packed(bytes) {
  const picture = PNG.sync.read(bytes);
  return PNG.sync.write(picture, { colorType: 2, inputHasAlpha: true, deflateLevel: 9, deflateStrategy: 0 });
}

function wordsOf({ title, lines, buttons }) {
  const heading = title === '' ? '' : `**${cell(title)}** `;
  const offered = buttons.length === 0 ? '' : `<br>Buttons: ${buttons.map(cell).join(', ')}`;
  return `${heading}${lines.map(cell).join(' ')}${offered}`;
}

function pictureOf({ id, when, picture, source }) {
  const none = source === 'terminal' ? 'Written where the app was started' : 'A box of the system';
  return picture ? `![${cell(when)}](pictures/messages/${id}.png)` : none;
}

const tableHead = [
  '| when it comes | what it says | picture | is the work safe, and where | what to do |',
  '| --- | --- | --- | --- | --- |',
];

/** The line of a message. */
function lineOf(row) {
  return `| ${cell(row.when)} | ${wordsOf(row)} | ${pictureOf(row)} | ${cell(row.safe)} | ${cell(row.todo)} |`;
}

/** The lines of a situation; none where no message was met in it. */
function partOf(situation, rows) {
  const met = rows.filter((row) => row.situation === situation);
  if (met.length === 0) return [];
  return ['', `## ${headings[situation]}`, '', ...tableHead, ...met.map(lineOf)];
}

/** The lines of the messages that no test can meet, in the words of the texts themselves; none where there are none. */
function unmetPart(unmet) {
  if (unmet.length === 0) return [];
  return [
    '',
    '## Not met',
    '',
    'No test can lead the app to these; their words stand here as the app has them, with … for what they tell.',
    '',
    tableHead[0].replace('picture', 'why it was not met'),
    tableHead[1],
    ...unmet.map(
      ({ when, words, why, safe, todo }) =>
        `| ${cell(when)} | ${cell(words)} | Not met: ${cell(why)} | ${cell(safe)} | ${cell(todo)} |`,
    ),
  ];
}

/** The unmet messages with their words. */
async function readUnmet() {
  const folder = path.join(root, 'tests', 'reliability', 'messages');
  const { module } = await runnerImport(path.join(folder, 'unmet.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  return module.unmetInWords();
}

/** The page of all messages. */
function pageOf(rows, unmet) {
  return [
    '# Messages in trouble',
    '',
    'The messages that somebody can meet when something goes wrong, each met on the real app: what happened, whether the work is safe and where, and what to do. Made by `npm run prove -- messages` and `node scripts/messages.mjs`. `tests/reliability/messages/rows.test.ts` demands of each text of this kind a row here, or a reason in `tests/reliability/messages/no-rows.ts` why it has none.',
    ...Object.keys(headings).flatMap((situation) => partOf(situation, rows)),
    ...unmetPart(unmet),
    '',
  ].join('\n');
}

const rows = JSON.parse(readFileSync(path.join(found, 'rows.json'), 'utf8'));
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const shown = new Set(rows.filter(({ picture }) => picture).map(({ id }) => `${id}.png`));
for (const name of readdirSync(found))
  if (shown.has(name)) writeFileSync(path.join(pictures, name), packed(readFileSync(path.join(found, name))));
const unmet = await readUnmet();
writeFileSync(page, pageOf(rows, unmet));
console.log(`${rows.length} messages, ${shown.size} pictures, ${unmet.length} not met`);

// `node scripts/messages.mjs [FOLDER]`: makes docs/messages.md and its pictures of what `npm run prove -- messages` met
// (out/test-results/messages, or the folder that is named).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { root } from './setup/paths.mjs';

const found = process.argv[2] ?? path.join(root, 'out', 'test-results', 'messages');
const page = path.join(root, 'docs', 'messages.md');
const pictures = path.join(root, 'docs', 'pictures', 'messages');

/** The headings, each with the message that begins it in the order in which they are met. */
const beginnings = new Map([
  ['disk-full', 'Saving, exporting and printing'],
  ['changed-outside', 'Somebody else'],
  ['open-missing', 'Opening'],
  ['import-damaged', 'Importing'],
  ['page-crashed', 'After a crash'],
  ['no-safety-copy', 'Settings and safety copies'],
  ['save-first', 'Closing and replacing'],
]);

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

function pictureOf({ id, when, picture }) {
  return picture ? `![${cell(when)}](pictures/messages/${id}.png)` : 'A box of the system';
}

const tableHead = [
  '| when it comes | what it says | picture | is the work safe, and where | what to do |',
  '| --- | --- | --- | --- | --- |',
];

/** The lines of a message, with those of a heading and the head of a table where one begins. */
function linesOf(row) {
  const heading = beginnings.get(row.id);
  const line = `| ${cell(row.when)} | ${wordsOf(row)} | ${pictureOf(row)} | ${cell(row.safe)} | ${cell(row.todo)} |`;
  if (heading === undefined) return [line];
  return ['', `## ${heading}`, '', ...tableHead, line];
}

/** The page of all messages. */
function pageOf(rows) {
  return [
    '# Messages in trouble',
    '',
    'The messages that somebody is likely to meet when something goes wrong, each met on the real app: what happened, whether the work is safe and where, and what to do. Made by `npm run prove -- messages` and `node scripts/messages.mjs`; boxes of the system cannot be photographed, so their words stand here alone.',
    ...rows.flatMap(linesOf),
    '',
  ].join('\n');
}

const rows = JSON.parse(readFileSync(path.join(found, 'rows.json'), 'utf8'));
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const shown = new Set(rows.filter(({ picture }) => picture).map(({ id }) => `${id}.png`));
for (const name of readdirSync(found))
  if (shown.has(name)) writeFileSync(path.join(pictures, name), packed(readFileSync(path.join(found, name))));
writeFileSync(page, pageOf(rows));
console.log(`${rows.length} messages, ${shown.size} pictures`);

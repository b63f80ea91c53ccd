import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';

const kept = path.join(root, 'tests', 'reliability', 'figures.json');
const page = path.join(root, 'RELIABILITY.md');
const [begin, end] = ['<!-- figures -->', '<!-- end of figures -->'];

/** The first number of a promise, `R4` before `R10`, and R before S. */
const placeOf = ({ promises: [first] }) => [first[0], Number(first.slice(1))];

function byPromise(one, other) {
  const [[letter, number], [otherLetter, otherNumber]] = [placeOf(one), placeOf(other)];
  return letter === otherLetter ? number - otherNumber : letter < otherLetter ? -1 : 1;
}

/** The table of the last figures of all campaigns, as Markdown. */
export function tableOf(figures) {
  const rows = Object.entries(figures)
    .map(([name, found]) => ({ name, ...found }))
    .sort((one, other) => byPromise(one, other) || one.name.localeCompare(other.name))
    .map(
      ({ name, promises, figures: text, on }) => `| ${promises.join(', ')} | \`${name}\` | ${text} | ${on} |`,
    );
  return ['| promise | campaign | last figures | on |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The page with that table between its marks. */
export function withTable(text, figures) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error('RELIABILITY.md has lost the marks of its table.');
  return `${text.slice(0, from + begin.length)}\n\n${tableOf(figures)}\n\n${text.slice(to)}`;
}

/** The last figures of all campaigns, by the campaign's name. */
export function keptFigures() {
  return existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
}

/** What tests told of a promise (tests/helpers/tell.ts), each kind once with its sum, in the order of the first telling. */
export function toldOf(lines, promise) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const line of lines.split('\n')) {
    const told = line === '' ? null : JSON.parse(line);
    if (told?.promise === promise) sums.set(told.words, (sums.get(told.words) ?? 0) + told.count);
  }
  return [...sums].map(([words, count]) => `${count.toLocaleString('en-GB')} ${words}`);
}

/** Keeps what campaigns wrote to a file of lines, and shows it in RELIABILITY.md; `on` is the date, `2026-11-22`. */
export function keepFigures(lines, on) {
  const found = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const figures = keptFigures();
  for (const { name, ...rest } of found) figures[name] = { ...rest, on };
  const sorted = Object.fromEntries(Object.entries(figures).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(kept, `${JSON.stringify(sorted, null, 2)}\n`);
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), sorted));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { lockedPackages, readLock } from './locked-packages.mjs';
import { standardLicence } from './standard-licences.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying|ofl)(\.|-|$)/i;
const NOTICE_FILE = /^notice(\.|$)/i;

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Lines without carriage returns and trailing blanks, so that every machine gives the same text. */
function tidy(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()}\n`;
}

/** The licence texts that lie in a package's folder; null where there are none. */
function textsIn(folder) {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).sort();
  const found = [
    ...names.filter((name) => LICENCE_FILE.test(name)),
    ...names.filter((name) => NOTICE_FILE.test(name)),
  ];
  const texts = found.map((name) => tidy(readFileSync(path.join(folder, name), 'utf8')));
  return texts.length > 0 ? [...new Set(texts)].join('\n') : null;
}

/** Who holds the rights, as a package's own description says. */
function holderOf({ author, contributors, name }) {
  const person = author || contributors?.[0];
  const said = typeof person === 'object' ? person.name : person;
  return said ? said.replace(/\s*\(https?:[^)]*\)/, '').trim() : `the authors of ${name}`;
}

/** A package's licence and its text; a package for another system has those of the package that needs it. */
function noticeOf(found, parent) {
  const folder = path.join(root, found.place);
  const described = existsSync(folder) ? readJson(path.join(folder, 'package.json')) : null;
  const text =
    textsIn(folder) ?? (found.isOptional && parent ? textsIn(path.join(root, parent.place)) : null);
  const licence = found.licence ?? (typeof described?.license === 'string' ? described.license : null);
  const said = licence ?? (text?.includes('Permission is hereby granted, free of charge') ? 'MIT' : null);
  if (said === null) throw new Error(`${found.name} ${found.version} names no licence`);
  const words = text ?? standardLicence(said, holderOf(described ?? { name: found.name }));
  if (words === null)
    throw new Error(`${found.name} ${found.version} (${said}) comes without the text of its licence`);
  return { name: found.name, version: found.version, licence: said, text: words };
}

/** Electron itself, whose runtime every package carries; what it is made of is told in its own files. */
function electronNotice(lock) {
  const place = 'node_modules/electron';
  const { version } = lock.packages[place];
  return { name: 'electron', version, licence: 'MIT', text: textsIn(path.join(root, place)) };
}

/**
 * Name, version, licence and its text of all that a package of the product carries, by name.
 * @returns {{ name: string, version: string, licence: string, text: string }[]}
 */
export function collectNotices(lock = readLock()) {
  const packages = lockedPackages(undefined, lock);
  const parentOf = (place) => packages.find(({ needs }) => needs.includes(place));
  const notices = [electronNotice(lock), ...packages.map((each) => noticeOf(each, parentOf(each.place)))];
  const seen = new Set();
  return notices
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
    .filter(({ name, version }) => !seen.has(`${name}@${version}`) && seen.add(`${name}@${version}`));
}

/** The notices as one plain text, each licence once with the packages that it holds for. */
export function noticesText(notices = collectNotices()) {
  const parts = [...groupByText(notices)].map(([text, those]) => {
    const names = those.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${names.join('\n')}\n\n${text}`;
  });
  const head =
    'Streamwright contains the following packages and fonts, under the licences that follow each list of names.\n' +
    'Electron contains Chromium and Node.js; their notices are in LICENSES.chromium.html beside the program.\n' +
    'The source of each package is in the public npm registry under the same name and version.\n';
  return [head, ...parts].join(`\n${'-'.repeat(100)}\n\n`);
}

function groupByText(notices) {
  const groups = new Map();
  for (const notice of notices) groups.set(notice.text, [...(groups.get(notice.text) ?? []), notice]);
  return groups;
}

const VIRTUAL = 'virtual:licences';

/**
 * Gives the page the notices as a module: `texts`, and `packages` that name one of them by its index.
 * @returns {import('vite').Plugin}
 */
export function licencesModule() {
  return {
    name: 'licences',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      const notices = collectNotices();
      const texts = [...new Set(notices.map(({ text }) => text))];
      const packages = notices.map(({ text, ...rest }) => ({ ...rest, text: texts.indexOf(text) }));
      return `export const texts = ${JSON.stringify(texts)};\nexport const packages = ${JSON.stringify(packages)};\n`;
    },
  };
}

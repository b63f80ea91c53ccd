#!/usr/bin/env node
// The part of fpm's command line that electron-builder uses for `deb`, done with dpkg-deb: nothing is downloaded,
// and every file carries one date (SOURCE_DATE_EPOCH).
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FLAGS = new Set(['--force', '--verbose', '--debug']);
const SCRIPTS = {
  '--before-install': 'preinst',
  '--after-install': 'postinst',
  '--before-remove': 'prerm',
  '--after-remove': 'postrm',
};

/** Options by name (those that may come twice as lists) and the pairs `source=target`. */
export function readArguments(given) {
  const options = { '-d': [], '--deb-recommends': [] };
  const pairs = [];
  for (let at = 0; at < given.length; at++) {
    const word = given[at];
    if (FLAGS.has(word)) continue;
    if (!word.startsWith('-')) {
      const middle = word.lastIndexOf('=');
      pairs.push({ from: word.slice(0, middle), to: word.slice(middle + 1) });
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const name = equals < 0 ? word : word.slice(0, equals);
    const value = equals < 0 ? given[++at] : word.slice(equals + 1);
    if (Array.isArray(options[name])) options[name].push(value);
    else options[name] = value;
  }
  return { options, pairs };
}

/** The file `control` of a Debian package; fields without a value are left out. */
export function controlText(options, installedKilobytes) {
  const lines = (options['--description'] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const [synopsis = '', ...rest] = lines;
  const fields = [
    ['Package', options['--name']],
    ['Version', options['--version']?.replaceAll('-', '~')],
    ['Architecture', options['--architecture']],
    ['Maintainer', options['--maintainer']],
    ['Installed-Size', String(installedKilobytes)],
    ['Depends', options['-d'].join(', ')],
    ['Recommends', options['--deb-recommends'].join(', ')],
    ['Section', options['--category'] ?? 'utils'],
    ['Priority', options['--deb-priority'] ?? 'optional'],
    ['Homepage', /^https?:/.test(options['--url'] ?? '') ? options['--url'] : ''],
    ['Description', [synopsis, ...rest.map((line) => ` ${line || '.'}`)].join('\n')],
  ];
  return fields
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

function everyPath(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return [folder, ...entries.map((entry) => path.join(entry.parentPath, entry.name))];
}

function writeScripts(folder, options) {
  for (const [option, name] of Object.entries(SCRIPTS)) {
    if (!options[option]) continue;
    const text = readFileSync(options[option], 'utf8');
    writeFileSync(path.join(folder, name), text.startsWith('#!') ? text : `#!/bin/sh\n${text}`);
    chmodSync(path.join(folder, name), 0o755);
  }
}

function makePackage({ options, pairs }, stage) {
  for (const { from, to } of pairs) {
    const target = path.join(stage, to);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(from, target, { recursive: true, verbatimSymlinks: true });
  }
  const places = everyPath(stage);
  const sizes = places.map((place) => statSync(place)).filter((stat) => stat.isFile());
  const kilobytes = sizes.reduce((sum, { size }) => sum + Math.ceil(size / 1024), 0);
  const control = path.join(stage, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(path.join(control, 'control'), controlText(options, kilobytes));
  writeScripts(control, options);
  const date = Number(process.env.SOURCE_DATE_EPOCH ?? 0);
  for (const place of everyPath(stage)) {
    const stat = statSync(place);
    chmodSync(place, stat.isDirectory() || stat.mode & 0o111 ? 0o755 : 0o644);
    lutimesSync(place, date, date);
  }
  const named = options['--deb-compression'] ?? 'xz';
  const compression = [`-Z${named === 'gz' ? 'gzip' : named}`];
  if (process.env.STREAMWRIGHT_DEB_LEVEL) compression.push(`-z${process.env.STREAMWRIGHT_DEB_LEVEL}`);
  const args = ['--root-owner-group', ...compression, '--build', stage, options['--package']];
  execFileSync('dpkg-deb', args, {
    stdio: 'inherit',
    env: { ...process.env, SOURCE_DATE_EPOCH: String(date) },
  });
}

/** Makes the package that the arguments describe. */
export function makeDeb(given) {
  const read = readArguments(given);
  if (read.options['-s'] !== 'dir' || read.options['-t'] !== 'deb') throw new Error('only -s dir -t deb');
  rmSync(read.options['--package'], { force: true });
  const stage = mkdtempSync(path.join(os.tmpdir(), 'streamwright-deb-'));
  try {
    makePackage(read, stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) makeDeb(process.argv.slice(2));

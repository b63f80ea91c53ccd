import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './lint';

interface LintSettings {
  readonly overrides: readonly { readonly files: readonly string[] }[];
}

const settings = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as LintSettings;
const isSource = /\.(ts|tsx|mjs)$/;
const productFolders = ['shared', 'main', 'renderer'];

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => isSource.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

function sources(): string[] {
  const onTop = readdirSync(root).filter((name) => isSource.test(name));
  return [...onTop, ...[...productFolders, 'scripts', 'tests'].flatMap(sourcesBelow)];
}

/** A glob of the lint settings as an expression: `**` is any depth, `*` a part of a name. */
function expressionOf(glob: string): RegExp {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const text = escaped.replace(/\*\*\/?|\*/g, (stars) => (stars.startsWith('**') ? '.*' : '[^/]*'));
  return new RegExp(`^${text}$`);
}

const importForms = /^(?:(?:import|export|\})[^'\n]* from|import) '([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm;

function importsOf(text: string): string[] {
  return [...text.matchAll(importForms)].map((match) => match[1] ?? match[2] ?? '');
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

describe('the lint settings', () => {
  const files = sources();

  for (const pattern of settings.overrides.flatMap((override) => override.files)) {
    it(`still find a file for ${pattern}`, () => {
      expect(files.filter((file) => expressionOf(pattern).test(file))).not.toEqual([]);
    });
  }
});

describe('the product', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };

  it('imports only packages that it declares as dependencies', () => {
    // The build puts the licences together from the packages themselves (scripts/build/licences.mjs).
    const given = new Set(['electron', 'virtual:licences', ...Object.keys(dependencies)]);
    const strangers = productFolders.flatMap(sourcesBelow).flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return importsOf(text)
        .filter((specifier) => !specifier.startsWith('.'))
        .map(packageOf)
        .filter((name) => !name.startsWith('node:') && !given.has(name))
        .map((name) => `${file} imports ${name}`);
    });
    expect(strangers).toEqual([]);
  });

  it('is imported by nothing but itself and the tests: no product file imports tests or scripts', () => {
    const strangers = productFolders.flatMap(sourcesBelow).filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return importsOf(text).some((specifier) => /^(\.\.\/)+(tests|scripts)\//.test(specifier));
    });
    expect(strangers).toEqual([]);
  });
});

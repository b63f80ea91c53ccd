import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptFigures, withTable } from '../../scripts/reliability/figures.mjs';
import { longProofs, promises, reliabilityPage } from '../helpers/promises';
import { root } from '../helpers/run-command';
import playwright from '../../playwright.config';
import { guards } from '../reliability/guards';
import { scenes } from '../reliability/messages/scenes';
import { unmet } from '../reliability/messages/unmet';

describe('RELIABILITY.md', () => {
  test('holds every promise once, in order', () => {
    const wanted = [
      ...Array.from({ length: 18 }, (_, index) => `R${String(index + 1)}`),
      ...Array.from({ length: 6 }, (_, index) => `S${String(index + 1)}`),
    ];
    expect(promises.map(({ id }) => id)).toEqual(wanted);
  });

  test.each(promises)('$id is proved by tests that are there: $heading', ({ id, files, tests, proofs }) => {
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    expect(proofs.filter((name) => !longProofs.includes(name))).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
    // That they passed, and how much they tried, was written down by `npm run prove -- promises --record`.
    expect(keptFigures()).toHaveProperty([`promises ${id}`, 'promises'], [id]);
  });

  test('names every long proof', () => {
    expect(
      longProofs.filter(
        (name) => !reliabilityPage.includes(`/${name}.`) && !reliabilityPage.includes(`prove -- ${name}`),
      ),
    ).toEqual([]);
  });

  test('shows the figures that were kept last', () => {
    expect(reliabilityPage).toBe(withTable(reliabilityPage, keptFigures()));
  });

  test('leads only to files that are there', () => {
    const links = [...reliabilityPage.matchAll(/\]\(([^)#]+)\)/g)].map(([, file = '']) => file);
    expect(links.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

test('no second try can save an end-to-end test that RELIABILITY.md or SECURITY.md names', () => {
  const pages = `${reliabilityPage}\n${readFileSync(path.join(root, 'SECURITY.md'), 'utf8')}`;
  const specs = [...new Set(pages.match(/tests\/e2e\/specs\/[\w-]+\.spec\.ts/g))];
  const isIn = (pattern: unknown, spec: string): boolean =>
    [pattern].flat().some((each) => each instanceof RegExp && each.test(spec));
  const projectsOf = (spec: string): (string | undefined)[] =>
    (playwright.projects ?? [])
      .filter(({ testMatch, testIgnore }) =>
        testMatch === undefined ? !isIn(testIgnore, spec) : isIn(testMatch, spec),
      )
      .map(({ name }) => name);
  expect(specs.length).toBeGreaterThanOrEqual(15);
  expect(specs.filter((spec) => projectsOf(spec).join(' ') !== 'promised')).toEqual([]);
  expect(playwright.projects?.find(({ name }) => name === 'promised')?.retries).toBe(0);
});

describe('the page of messages', () => {
  const messages = readFileSync(path.join(root, 'docs/messages.md'), 'utf8');
  const rows = messages.split('\n').filter((line) => /^\| (?!when it comes|---)/.test(line));

  test('has every message with its picture, or says why it has none', () => {
    expect(rows).toHaveLength(scenes.flatMap(({ troubles }) => troubles).length + unmet.length);
    const pictures = [...messages.matchAll(/\(pictures\/messages\/([\w-]+\.png)\)/g)].map(
      ([, name = '']) => name,
    );
    expect(readdirSync(path.join(root, 'docs/pictures/messages')).sort()).toEqual(pictures.sort());
    const without = /\| (?:A box of the system|Written where the app was started|Not met: [^|]+) \|/g;
    expect(pictures.length + (messages.match(without) ?? []).length).toBe(rows.length);
  });

  test('says of each whether the work is safe and what to do', () => {
    for (const row of rows) {
      const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
      expect(cells.slice(1, 6).every((cell) => cell.length > 3)).toBe(true);
    }
  });
});

test.each(guards)('the break of a guard still fits its file, and its test is there: $guard', (each) => {
  const text = readFileSync(path.join(root, each.file), 'utf8');
  expect(text.split(each.find).length - 1).toBe(1);
  const { test: by } = each;
  const file = typeof by === 'string' ? by : `tests/e2e/specs/${by.spec}.ts`;
  expect(existsSync(path.join(root, file))).toBe(true);
});

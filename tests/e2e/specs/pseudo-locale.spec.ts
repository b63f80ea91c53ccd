import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { allRules } from '../../../shared/analysis/all-rules';
import { fragments } from '../../../shared/catalogue/itil4/fragments/fragments';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { wastes } from '../../../shared/catalogue/wastes';
import { templates } from '../../../shared/catalogue/templates/templates';
import { pseudoWords } from '../../../scripts/build/pseudo-words.mjs';
import { expect, type Running, test } from '../harness/fixture';
import { type LaunchOptions, root } from '../harness/launch';
import { cutTexts, isOwnWord, plainWords } from '../pages/foreign-words';
import { flowKinds, valueClasses, workKinds } from '../../../shared/model/value-sets';
import { fullMap } from '../pages/full-map';
import { walkDialogs, walkFinding, walkInspector, walkPages } from '../pages/screens';

test.use({ displaySize: { width: 1440, height: 900 } });
test.describe.configure({ timeout: 180_000 });

/** Names that belong to the framework or the product and are the same in every language. */
const known = [
  ...itil4.activities.flatMap(({ name, aliases, purpose }) => [name, ...aliases, purpose]),
  ...itil4.practiceCategories.map(({ name }) => name),
  ...itil4.practices.flatMap(({ name, aliases, purpose }) => [name, ...aliases, purpose]),
  ...itil4.principles.flatMap(({ name, asks }) => [name, asks]),
  ...itil4.dimensions.flatMap(({ name, asks }) => [name, asks]),
  ...wastes.map(({ name }) => name),
  ...fragments.flatMap(({ name, fits }) => [name, fits]),
  ...templates.flatMap(({ name, purpose }) => [name, purpose]),
  // What rules are called in files and in the reference.
  ...allRules.map(({ id }) => id),
  // What the drawn examples of the reference are called, as maps are.
  ...allRules.flatMap(({ examples: { flagged, clean } }) => [...flagged, ...clean].map(({ title }) => title)),
  // Codes that a step table reads back in.
  ...valueClasses,
  ...workKinds,
  ...flowKinds,
  // Keys.
  'Insert',
  'Ctrl',
  'Shift',
  'Enter',
  'Del',
  'Esc',
  'Alt',
  'Streamwright',
  'ITIL',
  'EUR',
  'vsmap',
  'CSV',
  'JSON',
  'PNG',
  'SVG',
  'PDF',
];

/** A copy of the built app whose page speaks strange words. */
function strangeApp(folder: string): string {
  const app = path.join(folder, 'app');
  mkdirSync(path.join(app, 'out'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(app, 'package.json'));
  for (const part of ['main', 'preload'])
    cpSync(path.join(root, 'out', part), path.join(app, 'out', part), { recursive: true });
  cpSync(path.join(root, 'out', 'pseudo'), path.join(app, 'out', 'renderer'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(app, 'node_modules'), 'junction');
  return app;
}

test.beforeEach(({ folder }) => {
  writeFileSync(path.join(folder, 'Χάρτης.vsmap'), fullMap());
});

/** Looks at screens, and says at the end which words and cuts are on which. */
function foreignLook(page: Page) {
  const found = new Map<string, string>();
  const look = async (screen: string): Promise<void> => {
    for (const text of await plainWords(page, known)) found.set(`not in the catalogue: ${text}`, screen);
    for (const text of await cutTexts(page, isOwnWord)) found.set(`cut: ${text}`, screen);
  };
  const expectNothing = () =>
    expect([...found].map(([complaint, screen]) => `${complaint} (${screen})`)).toEqual([]);
  return { look, expectNothing };
}

/** The strange app with the full map. */
async function openStrange(launch: (options: LaunchOptions) => Promise<Running>, folder: string) {
  const { page } = await launch({ app: strangeApp(folder), files: [path.join(folder, 'Χάρτης.vsmap')] });
  await page.locator('[data-canvas]').first().waitFor();
  return { page, say: pseudoWords, ...foreignLook(page) };
}

test('the start screen is in the catalogue, and nothing on it is cut', async ({ launch, folder }) => {
  const { page } = await launch({ app: strangeApp(folder) });
  const { look, expectNothing } = foreignLook(page);
  await look('start screen');
  expectNothing();
});

test('every page and tab is in the catalogue, and nothing is cut where texts are longer', async ({
  launch,
  folder,
}) => {
  const walk = await openStrange(launch, folder);
  await walkPages(walk);
  walk.expectNothing();
});

test('the inspector is in the catalogue, and nothing is cut', async ({ launch, folder }) => {
  const walk = await openStrange(launch, folder);
  await walkInspector(walk);
  walk.expectNothing();
});

test('every dialog is in the catalogue, and nothing is cut', async ({ launch, folder }) => {
  const walk = await openStrange(launch, folder);
  await walkDialogs(walk);
  await walkFinding(walk, 'Έγκριση');
  walk.expectNothing();
});

test('the presentation is in the catalogue, and nothing is cut', async ({ launch, folder }) => {
  const { page, look, expectNothing } = await openStrange(launch, folder);
  await page.keyboard.press('F5');
  await page.locator('h1').waitFor();
  await page.keyboard.press('g');
  const all = await page.locator('main li button').count();
  await look('list of slides');
  await page.keyboard.press('g');
  for (let slide = 1; slide <= all; slide += 1) {
    await look(`slide ${String(slide)}`);
    await page.keyboard.press('ArrowRight');
  }
  expect(all).toBeGreaterThan(5);
  expectNothing();
});

import type { Locator, Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { setNode } from '../../../shared/commands/nodes';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

/** A stream of 435 minutes with a future state in which routing waits 240 minutes less. */
function laptopRepair(): string {
  const { project } = buildMap((m) => {
    m.stream({ name: 'Laptop repair', demandPerMonth: 100, purpose: 'A laptop that works', owner: 'Ada' });
    m.role('desk', { name: 'Service desk', people: 1, availability: 1 });
    m.start('demand');
    m.step('log', { name: 'Log', role: 'desk', processTime: 10, wait: 20, value: 'VA', kind: 'work' });
    m.step('route', { name: 'Route', role: 'desk', processTime: 5, wait: 300, value: 'NVA', kind: 'work' });
    m.step('fix', { name: 'Fix', role: 'desk', processTime: 60, wait: 40, value: 'VA', kind: 'work' });
    m.end('value');
    m.path('demand', 'log', 'route', 'fix', 'value');
  });
  const copy = makeFutureCopy({ project, map: 'map', makeId: countIds() });
  const commands = [copy, setNode({ ids: [copy.idOf('route')], patch: { wait: { likely: 60 } } })];
  let history = openHistory(project);
  for (const command of commands) {
    const result = run(history, command);
    if (result.kind === 'refused') throw new Error(result.sentence);
    history = result.history;
  }
  return writeProject(history.project);
}

const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name });
const textbox = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

test.beforeEach(({ folder }) => {
  writeFileSync(path.join(folder, 'repair.vsmap'), laptopRepair());
});

test('a change of a future state becomes an improvement with its gain, an owner and a date', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  await page.keyboard.press('Control+8');
  await expect(page.getByRole('heading', { name: 'No idea yet' })).toBeVisible();
  await tab(page, 'Threads').click();
  await expectAccessible(page, 'threads', 'main');
  await page.getByRole('button', { name: /^Make an improvement: The wait before “Route”/ }).click();
  await expect(page.getByText('−4h lead time')).toBeVisible();
  const name = await page.getByRole('textbox', { name: 'What to improve at “Route”' }).inputValue();
  await textbox(page, `Owner of “${name}”`).fill('Ada');
  await textbox(page, `Until of “${name}”`).fill('2020-01-15');
  await textbox(page, `Until of “${name}”`).press('Enter');
  await expect(page.getByText('overdue', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `Status of “${name}”: Idea` }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Planned' }).click();
  await expectAccessible(page, 'the register', 'main');
  await page
    .getByRole('radio', { name: 'Done' })
    .or(page.getByRole('button', { name: 'Done', exact: true }))
    .click();
  await expect(page.getByText('No improvement fits this filter.')).toBeVisible();
});

test('a kaizen burst and its improvement have one name and go together', async ({ launch, folder }) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await editor.canvas.waitFor();
  await editor.dragItem('burst', await editor.at(0.5, 0.8));
  await editor.typeName('Route at once');
  await page.keyboard.press('Control+8');
  const name = page.getByRole('textbox', { name: 'What to improve', exact: true });
  await expect(name).toHaveValue('Route at once');
  await name.fill('Route on the phone');
  await name.press('Enter');
  await page.getByRole('button', { name: 'Show “Route on the phone” on the map' }).click();
  await expect(editor.node('Route on the phone')).toBeVisible();
  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: 'Delete “Route on the phone”' }).click();
  await expect(page.getByRole('heading', { name: 'No idea yet' })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(editor.node('Route on the phone')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(editor.node('Route on the phone')).toBeVisible();
});

test('ideas are placed by effort and impact with keys alone, one step back for each move', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const keys = new Keyboard(page);
  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: 'Add an idea' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What to improve' })).toHaveValue('Idea 1');
  // The caret is in the name, all of it selected; Escape would put it back.
  await page.keyboard.type('Not this');
  await keys.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Call back at once');
  await page.keyboard.press('Enter');
  await tab(page, 'Register').focus();
  await keys.press('ArrowRight', 'Enter');
  await page.getByRole('button', { name: /^Place “Call back at once”/ }).focus();
  await keys.press('ArrowUp');
  const idea = page.getByRole('button', { name: /^Call back at once: / });
  await expect(idea).toHaveAccessibleName(/Plan, effort 50\s%, impact 50\s%/);
  await idea.focus();
  await keys.press('ArrowLeft', 'ArrowUp');
  await expect(idea).toHaveAccessibleName(/Do now, effort 45\s%, impact 55\s%/);
  await expectAccessible(page, 'effort and impact', 'main');
  await page.keyboard.press('Control+z');
  await expect(idea).toHaveAccessibleName(/Do now, effort 45\s%, impact 50\s%/);
});

test('an idea is dragged by the mouse onto the grid, and is seen all the way', async ({ launch, folder }) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: 'Add an idea' }).click();
  await tab(page, 'Effort and impact').click();
  const chip = page.getByRole('button', { name: /^Place “Idea 1”/ });
  const from = (await chip.boundingBox()) ?? { x: 0, y: 0 };
  const grid = (await page.getByText('Do now', { exact: true }).boundingBox()) ?? { x: 0, y: 0 };
  const to = { x: grid.x + 120, y: grid.y + 90 };
  await page.mouse.move(from.x + 20, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  const under = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.textContent, to);
  expect(under).toBe('Idea 1');
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^Idea 1: Do now/ })).toBeVisible();
  await expect(chip).toHaveCount(0);
});

test('the A3 sheet is filled from the project and says what it lacks', async ({ launch, folder }) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  await page.keyboard.press('Control+8');
  await tab(page, 'A3').click();
  const sheet = page.getByRole('article', { name: 'A3 sheet' });
  await expect(sheet.getByRole('region', { name: 'Background' })).toContainText('A laptop that works');
  await expect(sheet.getByRole('img', { name: 'The map “Current state”' })).toBeVisible();
  await expect(
    sheet.getByRole('region', { name: 'Target' }).getByRole('row', { name: /^Lead time, expected/ }),
  ).toContainText('3h 15m');
  await expectAccessible(page, 'the A3 sheet', 'main');
  await sheet
    .getByRole('region', { name: 'Countermeasures' })
    .getByRole('button', { name: 'Open the register' })
    .click();
  await expect(page.getByRole('heading', { name: 'No idea yet' })).toBeVisible();
});

test('an empty register takes the worst findings as ideas in one step, or begins with one', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  await page.keyboard.press('Control+8');
  const named = page.getByRole('textbox', { name: /^What to improve/ });
  const take = page.getByRole('button', { name: 'Take the 3 worst findings as ideas' });
  await expectAccessible(page, 'the empty register', 'main');
  await take.focus();
  await page.keyboard.press('Enter');
  await expect(named).toHaveCount(3);
  await tab(page, 'Threads').click();
  await expect(page.getByText('No finding is linked')).toHaveCount(0);
  await tab(page, 'Register').click();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Write the first idea' }).click();
  await expect(named).toHaveCount(1);
  await expect(named).toHaveValue('Idea 1');
});

/** Width and height of the pages of a PDF file in points, without their fractions. */
function pagesOf(file: string): string[] {
  const text = readFileSync(file).toString('latin1');
  return [...text.matchAll(/\/MediaBox\s*\[0 0 (\d+)[\d.]* (\d+)/g)].map(([, w, h]) => `${w} x ${h}`);
}

test('the A3 sheet is saved on one page of A3, the charter on one of A4', async ({ launch, folder }) => {
  const { page, dialogs } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const save = async (name: string): Promise<string> => {
    const file = path.join(folder, name);
    await dialogs.nextSavePath(file);
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await expect(page.getByText(`Saved as “${name}”.`)).toBeVisible();
    return file;
  };
  await page.keyboard.press('Control+8');
  await tab(page, 'A3').click();
  expect(pagesOf(await save('sheet.pdf'))).toEqual(['1191 x 841']);
  await page.keyboard.press('Control+3');
  expect(pagesOf(await save('charter.pdf'))).toEqual(['594 x 841']);
  await expect(page.locator('[data-paper]')).toHaveCount(0);
});

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect, test } from '../harness/fixture';
import { root } from '../harness/launch';
import { expectAccessible, expectContrast } from '../pages/accessibility';
import { Editor } from '../pages/editor';

/** A map with a node of every kind, every value class, a rework loop, two lanes, findings and gaps. */
function everything(): string {
  const { project } = buildMap((m) => {
    m.stream({ name: 'Every kind', demandPerMonth: 400, targetLeadTime: 240 });
    m.role('desk', { name: 'Service desk', people: 3 });
    m.role('lead', { name: 'Team lead', people: 1, availability: 0.5 });
    m.start('demand');
    m.step('log', { activity: 'engage', role: 'desk', processTime: 6, wait: 30, value: 'VA' });
    m.step('approve', {
      activity: 'plan',
      role: 'lead',
      kind: 'approval',
      wait: [60, 260, 900],
      value: 'NVA',
    });
    m.node('decision', 'which', { name: 'Which way?' });
    m.node('fork', 'fork', { name: '' });
    m.step('fix', {
      activity: 'obtain-build',
      processTime: 60,
      wip: 14,
      value: 'NNVA',
      practices: ['change-enablement'],
    });
    m.step('tell', {
      activity: 'engage',
      processTime: 5,
      completeAccurate: { likely: 0.8, source: 'guess' },
    });
    m.node('join', 'join', { name: '' });
    m.end('value');
    m.node('control', 'dispatch');
    m.node('note', 'note', { name: 'People wait for the lead', position: { x: 200, y: 620 } });
    m.node('burst', 'burst', { name: 'Approve by rule', position: { x: 420, y: 620 } });
    m.path('demand', 'log', 'approve', 'which', 'fork', 'fix', 'join', 'value');
    m.path('fork', 'tell', 'join');
    m.flow('which', 'log', { kind: 'rework', share: 0.2 });
    m.flow('dispatch', 'fix', { kind: 'information' });
  });
  return writeProject(project);
}

function everythingIn(folder: string): string {
  const file = path.join(folder, 'Every kind.vsmap');
  writeFileSync(file, everything());
  return file;
}

test.describe.configure({ timeout: 180_000 });

const dialogIn = (page: Page) => page.getByRole('dialog');

/** Checks the dialog that is open, and leaves it by Escape. */
async function checkDialog(page: Page, title: string | RegExp): Promise<void> {
  await expect(dialogIn(page).getByRole('heading', { name: title })).toBeVisible();
  // What lies behind a dialog is checked without it.
  await expectAccessible(page, `dialog ${String(title)}`, '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(dialogIn(page)).toHaveCount(0);
}

test('the start screen with a recent file and kept work', async ({ launch, folder }) => {
  const first = await launch({ files: [everythingIn(folder)] });
  await first.page.getByLabel('Name of the stream').fill('Changed');
  await first.page.getByLabel('Name of the stream').press('Enter');
  const journals = path.join(folder, 'profile', 'recovery');
  const kept = (): string[] =>
    existsSync(journals) ? readdirSync(journals, { recursive: true }).map(String) : [];
  await expect.poll(() => kept().some((name) => name.endsWith('.journal'))).toBe(true);
  await first.crash();

  const second = await launch();
  await expect(second.page.getByRole('button', { name: 'Open the copy' })).toBeVisible();
  await expect(second.page.getByRole('button', { name: /^Every kind\.vsmap/ })).toBeVisible();
  await expectAccessible(second.page, 'start screen');
});

test('the editor with an empty map, with a template, and its questions', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startEmpty();
  await expectAccessible(page, 'empty map');
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Start screen' }).click();
  await editor.startFromTemplate('incident-restoration');
  await expectAccessible(page, 'template');
  await page.getByRole('tab', { name: /Questions/ }).click();
  await expectAccessible(page, 'questions', '[data-pane=findings]');
});

test('the inspector of a step, unfolded, and with a finding', async ({ launch, folder }) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  const editor = new Editor(page);
  await expect(editor.nodes).toHaveCount(12);
  await editor.select('Log');
  await expectAccessible(page, 'step selected');
  for (const part of ['More on time and cost', 'What holds it back', 'Information and systems'])
    await page.getByRole('button', { name: part }).click();
  await expectAccessible(page, 'folded parts of a step, opened', '[data-pane=inspector]');
  await editor.select('Fix');
  await page.locator('[data-pane=inspector] summary').first().click();
  await expectAccessible(page, 'a finding with its fix, opened', '[data-pane=inspector]');
});

test('the inspector of the other nodes, of two steps, and of a flow', async ({ launch, folder }) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  const editor = new Editor(page);
  const parts = ['[data-pane=canvas]', '[data-pane=inspector]'];
  await expect(editor.nodes).toHaveCount(12);
  await editor.showWholeMap();
  for (const name of ['Demand', 'Value', 'Which way?', 'People wait', 'Approve by']) {
    await page.keyboard.press('Escape');
    await editor.select(name);
    await expectAccessible(page, `${name} selected`, ...parts);
  }
  await page.keyboard.press('Escape');
  await editor.select('Log');
  await editor.node('Fix').click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
  await expect(page.getByRole('heading', { name: '2 steps' })).toBeVisible();
  await expectAccessible(page, 'two steps selected', ...parts);
  await editor.selectFlow(0);
  await expect(page.getByRole('heading', { name: /→/ })).toBeVisible();
  await expectAccessible(page, 'flow selected', ...parts);
});

test('menus and lists that are open', async ({ launch, folder }) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  const editor = new Editor(page);
  await page.getByRole('menuitem', { name: 'View' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'menu');
  await page.keyboard.press('Escape');
  await editor.node('Log').click({ button: 'right', position: { x: 20, y: 12 } });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'menu of a step', '[role=menu]');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Activity' }).click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await expectAccessible(page, 'list of activities');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add: Practices' }).click();
  await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
  await expectAccessible(page, 'list of practices', '[data-pane=inspector]');
});

test('fields that refuse, names that are typed, messages', async ({ launch, folder }) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  const editor = new Editor(page);
  await editor.select('Log');
  await editor.fill('Process time', 'abc');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'refusal at the field', '[data-pane=inspector]');
  await editor.select('Fix');
  await page.keyboard.press('F2');
  await expect(editor.canvas.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expectAccessible(page, 'rename in place', '[data-pane=canvas]');
});

test('every page where people ask for more contrast', async ({ launch, folder }) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  const editor = new Editor(page);
  await expect(editor.nodes).toHaveCount(12);
  await expectContrast(page, 'map', ['light', 'dark']);
  const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('button');
  const names = await pages.allTextContents();
  expect(names).toHaveLength(9);
  for (const name of names.slice(1)) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name, exact: true }).click();
    await expect(page.locator('main')).toBeVisible();
    await expectContrast(page, name);
  }
});

test('every dialog', async ({ launch, folder }) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  const editor = new Editor(page);
  await expect(editor.nodes).toHaveCount(12);
  await page.keyboard.press('Control+e');
  await expect(dialogIn(page).getByRole('region', { name: 'Preview' }).getByRole('img')).toBeVisible();
  await checkDialog(page, 'Export');
  await page.keyboard.press('Shift+?');
  await checkDialog(page, 'Keyboard shortcuts');
  await editor.menu('Help', 'About Streamwright');
  await checkDialog(page, 'About Streamwright');
  await editor.menu('Map', 'Roles and people…');
  await checkDialog(page, 'Roles and people');
  await editor.menu('Map', 'Rules of the analysis…');
  await dialogIn(page)
    .getByRole('option', { name: /One wait dominates/ })
    .click();
  await dialogIn(page).getByRole('textbox', { name: 'Share of the lead time' }).fill('30%');
  await page.keyboard.press('Enter');
  await checkDialog(page, 'Rules of the analysis');
  await editor.menu('Help', 'Reference of the rules');
  await checkDialog(page, 'Reference of the rules');
});

test('the dialogs of tables that cannot be read as they are', async ({ launch, folder }) => {
  const { page, dialogs } = await launch({ files: [everythingIn(folder)] });
  const cells = path.join(folder, 'broken.csv');
  writeFileSync(cells, 'id,name,process time\n1,Log,abc\n2,Fix,-3\n');
  await dialogs.nextOpenPath(cells);
  await page.keyboard.press('Control+i');
  await expect(dialogIn(page).getByRole('listitem')).not.toHaveCount(0);
  await checkDialog(page, 'Steps from a table');
  const steps = path.join(folder, 'broken.json');
  writeFileSync(steps, '{ "steps": [{ "id": "log", "name": "Log", "process_time": "abc" }] }');
  await dialogs.nextOpenPath(steps);
  await page.keyboard.press('Control+i');
  await expect(dialogIn(page).getByRole('listitem')).not.toHaveCount(0);
  await checkDialog(page, 'The table could not be read');
});

test('the dialogs of unsaved work and of a file that changed on disk', async ({ launch, folder }) => {
  const running = await launch({ files: [everythingIn(folder)] });
  const { page, dialogs } = running;
  await page.getByLabel('Name of the stream').fill('Changed');
  await page.getByLabel('Name of the stream').press('Enter');
  const table = path.join(root, 'examples', 'it-incident-response.json');
  await dialogs.nextOpenPath(table);
  await page.keyboard.press('Control+i');
  await expect(dialogIn(page)).toHaveAccessibleName('Import it-incident-response.json');
  await page.keyboard.press('Enter');
  await checkDialog(page, 'Save your work first?');
  writeFileSync(path.join(folder, 'Every kind.vsmap'), everything().replace('Team lead', 'Lead'));
  await page.keyboard.press('Control+s');
  await checkDialog(page, 'Somebody else has changed “Every kind.vsmap”');
});

test('findings: the list with details, grouped, filtered, accepted; what was judged', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  const editor = new Editor(page);
  await expect(editor.nodes).toHaveCount(12);
  const list = page.locator('[data-pane=findings]');
  const unfold = list.getByRole('button', { name: /^More about/ }).first();
  await unfold.click();
  await expect(list.getByText('Why it matters')).toBeVisible();
  await expectAccessible(page, 'details of a finding', '[data-pane=findings]');
  await list.getByRole('button', { name: 'Accept…' }).click();
  await expectAccessible(page, 'dialog Accept this finding', '[role=dialog]');
  await dialogIn(page).getByRole('textbox', { name: 'Why is it fine here?' }).fill('Agreed.');
  await dialogIn(page).getByRole('button', { name: 'Accept it' }).click();
  await list.getByRole('button', { name: /^Arrange/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'By principle' }).click();
  await expect(list.getByText('1 accepted finding')).toBeVisible();
  await list.getByRole('button', { name: 'Wastes' }).click();
  await expectAccessible(page, 'grouped, one accepted, Pareto of wastes', '[data-pane=findings]');
  await list.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByRole('combobox', { name: 'Waste' })).toBeVisible();
  await expectAccessible(page, 'filter', '[data-pane=findings]');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'What was judged' }).click();
  await list.getByRole('button', { name: 'Waiting', exact: true }).click();
  await expectAccessible(page, 'what was judged', '[data-pane=findings]');
});

test('the value class of steps, asked one after the other', async ({ launch, folder }) => {
  const { page } = await launch({ files: [everythingIn(folder)] });
  await expect(new Editor(page).nodes).toHaveCount(12);
  await new Editor(page).menu('Map', 'Classify steps…');
  await expect(dialogIn(page).getByText('Question 1 of 3')).toBeVisible();
  await expectAccessible(page, 'first question', '[role=dialog]');
  await page.keyboard.press('2');
  await expect(dialogIn(page).getByText('Which duty makes it necessary?')).toBeVisible();
  await checkDialog(page, 'What is it worth to the consumer?');
});

test('a message', async ({ launch, folder }) => {
  const letter = path.join(folder, 'letter.vsmap');
  writeFileSync(letter, 'Dear Ada,');
  const { page } = await launch({ files: [letter] });
  await checkDialog(page, 'The file could not be opened');
});

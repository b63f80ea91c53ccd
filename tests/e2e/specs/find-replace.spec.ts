import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

test.describe.configure({ timeout: 90_000 });

const bar = (page: Page) => page.getByRole('region', { name: 'Find on the map' });
const count = (page: Page) => bar(page).getByRole('status');
/** A node by what a screen reader says of it, which no line break parts. */
const named = (page: Page, name: string) => page.locator(`.react-flow__node[aria-label*="${name}"]`);
const selected = (page: Page) => page.locator('.react-flow__node.selected');

test('a word is found on the map, one place after the other, and replaced everywhere', async ({
  window: page,
}) => {
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');

  await test.step('finding walks round and round, both ways', async () => {
    await page.keyboard.press('Control+f');
    await keys.standAt('Find');
    await page.keyboard.type('specialist');
    await expect(count(page)).toHaveText(/^0 of \d+$/);
    const all = Number((await count(page).innerText()).split(' ').at(-1));
    expect(all).toBeGreaterThan(1);
    await page.keyboard.press('Enter');
    await expect(count(page)).toHaveText(`1 of ${String(all)}`);
    await expect(selected(page)).toHaveCount(1);
    await page.keyboard.press('Shift+Enter');
    await expect(count(page)).toHaveText(`${String(all)} of ${String(all)}`);
    await page.keyboard.press('Enter');
    await expect(count(page)).toHaveText(`1 of ${String(all)}`);
    await keys.standAt('Find');
  });

  await test.step('nothing is said to be nothing', async () => {
    await bar(page).getByRole('textbox').fill('zebra');
    await expect(count(page)).toHaveText('Nothing found');
    await expectAccessible(page, 'find', 'main section');
  });

  await test.step('Escape closes the line and goes back to the map', async () => {
    await bar(page).getByRole('textbox').fill('vendor investigates');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await keys.standAt(/Vendor investigates/);
  });

  await test.step('the preview shows each change before it is made; one undo takes all back', async () => {
    await page.keyboard.press('Control+Shift+h');
    const dialog = page.getByRole('dialog', { name: 'Replace everywhere' });
    await dialog.getByRole('textbox', { name: 'Replace' }).fill('user');
    await dialog.getByRole('textbox', { name: 'With' }).fill('caller');
    const changes = dialog.getByRole('region', { name: 'What would change' }).getByRole('listitem');
    await expect(changes.filter({ hasText: 'Confirm with the user' })).toContainText(
      'Confirm with the caller',
    );
    await expect(changes.filter({ hasText: 'User cannot work' })).toContainText('Caller cannot work');
    await expectAccessible(page, 'replace', '[role=dialog]');
    await dialog.getByRole('button', { name: /^Replace in \d+ elements$/ }).click();
    await expect(named(page, 'Confirm with the caller')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(named(page, 'Confirm with the user')).toBeVisible();
    await expect(named(page, 'aller')).toHaveCount(0);
  });
});

test('a role is replaced on all steps that have it', async ({ window: page }) => {
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await page.keyboard.press('Control+Shift+h');
  const dialog = page.getByRole('dialog', { name: 'Replace everywhere' });
  await dialog.getByRole('button', { name: 'Role', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Replace', exact: true })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Replace' }).click();
  await page.getByRole('option', { name: 'Second-line specialist' }).click();
  await dialog.getByLabel('With').fill('Front office');
  await dialog.getByRole('button', { name: /^Replace in/ }).click();
  await editor.select('Specialist diagnosis');
  await expect(page.locator('[data-pane=inspector] input[name=role]')).toHaveValue('Front office');
});

test('a branch is selected and duplicated with its ways in and out', async ({ window: page }) => {
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  const before = { nodes: await editor.nodes.count(), flows: await editor.flows.count() };
  await editor.select('Vendor investigates');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate branch' }).click();
  await expect(editor.nodes).toHaveCount(before.nodes + 1);
  expect(await editor.flows.count()).toBeGreaterThan(before.flows + 1);
  await expect(page.getByText(/Branch copied: 1 element\. The shares/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor.nodes).toHaveCount(before.nodes);
  await expect(editor.flows).toHaveCount(before.flows);
});

test('several steps are edited at once, as one change', async ({ window: page }) => {
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await editor.select('Specialist diagnosis');
  await editor.node('Vendor investigates').click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
  await expect(page.getByRole('heading', { name: '2 steps' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Process time/ })).toBeVisible();
  const time = editor.field('Process time');
  await expect(time).toHaveAttribute('placeholder', 'Mixed');
  await time.fill('9m');
  await time.press('Enter');
  await expect(page.getByRole('row', { name: 'Process time 18m 9m' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(time).toHaveAttribute('placeholder', 'Mixed');
});

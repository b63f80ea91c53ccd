import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';
import { flowsIn, nodeNamed, projectIn } from '../pages/saved-file';

test.describe.configure({ timeout: 120_000 });

const lines = [
  'Log the call; Service desk agent; 6m; wait 30m; 80%',
  'Sort it; sda; 4m; w 1h; 90%',
  'Find the cause; L2; 1h; wait 4h 20m; 95%; NNVA risk; x2; incident management',
  'Mend it; l2; 30m; wait 3h 10m; 85%; -> Find the cause 20% rework',
  'Ask the user; sda; 5m; queue 1h; 99%; -> Value',
] as const;

const field = (page: Page) => page.getByRole('combobox', { name: 'New step in one line' });
const chips = (page: Page) => page.getByRole('list', { name: 'What was understood' }).getByRole('listitem');

test('five connected steps are typed, one line each, and taken back one by one', async ({
  launch,
  folder,
}) => {
  const { page, dialogs } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startEmpty();
  await keys.press('Control+Enter');
  await keys.standAt('New step in one line');

  await test.step('what is understood is shown before Enter', async () => {
    await keys.type(lines[0]);
    await expect(chips(page)).toHaveText([
      'Placeafter Demand',
      'StepLog the call',
      'RoleService desk agent (new)',
      'Process time6m',
      'Wait before30m',
      '%C&A80\u00a0%',
    ]);
    await keys.press('Enter');
    await expect(editor.nodes).toHaveCount(3);
    await expect(field(page)).toHaveValue('');
  });

  await test.step('a name by its initials says so', async () => {
    await keys.type(lines[1]);
    await expect(chips(page).nth(2)).toHaveText('RoleService desk agent (typed “sda”)');
    await keys.press('Enter');
    await expect(editor.nodes).toHaveCount(4);
  });

  await test.step('the others, without waiting', async () => {
    for (const line of lines.slice(2)) {
      await keys.type(line);
      await keys.press('Enter');
    }
    await expect(editor.nodes).toHaveCount(7);
    await expect(editor.flows).toHaveCount(7);
  });

  await test.step('the figures', async () => {
    // By hand: one pass 600 min of waits and 105 min of work; a fifth repeats the third and fourth step, 1.25 passes of 540 min: 840 min.
    await expect(editor.figure('leadTime')).toContainText('14h');
  });

  await test.step('the file holds what was said', async () => {
    const file = path.join(folder, 'Typed.vsmap');
    await dialogs.nextSavePath(file);
    await keys.press('Control+s');
    await expect(page.locator('header [role=status]')).toContainText('Saved');
    const project = projectIn(file);
    expect(flowsIn(project)).toEqual([
      'Ask the user > Value',
      'Demand > Log the call',
      'Find the cause > Mend it',
      'Log the call > Sort it',
      'Mend it > Ask the user',
      'Mend it > Find the cause (rework)',
      'Sort it > Find the cause',
    ]);
    expect(nodeNamed(project, 'Find the cause')).toMatchObject({
      processTime: { likely: 60 },
      wait: { likely: 260 },
      value: 'NNVA',
      nnvaReason: 'risk',
      crew: { likely: 2 },
      practices: { 'incident-management': 1 },
    });
    expect(
      Object.values(project.roles)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['L2', 'Service desk agent']);
  });

  await test.step('Escape closes, the focus is on the last step, and undo takes one step at a time', async () => {
    await keys.press('Escape');
    await expect(field(page)).toHaveCount(0);
    await keys.standAt(/^Step 5 of 5, Ask the user/);
    for (const left of [6, 5, 4, 3, 2]) {
      await keys.press('Control+z');
      await expect(editor.nodes).toHaveCount(left);
    }
    await expect(editor.flows).toHaveCount(0);
  });
});

test('what is not understood is never added, suggestions help, and lines are pasted', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  const before = await editor.nodes.count();

  await test.step('opened from the menu', async () => {
    await page.getByRole('menuitem', { name: 'Insert' }).click();
    await page.getByRole('menuitemcheckbox', { name: /^Quick entry/ }).click();
    await expect(field(page)).toBeFocused();
  });

  await test.step('a slip in a figure is red, and Enter refuses', async () => {
    await keys.type('Call back; 10 mm; -> Nowhere 20%');
    await expect(page.locator('li[data-tone="bad"]')).toHaveText(['10 mm', '-> Nowhere 20%']);
    await keys.press('Enter');
    await expect(
      page
        .getByRole('region', { name: 'Quick entry' })
        .getByText(/^Nothing was added. “10 mm” is not a time/),
    ).toBeVisible();
    await expect(editor.nodes).toHaveCount(before);
    await expectAccessible(page, 'quick entry');
  });

  await test.step('a suggestion is taken by the arrow and Enter', async () => {
    await keys.press('Control+a');
    await keys.type('Call back; inci');
    await expect(page.getByRole('option', { name: /^Incident management/ })).toBeVisible();
    await keys.press('ArrowDown', 'Enter');
    await expect(field(page)).toHaveValue(/^Call back; (practice Incident management|.+)$/);
    await keys.press('Shift+Enter');
    await expect(editor.nodes).toHaveCount(before + 1);
  });

  await test.step('pasted lines make steps, which one undo takes back', async () => {
    await field(page).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'One; 5m\nTwo; 6m\n');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(editor.nodes).toHaveCount(before + 3);
    await keys.press('Control+z');
    await expect(editor.nodes).toHaveCount(before + 1);
  });
});

test('a typed line is never thrown away, and a new step comes into view clear of what lies over the map', async ({
  launch,
}) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startEmpty();
  await keys.press('Control+Enter');
  await keys.standAt('New step in one line');
  await keys.type('Log; Service desk; 6m');
  await expect(chips(page).nth(2)).toHaveText('RoleService desk (practice?)');
  await keys.press('Control+Enter');
  await expect(editor.nodes).toHaveCount(3);
  await expect(field(page)).toHaveValue('');
  await keys.type('Sort; Serv');
  await keys.press('Escape');
  await keys.press('Escape');
  await expect(field(page)).toHaveCount(0);
  await keys.press('Control+Enter');
  await expect(field(page)).toHaveValue('Sort; Serv');
  await field(page).fill('');
  for (let step = 1; step < 9; step += 1) {
    await keys.type(`Step ${String(step)}; L${String(step)}; 5m; wait 1h`);
    await keys.press('Enter');
    await expect(editor.nodes).toHaveCount(3 + step);
  }
  const hidden = page.locator('[data-overview], [data-zoom-tools]');
  await expect
    .poll(async () => {
      const box = await editor.nodes.filter({ hasText: 'Step 8' }).boundingBox();
      const covers = await Promise.all((await hidden.all()).map((each) => each.boundingBox()));
      return covers.some(
        (cover) =>
          !box ||
          (cover !== null &&
            box.x < cover.x + cover.width &&
            cover.x < box.x + box.width &&
            box.y < cover.y + cover.height &&
            cover.y < box.y + box.height),
      );
    })
    .toBe(false);
  await test.step('the table counts the steps alone', async () => {
    await keys.press('Control+2');
    const heads = page.locator('[data-row-head]');
    await expect(heads.first()).toHaveText('');
    await expect(heads.nth(1)).toHaveText('1');
  });
});

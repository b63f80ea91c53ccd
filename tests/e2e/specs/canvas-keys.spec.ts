import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';
import { flowsIn, projectIn } from '../pages/saved-file';

test.describe.configure({ timeout: 120_000 });

test('five steps with a branch and a rework loop by the keys of the canvas alone', async ({
  launch,
  folder,
}) => {
  const { page, dialogs } = await launch();
  const keys = new Keyboard(page);
  const editor = new Editor(page);
  const file = path.join(folder, 'Keys.vsmap');
  const named = async (name: string): Promise<void> => {
    await expect(editor.canvas.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await keys.type(name);
    await keys.press('Enter');
    await keys.standAt(new RegExp(name));
  };

  await test.step('Tab adds the next step, and the next', async () => {
    await keys.reach(/^New stream/);
    await keys.press('Enter');
    await keys.standAt(/^Start, Demand/);
    await keys.press('Space', 'Tab');
    await keys.type('Log');
    await keys.press('Tab');
    await named('Sort');
    await keys.standAt(/^Step 2 of 2, Sort/);
  });

  await test.step('making and naming is one step back', async () => {
    await keys.press('Control+z');
    await expect(editor.nodes).toHaveCount(3);
    await keys.press('Control+Shift+z');
    await expect(editor.node('Sort')).toHaveAttribute('aria-label', /^Step 2 of 2, Sort/);
  });

  await test.step('Ctrl with an arrow adds before, after, and a branch below', async () => {
    await keys.press('Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowRight');
    await keys.standAt(/Sort/);
    await keys.press('Control+ArrowLeft');
    await named('Check');
    await keys.press('Alt+ArrowRight');
    await keys.standAt(/^Step 3 of 3, Sort/);
    await keys.press('Control+ArrowRight');
    await named('Mend');
    await keys.press('Alt+ArrowLeft', 'Control+ArrowDown');
    await named('Ask the user');
    await expect(editor.nodes).toHaveCount(7);
  });

  await test.step('Escape takes an unnamed step back as if it had never been made', async () => {
    await keys.press('Tab', 'Escape');
    await expect(editor.nodes).toHaveCount(7);
    await keys.standAt(/Ask the user/);
  });

  await test.step('C and letters connect by name; every choice is said', async () => {
    await keys.press('c');
    const field = page.getByRole('combobox', { name: 'Connect “Ask the user” to' });
    await expect(field).toBeFocused();
    await expectAccessible(page, 'the choice of a target', '[data-canvas]');
    await keys.type('val');
    await expect(page.getByRole('option', { name: 'Value' })).toHaveAttribute('aria-selected', 'true');
    await keys.press('Enter');
    await keys.standAt(/^Value, /);
  });

  await test.step('C and an arrow connect to what stands there; a way back is rework', async () => {
    await keys.press('Space', 'Alt+ArrowLeft', 'Alt+ArrowLeft', 'Alt+ArrowRight');
    await keys.standAt(/Mend/);
    await keys.press('c');
    await keys.type('val');
    await keys.press('Enter');
    await keys.press('Space', 'Alt+ArrowLeft');
    await keys.standAt(/Ask the user|Mend/);
    await editor.node('Mend').focus();
    await keys.press('Space', 'c');
    await keys.type('check');
    await keys.press('Enter');
    await keys.standAt(/Check/);
  });

  await test.step('C on a flow leads it elsewhere', async () => {
    await keys.press('Escape');
    await editor.node('Mend').focus();
    await keys.press('Space', 'f', 'f');
    await expect(page.getByRole('heading', { name: 'Mend → Check' })).toBeVisible();
    await keys.press('c');
    await keys.type('log');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'Mend → Log' })).toBeVisible();
  });

  await test.step('classes by number, names that read like sentences', async () => {
    await editor.node('Mend').focus();
    await keys.press('Space', '1');
    const sentence =
      /^Step 5 of 5, Mend, value-adding, process time unknown, wait unknown, complete and accurate unknown/;
    await expect(page.getByRole('group', { name: sentence })).toBeFocused();
  });

  await test.step('a nudge is one step of the history, from key down to key up', async () => {
    const before = await editor.node('Mend').boundingBox();
    await page.keyboard.down('ArrowDown');
    await page.keyboard.down('ArrowDown');
    await page.keyboard.up('ArrowDown');
    await keys.press('Control+z');
    await expect.poll(() => editor.node('Mend').boundingBox()).toEqual(before);
  });

  await test.step('what was made', async () => {
    await dialogs.nextSavePath(file);
    await page.keyboard.press('Control+s');
    await expect(editor.state).toHaveText('Saved');
    expect(flowsIn(projectIn(file))).toEqual([
      'Ask the user > Value',
      'Check > Sort',
      'Demand > Log',
      'Log > Check',
      'Mend > Log (rework)',
      'Mend > Value',
      'Sort > Ask the user',
      'Sort > Mend',
    ]);
  });
});

test('Shift+F10 opens the menu of what is selected, and room is made with arrows', async ({ launch }) => {
  const { page } = await launch();
  const keys = new Keyboard(page);
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await editor.settled();
  const step = editor.node('Vendor investigates');

  await test.step('of a step', async () => {
    await step.focus();
    await keys.press('Space', 'Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Change into a decision' })).toBeVisible();
    await expectAccessible(page, 'the menu of a step', '[role=menu]');
    await page.keyboard.press('Escape');
    await keys.standAt(/Vendor investigates/);
  });

  await test.step('of a flow', async () => {
    await keys.press('f', 'Shift+F10');
    await expect(page.getByRole('menuitemcheckbox', { name: 'Connect' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  await test.step('of the canvas', async () => {
    await keys.press('Escape');
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
    await editor.canvas.focus();
    await expect(editor.canvas).toBeFocused();
    await keys.press('Shift+F10');
    await expect(page.getByRole('menuitemcheckbox', { name: 'Make room' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('room: arrows move what lies beyond, Escape takes back, Enter keeps', async () => {
    await step.focus();
    await keys.press('Space', 'm', 'Shift+ArrowRight');
    await expect(page.locator('[data-room]')).toHaveAttribute('data-room', '80');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAttribute('aria-disabled', 'true');
    await step.focus();
    await keys.press('m', 'Shift+ArrowRight', 'Enter');
    await expect(page.getByRole('button', { name: /^Undo: Move/ })).toBeVisible();
    await expect(editor.canvas).toHaveAttribute('data-tool', 'select');
  });
});

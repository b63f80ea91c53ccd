import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';
import { flowsIn, nodeNamed, projectIn } from '../pages/saved-file';

test.describe.configure({ timeout: 180_000 });

const steps = [
  { name: 'Log the call', process: '6m', wait: '30m', quality: '80%' },
  { name: 'Sort it', process: '4m', wait: '1h', quality: '90%' },
  { name: 'Find the cause', process: '1h', wait: '4h 20m', quality: '95%' },
  { name: 'Mend it', process: '30m', wait: '3h 10m', quality: '85%' },
  { name: 'Ask the user', process: '5m', wait: '1h', quality: '99%' },
] as const;

const state = (page: Page) => page.locator('header [role=status]');

test('a stream of five steps is built, connected, filled, saved and exported with the keyboard alone', async ({
  launch,
  folder,
}) => {
  const { page, dialogs } = await launch();
  const keys = new Keyboard(page);
  const editor = new Editor(page);
  const file = path.join(folder, 'By keyboard.vsmap');

  await test.step('a new stream', async () => {
    await keys.reach(/^New stream/);
    await keys.press('Enter');
    await keys.standAt(/^Start, Demand/);
  });

  await test.step('five steps, one after the other, by Tab', async () => {
    await keys.press('Space');
    for (const step of steps) {
      await keys.press('Tab');
      await expect(editor.canvas.getByRole('textbox', { name: 'Name' })).toBeFocused();
      await keys.type(step.name);
    }
    await keys.press('Enter');
    await expect(editor.nodes).toHaveCount(7);
    await expect(editor.flows).toHaveCount(5);
    await keys.standAt(/^Step 5 of 5, Ask the user/);
  });

  await test.step('the last one connected to the value, and a way back for rework', async () => {
    await keys.press('c', 'ArrowRight', 'Enter');
    await expect(editor.flows).toHaveCount(6);
    await keys.standAt(/^Value, Value/);
    await keys.press('Space', 'Alt+ArrowLeft', 'Alt+ArrowLeft');
    await keys.standAt(/^Step 4 of 5, Mend it/);
    await keys.press('c', 'ArrowLeft', 'Enter');
    await expect(editor.flows).toHaveCount(7);
    await expect(page.getByRole('heading', { name: 'Mend it → Find the cause' })).toBeVisible();
    await keys.fill('Share of items', '20%');
    await keys.reach('Kind of flow');
    await keys.press('Enter');
    await keys.reach('Rework', 'ArrowDown', 8);
    await keys.press('Enter');
  });

  await test.step('the flows of a step, in turn', async () => {
    await keys.press('Escape');
    await keys.standAt('Map of the value stream');
    await keys.press('Alt+ArrowLeft');
    await keys.standAt(/^Step 4 of 5, Mend it/);
    await keys.press('f');
    await expect(page.getByRole('heading', { name: 'Mend it → Ask the user' })).toBeVisible();
    await keys.press('f');
    await expect(page.getByRole('heading', { name: 'Mend it → Find the cause' })).toBeVisible();
    await keys.press('Escape');
  });

  await test.step('every step filled in the inspector', async () => {
    for (const [index, step] of steps.entries()) {
      await keys.press(...(index === 0 ? ['Alt+ArrowRight', 'Alt+ArrowRight'] : ['Alt+ArrowRight']));
      await keys.standAt(step.name);
      await keys.fill('Process time', step.process);
      await keys.fill('Wait before', step.wait);
      await keys.fill('%C&A', step.quality);
      await keys.press('Escape');
      await keys.standAt(/Step|Start|Value/);
    }
    await keys.press('Alt+ArrowLeft', 'Alt+ArrowLeft', '1');
    await keys.standAt(
      'Step 3 of 5, Find the cause, value-adding, takes 1 hour, waits 4 hours 20 minutes, 95 % complete and accurate, 1 error',
    );
  });

  await test.step('the figures', async () => {
    // By hand: one pass 600 min of waits and 105 min of work; a fifth repeats the third and fourth step, 1.25 passes of 540 min.
    await expect(editor.figure('leadTime')).toContainText('14h');
    await keys.reach(/^Lead time/, 'Shift+Tab');
  });

  await test.step('undo and redo, save', async () => {
    await keys.toPane('canvas');
    await keys.press('Control+z', 'Control+z');
    await expect(editor.node('Ask the user')).toHaveAttribute('aria-label', /complete and accurate unknown/);
    await keys.press('Control+Shift+z', 'Control+Shift+z');
    await expect(editor.node('Ask the user')).toHaveAttribute('aria-label', /99.% complete/);
    await dialogs.nextSavePath(file);
    await keys.press('Control+s');
    await expect(state(page)).toHaveText('Saved');
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
    const mended = nodeNamed(project, 'Mend it');
    expect([mended.processTime?.likely, mended.wait?.likely, mended.completeAccurate?.likely]).toEqual([
      30, 190, 0.85,
    ]);
  });

  await test.step('export', async () => {
    const picture = path.join(folder, 'map.svg');
    await dialogs.nextSavePath(picture);
    await keys.press('Control+e');
    await expect(page.getByRole('dialog')).toBeVisible();
    await keys.reach('Save…');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(readFileSync(picture, 'utf8')).toContain('Find the cause');
    await keys.standAt(/Step|Start|Value/);
  });
});

test('the palette and the tools are walked with the arrows, and Enter places what is chosen', async ({
  launch,
}) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await keys.reach(/^New stream/);
  await keys.press('Enter');
  await keys.standAt(/^Start, Demand/);
  await keys.press('Space');
  await keys.toPane('palette');
  await keys.press('Tab', 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await keys.standAt('Engage');
  await keys.press('Enter');
  await expect(editor.canvas.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys.type('Log the call');
  await keys.press('Enter');
  await keys.standAt(/^Step 1 of 1, Log the call, Engage/);
  await keys.toPane('palette');
  await keys.press('Shift+Tab');
  await keys.type('service desk');
  await keys.press('Tab', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(page.getByRole('group', { name: 'Practices' })).toContainText('Service desk');
  await keys.press('Escape');
  await keys.reach('Select', 'Shift+Tab');
  await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await keys.standAt('Note');
  await keys.press('Home');
  await keys.standAt('Select');
  await keys.press('End');
  await keys.standAt(/^Export/);
});

test('the focus stays in the window when what had it goes away', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  await keys.standAt(/^Start, /);

  await test.step('a step is deleted: on the one before it', async () => {
    await keys.press('Space', 'Alt+ArrowRight', 'Alt+ArrowRight');
    await keys.press('Delete');
    await keys.standAt(/^Step 1 of 7/);
    await keys.press('Control+z');
    await expect(editor.nodes).toHaveCount(10);
  });

  await test.step('a step that was just made is taken back', async () => {
    await keys.press('Space', 'Tab');
    await keys.type('More');
    await keys.press('Enter');
    await keys.standAt(/More/);
    await keys.press('Control+z', 'Control+z');
    await keys.standAt(/^(Start|Step)/);
  });

  await test.step('the menu of a step is opened and left', async () => {
    const { name } = await keys.focus();
    await keys.press('Shift+F10', 'ArrowDown');
    await keys.standAt(/^Next step, connected|^Connect/);
    await keys.press('Escape');
    await keys.standAt(name);
  });

  await test.step('a dialog is closed: where it was opened', async () => {
    await keys.press('Escape');
    const { name } = await keys.focus();
    for (const open of ['Control+e', 'Shift+?']) {
      await page.keyboard.press(open);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await keys.standAt(name);
    }
    await keys.reach('File', 'Shift+Tab');
    await keys.reach('Map', 'ArrowRight', 8);
    await keys.press('Enter');
    await keys.reach('Roles and people…', 'ArrowDown', 5);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(async () => (await keys.focus()).role).not.toBe('body');
  });

  await test.step('a practice is taken off its step: on the next thing there', async () => {
    await keys.toPane('canvas');
    await keys.press('Alt+ArrowRight', 'Alt+ArrowRight');
    await keys.toPane('inspector');
    await keys.reach(/^Remove /);
    await keys.press('Enter');
    await expect.poll(async () => (await keys.focus()).pane).toBe('inspector');
  });
});

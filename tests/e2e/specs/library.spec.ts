import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';
import { flowsIn, nodeNamed, projectIn } from '../pages/saved-file';

test.describe.configure({ timeout: 120_000 });

test('ready-made steps lead from the demand to the value by keys alone', async ({ launch, folder }) => {
  const { page, dialogs } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startEmpty();
  await keys.toPane('palette');
  // Past the panel to its tab.
  await keys.press('Shift+Tab', 'Shift+Tab');
  await keys.standAt('Palette');
  await keys.reach('Library', 'ArrowRight', 8);
  await keys.press('Enter');
  // Into the panel, then to its first field.
  await keys.press('Tab', 'Tab');
  await keys.standAt('Search practices');
  await keys.type('standard change');
  await keys.press('Tab', 'ArrowDown');
  await keys.standAt(/^Standard change/);
  await keys.press('Enter');
  await expect(editor.nodes).toHaveCount(6);

  await test.step('one undo takes all of it back', async () => {
    await page.keyboard.press('Control+z');
    await expect(editor.nodes).toHaveCount(2);
    await expect(editor.flows).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(editor.nodes).toHaveCount(6);
  });

  await test.step('the file holds connected steps with their roles, and no times', async () => {
    const file = path.join(folder, 'Library.vsmap');
    await dialogs.nextSavePath(file);
    await page.keyboard.press('Control+s');
    await expect(editor.state).toContainText('Saved');
    const project = projectIn(file);
    expect(flowsIn(project)).toEqual([
      'Ask for it from the catalogue > Carry it out as written down',
      'Carry it out as written down > Check that it works',
      'Check that it works > Note what was changed',
      'Demand > Ask for it from the catalogue',
      'Note what was changed > Value',
    ]);
    expect(nodeNamed(project, 'Check that it works')).toMatchObject({ kind: 'verify', value: 'VA' });
    expect(nodeNamed(project, 'Check that it works')).not.toHaveProperty('processTime');
    expect(
      Object.values(project.roles)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Engineer', 'Requester']);
  });
});

test('a fragment is dropped into a flow, and a practice tells what it is for', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startFromTemplate('service-request-fulfilment');
  const [nodes, flows] = [await editor.nodes.count(), await editor.flows.count()];
  await editor.menu('Insert', 'Ready-made steps from the library');
  await expect(page.getByRole('searchbox', { name: 'Search practices' })).toBeFocused();

  await test.step('into the middle of a flow', async () => {
    await editor.settled();
    const source = page.locator('[data-fragment="problem-identification"]');
    await source.scrollIntoViewIfNeeded();
    const box = await source.boundingBox();
    if (!box) throw new Error('the fragment is not on the screen');
    await editor.drag({ x: box.x + 60, y: box.y + 14 }, await editor.onFlow(1));
    await expect(editor.nodes).toHaveCount(nodes + 3);
    // The flow is split in two, and two more lead through the three steps.
    await expect(editor.flows).toHaveCount(flows + 3);
    await page.keyboard.press('Control+z');
    await expect(editor.nodes).toHaveCount(nodes);
    await expect(editor.flows).toHaveCount(flows);
  });

  await test.step('a practice of a step', async () => {
    await page.getByRole('searchbox', { name: 'Search practices' }).fill('service request');
    await page.getByRole('button', { name: 'Details of Service request management' }).click();
    const dialog = page.getByRole('dialog', { name: 'Service request management' });
    await expect(dialog.getByRole('row', { name: /^Deliver and support/ })).toContainText('High');
    await expect(dialog.getByRole('article', { name: 'Fulfil a request' })).toBeVisible();
    await expectAccessible(page, 'a practice', '[role=dialog]');
    await page.keyboard.press('Escape');
  });

  await expectAccessible(page, 'library', 'aside');
});

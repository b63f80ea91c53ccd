import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { openRepairs } from '../pages/repairs';
import { flowsIn, nodeNamed, projectIn } from '../pages/saved-file';

test.describe.configure({ timeout: 120_000 });

test('guides bring a step in line, Alt turns them off, and room is made by a drag', async ({
  launch,
  folder,
}) => {
  const { page, editor, file } = await openRepairs(folder, launch);
  const placeOf = (name: string): { x: number; y: number } =>
    nodeNamed(projectIn(file), name).position ?? { x: Number.NaN, y: Number.NaN };
  const guides = page.locator('[data-guides]');

  await test.step('a drag near the line of the others shows it and lands on it', async () => {
    const from = await editor.middleOf('Mend');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const line = (await editor.middleOf('Sort')).y;
    // The way to where the drag begins does not count.
    await page.mouse.move(from.x, from.y - 4);
    await page.mouse.move(from.x, line - 4, { steps: 6 });
    await expect(guides).toHaveCount(1);
    await page.mouse.up();
    await expect(guides).toHaveCount(0);
    await editor.save();
    expect(placeOf('Mend').y).toBe(placeOf('Sort').y);
  });

  await test.step('with Alt nothing jumps', async () => {
    const from = await editor.middleOf('Mend');
    await page.keyboard.down('Alt');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, from.y + 30, { steps: 5 });
    await page.mouse.move(from.x + 10, from.y + 2, { steps: 5 });
    await expect(guides).toHaveCount(0);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await page.keyboard.press('Control+z');
  });

  await test.step('room: what lies right of the line moves, what lies left of it stays', async () => {
    const [log, sort, mend] = [placeOf('Log'), placeOf('Sort'), placeOf('Mend')];
    await editor.menu('Arrange', 'Make room');
    const left = await editor.middleOf('Log');
    const right = await editor.middleOf('Sort');
    const x = (left.x + right.x) / 2;
    await editor.drag({ x, y: left.y + 160 }, { x: x + 90, y: left.y + 166 });
    await editor.save();
    const by = placeOf('Sort').x - sort.x;
    expect(by).toBeGreaterThan(0);
    expect(by % 8).toBe(0);
    expect(placeOf('Mend')).toEqual({ x: mend.x + by, y: mend.y });
    expect(placeOf('Log')).toEqual(log);
    await page.keyboard.press('Control+z');
    await editor.save();
    expect(placeOf('Sort')).toEqual(sort);
  });
});

test('dots add on a click, and a flow dropped on the canvas asks what follows', async ({
  launch,
  folder,
}) => {
  const { page, editor, file } = await openRepairs(folder, launch);

  await test.step('a click on the dot to the left adds a step before', async () => {
    await editor.node('Sort').hover();
    await editor.node('Sort').locator('[data-side=left]').click();
    await editor.typeName('Check');
    await editor.save();
    expect(flowsIn(projectIn(file))).toContain('Log > Check');
    expect(flowsIn(projectIn(file))).toContain('Check > Sort');
  });

  await test.step('the plus below adds a branch', async () => {
    await editor.select('Sort');
    await editor.node('Sort').locator('[data-side=down] svg').locator('..').click();
    await editor.typeName('Ask');
    await editor.save();
    expect(flowsIn(projectIn(file))).toContain('Sort > Ask');
    expect(flowsIn(projectIn(file))).toContain('Sort > Mend');
  });

  await test.step('a decision where the flow was let go', async () => {
    await editor.node('Mend').hover();
    await editor.drag(await editor.rightEdgeOf('Mend'), await editor.at(0.85, 0.9));
    await expect(page.getByRole('menu', { name: 'What the flow leads to' })).toBeVisible();
    await page.getByRole('menuitem', { name: 'New decision' }).click();
    await editor.typeName('Solved?');
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Solved?').type).toBe('decision');
    expect(flowsIn(projectIn(file))).toContain('Mend > Solved?');
  });
});

test('steps are grouped, folded into a block with its figures, looked into and dissolved', async ({
  launch,
}) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await editor.settled();
  const leadTime = await editor.figure('leadTime').textContent();

  await test.step('grouped by Ctrl+G, named at once', async () => {
    await editor.select('Specialist diagnosis');
    await editor.node('Vendor investigates').click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
    await page.keyboard.press('Control+g');
    await expect(page.getByRole('textbox', { name: 'Name of the group' }).first()).toBeFocused();
    await page.keyboard.type('Specialist work');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-group-id]')).toContainText('Specialist work');
    await expectAccessible(page, 'a group on the canvas', '[data-canvas]', '[data-pane=inspector]');
  });

  await test.step('folded by its button: one block, the same figures of the map', async () => {
    await page.getByRole('button', { name: 'Fold Specialist work into one block' }).click();
    await expect(editor.node('Vendor investigates')).toHaveCount(0);
    await expect(editor.node('Specialist work')).toHaveAttribute(
      'aria-label',
      /^Folded group Specialist work, 2 steps, takes .+, waits .+ of the lead time, .+ complete and accurate/,
    );
    expect(await editor.figure('leadTime').textContent()).toBe(leadTime);
    await expectAccessible(page, 'a folded group', '[data-canvas]');
  });

  await test.step('looked into by a double click, and back by the trail', async () => {
    await editor.node('Specialist work').dblclick({ position: { x: 20, y: 12 } });
    await expect(editor.nodes).toHaveCount(2);
    const trail = page.getByRole('navigation', { name: 'Where you are' });
    await expect(trail).toContainText('Specialist work');
    await trail.getByRole('button', { name: 'Whole map' }).click();
    await expect(trail).toHaveCount(0);
    await expect(editor.node('Specialist work')).toBeVisible();
  });

  await test.step('unfolded and dissolved', async () => {
    await editor.node('Specialist work').focus();
    await page.keyboard.press('g');
    await expect(editor.node('Vendor investigates')).toBeVisible();
    await page.keyboard.press('Control+Shift+g');
    await expect(page.locator('[data-group-id]')).toHaveCount(0);
  });
});

test('the simple mode shows five symbols and the fields that matter first', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await editor.menu('View', 'Simple mode');
  await expect(page.locator('[data-item]')).toHaveCount(5);
  await expect(page.locator('[data-figure]')).toHaveCount(4);
  await editor.select('Vendor investigates');
  await expect(editor.field('Process time')).toBeVisible();
  await expect(editor.field('Changeover')).toHaveCount(0);
  await expectAccessible(page, 'the simple mode', '[data-pane=palette]', '[data-pane=inspector]');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(editor.field('Changeover')).toBeVisible();
});

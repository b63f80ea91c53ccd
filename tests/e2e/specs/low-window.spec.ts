import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

test.use({ displaySize: { width: 1280, height: 800 } });

test('the list of findings opens and folds by Ctrl+J, by its tab and by its chevron', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  await keys.standAt(/^Start, /);
  await keys.press('F6', 'Escape');
  const list = page.locator('[data-pane=findings] [data-walk]');
  await expect(list).toHaveCount(0);
  for (let round = 0; round < 2; round += 1) {
    await keys.press('Control+j');
    await expect(list.first()).toBeVisible();
    await keys.press('Control+j');
    await expect(list).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Open the lower panel' }).click();
  await expect(list.first()).toBeVisible();
  await page.keyboard.press('Control+j');
  await expect(list).toHaveCount(0);
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expect(list.first()).toBeVisible();
});

test('F6 after F8 stands at the finding that F8 came to, and a finding of the whole map shows all of it', async ({
  launch,
}) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  await keys.standAt(/^Start, /);
  await keys.press('F6', 'Escape');
  const current = page.locator('[aria-current=true]');

  await test.step('the list has the focus when it is asked for, and arrows walk it', async () => {
    await keys.press('Control+Shift+m');
    const rows = page.locator('[data-pane=findings] [data-walk]');
    await expect(rows.first()).toBeFocused();
    await keys.press('ArrowDown');
    await expect(rows.nth(1)).toBeFocused();
    await keys.press('Escape');
  });

  await test.step('from finding to finding, and into the list', async () => {
    await keys.press('F8', 'F8');
    await keys.toPane('findings');
    await expect(current.locator('[data-walk]')).toBeFocused();
    await keys.press('ArrowDown', 'Escape', 'F8', 'F8');
    await keys.toPane('findings');
    await expect(current.locator('[data-walk]')).toBeFocused();
  });

  await test.step('a finding of the whole map selects nothing and shows every node', async () => {
    await expect(async () => {
      await keys.press('F8');
      await expect(current.getByRole('button', { name: 'Whole map' })).toHaveCount(1, { timeout: 100 });
    }).toPass();
    await editor.settled();
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
    const space = await editor.canvas.boundingBox();
    if (!space) throw new Error('The canvas is not shown.');
    for (const node of await editor.nodes.all()) {
      const box = await node.boundingBox();
      expect(box?.x).toBeGreaterThan(space.x);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(space.x + space.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(space.y + space.height);
    }
  });
});

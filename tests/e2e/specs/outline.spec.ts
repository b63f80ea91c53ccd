import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

test.describe.configure({ timeout: 120_000 });

test('the outline builds and changes a map with keys alone', async ({ running }) => {
  const { page } = running;
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  const tree = page.getByRole('tree', { name: 'Outline of the map' });
  const rows = tree.getByRole('treeitem');
  const flows = page.getByRole('listbox', { name: 'Flows' }).getByRole('option');
  await editor.startEmpty();
  await keys.toPane('palette');
  await keys.press('Shift+Tab', 'Shift+Tab');
  await keys.press('ArrowRight');
  await keys.standAt('Outline');
  await keys.press('Enter');
  await expect(rows).toHaveCount(2);

  await test.step('steps are added after one another, and named', async () => {
    await keys.press('Tab', 'Tab');
    await keys.standAt(/Demand/);
    for (const name of ['Log', 'Approve', 'Mend']) {
      await keys.press('Insert');
      await keys.type(name);
      await keys.press('Enter');
      await keys.standAt(new RegExp(`^Step \\d of \\d, ${name}`));
    }
    await expect(rows).toHaveCount(5);
    await expect(flows).toHaveCount(3);
    await expect(rows.nth(2)).toHaveAccessibleName(/^Step 2 of 3, Approve, /);
  });

  await test.step('one changes places, and undo brings it back', async () => {
    await keys.press('Alt+ArrowUp');
    await expect(rows.nth(2)).toHaveAccessibleName(/Mend/);
    await keys.press('Control+z');
    await expect(rows.nth(3)).toHaveAccessibleName(/Mend/);
  });

  await test.step('a rework loop is drawn by the name of its end', async () => {
    await keys.press('>');
    await keys.type('lo');
    await keys.press('Enter');
    await expect(flows).toHaveCount(4);
    await expect(page.getByRole('option', { name: /Mend.*Log, rework/i })).toBeVisible();
  });

  await test.step('typed letters find a name; the arrows fold and unfold branches', async () => {
    await keys.type('app');
    await keys.standAt(/Approve/);
    await keys.press('Home');
    await keys.standAt(/Demand/);
  });

  await test.step('the share and the kind of a flow are changed in the list', async () => {
    await page.getByRole('option', { name: /Mend.*Log, rework/i }).click();
    await keys.press('F2');
    await keys.type('often');
    await rows.nth(1).click();
    const share = page.getByRole('textbox', { name: 'Share, for example 20 %' });
    await expect(share).toHaveValue('often');
    await expect(share).toHaveAccessibleDescription(/“often”/);
    await share.fill('20');
    await share.press('Enter');
    await expect(page.getByRole('option', { name: /Mend.*Log, rework.*20 %/i })).toBeVisible();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitemcheckbox', { name: 'Kind: Planned iteration' }).click();
    await expect(page.getByRole('option', { name: /Mend.*Log.*20 %/i })).toHaveAccessibleName(/iteration/i);
  });

  await test.step('a step is deleted, and the flows close the gap', async () => {
    await rows.nth(2).click();
    await keys.press('Delete');
    await expect(rows).toHaveCount(4);
    await expect(page.getByRole('option', { name: /Log.*Mend/ }).first()).toBeVisible();
  });

  await test.step('Enter goes to the fields', async () => {
    await keys.press('Home', 'ArrowDown', 'Enter');
    await keys.standAt('Name');
  });

  await expectAccessible(page, 'outline');
});

test('branches stand under their decision, and can be folded', async ({ running }) => {
  const { page } = running;
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  await page.getByRole('tab', { name: 'Outline' }).click();
  const rows = page.getByRole('treeitem');
  await expect(rows).toHaveCount(10);
  await expect(page.getByRole('treeitem', { name: /Vendor investigates/ })).toHaveAttribute(
    'aria-level',
    '3',
  );
  await page.getByRole('treeitem', { name: /Classify, match/ }).click();
  await keys.press('ArrowLeft');
  await expect(rows).toHaveCount(6);
  await keys.press('ArrowRight', 'ArrowRight');
  await keys.standAt(/Route to a specialist queue/);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Show in the step table' }).click();
  await expect(page.getByRole('rowheader', { name: /^Step of Route to a specialist queue/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

test.describe.configure({ timeout: 120_000 });

/** Names on the map are broken into lines: this is its beginning. */
const check = 'Check the request';
const licence = 'Reserve or buy a licence';

const compare = (page: Page): Locator => page.getByRole('main');
const tile = (page: Page, name: string): Locator =>
  compare(page).locator('dl > div').filter({ hasText: name });
const share = (page: Page, name: string): Locator =>
  page.locator('[data-pane=inspector]').getByRole('textbox', { name, exact: true });

async function setShare(page: Page, name: string, text: string): Promise<void> {
  await share(page, name).fill(text);
  await share(page, name).press('Enter');
  await expect(share(page, name)).toHaveValue(new RegExp(`^${text.replace(' ', '\\s')}$`));
}

/** Leads 80 % of the complete requests past both approvals. */
async function skipApprovals(page: Page, editor: Editor): Promise<void> {
  await editor.select(check);
  await page.keyboard.press('c');
  await page.getByRole('option', { name: licence }).click();
  await editor.select(check);
  await setShare(page, licence, '64 %');
  await setShare(page, 'Line manager approves', '16 %');
}

test('a future state in which 80 % of requests skip both approvals is made, changed and compared', async ({
  window: page,
}) => {
  const editor = new Editor(page);
  await editor.startFromTemplate('service-request-fulfilment');
  await editor.settled();

  await test.step('without a future state one button makes it', async () => {
    await page.keyboard.press('Control+7');
    await expect(compare(page)).toContainText('There is nothing to compare with yet');
    await expectAccessible(page, 'comparison without a future state', 'main');
    await compare(page).getByRole('button', { name: 'Make a future state' }).click();
    await expect(compare(page)).toContainText('Nothing was changed yet.');
  });

  await test.step('the path with its share is added on the map', async () => {
    await page.keyboard.press('Control+1');
    await editor.settled();
    await skipApprovals(page, editor);
  });

  await test.step('the story and the figures say what it does', async () => {
    await page.keyboard.press('Control+7');
    await expect(
      compare(page).getByRole('button', {
        name: /^80\s% of requests skip both approvals: expected lead time 47h 30m to 27h 41m/,
      }),
    ).toBeVisible();
    await expect(tile(page, 'Lead time, expected')).toContainText(/47h 30m.*27h 41m/);
    await expect(tile(page, 'Items within the target')).toContainText(/25\s%.*8[3-5]\s%/);
    await compare(page).getByRole('button', { name: 'Figures', exact: true }).click();
    const analysts = compare(page).getByRole('row', { name: /Time used of “Information security analyst”/ });
    await expect(analysts).toContainText(/77\s%.*15\s%.*better/);
  });

  await test.step('the picture of both names what differs, and shows one kind alone', async () => {
    await compare(page).getByRole('button', { name: 'Overlay', exact: true }).click();
    await expect(compare(page).getByRole('button', { name: 'Added, 1' })).toBeVisible();
    await expect(compare(page).getByRole('button', { name: 'Changed, 1' })).toBeVisible();
    const kept = compare(page).locator('[data-part]').filter({ hasText: 'User productive' }).first();
    await compare(page).getByRole('button', { name: 'Added, 1' }).click();
    await expect(kept).toHaveAttribute('data-dimmed', 'true');
    await compare(page).getByRole('button', { name: 'Added, 1' }).click();
    await expect(kept).not.toHaveAttribute('data-dimmed');
  });
});

test('maps are named, copied, put in order and deleted, and all of it can be undone', async ({
  window: page,
}) => {
  const editor = new Editor(page);
  await editor.startFromTemplate('service-request-fulfilment');
  await page.keyboard.press('Control+7');
  await compare(page).getByRole('button', { name: 'Make a future state' }).click();
  await compare(page).getByRole('tab', { name: 'Maps' }).click();
  const list = compare(page).getByRole('list', { name: 'Maps of this stream' }).getByRole('listitem');
  await expect(list).toHaveCount(2);
  await expect(list.nth(1)).toContainText('Copied from “Current state”');

  const name = compare(page).getByRole('textbox', { name: 'Name of “Future state”' });
  await name.fill('Without approvals');
  await name.press('Enter');
  await compare(page).getByRole('button', { name: 'Make a future state from “Without approvals”' }).click();
  await expect(list).toHaveCount(3);
  await expect(list.nth(2)).toContainText('Copied from “Without approvals”');
  await expect(compare(page).getByRole('combobox', { name: 'From' })).toHaveText('Without approvals');

  await compare(page).getByRole('button', { name: 'Move “Future state” up' }).click();
  await expect(list.nth(1)).toContainText('Copied from “Without approvals”');
  await compare(page).getByRole('button', { name: 'Delete “Future state”' }).click();
  await expect(list).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(list).toHaveCount(3);

  await test.step('a map that others were copied from goes after a question', async () => {
    const remove = compare(page).getByRole('button', { name: 'Delete “Current state”' });
    await remove.click();
    const question = page.getByRole('dialog', { name: 'Delete “Current state”?' });
    await expect(question).toContainText('were copied from it and stay');
    await expectAccessible(page, 'the question before a map is deleted', '[role=dialog]');
    await question.getByRole('button', { name: 'Keep it' }).click();
    await expect(list).toHaveCount(3);
    await remove.click();
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(list).toHaveCount(2);
  });
});

test('the comparison can be used by everybody, with the keyboard alone', async ({ window: page }) => {
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('service-request-fulfilment');
  await page.keyboard.press('Control+7');
  await compare(page).getByRole('button', { name: 'Make a future state' }).focus();
  await keys.press('Enter');
  await page.keyboard.press('Control+1');
  await editor.settled();
  await skipApprovals(page, editor);
  await page.keyboard.press('Control+7');

  await test.step('the list of changes is walked, and shows each on the drawing', async () => {
    await compare(page).getByRole('tab', { name: 'Story' }).focus();
    await keys.press('ArrowRight');
    await keys.press('Enter');
    await expect(compare(page).getByRole('tab', { name: 'Changes' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    const changes = compare(page)
      .getByRole('list', { name: /^Every difference/ })
      .getByRole('button');
    await changes.first().focus();
    await keys.press('Enter');
    await expect(changes.first()).toHaveAttribute('aria-pressed', 'true');
    await keys.press('Tab');
    await expect(changes.nth(1)).toBeFocused();
  });

  await expectAccessible(page, 'the comparison with its changes', 'main');
  for (const view of ['Overlay', 'Figures']) {
    await compare(page).getByRole('button', { name: view, exact: true }).click();
    await expectAccessible(page, `the comparison, ${view}`, '[data-compare=view]');
  }
  for (const tab of ['Story', 'Findings', 'Maps']) {
    await compare(page).getByRole('tab', { name: tab }).click();
    await expectAccessible(page, `the comparison, ${tab}`, '[data-compare=side]');
  }
});

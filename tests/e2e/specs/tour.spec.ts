import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';

test('teaches in five steps, by doing them', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await page.getByRole('button', { name: /^Learn in five steps/ }).click();
  const card = page.getByRole('complementary', { name: 'Palette' });
  const next = card.getByRole('button', { name: 'Next', exact: true });
  const leadTime = editor.figure('leadTime');
  await expect(card.getByRole('heading', { name: 'Say how long it waits' })).toBeVisible();
  await expect(next).toHaveCount(0);
  await expectAccessible(page, 'the tour');

  await editor.select('Approve a new');
  await editor.field('Wait before').fill('1d');
  await editor.field('Wait before').press('Enter');
  await expect(leadTime).toContainText('15h 25m');
  await next.click();

  await editor.select('Take one from');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Copy the data; Service desk; 40m; wait 2h; 90%');
  await page.keyboard.press('Enter');
  await expect(leadTime).toContainText('18h 05m');
  await next.click();

  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('Check it works; Service desk; 10m; wait 0m; 95%; -> Copy the data 20% rework');
  await page.keyboard.press('Enter');
  await expect(leadTime).toContainText('18h 58m');
  await next.click();

  await editor.select('Approve a new');
  await page.keyboard.press('3');
  await next.click();

  await page.getByRole('button', { name: 'Future state' }).click();
  await editor.select('Approve a new');
  await page.keyboard.press('Delete');
  await expect(leadTime).toContainText('10h 53m');
  await next.click();
  await expect(card.getByRole('heading', { name: 'That is all you need' })).toBeVisible();
  await card.getByRole('button', { name: 'Stay with this map' }).click();
  await expect(card.getByRole('heading', { name: 'That is all you need' })).toHaveCount(0);
  await expect(leadTime).toContainText('10h 53m');
});

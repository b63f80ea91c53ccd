import { actionsText } from '../../../shared/text/actions';
import { licencesText } from '../../../shared/text/licences';
import { searchText } from '../../../shared/text/search';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';

test('every package inside and its licence can be read, by keyboard alone', async ({ window: page }) => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: searchText.palette.title, exact: true });
  await palette.fill(`>${actionsText.titles['help.about']}`);
  await palette.press('Enter');
  const about = page.getByRole('dialog', { name: actionsText.titles['help.about'] });
  await about.getByRole('button', { name: licencesText.open }).press('Enter');
  const dialog = page.getByRole('dialog', { name: licencesText.title });
  const search = dialog.getByRole('searchbox', { name: licencesText.search });
  await expect(search).toBeFocused();
  await expectAccessible(page, 'licences');

  await test.step('a typeface is found by its name and shows its licence', async () => {
    await page.keyboard.type('inter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    const chosen = dialog.getByRole('option', { selected: true });
    await expect(chosen).toContainText('@fontsource-variable/inter');
    await expect(dialog.getByRole('article')).toContainText('SIL OPEN FONT LICENSE');
  });

  await test.step('Electron names where the licences of Chromium are', async () => {
    await search.fill('electron');
    await dialog.getByRole('option', { name: /^electron MIT$/ }).click();
    await expect(dialog.getByRole('article')).toContainText('LICENSES.chromium.html');
  });

  await test.step('Escape empties the search, then leaves', async () => {
    await page.keyboard.press('Escape');
    await expect(search).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});

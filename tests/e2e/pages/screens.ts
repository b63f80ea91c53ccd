import type { Locator, Page } from '@playwright/test';
import { type ActionId, actionsText } from '../../../shared/text/actions';
import { analysisPanelsText } from '../../../shared/text/analysis-panels';
import { searchText } from '../../../shared/text/search';
import { expect } from '../harness/fixture';
import { Editor } from './editor';

/** What is looked at on each screen; `name` is for the report. */
type Look = (name: string) => Promise<void>;

/** How the app says a text: as it is, or in the letters of another language. */
type Say = (text: string) => string;

interface Walk {
  readonly page: Page;
  readonly look: Look;
  readonly say: Say;
}

/** Dialogs that open by a command. */
const dialogs = [
  'app.settings',
  'help.shortcuts',
  'help.about',
  'help.rules',
  'edit.replace',
  'file.export',
  'insert.table',
  'map.roles',
  'rules.settings',
  'value.ask',
] satisfies ActionId[];

/** Does what a command does, found by its name in the search. */
async function command({ page, say }: Pick<Walk, 'page' | 'say'>, id: ActionId): Promise<void> {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: say(searchText.palette.title), exact: true });
  await search.fill(`>${say(actionsText.titles[id])}`);
  await search.press('Enter');
  await expect(search).toHaveCount(0);
}

/** Looks at each tab of a row of tabs. */
async function eachTab(tabs: Locator, name: string, look: Look): Promise<void> {
  const count = await tabs.count();
  for (let index = 0; index < count; index += 1) {
    const tab = tabs.nth(index);
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await look(`${name}, tab ${String(index + 1)}`);
  }
}

/** Each page of the rail, with each of its tabs. */
export async function walkPages({ page, look }: Walk): Promise<void> {
  const names = ['map', 'table', 'charter', 'value', 'dimensions', 'what-if', 'compare', 'plan', 'workshop'];
  for (const [index, name] of names.entries()) {
    const button = page.locator('[data-pane=rail] button').nth(index);
    await button.click();
    await expect(button).toHaveAttribute('aria-current', 'page');
    await page
      .getByRole('main')
      .getByRole('heading')
      .first()
      .or(page.locator('[data-canvas]'))
      .first()
      .waitFor();
    await look(`page ${name}`);
    if (name === 'map') {
      await eachTab(page.locator('[data-pane=palette] [role=tab]'), 'left', look);
      await eachTab(page.locator('[data-pane=findings] [role=tab]'), 'below', look);
    } else await eachTab(page.locator('main [role=tab]'), `page ${name}`, look);
  }
  await page.locator('[data-pane=rail] button').first().click();
}

/** The inspector of each kind of node, of a flow, and of several steps. */
export async function walkInspector({ page, look }: Walk): Promise<void> {
  const editor = new Editor(page);
  await page.keyboard.press('Shift+Digit1');
  for (const name of ['Αρχή', 'Λήψη', 'Έγκριση', 'Παράδοση', 'Ποιο;', 'Σημείωση', 'Ιδέα']) {
    await editor.select(name);
    await expect(editor.node(name).locator('[data-selected=true]')).toHaveCount(1);
    await look(`inspector of ${name}`);
    const folds = page.locator('[data-pane=inspector] button[aria-expanded=false]:not([aria-haspopup])');
    while ((await folds.count()) > 0) await folds.first().click();
    await look(`inspector of ${name}, unfolded`);
    await page.keyboard.press('Escape');
  }
  await editor.selectFlow(0);
  await look('inspector of a flow');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await look('inspector of everything');
  await page.keyboard.press('Escape');
}

/** What can be done about a finding: the look at a fix of the step called so, and the reason why it is accepted. */
export async function walkFinding({ page, look, say }: Walk, step: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const accept = page.getByRole('button', { name: say(analysisPanelsText.details.accept), exact: true });
  await page.keyboard.press('Shift+Digit1');
  await new Editor(page).select(step);
  const ways = { fix: page.locator('[data-fix]'), waive: accept };
  await page.locator('[data-pane=inspector] details:has(+ [data-fix]) summary').first().click();
  for (const [name, button] of Object.entries(ways)) {
    await button.first().click();
    await expect(dialog).toBeVisible();
    await look(`dialog ${name}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}

/** Every dialog that a command opens, with each of its tabs. */
export async function walkDialogs(walk: Walk): Promise<void> {
  const { page, look } = walk;
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+k');
  await expect(dialog).toBeVisible();
  await look('dialog app.palette');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  for (const id of dialogs) {
    await command(walk, id);
    await expect(dialog).toBeVisible();
    await look(`dialog ${id}`);
    await eachTab(dialog.getByRole('tab'), `dialog ${id}`, look);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}

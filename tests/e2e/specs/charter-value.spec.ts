import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';
import { projectIn } from '../pages/saved-file';

test.describe.configure({ timeout: 120_000 });

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });

async function write(page: Page, name: string | RegExp, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).press('Enter');
}

test('a charter is written in place by keys alone, and each text is one step back', async ({
  launch,
  folder,
}) => {
  const { page, dialogs } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startEmpty();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('main', { name: 'Charter' })).toBeVisible();
  await expect(page.getByText('0 of 24 said')).toBeVisible();

  await test.step('the next open question is one press away', async () => {
    await keys.reach('Next: Purpose');
    await keys.press('Enter');
    await keys.standAt('Purpose');
    await keys.type('People who cannot work can work again, soon');
    await keys.press('Enter');
    await expect(page.getByText('1 of 24 said')).toBeVisible();
    await keys.press('Tab');
    await keys.standAt('Scenario');
    await keys.type('One laptop fault');
    await keys.press('Shift+Enter');
    await keys.type('in the head office');
    await keys.press('Tab');
    await expect(field(page, 'Scenario')).toHaveValue('One laptop fault\nin the head office');
  });

  await test.step('a demand is told from an opportunity', async () => {
    await keys.standAt('Demand');
    await keys.press('Enter');
    await expect(page.getByText('Somebody asks for something that they need.')).toBeVisible();
    await expect(page.getByText('3 of 24 said')).toBeVisible();
  });

  await test.step('an output in place of an outcome is pointed out', async () => {
    await write(page, 'Outcome', 'Ticket is closed');
    await expect(page.getByText(/^This reads like an output/)).toBeVisible();
    await write(page, 'Outcome', 'Ana can send invoices again');
    await expect(page.getByText(/^This reads like an output/)).toHaveCount(0);
  });

  await test.step('whole texts are taken back one by one', async () => {
    await keys.press('Control+z');
    await expect(field(page, 'Outcome')).toHaveValue('Ticket is closed');
    await keys.press('Control+z');
    await expect(field(page, 'Outcome')).toHaveValue('');
    await keys.press('Control+z');
    await expect(page.getByText('2 of 24 said')).toBeVisible();
    await keys.press('Control+Shift+z', 'Control+Shift+z', 'Control+Shift+z');
    await expect(field(page, 'Outcome')).toHaveValue('Ana can send invoices again');
  });

  await test.step('stakeholders are typed one after the other, once each', async () => {
    await field(page, 'Add a stakeholder').fill('Works council');
    await field(page, 'Add a stakeholder').press('Enter');
    await keys.type('works council');
    await keys.press('Enter');
    await expect(page.getByText('works council is among the stakeholders already.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Stakeholders' }).getByRole('row')).toHaveCount(2);
  });

  await expectAccessible(page, 'charter');

  await test.step('the file holds it', async () => {
    const file = path.join(folder, 'Charter.vsmap');
    await dialogs.nextSavePath(file);
    await page.keyboard.press('Control+s');
    await expect(editor.state).toContainText('Saved');
    const project = projectIn(file);
    expect(Object.values(project.streams)[0]).toMatchObject({
      purpose: 'People who cannot work can work again, soon',
      scenario: 'One laptop fault\nin the head office',
      triggerKind: 'demand',
      valueOutcome: 'Ana can send invoices again',
    });
    expect(Object.values(project.stakeholders).map(({ name }) => name)).toEqual(['Works council']);
  });
});

test('what a stream gives and takes is linked to its steps', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Value' }).click();

  await test.step('the consumers of the charter come in one press', async () => {
    await page.getByRole('button', { name: /^Add Employee whose work is blocked/ }).click();
    await expect(page.getByRole('article')).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('article')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
  });

  const user = page.getByRole('article', { name: 'Employee whose work is blocked' });

  await test.step('entries are typed where they belong', async () => {
    await write(page, 'Add to outcomes supported of Employee whose work is blocked', 'Can work again today');
    await write(page, 'Add to warranty of Employee whose work is blocked', 'Answer within an hour');
    await write(page, 'Add to costs imposed of Employee whose work is blocked', 'Telling it twice');
    await expect(user).toContainText('2 given, 1 taken');
    await expect(user).not.toContainText('more than');
    const loose = page.getByRole('region', { name: 'Costs and risks imposed without a step' });
    await loose.getByRole('button', { name: 'Telling it twice' }).click();
    await expect(user.locator('textarea:focus')).toHaveValue('Telling it twice');
  });

  await test.step('a step is linked by its name, and the chip leads to it', async () => {
    await page.getByRole('button', { name: 'Link steps: Link “Telling it twice” to steps' }).click();
    await page.getByRole('textbox', { name: 'Find a step' }).fill('take the report');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('region', { name: 'Costs and risks imposed without a step' }),
    ).not.toContainText('Telling it twice');
    await page.getByRole('button', { name: 'Go to Take the report and log it' }).click();
    await new Keyboard(page).standAt(/^Step 1 of 8, Take the report and log it/);
    await page.keyboard.press('Control+4');
  });

  await test.step('a text of the charter becomes entries', async () => {
    const outcomes = user.getByRole('region', { name: /^Outcomes supported for/ });
    await page.getByRole('button', { name: 'Make 2 entries' }).click();
    await expect(outcomes.getByRole('listitem')).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(outcomes.getByRole('listitem')).toHaveCount(1);
  });

  await expectAccessible(page, 'value, cards');

  await test.step('the matrix leads to where a cell is written', async () => {
    await page.getByRole('button', { name: 'Matrix' }).click();
    await expectAccessible(page, 'value, matrix');
    await page.getByRole('button', { name: /^Utility for Employee.*nothing said$/ }).click();
    await expect(field(page, 'Add to utility of Employee whose work is blocked')).toBeFocused();
  });
});

test('each dimension says what the map says, and leads to its steps', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startFromTemplate('normal-change');
  await page.keyboard.press('Control+5');
  const people = page.getByRole('region', { name: 'Organizations and people' });
  await expect(people).toContainText('Roles at work');

  await test.step('an outside factor is marked on a step', async () => {
    await page.getByRole('button', { name: 'Step: Steps bounded by law' }).click();
    await page.getByRole('textbox', { name: 'Find a step' }).fill('register');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Go to Register the change' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Find a step' })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: 'Go to Register the change' })).toHaveCount(0);
  });

  await test.step('an idea is noted for a dimension', async () => {
    await write(page, 'Note an idea for organizations and people', 'Let engineers approve each other');
    await expect(people.getByRole('button', { name: 'Let engineers approve each other' })).toBeVisible();
  });

  await expectAccessible(page, 'four dimensions');

  await test.step('a number leads to its steps', async () => {
    await people.getByRole('button', { name: /^Roles at work/ }).click();
    await expect(editor.canvas).toBeVisible();
    await expect(page.locator('footer')).toContainText(/selected/);
  });
});

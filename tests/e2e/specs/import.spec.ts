import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { importFixture } from '../../helpers/import-fixture';
import { testWorkbook, workbookStyles } from '../../helpers/test-workbook';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';

test.describe.configure({ timeout: 120_000 });

const dialogOf = (page: Page) => page.getByRole('dialog');

test('a process of another tool is looked at, opened, and joined by a chart in the same project', async ({
  running: { page, dialogs },
}) => {
  const dialog = dialogOf(page);
  await expect(page.getByRole('button', { name: /Import a diagram or a table/ })).toBeVisible();

  await test.step('the door of the start screen shows how the file is understood', async () => {
    await dialogs.nextOpenPath(importFixture('order.bpmn'));
    await page.getByRole('button', { name: /Import a diagram or a table/ }).click();
    await expect(dialog).toHaveAccessibleName('Import order.bpmn');
    await expect(dialog.getByRole('img', { name: 'Preview of Order to cash' })).toBeVisible();
    await expect(dialog.getByText('1 inclusive gateway came in as a choice')).toBeVisible();
    await expect(dialog.getByText('It leads to a pool in which no step is drawn.')).toBeVisible();
    await expectAccessible(page, 'import dialog');
  });

  await test.step('Enter opens it', async () => {
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Take the order').first()).toBeVisible();
  });

  await test.step('a second file is added to the open project with keys alone', async () => {
    await dialogs.nextOpenPath(importFixture('laptop.mmd'));
    await page.keyboard.press('Control+i');
    await expect(dialog).toHaveAccessibleName('Import laptop.mmd');
    // The main button has the focus; before it stand Cancel and the choice of the place.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Add to this project' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Ship it').first()).toBeVisible();
  });

  await test.step('the other stream is one click away', async () => {
    await page.getByRole('button', { name: 'Stream: Laptop order. Choose another stream' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Order to cash' }).click();
    await expect(page.getByText('Take the order').first()).toBeVisible();
    await expectAccessible(page, 'two streams');
  });

  await test.step('undo takes the whole import back', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: /Choose another stream/ })).toHaveCount(0);
  });
});

test('a European CSV goes through the dialog that tells what its columns mean', async ({
  running: { page, dialogs },
  folder,
}) => {
  const file = path.join(folder, 'prozess.csv');
  const text = 'Schritt;PT (h);%C&A\nPrüfen;1,5;95%\nLiefern;soon;\n';
  await writeFile(file, Buffer.from(text, 'latin1'));
  await dialogs.nextOpenPath(file);
  await page.getByRole('button', { name: /Import a diagram or a table/ }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('cell', { name: 'Prüfen' })).toBeVisible();
  await dialog.getByLabel('Meaning of column Schritt').selectOption('name');
  await expect(dialog.getByText('1 cell to mend')).toBeVisible();
  await dialog.getByLabel('Text of row 3, PT (h)').fill('2');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Open 2 steps' }).click();
  await expect(page.getByText('Liefern').first()).toBeVisible();
});

test('of a workbook the sheet with the steps is chosen first', async ({
  running: { page, dialogs },
  folder,
}) => {
  const file = path.join(folder, 'process.xlsx');
  const sheets = {
    Notes: [['Made by us', 'in spring']],
    Process: [
      ['Step', 'PT (h)', '%C&A'],
      ['Log', 0.5, [0.95, workbookStyles.percent]],
      ['Fix', 2, null],
    ],
  } as const;
  await writeFile(file, testWorkbook(sheets));
  await dialogs.nextOpenPath(file);
  await page.getByRole('button', { name: /Import a diagram or a table/ }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toHaveAccessibleName('Choose the sheet of process.xlsx');
  await expectAccessible(page, 'sheets of a workbook', '[role=dialog]');
  await dialog.getByRole('combobox', { name: 'Sheet' }).click();
  await page.getByRole('option', { name: 'Process' }).click();
  await expect(dialog.getByText('3 rows, 3 columns')).toBeVisible();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await expect(dialog.getByRole('cell', { name: '95%' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Open 2 steps' }).click();
  await expect(page.getByText('Fix', { exact: true }).first()).toBeVisible();
});

test('a file that cannot be read is refused in words, and nothing changes', async ({
  running: { page, dialogs },
  folder,
}) => {
  const editor = new Editor(page);
  await editor.startEmpty();
  const file = path.join(folder, 'bad.drawio');
  await writeFile(file, '<!DOCTYPE x [<!ENTITY a "b">]><mxfile/>');
  await dialogs.nextOpenPath(file);
  await page.keyboard.press('Control+i');
  const dialog = dialogOf(page);
  await expect(dialog).toHaveAccessibleName('This file could not be imported');
  await expect(dialog).toContainText('defines abbreviations of its own');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

import type { Page } from '@playwright/test';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import {
  journalsIn,
  journalText,
  mapFile,
  renameStream,
  saveByMenu,
  state,
  streamIn,
} from '../pages/documents';
import { Editor } from '../pages/editor';
import { StepTable } from '../pages/step-table';

const typing = (page: Page) => page.getByRole('dialog', { name: /^You were typing/ });
/** What the journals say last of what is being typed. */
const lastTyped = (folder: string): string | undefined =>
  journalText(folder)
    .match(/"typed":(?:null|\{"label":"[^"]*","text":"[^"]*")/g)
    ?.at(-1);
const offer = (page: Page) => page.getByRole('region', { name: 'Work that was not saved' });

/** What was pasted into a field by mistake. */
const page100kB = 'soon, as they say '.repeat(5600).trim();

test('a time that was stored while it was typed is not offered as a lost text, one that was refused is', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap');
  const first = await launch({ files: [file] });
  const editor = new Editor(first.page);
  await editor.select('log');
  await editor.field('Process time').fill('11m');
  await expect.poll(() => journalText(folder)).toContain('Set “Process time” to 11m');
  await editor.field('Process time').fill('12m');
  await expect.poll(() => journalText(folder)).toContain('Set “Process time” to 12m');
  await expect.poll(() => lastTyped(folder)).not.toContain('12m');
  await first.crash();

  const second = await launch();
  await expect(offer(second.page)).toContainText('1 unsaved edit');
  await expect(offer(second.page)).toContainText('Last: Set “Process time” to 12m');
  await expect(offer(second.page)).not.toContainText('text being typed');
  await second.page.getByRole('button', { name: 'Open the copy' }).click();
  const again = new Editor(second.page);
  await again.select('log');
  await expect(again.field('Process time')).toHaveValue('12m');
  await expect(typing(second.page)).toHaveCount(0);
  await again.field('Process time').fill(page100kB);
  await expect.poll(() => journalText(folder)).toContain('"text":"soon, as they say');
  await second.crash();

  const { page } = await launch();
  await page.getByRole('button', { name: 'Open the copy' }).first().click();
  await expect(typing(page).getByRole('textbox')).toHaveValue(page100kB);
  await page.keyboard.press('Enter');
  const field = new Editor(page).field('Process time');
  await expect(field).toHaveValue(page100kB);
  const notice = page.getByText(/^Your text stands in “Process time” again, but is not stored\./);
  await expect(notice).toBeVisible();
  expect((await notice.boundingBox())?.height).toBeLessThan(160);
  await expect(page.getByRole('alert').filter({ hasText: 'soon' })).toHaveText(
    /^“soon, as .{40,60}…” is not a time\./,
  );
  await expect(state(page)).toHaveText('Unsaved changes');
});

const remark = '40m/2h/6h or so, says Ann';

/** Types a time that is stored for trial, then words behind it, with which it is refused and taken back. */
async function typeOn(editor: Editor, folder: string): Promise<void> {
  await editor.select('log');
  const field = editor.field('Process time');
  await field.fill('40m/2h/6h');
  await expect.poll(() => journalText(folder)).toContain('to 40m/2h/6h');
  await field.press('End');
  await field.pressSequentially(' or so, says Ann');
  await expect(editor.page.getByText(/or so, says ann” is not a time/i)).toBeVisible();
}

/** Whether the copy holds what is being typed, and no edit. */
const isTypedAlone = (folder: string): boolean =>
  journalText(folder).includes(remark) && !journalText(folder).includes('"patches"');

test('words behind a time that was stored meanwhile stay kept, also in a copy', async ({
  folder,
  launch,
}) => {
  const first = await launch({ files: [mapFile(folder, 'one.vsmap')] });
  await typeOn(new Editor(first.page), folder);
  await expect(state(first.page)).not.toHaveText('Unsaved changes');
  await expect.poll(() => isTypedAlone(folder)).toBe(true);
  await first.crash();

  const second = await launch();
  await expect(offer(second.page)).toContainText('text being typed in “Process time”');
  await second.page.getByRole('button', { name: 'Open the copy' }).click();
  await expect(typing(second.page).getByRole('textbox')).toHaveValue(remark);
  await second.page.keyboard.press('Escape');
  await expect(typing(second.page)).toHaveCount(0);
  await typeOn(new Editor(second.page), folder);
  await expect.poll(() => lastTyped(folder)).toContain(remark);
  await second.crash();

  const { page } = await launch();
  await expect(offer(page)).toContainText('text being typed in “Process time”');
});

test('a text that is refused stays kept in its field once the map is saved, until it is taken back', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap');
  const { page, crash } = await launch({ files: [file] });
  await renameStream(page, 'Repairs');
  const editor = new Editor(page);
  await typeOn(editor, folder);
  await saveByMenu(page);
  await expect.poll(() => streamIn(file)).toBe('Repairs');
  await expect(state(page)).not.toHaveText('Unsaved changes');
  await expect(editor.field('Process time')).toHaveValue(remark);
  await expect.poll(() => isTypedAlone(folder)).toBe(true);
  await editor.field('Process time').focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => journalsIn(folder)).toBe(0);
  await typeOn(editor, folder);
  await page.getByRole('menuitem', { name: 'File' }).focus();
  await expect(editor.field('Process time')).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => isTypedAlone(folder)).toBe(true);
  await crash();

  const again = await launch();
  await expect(offer(again.page)).toContainText('text being typed in “Process time”');
});

test('a text that its cell refuses is not said to be put back, and can still be copied', async ({
  folder,
  launch,
}) => {
  const file = mapFile(folder, 'one.vsmap');
  const { page, crash } = await launch({ files: [file] });
  await page.keyboard.press('Control+2');
  await new StepTable(page).cell('Log', 'Process time').click();
  await page.keyboard.type('soon');
  await expect.poll(() => journalText(folder)).toContain('"text":"soon",');
  await crash();

  const again = await launch();
  await again.page.getByRole('button', { name: 'Open the copy' }).click();
  await typing(again.page)
    .getByRole('button', { name: /^Put it into/ })
    .press('Enter');
  const dialog = typing(again.page);
  await expect(dialog).toContainText(/It could not be put back\. .*soon.*Copy the text: it is gone once/);
  await expect(dialog.getByRole('textbox')).toHaveValue('soon');
  await expectAccessible(again.page, 'dialog of a text that was refused', '[role=dialog]');
  await expect(dialog.getByRole('button', { name: 'Copy the text' })).toBeFocused();
  await again.page.keyboard.press('Escape');
  await expect(new StepTable(again.page).cell('Log', 'Process time')).toHaveAttribute('aria-invalid', 'true');
});

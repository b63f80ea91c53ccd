import path from 'node:path';
import { expect, test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { flowsIn, nodeNamed, projectIn } from '../pages/saved-file';
import { clipboardOf, fillClipboard, StepTable } from '../pages/step-table';

test.describe.configure({ timeout: 120_000 });

test('the table is worked with like a spreadsheet and is the same map as the canvas', async ({ running }) => {
  const { page } = running;
  const editor = new Editor(page);
  const table = new StepTable(page);
  await editor.startFromTemplate('incident-restoration');
  const before = await editor.nodes.count();
  await editor.select('Confirm with the user');
  await table.press('Control+2');

  await test.step('it stands at what is selected, and arrows, Tab and Home walk', async () => {
    await table.cell('Confirm with the user', 'Step').click();
    await table.standAt('Confirm with the user', 'Step');
    await table.press('Tab', 'Tab');
    await table.standAt('Confirm with the user', 'Practices');
    await table.press('ArrowUp', 'End', 'Home');
    await table.standAt('Apply fix or workaround', 'Step');
  });

  await test.step('typing overwrites, Enter stores and goes down', async () => {
    await table.cell('Specialist diagnosis', 'Process time').click();
    await page.keyboard.type('45');
    await table.press('Enter');
    await table.standAt('Vendor investigates', 'Process time');
    await expect(table.cell('Specialist diagnosis', 'Process time')).toHaveText('45m');
  });

  await test.step('what is not understood stays, red, with a sentence; Escape gives it up', async () => {
    await page.keyboard.type('10 mm');
    await table.press('Enter');
    const cell = table.cell('Vendor investigates', 'Process time');
    await expect(cell).toHaveText('10 mm');
    await expect(cell).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(/^Not stored. “10 mm” is not a time/).first()).toBeVisible();
    await table.press('Escape');
    await expect(cell).toHaveText('30m/2h/8h');
  });

  await test.step('a practice is found by the beginning of its words, and the list helps', async () => {
    await table.cell('Route to a specialist queue', 'Practices').click();
    await page.keyboard.type('monit');
    await expect(page.getByRole('option', { name: 'Monitoring and event management' })).toBeVisible();
    await table.press('Enter');
    await expect(table.cell('Route to a specialist queue', 'Practices')).toHaveText(
      'Monitoring and event management',
    );
  });

  await test.step('a range is filled down as one change', async () => {
    await table.cell('Specialist diagnosis', 'People').click();
    await page.keyboard.type('2');
    await table.press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect(table.cell('Apply fix or workaround', 'People')).toHaveText('2');
    await table.press('Control+z');
    await expect(table.cell('Apply fix or workaround', 'People')).toHaveText('—');
    await expect(table.cell('Specialist diagnosis', 'People')).toHaveText('2');
  });

  await test.step('the rest of the flow is changed in Next', async () => {
    await table.cell('Close, feed back, capture knowledge', 'Next').click();
    await page.keyboard.type('User working again 90%; Confirm 10% rework');
    await table.press('Enter');
    await expect(table.cell('Close, feed back, capture knowledge', 'Next')).toHaveText(
      '→ User working again 90\u00a0%; → Confirm with the user 10\u00a0% rework',
    );
  });

  await test.step('a row is added after, connected, and deleted again', async () => {
    await table.cell('Confirm with the user', 'Step').click();
    await table.press('Insert');
    await page.keyboard.type('Tell the user');
    await table.press('Enter', 'ArrowUp');
    const names = await table.names();
    expect(names.indexOf('Tell the user')).toBe(names.indexOf('Confirm with the user') + 1);
    await table.cell('Tell the user', 'Step').click();
    await table.press('Control+Minus');
    await expect(table.cell('Tell the user', 'Step')).toHaveCount(0);
  });

  await expectAccessible(page, 'step table');
  await test.step('and the canvas shows it', async () => {
    await table.cell('Specialist diagnosis', 'Step').click();
    await page.getByRole('button', { name: 'Show on the map' }).click();
    await expect(editor.nodes).toHaveCount(before);
    await expect(editor.field('Process time')).toHaveValue('45m');
  });
});

test('cells are copied to and pasted from a spreadsheet, one undo for all of them', async ({ running }) => {
  const { page, app } = running;
  const editor = new Editor(page);
  const table = new StepTable(page);
  await editor.startFromTemplate('incident-restoration');
  await table.press('Control+2');

  await test.step('copied cells are text and HTML', async () => {
    await table.cell('Take the report and log it', 'Role').click();
    await table.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    await expect
      .poll(async () => (await clipboardOf(app)).text)
      .toBe('Service desk agent\tService desk\r\nService desk agent\tService desk');
    expect((await clipboardOf(app)).html).toContain('<td>Service desk</td>');
  });

  await test.step('a block is pasted, bad cells are marked, the others stored', async () => {
    await fillClipboard(app, '12m\t3h\t80%\n9 x\t1h 30m\t0,9\n');
    await table.cell('Take the report and log it', 'Process time').click();
    await table.press('Control+v');
    await expect(table.cell('Take the report and log it', 'Wait before')).toHaveText('3h');
    const second = 'Classify, match known errors, try first fix';
    await expect(table.cell(second, 'Process time')).toHaveText('9 x');
    await expect(table.cell(second, 'Process time')).toHaveAttribute('aria-invalid', 'true');
    await expect(table.cell(second, '%C&A')).toHaveText('90\u00a0%');
    await table.press('Control+z');
    await expect(table.cell('Take the report and log it', 'Wait before')).toHaveText('1.2m/6m/30m');
    await expect(table.cell(second, '%C&A')).toHaveText('90\u00a0%');
  });

  await test.step('a copied table can be pasted as steps of a new stream', async () => {
    await page.getByRole('button', { name: 'Copy table' }).click();
    await expect(page.getByText('10 rows copied. Paste them into a spreadsheet.')).toBeVisible();
    await page.getByRole('button', { name: 'Paste table…' }).click();
    await expect(page.getByRole('textbox', { name: /^Paste the table here/ })).toBeFocused();
    await table.press('Control+v');
    await page.getByRole('button', { name: 'Open as a new stream' }).click();
    await expect(page.getByText('8 steps and 13 flows will be made.')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).last().click();
  });
});

const excelHtml = `<html><head><style><!--td {padding:0px;}--></style></head><body><table><!--StartFragment-->
<tr><td>Process step</td><td>Type</td><td>Actor</td><td>PT</td><td>Waiting time</td><td>%C&amp;A</td><td>Followed by</td></tr>
<tr><td>Log the call</td><td></td><td>First line</td><td>6</td><td>0,5h</td><td>80%</td><td>Triage</td></tr>
<tr><td>Triage</td><td></td><td>First line</td><td>10</td><td>1h</td><td>ninety</td><td>Split</td></tr>
<tr><td>Split</td><td>fork</td><td></td><td></td><td></td><td></td><td>Find the cause; Check the contract</td></tr>
<tr><td>Find the cause</td><td></td><td>Second line</td><td>60</td><td>4h</td><td>95%</td><td>Meet</td></tr>
<tr><td>Check the contract</td><td></td><td>Account</td><td>15</td><td>2h</td><td></td><td>Meet</td></tr>
<tr><td>Meet</td><td>join</td><td></td><td></td><td></td><td></td><td>Mend it</td></tr>
<tr><td>Mend it</td><td></td><td>Second line</td><td>30</td><td>3h</td><td>85%</td><td>Confirm; Triage:20% rework</td></tr>
<tr><td>Confirm</td><td></td><td>First line</td><td>5</td><td>1h</td><td>99%</td><td></td></tr>
<!--EndFragment--></table></body></html>`;

test('a table from Excel becomes a map: columns are guessed, red cells are mended, one undo takes it back', async ({
  running,
  folder,
}) => {
  const { page, app, dialogs } = running;
  const editor = new Editor(page);
  const dialog = page.getByRole('dialog');
  await editor.startEmpty();
  await fillClipboard(app, 'Process step\nLog the call', excelHtml);
  await editor.canvas.click({ position: { x: 40, y: 40 } });
  await page.keyboard.press('Control+v');

  await test.step('what columns mean is guessed; numbers without a unit are red', async () => {
    await expect(dialog.getByLabel('Meaning of column Actor')).toHaveValue('role');
    await expect(dialog.getByLabel('Meaning of column Followed by')).toHaveValue('next');
    await expect(dialog.getByRole('heading', { name: '7 cells to mend' })).toBeVisible();
    await expectAccessible(page, 'paste a table', '[role=dialog]');
    await dialog.getByLabel('Numbers in PT are').selectOption('m');
    await expect(dialog.getByRole('heading', { name: '1 cell to mend' })).toBeVisible();
  });

  await test.step('the last red cell is mended on the spot', async () => {
    await dialog.getByRole('textbox', { name: 'Text of row 3, %C&A' }).fill('90%');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('6 steps and 11 flows will be made.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 6 steps' }).click();
    await expect(editor.nodes).toHaveCount(10);
  });

  await test.step('one undo takes all of it back, and redo brings it', async () => {
    await page.keyboard.press('Control+z');
    await expect(editor.nodes).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(editor.nodes).toHaveCount(10);
  });

  await test.step('the file holds it', async () => {
    const file = path.join(folder, 'Pasted.vsmap');
    await dialogs.nextSavePath(file);
    await page.keyboard.press('Control+s');
    await expect(editor.state).toContainText('Saved');
    const project = projectIn(file);
    expect(flowsIn(project)).toEqual([
      'Check the contract > Meet',
      'Confirm > Value',
      'Demand > Log the call',
      'Find the cause > Meet',
      'Log the call > Triage',
      'Meet > Mend it',
      'Mend it > Confirm',
      'Mend it > Triage (rework)',
      'Split > Check the contract',
      'Split > Find the cause',
      'Triage > Split',
    ]);
    expect(nodeNamed(project, 'Find the cause')).toMatchObject({
      processTime: { likely: 60 },
      wait: { likely: 240 },
      completeAccurate: { likely: 0.95 },
    });
  });

  await test.step('the same headings are understood at once the next time', async () => {
    await page.keyboard.press('Control+Shift+v');
    await page.keyboard.press('Control+v');
    await expect(dialog.getByLabel('Numbers in PT are')).toHaveValue('m');
    await page.keyboard.press('Escape');
  });
});

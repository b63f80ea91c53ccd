import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Project } from '../../../shared/model/project';
import { expect, test } from '../harness/fixture';
import type { Dialogs } from '../harness/dialogs';
import { Editor } from '../pages/editor';
import { fillClipboard } from '../pages/step-table';
import { Keyboard } from '../pages/keyboard';
import { projectIn } from '../pages/saved-file';
import { meaningOf } from '../pages/same-map';

test.describe.configure({ timeout: 300_000 });

/** The map as it is said in the room, one line a step. */
const lines = [
  'Take the call; Front desk; 6m; wait 10m; 90%',
  'Sort it; Front desk; 4m; wait 20m; 85%',
  'Check the warranty; Asset team; 10m; wait 2h; 95%',
  'Approve it; Line manager; 5m; wait 1d; 98%; approval',
  'Order a laptop; Purchasing; 15m; wait 4h; 92%',
  'Set up accounts; Identity team; 30m; wait 3h; 90%; parallel',
  'Prepare the laptop; Deskside; 1h; wait 2h; 88%; join',
  'Copy the data; Deskside; 40m; wait 1h; 93%',
  'Test it; Deskside; 15m; wait 10m; 95%; -> Copy the data 20% rework',
  'Hand it over; Deskside; 20m; wait 4h; 97%',
  'Explain it; Front desk; 10m; wait 30m; 99%',
  'Close the call; Front desk; 3m; wait 15m; 80%; -> Value',
] as const;

/**
 * By hand, minutes: 16 + 24 + 130 + 485, then the longer of two branches, 255, then 180, then 1.25 passes of 125,
 * then 260 + 40 + 18: 1,564.25.
 */
const leadTime = '26h 04m';

/** What each line says, as a person would fill it into fields. */
const steps = [
  ['Take the call', 'Front desk', '6m', '10m', '90%'],
  ['Sort it', 'Front desk', '4m', '20m', '85%'],
  ['Check the warranty', 'Asset team', '10m', '2h', '95%'],
  ['Approve it', 'Line manager', '5m', '1d', '98%'],
  ['Order a laptop', 'Purchasing', '15m', '4h', '92%'],
  ['Set up accounts', 'Identity team', '30m', '3h', '90%'],
  ['Prepare the laptop', 'Deskside', '1h', '2h', '88%'],
  ['Copy the data', 'Deskside', '40m', '1h', '93%'],
  ['Test it', 'Deskside', '15m', '10m', '95%'],
  ['Hand it over', 'Deskside', '20m', '4h', '97%'],
  ['Explain it', 'Front desk', '10m', '30m', '99%'],
  ['Close the call', 'Front desk', '3m', '15m', '80%'],
] as const;

/** A quick typist: 100 words a minute. */
const keyEvery = 120;

async function saved(page: Page, dialogs: Dialogs, file: string): Promise<Project> {
  await dialogs.nextSavePath(file);
  await page.keyboard.press('Control+s');
  await expect(page.locator('header [role=status]')).toContainText('Saved');
  return projectIn(file);
}

/** The map by typed lines, as fast as somebody types who does nothing else. */
async function typed(page: Page, delay: number): Promise<void> {
  await page.keyboard.press('Control+Enter');
  for (const line of lines) {
    await page.keyboard.type(line, { delay });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'New step in one line' })).toHaveValue('');
  }
}

test('twelve steps typed at the speed of speech in under three minutes, by keyboard alone', async ({
  launch,
  folder,
}) => {
  const { page, dialogs, app } = await launch();
  await app.context().tracing.start({ screenshots: true, snapshots: true });
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await keys.reach(/^New stream/);
  await keys.press('Enter');
  await editor.canvas.waitFor();
  const begun = Date.now();
  await typed(page, keyEvery);
  const seconds = (Date.now() - begun) / 1000;
  await expect(editor.figure('leadTime')).toContainText(leadTime);
  await saved(page, dialogs, path.join(folder, 'typed.vsmap'));
  await app.context().tracing.stop({ path: test.info().outputPath('typed.zip') });
  expect(seconds).toBeLessThan(180);
});

/** The steps as a table that somebody copies out of a spreadsheet. */
function table(): string {
  const after: Readonly<Record<string, string>> = {
    'Approve it': 'At once',
    'Order a laptop': 'Both done',
    'Set up accounts': 'Both done',
    'Test it': 'Hand it over; Copy the data:20% rework',
  };
  const row = ([name, role, work, wait, quality]: (typeof steps)[number], index: number): string =>
    [
      name,
      '',
      role,
      work,
      wait,
      quality,
      name === 'Approve it' ? 'approval' : '',
      after[name] ?? steps[index + 1]?.[0] ?? '',
    ].join('\t');
  const rows = steps.map(row);
  rows.splice(4, 0, 'At once\tfork\t\t\t\t\t\tOrder a laptop; Set up accounts');
  rows.splice(7, 0, 'Both done\tjoin\t\t\t\t\t\tPrepare the laptop');
  return ['Step\tType\tRole\tProcess time\tWait\t%C&A\tKind\tNext', ...rows].join('\n');
}

async function fillIn(
  page: Page,
  editor: Editor,
  [, role, work, wait, quality]: (typeof steps)[number],
): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Role', exact: true });
  await field.fill(role);
  await field.press('Enter');
  await editor.fill('Process time', work);
  await editor.fill('Wait before', wait);
  await editor.fill('%C&A', quality);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

/** The next step by the plus at the right of the selected node. */
async function addNext(
  page: Page,
  editor: Editor,
  after: string,
  step: (typeof steps)[number],
): Promise<void> {
  await fit(page, editor);
  await editor.select(after);
  await editor.node(after).locator('[data-side=right] svg').locator('..').click();
  await editor.typeName(step[0]);
  await fillIn(page, editor, step);
}

async function fit(page: Page, editor: Editor): Promise<void> {
  await page.getByRole('button', { name: 'Fit the map' }).first().click();
  await editor.settled();
}

/** The map by mouse: buttons and drags for what stands where, fields for what is said. */
async function byMouse(page: Page, editor: Editor): Promise<void> {
  let after = 'Demand';
  for (const step of steps.filter(([name]) => name !== 'Set up accounts')) {
    await addNext(page, editor, after, step);
    [after] = step;
  }
  await editor.select('Approve it');
  await page.getByRole('combobox', { name: 'Kind of work' }).click();
  await page.getByRole('option', { name: 'Approval' }).click();
  await fit(page, editor);
  await editor.connect('Close the call', 'Value');
  await editor.dragItem('fork', await editor.onFlowBetween('Approve it', 'Order a laptop'));
  await fit(page, editor);
  await editor.dragItem('join', await editor.onFlowBetween('Order a laptop', 'Prepare the laptop'));
  await fit(page, editor);
  const fork = page.locator('.react-flow__node[aria-label^="Fork"]');
  const join = page.locator('.react-flow__node[aria-label^="Join"]');
  await fork.hover();
  await fork.locator('[data-side=down]').first().click();
  const [accounts] = steps.filter(([name]) => name === 'Set up accounts');
  if (!accounts) throw new Error('there is no second branch');
  await editor.typeName(accounts[0]);
  await fillIn(page, editor, accounts);
  await fit(page, editor);
  await editor.node('Set up accounts').hover();
  const box = await join.boundingBox();
  if (!box) throw new Error('the join is not on the screen');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await editor.drag(await editor.rightEdgeOf('Set up accounts'), middle);
  await editor.connect('Test it', 'Copy the data');
  await expect(page.getByRole('heading', { name: 'Test it → Copy the data' })).toBeVisible();
  await editor.fill('Share of items', '20%');
}

test('the same map by typed lines, by mouse and by paste is the same document', async ({
  launch,
  folder,
}) => {
  const build = async (
    name: string,
    make: (page: Page, editor: Editor, app: ElectronApplication) => Promise<void>,
  ): Promise<unknown> => {
    const { page, dialogs, app, end } = await launch();
    const editor = new Editor(page);
    await editor.startEmpty();
    await make(page, editor, app);
    await expect(editor.figure('leadTime')).toContainText(leadTime);
    const project = await saved(page, dialogs, path.join(folder, `${name}.vsmap`));
    await end();
    return meaningOf(project);
  };
  const byKeys = await build('typed', (page) => typed(page, 0));

  await test.step('by paste', async () => {
    const pasted = await build('pasted', async (page, editor, app) => {
      await fillClipboard(app, table());
      await editor.canvas.click({ position: { x: 40, y: 40 } });
      await page.keyboard.press('Control+v');
      await page.getByRole('button', { name: 'Add 12 steps' }).click();
    });
    expect(pasted).toEqual(byKeys);
  });

  await test.step('by mouse', async () => {
    expect(await build('mouse', byMouse)).toEqual(byKeys);
  });
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';

/** One wait that dominates, a rework loop, two steps without a class. Lead time by hand: 30 + 6 + 30 + 12 + 600 + 12 = 690 min without rework. */
function laptopRepair(firstWait: number | null = 30): string {
  const { project } = buildMap((m) => {
    m.stream({ name: 'Laptop repair', demandPerMonth: 100, purpose: 'A laptop that works', owner: 'Ada' });
    m.map({ observedOn: '2026-11-01' });
    m.start('demand');
    m.step('log', {
      name: 'Log the call',
      activity: 'engage',
      processTime: 6,
      ...(firstWait === null ? {} : { wait: firstWait }),
      value: 'VA',
      kind: 'work',
      completeAccurate: 0.9,
    });
    m.step('approve', {
      name: 'Approve the repair',
      activity: 'plan',
      kind: 'approval',
      processTime: 12,
      wait: 30,
      completeAccurate: 0.9,
    });
    m.step('fix', {
      name: 'Fix it',
      activity: 'obtain-build',
      kind: 'work',
      processTime: 12,
      wait: 600,
      completeAccurate: 0.9,
    });
    m.end('value');
    m.path('demand', 'log', 'approve', 'fix', 'value');
    m.flow('fix', 'log', { kind: 'rework', share: 0.1 });
  });
  return writeProject(project);
}

const findings = (page: Page): Locator => page.locator('[data-pane=findings]');
const dominantWait = /^Waits 10h each time for 12m of work/;
const sentence = (page: Page): Locator =>
  findings(page).getByRole('list', { name: 'Problems' }).getByRole('button', { name: dominantWait });

async function arrange(page: Page, by: string): Promise<void> {
  await findings(page)
    .getByRole('button', { name: /^Arrange/ })
    .click();
  await page.getByRole('menuitemcheckbox', { name: by }).click();
}

test.beforeEach(({ folder }) => {
  writeFileSync(path.join(folder, 'repair.vsmap'), laptopRepair());
});

test('a facilitator filters, groups and searches the findings, opens one and stands at its step', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await expect(sentence(page)).toBeVisible();

  await test.step('group by waste, and back to one list', async () => {
    await arrange(page, 'By waste');
    const waiting = findings(page).getByRole('list', { name: 'Waiting' });
    await expect(waiting.getByRole('button', { name: dominantWait })).toBeVisible();
    await arrange(page, 'One list');
    await expect(waiting).toHaveCount(0);
  });

  await test.step('show only one waste', async () => {
    await findings(page).getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Waste' }).click();
    await page.getByRole('option', { name: 'Defects' }).click();
    await expect(sentence(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.keyboard.press('Escape');
    await expect(sentence(page)).toBeVisible();
  });

  await test.step('search in words of its sentence', async () => {
    const search = findings(page).getByRole('searchbox', { name: 'Search findings' });
    await search.fill('nothing says this');
    await expect(findings(page).getByText('No finding fits the filter.')).toBeVisible();
    await search.fill('12m work');
    await expect(sentence(page)).toBeVisible();
    await search.fill('');
  });

  await test.step('open it: the step is selected, and its reasons are told', async () => {
    await sentence(page).click();
    await expect(editor.field('Name')).toHaveValue('Fix it');
    await sentence(page).press('ArrowRight');
    await expect(findings(page).getByText('Why it matters')).toBeVisible();
    await expect(findings(page).getByText(/Wait: 10h · Process time: 12m/)).toBeVisible();
  });
});

test('a finding is accepted with a reason, struck through, and taken back by undo', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await sentence(page).focus();
  await sentence(page).press('ArrowRight');
  await findings(page).getByRole('button', { name: 'Accept…' }).click();
  const dialog = page.getByRole('dialog');

  await test.step('a reason is needed', async () => {
    await dialog.getByRole('button', { name: 'Accept it' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('A reason is needed: a sentence is enough.');
  });

  await test.step('with a reason it is struck through, at the end', async () => {
    await dialog.getByRole('textbox', { name: 'Why is it fine here?' }).fill('The board meets once a day.');
    await dialog.getByRole('textbox', { name: 'Who says so' }).fill('Ada');
    await dialog.getByRole('button', { name: 'No end' }).click();
    await expect(dialog.getByText(/It comes back when its numbers change markedly/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Accept it' }).click();
    await expect(dialog).toHaveCount(0);
    const accepted = findings(page).getByRole('region', { name: '1 accepted finding' });
    await expect(accepted.locator('s')).toHaveText(dominantWait);
    await expect(accepted).toContainText('The board meets once a day.');
    await expect(accepted).toContainText('Ada');
    await expect(sentence(page)).toHaveCount(0);
  });

  await test.step('the name is remembered, and undo brings the finding back', async () => {
    await editor.canvas.focus();
    await page.keyboard.press('Control+z');
    await expect(sentence(page)).toBeVisible();
    await sentence(page).focus();
    await findings(page).getByRole('button', { name: 'Accept…' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Who says so' })).toHaveValue('Ada');
  });
});

test('a limit is changed for the project, and the finding goes; it comes back with undo', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await sentence(page).focus();
  await sentence(page).press('ArrowRight');
  await findings(page)
    .getByRole('button', { name: 'Change how this is judged: One wait dominates the lead time' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Rules of the analysis' });
  await expect(dialog.getByText('It finds 1 on this map.')).toBeVisible();
  const share = dialog.getByRole('textbox', { name: 'Share of the lead time' });

  await test.step('what cannot be is refused in one sentence', async () => {
    await share.fill('300%');
    await share.press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText(/^Type a value from 1\s%\sto 100\s%\.$/);
  });

  await test.step('a limit above its share of the lead time, and it is gone', async () => {
    await share.fill('95%');
    await share.press('Enter');
    await expect(dialog.getByText('It finds nothing on this map.')).toBeVisible();
    await expect(dialog.getByText('Changed', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(sentence(page)).toHaveCount(0);
    await editor.save();
  });

  await test.step('undo', async () => {
    await editor.canvas.focus();
    await page.keyboard.press('Control+z');
    await expect(sentence(page)).toBeVisible();
  });
});

test('a rule is switched off on this computer: in every window, and after the next start', async ({
  launch,
  folder,
}) => {
  const file = path.join(folder, 'repair.vsmap');
  const first = await launch({ files: [file] });
  await expect(sentence(first.page)).toBeVisible();
  const opened = first.app.waitForEvent('window');
  await first.page.keyboard.press('Control+n');
  const other = await opened;
  await new Editor(other).startFromTemplate('incident-restoration');
  const there = findings(other).getByRole('button', { name: /^Waits 4h 43m each time for 5m of work/ });
  await expect(there).toBeVisible();
  await new Editor(first.page).menu('Map', 'Rules of the analysis…');
  const dialog = first.page.getByRole('dialog');
  await dialog.getByRole('searchbox', { name: 'Find a rule' }).fill('one wait');
  await dialog.getByRole('option', { name: /One wait dominates/ }).click();
  await dialog.getByRole('button', { name: 'Always, on this computer' }).click();
  await dialog.getByRole('checkbox', { name: 'Judge by this rule' }).click();
  await first.page.keyboard.press('Escape');
  await expect(sentence(first.page)).toHaveCount(0);
  await expect(there).toHaveCount(0);
  await first.end();
  const second = await launch({ files: [file] });
  await expect(second.page.getByRole('tab', { name: /Problems/ })).toBeVisible();
  await expect(new Editor(second.page).nodes).toHaveCount(5);
  await expect(sentence(second.page)).toHaveCount(0);
});

test('two steps are classified by the three questions, each one undo step', async ({ launch, folder }) => {
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await expect(editor.nodes).toHaveCount(5);
  await editor.menu('Map', 'Classify steps…');
  const dialog = page.getByRole('dialog');

  await test.step('an approval: no, no, yes; the reason by its key', async () => {
    await expect(dialog.getByRole('heading', { name: 'Approve the repair' })).toBeVisible();
    await expect(dialog.getByText('Approval is usually necessary, not value-adding.')).toBeVisible();
    await page.keyboard.press('n');
    await expect(dialog.getByText('Question 2 of 3')).toBeVisible();
    await page.keyboard.press('n');
    await expect(dialog.getByText('Question 3 of 3')).toBeVisible();
    await dialog.getByRole('button', { name: 'Yes, and we can name it' }).click();
    await dialog.getByRole('button', { name: 'An accepted risk limit' }).click();
  });

  await test.step('the next: back, then its suggestion by a key', async () => {
    await expect(dialog.getByRole('heading', { name: 'Fix it' })).toBeVisible();
    await page.keyboard.press('n');
    await dialog.getByRole('button', { name: 'Back' }).click();
    await expect(dialog.getByText('Question 1 of 3')).toBeVisible();
    await page.keyboard.press('1');
    await expect(dialog.getByText('2 steps classified. Every step has a class now.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  const classOf = (value: string): Locator =>
    page.getByRole('group', { name: 'Value class' }).getByRole('button', { name: value, exact: true });
  await editor.select('Approve the repair');
  await expect(classOf('Necessary, not value-adding')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('combobox', { name: 'Why it is necessary' })).toHaveText('Accepted risk limit');
  await editor.select('Fix it');
  await expect(classOf('Value-adding')).toHaveAttribute('aria-pressed', 'true');
  await editor.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(classOf('Value-adding')).toHaveAttribute('aria-pressed', 'false');
  await editor.select('Approve the repair');
  await expect(classOf('Necessary, not value-adding')).toHaveAttribute('aria-pressed', 'true');
});

test('a question leads to the field that answers it, and the reference of a rule tells with drawings', async ({
  launch,
  folder,
}) => {
  writeFileSync(path.join(folder, 'repair.vsmap'), laptopRepair(null));
  const { page } = await launch({ files: [path.join(folder, 'repair.vsmap')] });
  const editor = new Editor(page);
  await expect(editor.nodes).toHaveCount(5);
  await page.getByRole('tab', { name: 'What was judged' }).click();
  await expect(findings(page).getByText(/rules judged this map/)).toBeVisible();
  await findings(page).getByRole('button', { name: 'Waiting', exact: true }).click();
  await expect(findings(page).getByRole('region', { name: /To judge more of “Waiting”/ })).toBeVisible();
  await page.getByRole('tab', { name: /Questions/ }).click();
  await findings(page).getByRole('button', { name: 'How long do items wait before “Log the call”?' }).click();
  await expect(editor.field('Wait before')).toBeFocused();
  // The field of the stream lies in a part that is folded.
  await findings(page).getByRole('button', { name: 'How many items were finished last month?' }).click();
  await expect(editor.field('Finished')).toBeFocused();

  await editor.menu('Help', 'Reference of the rules');
  const dialog = page.getByRole('dialog', { name: 'Reference of the rules' });
  await dialog.getByRole('searchbox', { name: 'Find a rule' }).fill('rework loop');
  await dialog.getByRole('searchbox', { name: 'Find a rule' }).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('article')).toContainText('Why it matters');
  await dialog.getByRole('searchbox', { name: 'Find a rule' }).fill('one wait');
  await dialog.getByRole('option', { name: /One wait dominates/ }).click();
  await expect(dialog.getByRole('img', { name: /Drawn example: A change waits two weeks/ })).toBeVisible();
  await expect(dialog.getByRole('article')).toContainText('Limits in force on this map');
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readProject } from '../../../shared/file-format/read';
import type { Project } from '../../../shared/model/project';
import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';
import { Room } from '../pages/room';

function projectIn(file: string): Project {
  const read = readProject(readFileSync(file, 'utf8'));
  if (read.kind !== 'read') throw new Error(read.kind);
  return read.project;
}

/** Goes back with the keyboard to the tabs of the page. */
async function toTabs(keys: Keyboard): Promise<void> {
  for (let presses = 0; presses < 40 && (await keys.focus()).role !== 'tab'; presses += 1)
    await keys.press('Shift+Tab');
}

test('a workshop by keyboard alone: agenda and clock, notes in groups, a decision; all of it is in the file', async ({
  window,
  dialogs,
  folder,
}) => {
  const editor = new Editor(window);
  const keys = new Keyboard(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();

  await test.step('the three days, the clock of the first block, and what it took', async () => {
    await keys.reach('Use the three-day agenda');
    await keys.press('Enter');
    await expect(window.getByRole('region', { name: /^Day / })).toHaveCount(3);
    await keys.reach('Start “Welcome, charter and scope”');
    await window.keyboard.press('Enter');
    const clock = window.getByRole('main').getByRole('timer');
    await expect(clock).toHaveText(/^44:5\d$/);
    await keys.reach('Pause', 'Shift+Tab');
    await keys.press('Enter');
    await expect(window.getByText('Paused')).toBeVisible();
    await keys.reach('+5 min');
    await keys.press('Enter');
    await expect(clock).toHaveText(/^49:5\d$/);
    await keys.reach('Done');
    await keys.press('Enter');
    await expect(window.getByText('We are 45 min ahead')).toBeVisible();
    await expect(window.getByRole('heading', { name: /^First walk/ })).toBeVisible();
  });

  await test.step('notes as fast as they are called out, in groups, at steps', async () => {
    await toTabs(keys);
    await keys.press('ArrowRight', 'ArrowRight', 'Enter');
    await keys.standAt('What was said');
    await room.say('#Waste typed twice @log -- Ada', 'nobody reads it', '#Waste waits over night');
    expect(await room.notesIn('Waste')).toEqual(['typed twice', 'waits over night']);
    await expect(room.note('typed twice')).toContainText('Take the report and log it');
    await expect(window.getByText('Said by Ada')).toHaveCount(0);
  });

  await test.step('arrows walk the notes, Shift moves them, M asks for the group', async () => {
    await keys.reach(/^nobody reads it/);
    await keys.press('Shift+ArrowRight');
    await expect(room.note('nobody reads it')).toBeFocused();
    expect(await room.notesIn('Waste')).toEqual(['typed twice', 'waits over night', 'nobody reads it']);
    await keys.press('Shift+ArrowUp', 'ArrowUp', 'm');
    await window.getByRole('textbox', { name: 'Move to which group' }).waitFor();
    await window.keyboard.type('Hopes');
    await window.keyboard.press('Enter');
    await expect(room.note('typed twice')).toBeFocused();
    expect(await room.notesIn('Waste')).toEqual(['nobody reads it', 'waits over night']);
    expect(await room.notesIn('Hopes')).toEqual(['typed twice']);
    await keys.press('Enter');
    await window.getByRole('menuitem', { name: 'Make it an improvement' }).press('Enter');
    await expect(room.note('typed twice')).toContainText('Improvement');
  });

  await test.step('a decision with its day', async () => {
    await toTabs(keys);
    await keys.press('ArrowRight', 'ArrowRight', 'Enter');
    await keys.standAt('What was decided');
    await room.say('One form for all -- Sponsor');
    await expect(window.getByRole('list', { name: 'Decisions' }).getByRole('listitem')).toHaveCount(1);
  });

  await test.step('it is in the file', async () => {
    const file = path.join(folder, 'room.vsmap');
    await dialogs.nextSavePath(file);
    await window.keyboard.press('Control+s');
    await expect(editor.state).toHaveText('Saved');
    const project = projectIn(file);
    expect(Object.values(project.agenda).filter((item) => item.isDone)).toMatchObject([{ spent: 0 }]);
    const notes = Object.values(project.workshopNotes);
    expect(notes.map(({ name, kind, by }) => [name, kind, by ?? null])).toEqual(
      expect.arrayContaining([
        ['typed twice', 'wall', 'Ada'],
        ['nobody reads it', 'wall', null],
        ['One form for all', 'decision', 'Sponsor'],
      ]),
    );
    expect(Object.values(project.improvements).map(({ name }) => name)).toContain('typed twice');
    expect(Object.values(project.noteGroups).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Waste', 'Hopes']),
    );
  });
});

test('a dot vote: never more dots than the quota, hidden until revealed, a tie is a tie', async ({
  window,
}) => {
  const editor = new Editor(window);
  const keys = new Keyboard(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();
  await room.tab('Wall').click();
  await expect(room.line()).toBeFocused();
  await room.say('first', 'second', 'third');
  // With nothing typed the line has nothing of its own to take back.
  await window.keyboard.press('Control+z');
  await expect(room.note('third')).toHaveCount(0);
  await window.keyboard.press('Control+y');
  await expect(room.note('third')).toBeVisible();
  await room.tab('Dot vote').click();
  await window.getByRole('button', { name: 'New dot vote' }).click();
  await window.getByRole('textbox', { name: 'Dots for each person' }).fill('2');
  await window.getByRole('button', { name: 'Start', exact: true }).click();

  await test.step('two people vote with keys', async () => {
    await keys.reach('One dot more for first');
    await keys.press('+', '+', '+');
    await expect(window.getByText('No dots left', { exact: true })).toBeVisible();
    await expect(window.getByRole('listitem', { name: 'first: 2 dots' })).toBeVisible();
    await keys.press('-', 'ArrowDown', '+');
    await window.getByRole('button', { name: 'Done, next person' }).click();
    await expect(window.getByRole('textbox', { name: 'Who votes' })).toHaveValue('Person 2');
    await expect(window.getByRole('listitem', { name: 'first: 0 dots' })).toBeVisible();
    await keys.press('+', 'ArrowDown', '+');
    await window.getByRole('button', { name: 'Done, next person' }).click();
  });

  await test.step('dots can be taken back before the result is revealed', async () => {
    await window.getByRole('button', { name: 'Take back the dots of Person 2' }).click();
    await expect(window.getByText('1 person has voted').last()).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(window.getByText('2 people have voted').last()).toBeVisible();
  });

  await test.step('first and second have as many dots, and share the first place', async () => {
    await window.getByRole('button', { name: 'Reveal the result' }).click();
    const rows = window.getByRole('list', { name: 'Result' }).getByRole('listitem');
    await expect(rows.first()).toContainText('2 dots');
    await expect(rows.nth(1)).toContainText('2 dots');
    await expect(rows.nth(2)).toContainText('0 dots');
    await expect(window.getByText('2 share the first place.')).toBeVisible();
  });
});

test('a tie asks for a second round, and the dots show on the wall', async ({ window }) => {
  const editor = new Editor(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();
  await room.tab('Wall').click();
  await expect(room.line()).toBeFocused();
  await room.say('first', 'second', 'third');
  await room.tab('Dot vote').click();
  await window.getByRole('button', { name: 'New dot vote' }).click();
  await window.getByRole('button', { name: 'Start', exact: true }).click();
  await window.getByRole('button', { name: 'One dot more for first' }).click();
  await window.getByRole('button', { name: 'One dot more for third' }).click();
  // Dots that are not done outlive the tab, and are asked for before the result is shown.
  await room.tab('Wall').click();
  await room.tab('Dot vote').click();
  await expect(window.getByRole('listitem', { name: 'third: 1 dot' })).toBeVisible();
  await window.getByRole('button', { name: 'Reveal the result' }).click();
  await expect(window.getByText(/^Person 1 has given 2 dots that are not counted yet/)).toBeVisible();
  await window.getByRole('button', { name: 'Count them and reveal' }).click();
  await expect(window.getByText('2 share the first place.')).toBeVisible();
  await window.getByRole('button', { name: 'Second round among these' }).click();
  await expect(window.getByRole('button', { name: /^One dot more for/ })).toHaveCount(2);
  await room.tab('Wall').click();
  await expect(room.note('first')).toContainText('1 dot');
  await expect(room.note('second')).not.toContainText('dot');
});

test('the walk: the sheet is a PDF, and what is typed in counts as measured', async ({
  window,
  dialogs,
  folder,
}) => {
  const editor = new Editor(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();
  await room.tab('Go and see').click();
  const sheet = path.join(folder, 'sheet.pdf');
  await dialogs.nextSavePath(sheet);
  await window.getByRole('button', { name: 'Save the sheet as PDF' }).click();
  await expect(window.getByText('The walk sheet is saved as “sheet.pdf”.')).toBeVisible();
  expect(existsSync(sheet) && readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');

  const main = window.getByRole('main');
  await main.getByRole('textbox', { name: 'Items seen' }).fill('9');
  await main.getByRole('textbox', { name: 'Who was seen' }).fill('Ada');
  await main.getByRole('textbox', { name: 'Process time' }).fill('5m/8m/20m');
  await main.getByRole('textbox', { name: 'Waiting before' }).fill('two fishes');
  await window.keyboard.press('Enter');
  await expect(main.getByRole('textbox', { name: 'Waiting before' })).toBeFocused();
  await main.getByRole('textbox', { name: 'Waiting before' }).fill('1h');
  await main.getByRole('textbox', { name: 'What was said' }).fill('The form asks for it twice');
  await window.keyboard.press('Enter');
  await expect(main.getByText('Step 2 of 8')).toBeVisible();
  await expect(main.getByRole('button', { name: /Take the report and log it.*seen/ })).toBeVisible();

  const file = path.join(folder, 'walk.vsmap');
  await dialogs.nextSavePath(file);
  await window.keyboard.press('Control+s');
  await expect(editor.state).toHaveText('Saved');
  const project = projectIn(file);
  const step = Object.values(project.nodes).find(({ name }) => name.startsWith('Take the report'));
  expect(step?.processTime).toMatchObject({
    low: 5,
    likely: 8,
    high: 20,
    source: 'measured',
    by: 'Ada',
    samples: 9,
  });
  expect(step?.wait).toMatchObject({ likely: 60, source: 'measured' });
  expect(Object.values(project.workshopNotes)).toMatchObject([
    { name: 'The form asks for it twice', by: 'Ada', kind: 'wall' },
  ]);
});

test('the bar above the map takes notes and shows the clock; the clock runs on every page', async ({
  window,
}) => {
  const editor = new Editor(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();
  await window.getByRole('button', { name: 'Use the three-day agenda' }).click();
  await window.getByRole('button', { name: 'Start “Welcome, charter and scope”' }).first().click();
  await window.keyboard.press('Control+1');
  await window.getByRole('button', { name: /Show the workshop bar$/ }).click();
  const bar = window.getByRole('region', { name: 'Workshop bar' });
  await expect(bar.getByRole('timer')).toHaveText(/^44:5\d$/);
  await bar.getByRole('textbox', { name: 'What was said' }).fill('Ask the vendor');
  await bar.getByRole('button', { name: 'Parking lot' }).click();
  await bar.getByRole('textbox', { name: 'What was said' }).press('Enter');
  await bar.getByRole('button', { name: 'Hide the workshop bar' }).click();
  await expect(bar).toHaveCount(0);
  await room.open();
  await room.tab('Parking lot').click();
  await expect(window.getByRole('textbox', { name: 'What', exact: true })).toHaveValue('Ask the vendor');
});

test('a note is dragged into a group, becomes a step, and one undo takes that back', async ({ window }) => {
  const editor = new Editor(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();
  await room.tab('Wall').click();
  await expect(room.line()).toBeFocused();
  await room.say('#Waste typed twice', 'Check the form');
  await room.note('Check the form').dragTo(room.group('Waste'));
  await expect.poll(() => room.notesIn('Waste')).toEqual(['typed twice', 'Check the form']);
  await window.getByRole('button', { name: 'What to do with “Check the form”' }).click();
  await window.getByRole('menuitem', { name: 'Make it a step' }).click();
  await expect(room.note('Check the form')).toContainText('Dealt with');
  await window.keyboard.press('Control+1');
  await expect(editor.node('Check the form')).toHaveCount(1);
  await window.keyboard.press('Control+z');
  await expect(editor.node('Check the form')).toHaveCount(0);
});

test('when the time of a block is over it is said once, and the clock counts on', async ({ window }) => {
  const editor = new Editor(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();
  await window.getByRole('button', { name: 'Use the three-day agenda' }).click();
  await window.clock.install();
  await window.getByRole('button', { name: 'Start “Welcome, charter and scope”' }).first().click();
  await window.clock.fastForward('45:01');
  await expect(window.locator('#announcements')).toHaveText(
    'The time for “Welcome, charter and scope” is over.',
  );
  await window.clock.fastForward('12:00');
  const main = window.getByRole('main');
  await expect(main.getByRole('timer')).toHaveText(/^−12:0\d$/);
  await expect(main.getByText('over time')).toBeVisible();
  await expect(main.getByText('We are 12 min behind')).toBeVisible();
});

import { test } from '../harness/fixture';
import { expectAccessible } from '../pages/accessibility';
import { Editor } from '../pages/editor';
import { Room } from '../pages/room';

test('every part of the workshop is accessible', async ({ window }) => {
  test.setTimeout(90_000);
  const editor = new Editor(window);
  const room = new Room(window);
  await editor.startFromTemplate('incident-restoration');
  await room.open();
  await window.getByRole('button', { name: 'Use the three-day agenda' }).click();
  await window.getByRole('button', { name: 'Start “Welcome, charter and scope”' }).first().click();
  await expectAccessible(window, 'agenda');
  await room.tab('Go and see').click();
  await expectAccessible(window, 'walk', 'main');
  await room.tab('Wall').click();
  await room.say('#Waste typed twice @log -- Ada', 'loose', '#Ideas a', '#Hopes b', '#Fears c', '#More d');
  await expectAccessible(window, 'wall', 'main');
  await room.tab('Decisions').click();
  await room.say('One form for all');
  await expectAccessible(window, 'decisions', 'main');
  await room.tab('Dot vote').click();
  await window.getByRole('button', { name: 'New dot vote' }).click();
  await expectAccessible(window, 'new dot vote', 'main');
  await window.getByRole('button', { name: 'Start', exact: true }).click();
  await window
    .getByRole('button', { name: /^One dot more for/ })
    .first()
    .click();
  await window.getByRole('button', { name: 'Done, next person' }).click();
  await expectAccessible(window, 'dot vote', 'main');
  await window.getByRole('button', { name: 'Reveal the result' }).click();
  await expectAccessible(window, 'result', 'main');
  await window.keyboard.press('Control+Shift+n');
  await expectAccessible(window, 'workshop bar', '[data-pane=room]');
});

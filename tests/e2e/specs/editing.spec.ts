import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';
import { openRepairs } from '../pages/repairs';
import { flowsIn, nodeNamed, projectIn } from '../pages/saved-file';

test('what is dropped on the canvas: a practice makes a step, a second click places, a flow takes things in', async ({
  launch,
  folder,
}) => {
  const { page, editor, file } = await openRepairs(folder, launch);

  await test.step('a practice on empty canvas: a step with the default activity of the practice', async () => {
    await editor.dragItem('service-desk', await editor.at(0.3, 0.85));
    await editor.typeName('Answer');
    await editor.save();
    const made = nodeNamed(projectIn(file), 'Answer');
    expect([made.type, made.activity, Object.keys(made.practices ?? {})]).toEqual([
      'step',
      'engage',
      ['service-desk'],
    ]);
  });

  await test.step('click, then click where it shall stand', async () => {
    await page.locator('[data-item=note]').click();
    await expect(page.getByText('Click where “Note” shall stand.')).toBeVisible();
    const at = await editor.at(0.55, 0.85);
    await page.mouse.click(at.x, at.y);
    await editor.typeName('They phone twice');
    await expect(editor.node('They phone twice')).toBeVisible();
    await expect(editor.canvas).toHaveAttribute('data-tool', 'select');
  });

  await test.step('an activity on a flow: it goes between', async () => {
    await editor.dragItem('improve', await editor.onFlow(1));
    await editor.typeName('Check');
    await editor.save();
    expect(flowsIn(projectIn(file))).toEqual([
      'Check > Sort',
      'Demand > Log',
      'Log > Check',
      'Mend > Value',
      'Sort > Mend',
    ]);
  });

  await test.step('the queue on a flow: the wait of the step after it is asked for', async () => {
    await editor.dragItem('queue', await editor.onFlow(0));
    await expect(editor.field('Wait before')).toBeFocused();
    await page.keyboard.type('2h');
    await page.keyboard.press('Enter');
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Log').wait?.likely).toBe(120);
  });
});

test('a flow drawn to empty canvas asks what follows, and a flow drawn to a node connects', async ({
  launch,
  folder,
}) => {
  const { page, editor, file } = await openRepairs(folder, launch);
  await editor.node('Mend').hover();
  await editor.drag(await editor.rightEdgeOf('Mend'), await editor.at(0.55, 0.9));
  await page.getByRole('menuitem', { name: 'New step', exact: true }).click();
  await editor.typeName('Test it');
  await page.getByRole('button', { name: 'Fit the map' }).first().click();
  await editor.settled();
  await editor.connect('Test it', 'Value');
  await expect(editor.flows).toHaveCount(6);
  await editor.save();
  expect(flowsIn(projectIn(file))).toEqual([
    'Demand > Log',
    'Log > Sort',
    'Mend > Test it',
    'Mend > Value',
    'Sort > Mend',
    'Test it > Value',
  ]);
});

test('several nodes are selected by a frame and moved together, on the grid', async ({ launch, folder }) => {
  const { page, editor, file } = await openRepairs(folder, launch);
  const before = projectIn(file);
  const log = await editor.node('Log').boundingBox();
  const sort = await editor.node('Sort').boundingBox();
  if (!log || !sort) throw new Error('the steps are not on the screen');
  await editor.drag(
    { x: log.x - 14, y: log.y - 20 },
    { x: sort.x + sort.width / 2, y: sort.y + sort.height + 14 },
  );
  await expect(page.getByRole('heading', { name: '2 steps' })).toBeVisible();
  const from = await editor.middleOf('Log');
  await editor.drag(from, { x: from.x + 37, y: from.y + 61 });
  await editor.save();
  const after = projectIn(file);
  const moved = ['Log', 'Sort'].map((name) => {
    const a = nodeNamed(before, name).position ?? { x: 0, y: 0 };
    const b = nodeNamed(after, name).position ?? { x: 0, y: 0 };
    return { x: b.x - a.x, y: b.y - a.y };
  });
  expect(moved[0]).toEqual(moved[1]);
  expect(moved[0]?.x).toBeGreaterThan(0);
  expect([(moved[0]?.x ?? 1) % 8, (moved[0]?.y ?? 1) % 8]).toEqual([0, 0]);
  expect(nodeNamed(after, 'Mend').position).toEqual(nodeNamed(before, 'Mend').position);
  await page.keyboard.press('Control+z');
  await expect(editor.state).toHaveText('Unsaved changes');
  await page.keyboard.press('Control+s');
  await expect(editor.state).toHaveText('Saved');
  expect(projectIn(file)).toEqual(before);
});

test('a step is nudged, doubled, copied, pasted and deleted', async ({ launch, folder }) => {
  const { page, editor, file } = await openRepairs(folder, launch);
  const undo = page.getByRole('button', { name: /^Undo/ });

  await test.step('an arrow held down is one gesture', async () => {
    await editor.select('Sort');
    await page.keyboard.down('ArrowDown');
    await page.keyboard.down('ArrowDown');
    await page.keyboard.down('ArrowDown');
    await page.keyboard.up('ArrowDown');
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Sort').position).toEqual({ x: 600, y: 184 });
    await page.keyboard.press('Control+z');
    await expect(undo).toHaveAttribute('aria-disabled', 'true');
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Sort').position).toEqual({ x: 600, y: 160 });
  });

  await test.step('doubled: beside the first, with its fields', async () => {
    await editor.select('Sort');
    await page.keyboard.press('Control+d');
    await expect(editor.nodes).toHaveCount(6);
    await page.keyboard.press('F2');
    await editor.typeName('Sort again');
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Sort again')).toMatchObject({ activity: 'plan', team: 'Blue' });
  });

  await test.step('copied and pasted with the flow between', async () => {
    await editor.select('Log');
    await editor
      .node('Sort')
      .first()
      .click({ modifiers: ['Shift'], position: { x: 20, y: 8 } });
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect(editor.nodes).toHaveCount(8);
    await editor.save();
    expect(flowsIn(projectIn(file)).filter((flow) => flow === 'Log > Sort')).toHaveLength(2);
    await page.keyboard.press('Control+z');
    await expect(editor.nodes).toHaveCount(6);
  });

  await test.step('deleted: the flows through it are joined', async () => {
    await page.keyboard.press('Escape');
    await editor.select('Log');
    await page.keyboard.press('Delete');
    await editor.save();
    expect(flowsIn(projectIn(file))).toEqual(['Demand > Sort', 'Mend > Value', 'Sort > Mend']);
  });
});

test('a step is renamed in place, classified by 1, 2 and 3, and the view zooms and fits', async ({
  launch,
  folder,
}) => {
  const { page, editor, file } = await openRepairs(folder, launch);
  await editor.node('Log').dblclick({ position: { x: 30, y: 30 } });
  await editor.typeName('Log the call');
  await editor.select('Log the call');
  for (const [key, value] of [
    ['1', 'VA'],
    ['2', 'NNVA'],
    ['3', 'NVA'],
  ] as const) {
    await page.keyboard.press(key);
    await editor.save();
    expect(nodeNamed(projectIn(file), 'Log the call').value).toBe(value);
  }
  const width = async (): Promise<number> => (await editor.node('Mend').boundingBox())?.width ?? 0;
  const fitted = await width();
  await page.keyboard.press('Control+=');
  await expect.poll(width).toBeGreaterThan(fitted * 1.1);
  await page.keyboard.press('Control+0');
  await expect.poll(width).toBeCloseTo(160, 0);
  await page.keyboard.press('Shift+1');
  await expect.poll(width).toBeCloseTo(fitted, 0);
});

test('lanes by role, team, activity and practice; a step dragged into a lane gets its role', async ({
  launch,
  folder,
}) => {
  const { page, editor, file } = await openRepairs(folder, launch, true);
  const lanes = page.locator('[class*=laneName]');
  const shown = async (): Promise<string[]> =>
    (await lanes.evaluateAll((all) => all.map((each) => each.getAttribute('title') ?? ''))).sort();
  await expect.poll(shown).toEqual(['Consumer', 'Field team', 'Service desk']);
  await editor.menu('Arrange', 'Lanes by team', 'Lanes');
  await expect.poll(shown).toContain('Blue');
  await editor.menu('Arrange', 'Lanes by activity', 'Lanes');
  await expect.poll(shown).toEqual(expect.arrayContaining(['Engage', 'Obtain/build', 'Plan']));
  await editor.menu('Arrange', 'Lanes by practice', 'Lanes');
  await expect.poll(shown).toContain('Incident management');
  await page.keyboard.press('Control+z');
  await expect.poll(shown).toEqual(expect.arrayContaining(['Engage', 'Obtain/build', 'Plan']));
  await editor.menu('Arrange', 'Lanes by role', 'Lanes');
  await expect.poll(shown).toEqual(['Consumer', 'Field team', 'Service desk']);
  const from = await editor.middleOf('Sort');
  const mend = await editor.middleOf('Mend');
  await editor.drag(from, { x: from.x, y: mend.y });
  await editor.save();
  expect(nodeNamed(projectIn(file), 'Sort').role).toBe('field');
  expect(Object.values(projectIn(file).maps).map((map) => map.lanes)).toEqual(['role']);
});

test('F8 walks through the findings and shows what each is about', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  await editor.startFromTemplate('incident-restoration');
  const rows = page.getByRole('list', { name: 'Problems' }).getByRole('listitem');
  await expect(rows.nth(2)).toBeVisible();
  const count = await rows.count();
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('F8');
    const sentence = (await rows.nth(index).locator('[data-walk]').textContent()) ?? '';
    await expect(page.locator('#announcements')).toHaveText(sentence);
    await expect(rows.nth(index)).toHaveAttribute('aria-current', 'true');
    const isOfMap = (await rows.nth(index).getByText('Whole map').count()) > 0;
    if (!isOfMap) await expect(page.locator('footer')).toContainText(/\d selected/);
  }
  await page.keyboard.press('F8');
  await expect(rows.first()).toHaveAttribute('aria-current', 'true');
});

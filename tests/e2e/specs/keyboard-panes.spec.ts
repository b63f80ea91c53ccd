import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

test('Tab goes round the window as one reads it, with one stop for the tools, the palette and the canvas', async ({
  launch,
}) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  await keys.standAt(/^Start, /);
  await keys.reach('File', 'Shift+Tab');
  const stops: { part: string; name: string }[] = [];
  do {
    const { part, name } = await keys.focus();
    stops.push({ part, name });
    await keys.press('Tab');
  } while ((await keys.focus()).name !== 'File' && stops.length < 120);
  const parts = stops.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1]);
  expect(parts).toEqual([
    'header',
    'Tools',
    'Pages',
    'Figures of the map',
    'Palette',
    'main',
    'Properties',
    'Problems',
    'Waiting time, Pareto',
    'footer',
  ]);
  expect(stops.filter(({ part }) => part === 'Tools').map(({ name }) => name)).toEqual(['Select']);
  expect(stops.filter(({ name }) => /^(Step|Start|Value), |^Step \d/.test(name))).toHaveLength(1);
  expect(stops.filter(({ part }) => part === 'Palette').map(({ name }) => name)).toEqual([
    'Palette',
    'Palette',
    'Filter activities, elements and practices',
    'Value chain activities6',
    'Width of the palette',
  ]);
});

test('F6 walks from pane to pane and back, and Escape leads to the canvas from each', async ({ launch }) => {
  const { page } = await launch();
  const editor = new Editor(page);
  const keys = new Keyboard(page);
  await editor.startFromTemplate('incident-restoration');
  await keys.standAt(/^Start, /);
  const panes: string[] = [];
  const keysDown = Array<string>(5).fill('F6');
  for (const key of [...keysDown, ...keysDown.map((each) => `Shift+${each}`)]) {
    await keys.press(key);
    panes.push((await keys.focus()).pane);
  }
  expect(panes).toEqual([
    'inspector',
    'findings',
    'rail',
    'palette',
    'canvas',
    'palette',
    'rail',
    'findings',
    'inspector',
    'canvas',
  ]);
  for (const pane of ['inspector', 'findings', 'palette'] as const) {
    await keys.toPane(pane);
    await keys.press('Escape');
    await keys.standAt(/^Start, /);
  }
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toContainText('Go to the next panel');
});

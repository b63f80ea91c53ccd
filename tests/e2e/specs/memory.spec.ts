import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writeProject } from '../../../shared/file-format/write';
import { facilitatorMap } from '../../helpers/facilitator-map';
import { SoakMeasure } from '../../reliability/soak-measure';
import { SoakWindow } from '../../reliability/soak-window';
import { expect, test } from '../harness/fixture';
import { Editor } from '../pages/editor';
import { Keyboard } from '../pages/keyboard';

/** How many nodes the page shows. */
const nodesShown = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let count = 1;
    while (walker.nextNode() !== null) count += 1;
    return count;
  });

test('a map that is left leaves nothing of its panels behind, wherever the focus was', async ({
  folder,
  launch,
}) => {
  const files = ['one.vsmap', 'two.vsmap'].map((name) => path.join(folder, name));
  for (const file of files) writeFileSync(file, writeProject(facilitatorMap(7, 12).project));
  const [one = '', two = ''] = files;
  const { app, page } = await launch({ files: [one] });
  const window = new SoakWindow({ app, page });
  const measure = await SoakMeasure.of(app, page);
  const keys = new Keyboard(page);
  await window.open(two);
  await window.open(one);
  const panes = new Set<string>();
  // The panels come a moment after the map.
  const walk = async (): Promise<string[]> => {
    await keys.press('F6');
    panes.add((await keys.focus()).pane);
    return [...panes].sort();
  };
  await expect.poll(walk).toEqual(['canvas', 'findings', 'inspector', 'palette', 'rail']);
  await window.open(two);
  await window.open(one);
  const keptBeside = async (): Promise<number> => {
    const { nodes } = await measure.take();
    return nodes - (await nodesShown(page));
  };
  await expect.poll(keptBeside).toBeLessThan(900);
});

test('a panel knows where the focus was in it, however much is cleaned up meanwhile', async ({ launch }) => {
  const { app, page } = await launch();
  const measure = await SoakMeasure.of(app, page);
  const keys = new Keyboard(page);
  await new Editor(page).startFromTemplate('incident-restoration');
  await keys.toPane('palette');
  await keys.reach('Value chain activities6');
  await keys.press('F6');
  await measure.take();
  await keys.press('Shift+F6');
  await keys.standAt('Value chain activities6');
});

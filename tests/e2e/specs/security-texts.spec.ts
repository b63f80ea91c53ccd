import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type {} from '../../../renderer/bridge';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { allTextPlaces, hostileProject, hostileTexts } from '../../helpers/hostile-project';
import { tell } from '../../helpers/tell';
import { expect, test } from '../harness/fixture';
import { listen, watchOutside } from '../pages/attack-ground';
import { fullMap } from '../pages/full-map';
import { walkDialogs, walkPages } from '../pages/screens';
import { Editor } from '../pages/editor';

/** The map with something of everything that has texts. */
function withEveryText(): Project {
  const read = readProject(fullMap());
  if (read.kind !== 'read') throw new Error('The full map is not sound.');
  const { project } = read;
  const rule = 'flow.wait-dominates';
  const quantity = { likely: 1 };
  const step = project.nodes['three'];
  return {
    ...project,
    nodes: {
      ...project.nodes,
      ...(step && {
        three: {
          ...step,
          batch: quantity,
          cadence: quantity,
          changeover: quantity,
          crew: quantity,
          cutoff: quantity,
          rejectRate: { likely: 0.1 },
          repeatFactor: { likely: 0.5 },
          systems: { desk: 1 },
          inputs: { form: 1 },
          partner: 'partner',
          calendar: project.settings.calendar,
        },
      }),
    },
    maps: Object.fromEntries(
      Object.entries(project.maps).map(([id, map]) => [id, { ...map, calendar: project.settings.calendar }]),
    ),
    systems: { desk: { name: 'Σύστημα', order: 1 } },
    artefacts: { form: { name: 'Φόρμα', order: 1 } },
    partners: { partner: { name: 'Εταίρος', order: 1 } },
    waivers: {
      waiver: { map: 'map', rule, about: 'three', author: 'Άννα', reason: 'Λόγος', on: '2026-11-20' },
    },
    ruleSettings: { setting: { rule, severity: 'low' } },
  };
}

/** What a page must not have made of a text: something that runs, fetches, goes away or frames. */
function live(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const forms =
      'a[href], area[href], form[action], iframe, object, embed, base, foreignObject, meta[http-equiv], script:not([src])';
    const found = [...document.querySelectorAll(forms)].map((element) => element.outerHTML.slice(0, 200));
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes)
        if (name.startsWith('on') || /^\s*javascript:/i.test(name === 'href' || name === 'src' ? value : ''))
          found.push(`${element.tagName} ${name}="${value.slice(0, 100)}"`);
    for (const image of document.querySelectorAll('img[src], image[href], use[href]')) {
      const source = image.getAttribute('src') ?? image.getAttribute('href') ?? '';
      if (!/^(?:#|data:image\/|blob:|app:|\.?\/)/.test(source)) found.push(source);
    }
    if ('hacked' in window) found.push('a text ran');
    return found;
  });
}

/** The inspector of every node that lies in the view, with all its parts unfolded. */
async function lookAtEachNode(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const editor = new Editor(page);
  await editor.showWholeMap();
  const canvas = await editor.canvas.boundingBox();
  let seen = 0;
  for (const node of await editor.nodes.all()) {
    const box = await node.boundingBox();
    if (!box || !canvas || box.x < canvas.x || box.y < canvas.y) continue;
    if (box.x + 20 > canvas.x + canvas.width || box.y + 12 > canvas.y + canvas.height) continue;
    await page.mouse.click(box.x + Math.min(20, box.width / 2), box.y + Math.min(12, box.height / 2));
    const folds = page.locator('[data-pane=inspector] button[aria-expanded=false]:not([aria-haspopup])');
    for (let opened = 0; opened < 6 && (await folds.count()) > 0; opened += 1) await folds.first().click();
    seen += 1;
    await look(`inspector of node ${String(seen)}`);
    await page.keyboard.press('Escape');
  }
  expect(seen).toBeGreaterThan(4);
  await page.keyboard.press('Control+a');
  await look('inspector of everything');
  await page.keyboard.press('Escape');
}

test('hostile text in every field of a map is text on every page, panel and dialog', async ({
  launch,
  folder,
}) => {
  test.setTimeout(240_000);
  const server = await listen();
  const { project, places } = hostileProject(withEveryText(), hostileTexts(server.url));
  expect(allTextPlaces().filter((place) => !places.has(place))).toEqual([]);
  const file = path.join(folder, 'hostile.vsmap');
  writeFileSync(file, writeProject(project));
  const { app, page } = await launch({ files: [file] });
  const outside = await watchOutside(app);
  const address = page.url();
  let screens = 0;
  const look = async (name: string): Promise<void> => {
    screens += 1;
    expect(await live(page), name).toEqual([]);
  };
  const say = (text: string): string => text;
  await page.locator('[data-canvas]').first().waitFor();
  await look('the map');
  await walkPages({ page, look, say });
  await lookAtEachNode(page, look);
  await walkDialogs({ page, look, say });
  await page.keyboard.press('F5');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (let slide = 0; slide < 6; slide += 1) {
    await look(`slide ${String(slide + 1)}`);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  expect(server.heard).toEqual([]);
  expect(await outside()).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  expect(page.url()).toBe(address);
  server.stop();
  tell('S2', hostileTexts('').length, 'kinds of hostile text');
  tell('S2', places.size, 'kinds of fields that held them');
  tell('S2', screens, 'screens, 0 on which one was more than text');
  console.log(
    `Hostile text in ${String(places.size)} kinds of fields: ${String(screens)} of ${String(screens)} screens held.`,
  );
});

/** What a link in a note could lead to, where links were opened. The app opens none at all. */
const targets = [
  'https://example.org/',
  'http://127.0.0.1:9/',
  'mailto:somebody@example.org',
  'file:///etc/passwd',
  '\\\\host\\share\\x.exe',
  'smb://host/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\host\\share',
  'vscode://file/etc/passwd',
  'javascript:window.hacked=1',
  'https://example.org@evil.example/',
  'data:text/html,<script>1</script>',
];

test('no address is opened, however it is clicked: not one of 12', async ({
  running,
  window,
  complaints,
}) => {
  complaints.expect(/Not allowed|blocked|Content Security Policy|refused/i);
  const outside = await watchOutside(running.app);
  const address = window.url();
  for (const target of targets)
    for (const how of ['click', 'middle', 'Control', 'Shift', 'blank', 'drag'] as const) {
      await window.evaluate(
        ([href, blank]) => {
          document.getElementById('hostile-link')?.remove();
          const link = document.createElement('a');
          link.id = 'hostile-link';
          link.textContent = 'here';
          link.href = href ?? '';
          if (blank === 'blank') link.target = '_blank';
          link.style.cssText = 'position: fixed; left: 300px; top: 300px; z-index: 99999; padding: 20px';
          document.body.append(link);
        },
        [target, how],
      );
      await window.mouse.move(320, 320);
      if (how === 'drag') {
        await window.mouse.down();
        await window.mouse.move(500, 500, { steps: 3 });
        await window.mouse.up();
      } else {
        if (how === 'Control' || how === 'Shift') await window.keyboard.down(how);
        await window.mouse.click(320, 320, { button: how === 'middle' ? 'middle' : 'left' });
        if (how === 'Control' || how === 'Shift') await window.keyboard.up(how);
      }
    }
  await window.evaluate(() => document.getElementById('hostile-link')?.remove());
  expect(await outside()).toEqual([]);
  tell('S5', targets.length, 'kinds of addresses');
  tell('S5', targets.length * 6, 'clicks and drags on them in six ways, 0 opened');
  expect(running.app.windows()).toHaveLength(1);
  expect(window.url()).toBe(address);
  expect(await window.evaluate(() => 'hacked' in self)).toBe(false);

  // Nor does a wheel with Control enlarge the page past its own setting.
  const before = await window.evaluate(() => [devicePixelRatio, visualViewport?.scale]);
  await window.keyboard.down('Control');
  await window.mouse.wheel(0, -600);
  await window.keyboard.up('Control');
  expect(await window.evaluate(() => [devicePixelRatio, visualViewport?.scale])).toEqual(before);
});

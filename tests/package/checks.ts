import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { exportFormats, formatTraits } from '../../shared/export/formats';
import { licencesText } from '../../shared/text/licences';
import { mainText } from '../../shared/text/main';
import { actionsText } from '../../shared/text/actions';
import { searchText } from '../../shared/text/search';
import { waitUntilReady } from '../e2e/harness/launch';
import { assertSandboxed, renderersOf } from '../e2e/harness/sandbox';
import { Editor } from '../e2e/pages/editor';
import { expect, type Person, root } from './ground';

const example = path.join(root, 'examples', 'it-incident-response.vsmap');

/** A map of the person's own, as a double click hands it over. */
function ownMap({ folder }: Person): string {
  const file = path.join(folder, 'Störung – Ελληνικά.vsmap');
  cpSync(example, file);
  return file;
}

interface Settings {
  readonly recent?: readonly { readonly path: string }[];
}

function recentFiles({ profile }: Person): readonly string[] {
  const file = path.join(profile, 'settings.json');
  if (!existsSync(file)) return [];
  const { recent = [] } = JSON.parse(readFileSync(file, 'utf8')) as Settings;
  return recent.map((each) => each.path);
}

/** Started as it is, with a file: it opens the file inside a working sandbox, and ends when the system asks. */
export async function opensFile(exe: string, person: Person): Promise<void> {
  const file = ownMap(person);
  const { child, ended } = person.start(exe, ['--disable-gpu', file]);
  await expect.poll(() => recentFiles(person), { timeout: 60_000 }).toEqual([file]);
  const pid = child.pid ?? 0;
  expect(renderersOf(pid).length).toBeGreaterThan(0);
  assertSandboxed(pid);
  child.kill('SIGTERM');
  // It passes the signal on to itself once it has put everything away.
  expect((await ended).signal).toBe('SIGTERM');
  expect(existsSync(path.join(person.profile, 'SingletonLock'))).toBe(false);
}

/** A package lets no debugger in. */
export async function refusesDebuggers(exe: string, person: Person): Promise<void> {
  const asked = person.start(exe, ['--disable-gpu', '--remote-debugging-port=0']);
  const { code, err } = await asked.ended;
  expect(code).toBe(2);
  expect(err).toContain(mainText.refused.debugging);
}

/**
 * The same files under the name of a development runtime, which lets the debugger in: what is shown is driven.
 * `folder` is the unpacked package, `place` takes the copy.
 */
export async function isUsable(folder: string, place: string, person: Person): Promise<void> {
  const copy = path.join(place, 'driven');
  mkdirSync(copy);
  cpSync(folder, copy, { recursive: true });
  linkSync(path.join(copy, 'streamwright'), path.join(copy, 'electron'));
  const app = path.join(copy, 'resources', 'app.asar');
  const switches = ['--disable-gpu', '--remote-debugging-port=0'];
  const { child, ended, says } = person.start(path.join(copy, 'electron'), [
    ...switches,
    app,
    ownMap(person),
  ]);
  const [, address = ''] = await says(/DevTools listening on (ws:\S+)/);
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('The app shows no window.');
  await waitUntilReady(page);
  const editor = new Editor(page);
  await editor.canvas.waitFor();
  await expect(editor.node('Post-incident review').first()).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('font-family', /Inter/);
  expect(await page.evaluate(() => document.fonts.check('13px "Inter Variable"'))).toBe(true);
  assertSandboxed(child.pid ?? 0);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: searchText.palette.title, exact: true });
  await palette.fill(`>${actionsText.titles['help.licences']}`);
  await palette.press('Enter');
  await expect(
    page.getByRole('dialog', { name: licencesText.title }).getByRole('option').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  // The app may be gone before it has said that the key was taken.
  await page.keyboard.press('Control+q').catch(() => undefined);
  expect((await ended).code).toBe(0);
}

/** The command line inside gives, without a display, the same bytes for every format as that of the checkout. */
export async function exportsAlike(exe: string, person: Person, formats: readonly string[]): Promise<void> {
  const file = ownMap(person);
  for (const format of formats) {
    const output = path.join(person.folder, `packed.${format}`);
    const args = ['cli', 'export', file, '--to', format, '-o', output, '--today', '2026-11-22'];
    const { code, err } = await person.start(exe, args, { hasDisplay: false }).ended;
    expect(err, format).not.toMatch(/^\s+at /m);
    expect(code, `${format}: ${err}`).toBe(0);
    const fromCheckout = path.join(person.folder, `checkout.${format}`);
    const same = [path.join(root, 'out', 'cli', 'streamwright.js'), ...args.slice(1)];
    same[same.indexOf(output)] = fromCheckout;
    expect(person.run(process.execPath, same).code, format).toBe(0);
    expect(readFileSync(output).equals(readFileSync(fromCheckout)), `${format} differs`).toBe(true);
  }
}

/** The formats that the checkout itself can make of the example. */
export function formatsHere(person: Person): string[] {
  const file = ownMap(person);
  return exportFormats.filter((format) => {
    const output = path.join(person.folder, `try.${formatTraits[format].extension}`);
    const cli = path.join(root, 'out', 'cli', 'streamwright.js');
    return person.run(process.execPath, [cli, 'export', file, '--to', format, '-o', output]).code === 0;
  });
}

/** Reads tables and drawings of others; the thread that reads foreign files starts from inside the package too. */
export async function importsForeignFiles(exe: string, person: Person): Promise<void> {
  const table = path.join(person.folder, 'table.csv');
  cpSync(path.join(root, 'examples', 'valuetech-feature.csv'), table);
  const drawing = path.join(person.folder, 'packed.drawio');
  for (const file of [table, drawing]) {
    const output = `${file}.vsmap`;
    const { code, err } = await person.start(exe, ['cli', 'import', file, '-o', output], {
      hasDisplay: false,
    }).ended;
    expect(code, err).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain('"nodes"');
  }
}

/** Files below a folder, relative to it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

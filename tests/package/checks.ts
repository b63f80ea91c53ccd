import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type {} from '../../renderer/bridge';
import { type ExportFormat, exportFormats, type ExportWish, formatTraits } from '../../shared/export/formats';
import { readProject } from '../../shared/file-format/read';
import { sectionNames } from '../../shared/report/types';
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

/** A package lets no debugger in, and starts with all its protection or not at all. */
export async function refusesSwitches(exe: string, person: Person): Promise<void> {
  const { debugging, weakened } = mainText.refused;
  for (const [given, words] of [
    ['--remote-debugging-port=0', debugging],
    ['--remote-debugging-pipe', debugging],
    ['--inspect=0', debugging],
    ['--no-sandbox', weakened],
    ['--disable-web-security', weakened],
  ] as const) {
    const { code, err } = await person.start(exe, ['--disable-gpu', given]).ended;
    expect(code, given).toBe(2);
    expect(err, given).toContain(words);
    expect(err, given).not.toMatch(/(?:Debugger|DevTools) listening/);
  }
}

/** What would make another program of it is passed over: code to load first, and a run as plain Node, which knows no command `cli`. */
export async function ignoresEnvironment(exe: string, person: Person): Promise<void> {
  const mark = path.join(person.folder, 'loaded');
  const code = path.join(person.folder, 'load-first.cjs');
  writeFileSync(code, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'loaded');`);
  chmodSync(code, 0o644);
  const variables = { NODE_OPTIONS: `--require ${code}`, ELECTRON_RUN_AS_NODE: '1' };
  const { code: ended, out } = await person.start(exe, ['cli', '--version'], { hasDisplay: false, variables })
    .ended;
  expect({ ended, isLoaded: existsSync(mark) }).toEqual({ ended: 0, isLoaded: false });
  expect(out).toMatch(/\d+\.\d+\.\d+/);
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
  await exportsFromWindow(page, person);
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

const fromCommandLine = { theme: 'light', ladder: true, scale: 2, fonts: 'embedded', paper: 'a4' } as const;
const today = '2026-11-22';

/** What the window asks for, so that it is what the command line makes of the same file. */
function wishFor(format: ExportFormat, map: string): ExportWish {
  const isReport = formatTraits[format].kind === 'report';
  return {
    ...fromCommandLine,
    format,
    scope: isReport ? { kind: 'project' } : { kind: 'map', map },
    lanes: null,
    orientation: 'portrait',
    pages: 'drawing',
    sections: [...sectionNames],
    table: 'steps',
    today,
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function cliArguments(file: string, format: string, output: string): string[] {
  return ['export', file, '--to', format, '-o', output, '--today', today];
}

/** What the checkout makes of the example in a format; null where it cannot. */
function madeByCheckout(person: Person, format: ExportFormat): Uint8Array | null {
  const output = path.join(person.folder, `checkout.${format}`);
  const cli = path.join(root, 'out', 'cli', 'streamwright.js');
  const args = [cli, ...cliArguments(ownMap(person), format, output)];
  return spawnSync(process.execPath, args).status === 0 ? readFileSync(output) : null;
}

/** The thread that exports for the window gives, from inside the package, the bytes that the checkout gives. */
async function exportsFromWindow(page: Page, person: Person): Promise<void> {
  const text = readFileSync(ownMap(person), 'utf8');
  const read = readProject(text);
  const [map = ''] = read.kind === 'read' ? Object.keys(read.project.maps) : [];
  for (const format of exportFormats) {
    const hash = await page.evaluate(
      async (job) => {
        const result = await self.streamwright.call['export:make'](job);
        if (result.kind !== 'made') return JSON.stringify(result);
        const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(result.bytes));
        return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      },
      { work: `try-${format}`, text, wish: wishFor(format, map) },
    );
    const expected = madeByCheckout(person, format);
    expect(hash, format).toBe(expected && sha256(expected));
  }
}

/** The command line inside gives, without a display, the same bytes for every format as that of the checkout. */
export async function exportsAlike(
  exe: string,
  person: Person,
  formats: readonly ExportFormat[] = exportFormats,
): Promise<void> {
  const file = ownMap(person);
  const compared: ExportFormat[] = [];
  for (const format of formats) {
    const expected = madeByCheckout(person, format);
    if (expected === null) continue;
    compared.push(format);
    const output = path.join(person.folder, `packed.${format}`);
    const args = ['cli', ...cliArguments(file, format, output)];
    const { code, err } = await person.start(exe, args, { hasDisplay: false }).ended;
    expect(code, `${format}: ${err}`).toBe(0);
    expect(sha256(readFileSync(output)), `${format} differs`).toBe(sha256(expected));
  }
  expect(compared).toEqual(expect.arrayContaining(['pdf', 'png']));
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

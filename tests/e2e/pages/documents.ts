import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import { buildMap } from '../../helpers/build-map';
import { expect } from '../harness/fixture';
import { root } from '../harness/launch';

/** A project file with one step, in a stream of this name. */
export function mapText(stream: string): string {
  const { project } = buildMap((m) => {
    m.stream({ name: stream });
    m.start();
    m.step('log');
    m.end();
    m.path('start', 'log', 'end');
  });
  return writeProject(project);
}

/** Writes such a file into a folder; gives its path. */
export function mapFile(folder: string, name: string, stream = name): string {
  const file = path.join(folder, name);
  writeFileSync(file, mapText(stream));
  return file;
}

/** The name of the first stream in a file. */
export function streamIn(file: string): string | undefined {
  const read = readProject(readFileSync(file, 'utf8'));
  return read.kind === 'read' ? Object.values(read.project.streams)[0]?.name : read.kind;
}

/** The field of the stream’s name. */
export const streamName = (page: Page): Locator => page.getByLabel('Name of the stream');
/** What the title bar says of the document. */
export const state = (page: Page): Locator => page.locator('header [role=status]');

/** Makes the document unsaved by another name of its stream. */
export async function renameStream(page: Page, name: string): Promise<void> {
  await streamName(page).fill(name);
  await streamName(page).press('Enter');
  await expect(state(page)).toHaveText('Unsaved changes');
}

/** Saves by the File menu. */
export async function saveByMenu(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: /^Save\b(?! as)/ }).click();
}

/** The titles of all windows, sorted. */
export const titles = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getTitle())
      .sort(),
  );

/** Starts the app once more in the same profile, as a double click on a file does; resolves with its exit code. */
export function startAgain(
  profile: string,
  display: string | null,
  files: readonly string[],
): Promise<number | null> {
  const args = ['--disable-gpu', `--user-data-dir=${profile}`, root, ...files];
  const env = { ...process.env, ...(display ? { DISPLAY: display } : {}) };
  const child = spawn(process.env['ELECTRON_RUNTIME'] ?? '', args, { cwd: root, env, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** How many journals of unsaved work are on the disk. */
export function journalsIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.journal')).length;
}

/** What all journals of unsaved work in a folder hold. */
export function journalText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.journal'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('');
}

/** Resolves when the app has ended by itself. */
export const endOf = (app: ElectronApplication): Promise<void> =>
  new Promise((resolve) => {
    app.process().once('exit', () => resolve());
  });

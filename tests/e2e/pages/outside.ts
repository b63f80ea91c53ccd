import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Running } from '../harness/fixture';
import { mapFile, mapText, state } from './documents';

/** Opens the map `opened` of its own file, and waits until all of it counts as saved. */
export async function openOne(
  folder: string,
  launch: (options: { files: string[] }) => Promise<Running>,
): Promise<Running & { readonly file: string }> {
  const file = mapFile(folder, 'one.vsmap', 'opened');
  const running = await launch({ files: [file] });
  await expect(state(running.page)).toHaveText('Saved');
  return { ...running, file };
}

/** The line above the page that says what others did to the file. */
export const outsideBar = (page: Page): Locator => page.getByRole('region', { name: 'The file on the disk' });

/** A way out in that line. */
export const wayOut = (page: Page, name: string): Locator =>
  outsideBar(page).getByRole('button', { name, exact: true });

/** A way out in the question after a save that met another version. */
export const answer = (page: Page, name: string): Locator =>
  page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${name}`) });

/** Writes another map into the file as careful programs do: beside it, then over it. */
export function writeAsOthers(file: string, stream: string): void {
  const beside = `${file}.new`;
  writeFileSync(beside, mapText(stream));
  renameSync(beside, file);
}

/** Whether the versions that a profile keeps hold this very text. */
export function isKeptVersion(profile: string, text: string): boolean {
  const folder = path.join(profile, 'history');
  if (!existsSync(folder)) return false;
  const wanted = createHash('sha256').update(text).digest('hex');
  return readdirSync(folder, { recursive: true }).some((name) => String(name).includes(wanted));
}

/** The one file of a folder besides those named; throws where there is not exactly one. */
export function onlyOther(folder: string, ...known: string[]): string {
  const others = readdirSync(folder).filter((name) => name.endsWith('.vsmap') && !known.includes(name));
  if (others.length !== 1) throw new Error(`not one other file: ${others.join(', ')}`);
  return path.join(folder, others[0] ?? '');
}

/** Says as another program of this computer would that it writes this file just now; a save waits for the end of that. */
export function claimAsOthers(file: string): string {
  const tag = createHash('sha256').update(path.basename(file).toLowerCase()).digest('hex').slice(0, 8);
  const claim = path.join(path.dirname(file), `.~${tag}ffff-1`);
  writeFileSync(claim, '');
  return claim;
}

import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { mapFile, state } from '../e2e/pages/documents';
import { answer, wayOut } from '../e2e/pages/outside';
import { edit, startApp, until, wholeStreamIn } from './saving-app';

/** Where both apps run, how often they save at once, and where what went wrong is put. */
interface Ground {
  readonly home: string;
  readonly display: string;
  readonly runs: number;
  readonly wrong: string[];
}

const isSaved = (page: Page): Promise<boolean> => state(page).getByText('Saved', { exact: true }).isVisible();
const isAsked = (page: Page): Promise<boolean> => page.getByRole('dialog').isVisible();

/** The names of the streams of every version that a profile keeps. */
function keptIn(profile: string): readonly (string | null)[] {
  const folder = path.join(profile, 'history');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.vsmap'))
    .map((name) => wholeStreamIn(path.join(folder, name)));
}

async function saveAtOnce(pages: readonly Page[], names: readonly string[]): Promise<void> {
  for (const [index, page] of pages.entries()) await edit(page, names[index] ?? '');
  await Promise.all(pages.map((page) => page.keyboard.press('Control+s')));
  for (const page of pages)
    await until('a save ends', async () => (await isSaved(page)) || (await isAsked(page)));
}

/** The one who was asked takes the other version or overwrites it, in turn; then both show the same again. */
async function agree(winner: Page, loser: Page, isOverwriting: boolean): Promise<void> {
  await answer(loser, isOverwriting ? 'Overwrite' : 'Take theirs').click();
  await until('the question is over', () => isSaved(loser));
  if (!isOverwriting) return;
  await wayOut(winner, 'Show their version').click();
  await until('both agree', async () => (await wayOut(winner, 'Show their version').count()) === 0);
}

/** Two real apps with two profiles that save one file at the same moment, again and again; gives the number of saves. */
export async function twoApps({ home, display, runs, wrong }: Ground): Promise<number> {
  const documents = path.join(home, 'documents');
  mkdirSync(documents);
  const file = mapFile(documents, 'map.vsmap', 'start');
  const profiles = ['first', 'second'].map((name) => path.join(home, `profile ${name}`));
  const pages: Page[] = [];
  for (const profile of profiles) pages.push((await startApp({ display, profile }, { files: [file] })).page);
  let saves = 0;
  for (let run = 1; run <= runs; run += 1) {
    const names = pages.map((_, index) => `run ${run}, app ${index + 1}`);
    await saveAtOnce(pages, names);
    const saved = await Promise.all(pages.map(isSaved));
    saves += 2;
    const winner = saved.indexOf(true);
    if (winner === -1 || saved.lastIndexOf(true) !== winner) {
      wrong.push(`run ${run} of the apps: ${saved.filter(Boolean).length} of two were called saved`);
      break;
    }
    const name = names[winner] ?? '';
    if (wholeStreamIn(file) !== name) wrong.push(`run ${run} of the apps: ${name} is not on the disk`);
    const [won, lost] = [pages[winner], pages[1 - winner]];
    if (!won || !lost) break;
    await agree(won, lost, run % 2 === 0);
    const isThere =
      wholeStreamIn(file) === name || profiles.some((profile) => keptIn(profile).includes(name));
    if (!isThere) wrong.push(`run ${run} of the apps: ${name} is neither on the disk nor among the versions`);
  }
  return saves;
}

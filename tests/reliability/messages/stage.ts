import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { type Dialogs, dialogsOf } from '../../e2e/harness/dialogs';
import { Faults } from '../../e2e/harness/faults';
import { journalsIn, mapFile, mapText } from '../../e2e/pages/documents';
import { edit, startApp, until } from '../saving-app';
import { meetBox } from './boxes';
import type { Message } from './message';
import type { Screen } from './screen';
import type { Told } from './texts';

/** What is shown: an element of the page, or the words of a box of the system. */
export type Shown = Locator | Message;

/** A trouble, how it is met, and what it means for the work. */
export interface Trouble {
  /** The name of its picture. */
  readonly id: string;
  readonly when: string;
  /** Whether the work is safe, and where; empty where no work is at stake. */
  readonly safe: string;
  readonly todo: string;
  /** The texts of shared/text that it shows; the proof looks for each of them on the screen. */
  readonly tells: readonly Told[];
  readonly meet: (stage: Stage) => Promise<Shown>;
}

/** The headings of docs/messages.md; scripts/messages.mjs has their words and their order. */
export type Situation =
  | 'saving'
  | 'others'
  | 'versions'
  | 'opening'
  | 'importing'
  | 'exporting'
  | 'crash'
  | 'copies'
  | 'closing'
  | 'starting';

/** Troubles that are met one after the other in one run of the app. */
export interface Scene {
  readonly name: string;
  /** Under which heading its messages stand. */
  readonly situation: Situation;
  /** What is put into the folder of documents before the start, and which files the app is started with. */
  readonly files?: (documents: string) => readonly string[];
  /** What is done to the folder of settings before the start. */
  readonly profile?: (profile: string) => void;
  readonly troubles: readonly Trouble[];
}

/** The app in trouble. */
export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A folder of documents on a disk that can be made to fail; `one.vsmap` is in it. */
  readonly documents: string;
  readonly file: string;
  readonly profile: string;
  readonly display: string;
  readonly faults: Faults;
  readonly dialogs: Dialogs;
  /** Starts the app again, in this profile or another one beside it, with files. */
  readonly startAgain: (files?: readonly string[], beside?: string) => Promise<Stage>;
  /** Answers the next message box with a button, and gives its words once it was shown. */
  readonly box: (button: number, provoke: () => Promise<unknown>) => Promise<Message>;
  readonly crash: () => Promise<void>;
}

/** Starts the app for a scene in folders of its own. */
export async function setStage(scene: Scene, screen: Screen): Promise<Stage> {
  const display = screen.name;
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-messages-')));
  const documents = path.join(home, 'documents');
  mkdirSync(documents);
  const faults = new Faults(home);
  const file = mapFile(documents, 'one.vsmap', 'Restore service');
  const start = async (profile: string, files: readonly string[]): Promise<Stage> => {
    const running = await startApp({ display, profile }, { files, env: faults.variables(documents) });
    return {
      app: running.app,
      page: running.page,
      documents,
      file,
      profile,
      display,
      faults,
      dialogs: dialogsOf(running.app),
      startAgain: (more = [], beside = '') => start(`${profile}${beside}`, more),
      box: (button, provoke) => meetBox({ app: running.app, screen }, button, provoke),
      crash: running.crash,
    };
  };
  const own = path.join(home, 'profile');
  scene.profile?.(own);
  return await start(own, scene.files?.(documents) ?? []);
}

/** The words of an element: its heading, its paragraphs and lists, its buttons. */
export async function readMessage(shown: Locator): Promise<Message> {
  return await shown.evaluate((element) => {
    const textOf = (each: Element): string => (each.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const all = (selector: string): string[] =>
      [...element.querySelectorAll(selector)].map(textOf).filter((text) => text !== '');
    const isItem = element.matches('li');
    const [heading = ''] = all(isItem ? 'strong' : 'h1, h2, h3, p strong');
    const title = heading.replace(/\.$/, '');
    const lines = all(isItem ? 'span:not(:has(*))' : 'p, li:not(:has(button))').map((line) =>
      line.startsWith(title) ? line.slice(title.length) : line,
    );
    const trimmed = lines.map((line) => line.replace(/^\. /, '').trim());
    const buttons = [...element.querySelectorAll('button')]
      .map((button) => textOf(button.querySelector('strong') ?? button))
      .filter((text) => text !== '');
    const whole = title === '' && lines.length === 0 ? [textOf(element)] : trimmed;
    return { title, lines: [...new Set(whole.filter((line) => line !== ''))], buttons };
  });
}

/** All words of an element, of what stands in its tips and of what is read out for it. */
export async function wordsIn(shown: Locator): Promise<string> {
  return await shown.evaluate((element) => {
    const tips = ['aria-label', 'aria-description', 'title'];
    const told = [element, ...element.querySelectorAll('*')].flatMap((each) =>
      tips.map((name) => each.getAttribute(name) ?? ''),
    );
    return [element.textContent ?? '', ...told].join('\n');
  });
}

/** A scene begins with the one file open. */
export const opened = (documents: string): readonly string[] => [path.join(documents, 'one.vsmap')];

/** An element, once it is shown. */
export async function whenShown(element: Locator): Promise<Locator> {
  await element.first().waitFor();
  return element.first();
}

/** The dialog that is open. */
export const dialogOf = ({ page }: Stage): Locator => page.getByRole('dialog').last();

/** The line above the page that says what others did to the file. */
export const barOf = ({ page }: Stage): Locator => page.getByRole('region', { name: 'The file on the disk' });

/** Does something that asks or tells in a dialog. */
export async function dialogAfter(stage: Stage, act: () => Promise<unknown>): Promise<Locator> {
  await act();
  return await whenShown(dialogOf(stage));
}

/** Leaves the dialog that is open. */
export async function leave(stage: Stage): Promise<void> {
  await stage.page.keyboard.press('Escape');
  await stage.page.getByRole('dialog').last().waitFor({ state: 'detached' });
}

/** Changes the work, and then the file as somebody else would. */
export async function editBoth(stage: Stage, mine: string, theirs: string): Promise<void> {
  await edit(stage.page, mine);
  writeFileSync(stage.file, mapText(theirs));
}

/** Changes the work and waits until its safety copy is on the disk. */
export async function editKept(stage: Stage, name: string): Promise<void> {
  await edit(stage.page, name);
  await until('a safety copy', () => journalsIn(path.join(stage.profile, 'recovery')) > 0);
}

/** Changes the work, ends the app as a power cut would, and starts it again with files. */
export async function afterPowerCut(stage: Stage, files: readonly string[] = []): Promise<Stage> {
  await editKept(stage, 'Before the power failed');
  await stage.crash();
  return await stage.startAgain(files);
}

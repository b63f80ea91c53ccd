import type { Page } from '@playwright/test';
import { streamName } from '../e2e/pages/documents';

/** What a map holds, as far as the monkey changes it. */
export interface Content {
  readonly stream: string;
  /** Names of the steps, sorted. */
  readonly steps: readonly string[];
}

/** A state of the map; `at` is when the app had taken the edit in, ms, or null while that is not known. */
export interface Committed {
  readonly content: Content;
  at: number | null;
}

/** A number from 0 to 1, the next one of its row. */
export type Random = () => number;

/** A row of numbers that a seed repeats (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const quickEntry = (page: Page) => page.getByRole('combobox', { name: 'New step in one line' });

/** Edits a map by the keyboard until it is killed, and writes down what the map must hold after each edit. */
export class Monkey {
  /** Every state since the start, the first one included; the last may not have come about. */
  readonly log: Committed[];
  #past: Content[] = [];
  #future: Content[] = [];
  #now: Content;
  #count = 0;
  readonly #page: Page;
  readonly #random: Random;
  readonly #name: string;

  /** `name` begins every name that it gives. */
  constructor(page: Page, start: Content, { random, name }: { random: Random; name: string }) {
    this.#page = page;
    this.#random = random;
    this.#name = name;
    this.#now = start;
    this.log = [{ content: start, at: Date.now() }];
  }

  /** Edits until the page or the app is gone. */
  async run(): Promise<void> {
    try {
      for (;;) await this.#edit();
    } catch {
      // The app was killed under the keys.
    }
  }

  async #edit(): Promise<void> {
    const dice = this.#random();
    if (dice < 0.15 && this.#past.length > 0) await this.#takeBack();
    else if (dice < 0.25 && this.#future.length > 0) await this.#doAgain();
    else if (dice < 0.5) await this.#renameStream();
    else await this.#addStep();
  }

  /** Notes the state that an edit leads to, makes it, and notes when it was taken in. */
  async #commit(content: Content, make: () => Promise<void>): Promise<void> {
    const committed: Committed = { content, at: null };
    this.log.push(committed);
    await make();
    committed.at = Date.now();
    this.#now = content;
  }

  async #new(content: Content, make: () => Promise<void>): Promise<void> {
    const before = this.#now;
    await this.#commit(content, make);
    this.#past.push(before);
    this.#future = [];
  }

  #nextName(): string {
    this.#count += 1;
    return `${this.#name} ${String(this.#count)}`;
  }

  async #addStep(): Promise<void> {
    const field = quickEntry(this.#page);
    if (!(await field.isVisible())) await this.#page.keyboard.press('Control+Enter');
    const name = this.#nextName();
    await field.focus();
    await this.#page.keyboard.insertText(`${name}; 5m`);
    await this.#new({ ...this.#now, steps: [...this.#now.steps, name].sort() }, () =>
      this.#page.keyboard.press('Enter'),
    );
  }

  async #renameStream(): Promise<void> {
    const name = this.#nextName();
    await streamName(this.#page).focus();
    await this.#page.keyboard.press('Control+a');
    await this.#page.keyboard.insertText(name);
    await this.#new({ ...this.#now, stream: name }, () => this.#page.keyboard.press('Enter'));
  }

  async #takeBack(): Promise<void> {
    const [before, now] = [this.#past.at(-1), this.#now];
    if (before === undefined) return;
    await this.#commit(before, () => this.#page.getByRole('button', { name: /^Undo/ }).click());
    this.#past.pop();
    this.#future.push(now);
  }

  async #doAgain(): Promise<void> {
    const [after, now] = [this.#future.at(-1), this.#now];
    if (after === undefined) return;
    await this.#commit(after, () => this.#page.getByRole('button', { name: /^Redo/ }).click());
    this.#future.pop();
    this.#past.push(now);
  }
}

/** What of the log is missing from what came back: edits that the app had taken in, and the time that they go back, ms. Null where what came back is no state of the log. */
export function lossOf(
  log: readonly Committed[],
  found: Content,
  killedAt: number,
): { readonly edits: number; readonly ms: number } | null {
  const text = JSON.stringify(found);
  const reached = log.findLastIndex(({ content }) => JSON.stringify(content) === text);
  if (reached === -1) return null;
  const lost = log.slice(reached + 1).filter(({ at }) => at !== null && at <= killedAt);
  return { edits: lost.length, ms: lost[0]?.at == null ? 0 : killedAt - lost[0].at };
}

import type { Page } from '@playwright/test';
import type { Chance } from '../fuzz/random';

const lines = [
  'Log; Service desk; 10m; wait 2h; 90%',
  'Triage; L2; 5m/10m/30m; wait 4h; VA',
  'Ask the customer; 1h; -> Log 20% rework',
  'Approve; approval; wait 2d',
  '#Waste we type it twice -- Ann',
  'constructor',
  'Größe; 15m',
  '  ',
  '4h',
  '80%',
];

const canvasKeys = [
  's',
  'd',
  'n',
  'k',
  'Tab',
  'Delete',
  'Control+d',
  '1',
  '2',
  '3',
  'ArrowRight',
  'ArrowLeft',
  'ArrowUp',
  'ArrowDown',
  'Alt+ArrowRight',
  'f',
  'g',
  'm',
  'v',
  'h',
  'c',
  'Enter',
  'F2',
  'F8',
  'Control+a',
  'Control+g',
  'Control+Shift+g',
  'Control+c',
  'Control+x',
  'Control+v',
  'Control+Shift+l',
  'Control+b',
  'Control+j',
  'Shift+Digit1',
  'F6',
  'Space',
] as const;

/** Keys that open something over the map; Escape closes it. */
const dialogKeys = [
  'Control+k',
  'Control+Comma',
  'Shift+?',
  'Control+f',
  'Control+Shift+h',
  'Control+e',
  'Control+Shift+v',
  'F5',
];

/** Somebody who does anything in a workshop, by mouse and keys; the same for the same seed. */
export class WorkshopMonkey {
  readonly #page: Page;
  readonly #chance: Chance;
  readonly #size: { readonly width: number; readonly height: number };

  constructor(page: Page, chance: Chance, size: { width: number; height: number }) {
    this.#page = page;
    this.#chance = chance;
    this.#size = size;
  }

  /** One action of a random kind. */
  async act(): Promise<void> {
    const dice = this.#chance.below(100);
    const { keyboard } = this.#page;
    if (dice < 24) return await keyboard.press(this.#chance.pick(canvasKeys));
    if (dice < 28) return await keyboard.press('Control+z');
    if (dice < 31) return await keyboard.press('Control+y');
    if (dice < 52) return await this.#click();
    if (dice < 62) return await this.#drag();
    if (dice < 67) return await this.#turnWheel();
    if (dice < 77) return await this.#say();
    if (dice < 83) return await this.#visit();
    if (dice < 88) return await this.#lookInto();
    if (dice < 92) return await this.comeHome();
    await keyboard.press('Escape');
  }

  /** Out of everything that may be open, and to the map. */
  async comeHome(): Promise<void> {
    for (let left = 4; left > 0; left -= 1) await this.#page.keyboard.press('Escape');
    await this.#page.keyboard.press('Control+1');
    await this.#page.keyboard.press('Escape');
  }

  /** Below the menus and above the foot of the window. */
  #point(): { x: number; y: number } {
    const { width, height } = this.#size;
    return { x: 4 + this.#chance.below(width - 8), y: 100 + this.#chance.below(height - 130) };
  }

  /** Puts down what is in the hand, or lets go of it first. */
  async #click(): Promise<void> {
    if (this.#chance.oneIn(2)) await this.#page.keyboard.press('Escape');
    const { x, y } = this.#point();
    await this.#page.mouse.click(x, y, { clickCount: this.#chance.oneIn(6) ? 2 : 1 });
  }

  async #drag(): Promise<void> {
    const [from, to] = [this.#point(), this.#point()];
    await this.#page.mouse.move(from.x, from.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
    await this.#page.mouse.move(to.x, to.y, { steps: 2 });
    await this.#page.mouse.up();
  }

  async #turnWheel(): Promise<void> {
    const { x, y } = this.#point();
    await this.#page.mouse.move(x, y);
    const zooms = this.#chance.oneIn(2);
    if (zooms) await this.#page.keyboard.down('Control');
    await this.#page.mouse.wheel(0, this.#chance.pick([-240, -60, 60, 240]));
    if (zooms) await this.#page.keyboard.up('Control');
  }

  /** A line as somebody says it, into what has the focus or into the line that makes steps of it. */
  async #say(): Promise<void> {
    const { keyboard } = this.#page;
    if (this.#chance.oneIn(2)) {
      await this.comeHome();
      const line = this.#page.getByRole('combobox', { name: 'New step in one line' });
      if (!(await line.isVisible())) await keyboard.press('Control+Enter');
      // Where it does not come, the words go to whatever has the focus.
      await line.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await keyboard.insertText(this.#chance.pick(lines));
    await keyboard.press('Enter');
    if (this.#chance.oneIn(2)) await keyboard.press('Escape');
  }

  /** Another page, where something is clicked. */
  async #visit(): Promise<void> {
    await this.#page.keyboard.press(`Control+${1 + this.#chance.below(9)}`);
    await this.#click();
  }

  async #lookInto(): Promise<void> {
    const { keyboard } = this.#page;
    await keyboard.press(this.#chance.pick(dialogKeys));
    if (this.#chance.oneIn(2))
      await keyboard.press(this.#chance.pick(['Tab', 'ArrowRight', 'ArrowDown', 'a']));
    await keyboard.press('Escape');
    await keyboard.press('Escape');
  }
}

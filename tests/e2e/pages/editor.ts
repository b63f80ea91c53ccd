import { expect, type Locator, type Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The editor as a facilitator handles it: by what stands on the screen. */
export class Editor {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get canvas(): Locator {
    return this.page.getByRole('application', { name: 'Map of the value stream' });
  }

  /** A node by its name. */
  node(name: string): Locator {
    return this.page.locator('.react-flow__node').filter({ hasText: name });
  }

  get nodes(): Locator {
    return this.page.locator('.react-flow__node');
  }

  get flows(): Locator {
    return this.page.locator('[data-flow-id]');
  }

  /** A tile of the metrics strip, by its figure. */
  figure(id: string): Locator {
    return this.page.locator(`[data-figure="${id}"]`);
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  async startEmpty(): Promise<void> {
    await this.page.getByRole('button', { name: 'New stream' }).click();
    await this.canvas.waitFor();
  }

  async startFromTemplate(id: string): Promise<void> {
    await this.page.locator(`[data-template="${id}"]`).click();
    await this.canvas.waitFor();
    await this.showWholeMap();
  }

  /** Fits the map into the view, which begins where a large map can be read; the focus stays where it is. */
  async showWholeMap(): Promise<void> {
    await this.page.getByRole('button', { name: 'Fit the map' }).first().dispatchEvent('click');
    await this.settled();
  }

  /** Waits until the view of the canvas stands still. */
  async settled(): Promise<void> {
    const view = this.page.locator('.react-flow__viewport');
    let last: string | null = null;
    await expect
      .poll(async () => {
        const before = last;
        last = await view.getAttribute('style');
        return last === before;
      })
      .toBe(true);
  }

  /** A point of the canvas, as parts of its width and height. */
  async at(x: number, y: number): Promise<Point> {
    const box = await boxOf(this.canvas);
    return { x: box.x + box.width * x, y: box.y + box.height * y };
  }

  /** Drags with the mouse, as slowly as the app needs to see it. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Drags something out of the palette. */
  async dragItem(item: string, to: Point): Promise<void> {
    const source = this.page.locator(`[data-item="${item}"]`);
    await source.scrollIntoViewIfNeeded();
    await this.drag(centreOf(await boxOf(source)), to);
  }

  /** Drags an activity to the canvas and types the name of the new step. */
  async dragStep(activity: string, name: string, to: Point): Promise<void> {
    await this.dragItem(activity, to);
    await this.typeName(name);
  }

  /** Types the name of the node that was just made. */
  async typeName(name: string): Promise<void> {
    const editor = this.canvas.getByRole('textbox', { name: 'Name' });
    await editor.fill(name);
    await editor.press('Enter');
    await editor.waitFor({ state: 'detached' });
  }

  /** Draws a flow from the right edge of one node to the left edge of another. */
  async connect(from: string, to: string): Promise<void> {
    const source = await boxOf(this.node(from));
    const target = await boxOf(this.node(to));
    await this.node(from).hover();
    await this.drag(
      { x: source.x + source.width - 2, y: source.y + source.height / 2 },
      { x: target.x + 4, y: target.y + target.height / 2 },
    );
  }

  async select(name: string): Promise<void> {
    const node = this.node(name);
    // Right after another map was asked for, the click may still meet the node of the one before.
    await expect(async () => {
      await node.click({ position: { x: 20, y: 12 } });
      await expect(node).toHaveClass(/\bselected\b/, { timeout: 2000 });
    }).toPass();
  }

  /** The middle of a flow's line. */
  async onFlow(index: number): Promise<Point> {
    const line = this.flows.nth(index).locator('path').last();
    return line.evaluate((path: SVGPathElement) => {
      const middle = path.getPointAtLength(path.getTotalLength() / 2);
      const on = middle.matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: on.x, y: on.y };
    });
  }

  /** The middle of the flow that leads from one node to another. */
  async onFlowBetween(from: string, to: string): Promise<Point> {
    const [source, target] = [await boxOf(this.node(from)), await boxOf(this.node(to))];
    const isAt = (point: Point, box: typeof source): boolean =>
      point.x > box.x - 12 &&
      point.x < box.x + box.width + 12 &&
      point.y > box.y - 12 &&
      point.y < box.y + box.height + 12;
    const ways = await this.flows.locator('path').evaluateAll((paths) =>
      paths
        .filter((path) => path instanceof SVGPathElement)
        .map((path) => {
          const matrix = path.getScreenCTM() ?? undefined;
          const length = path.getTotalLength();
          return [0, length / 2, length].map((at) => {
            const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
            return { x, y };
          });
        }),
    );
    const way = ways.find(([start, , end]) => start && end && isAt(start, source) && isAt(end, target))?.[1];
    if (!way) throw new Error(`No flow leads from ${from} to ${to}.`);
    return way;
  }

  /** Clicks a flow in the middle of its line. */
  async selectFlow(index: number): Promise<void> {
    const at = await this.onFlow(index);
    await this.page.mouse.click(at.x, at.y);
  }

  /** The middle of a node on the screen. */
  async middleOf(name: string): Promise<Point> {
    return centreOf(await boxOf(this.node(name)));
  }

  /** Where the edge of a node lies from which flows are drawn. */
  async rightEdgeOf(name: string): Promise<Point> {
    const box = await boxOf(this.node(name));
    return { x: box.x + box.width - 2, y: box.y + box.height / 2 };
  }

  /** What the window says of its file: `Saved`, `Unsaved changes`. */
  get state(): Locator {
    return this.page.locator('header [role=status]');
  }

  /** Saves by the shortcut, into the file that the window has. */
  async save(): Promise<void> {
    await expect(this.state).toHaveText('Unsaved changes');
    await this.page.keyboard.press('Control+s');
    await expect(this.state).toHaveText('Saved');
  }

  /** Types into a field of the inspector and leaves it. */
  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
    await this.field(label).press('Enter');
  }

  async menu(title: string, item: string | RegExp, inside?: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: title, exact: true }).click();
    if (inside !== undefined) await this.page.getByRole('menuitem', { name: inside, exact: true }).click();
    const line = this.page.getByRole('menuitem', { name: item });
    await line.or(this.page.getByRole('menuitemcheckbox', { name: item })).click();
  }
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${String(locator)} is not on the screen`);
  return box;
}

function centreOf(box: { x: number; y: number; width: number; height: number }): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

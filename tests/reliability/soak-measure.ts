import type { CDPSession, ElectronApplication, Page } from '@playwright/test';
import { z } from 'zod';
import { asked } from './saving-app';

/** What is read of a heap snapshot: all nodes in one row of numbers, `node_fields` for each; `nodes` is too long to look at one by one. */
const Snapshot = z.object({
  snapshot: z.object({
    meta: z.object({
      node_fields: z.array(z.string()),
      node_types: z.tuple([z.array(z.string())]).rest(z.unknown()),
    }),
  }),
  nodes: z.custom<readonly number[]>(Array.isArray),
});

function sizeWithoutCode({ snapshot: { meta }, nodes }: z.infer<typeof Snapshot>): number {
  const width = meta.node_fields.length;
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')];
  const code = meta.node_types[0].indexOf('code');
  let sum = 0;
  for (let at = 0; at < nodes.length; at += width)
    if (nodes[at + type] !== code) sum += nodes[at + size] ?? 0;
  return sum;
}

/** What an app holds at a moment, after its garbage was collected: bytes, and counts of the page. */
export interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Resident memory of the main process. */
  readonly main: number;
  /** Resident memory of the process of the page. */
  readonly page: number;
}

/** Measures a running app through the debugging protocol; nothing in the product knows of it. */
export class SoakMeasure {
  readonly #app: ElectronApplication;
  readonly #cdp: CDPSession;

  private constructor(app: ElectronApplication, cdp: CDPSession) {
    this.#app = app;
    this.#cdp = cdp;
  }

  static async of(app: ElectronApplication, page: Page): Promise<SoakMeasure> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('HeapProfiler.enable');
    return new SoakMeasure(app, cdp);
  }

  /** Bytes of everything in the heap but code that V8 compiled: that it goes on compiling what is used most is no leak. */
  async heapWithoutCode(): Promise<number> {
    const parts: string[] = [];
    const gather = ({ chunk }: { readonly chunk: string }): void => {
      parts.push(chunk);
    };
    this.#cdp.on('HeapProfiler.addHeapSnapshotChunk', gather);
    for (let round = 0; round < 3; round += 1) await this.#cdp.send('HeapProfiler.collectGarbage');
    await this.#cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    this.#cdp.off('HeapProfiler.addHeapSnapshotChunk', gather);
    return sizeWithoutCode(Snapshot.parse(JSON.parse(parts.join(''))));
  }

  /** Everything but the look through the heap, which makes the process of the page larger: take this first. */
  async take(): Promise<Held> {
    // What a finaliser lets go of is only free in the round after it.
    for (let round = 0; round < 3; round += 1) await this.#cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await this.#cdp.send('Memory.getDOMCounters');
    const memory = await asked(() =>
      this.#app.evaluate(async ({ app }) => {
        // What waits for a timer is not collected itself.
        const pause = (): Promise<void> =>
          new Promise((resolve) => {
            setTimeout(resolve, 20);
          });
        await pause();
        process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
        process.getBuiltinModule('node:vm').runInNewContext('gc(); gc(); gc();');
        await pause();
        return app
          .getAppMetrics()
          .map(({ type, memory: { workingSetSize } }) => ({ type, size: workingSetSize * 1024 }));
      }),
    );
    const sizeOf = (kind: string): number =>
      Math.max(0, ...memory.filter(({ type }) => type === kind).map(({ size }) => size));
    return {
      heap: usedSize,
      nodes,
      listeners: jsEventListeners,
      main: sizeOf('Browser'),
      page: sizeOf('Tab'),
    };
  }

  /** Time that the processor has spent on the page so far, ms; unlike a clock it does not count what else the computer does. */
  async processorTime(): Promise<number> {
    const seconds = await asked(() =>
      this.#app.evaluate(({ app }) =>
        app.getAppMetrics().map(({ type, cpu }) => (type === 'Tab' ? (cpu.cumulativeCPUUsage ?? 0) : 0)),
      ),
    );
    return Math.max(0, ...seconds) * 1000;
  }
}

/** By how much something grows with each step of `at`, as the straight line closest to the points has it. */
export function slopeOf(points: readonly { readonly at: number; readonly value: number }[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length;
  const [x, y] = [mean(points.map(({ at }) => at)), mean(points.map(({ value }) => value))];
  const across = points.reduce((sum, { at, value }) => sum + (at - x) * (value - y), 0);
  const along = points.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  return along === 0 ? 0 : across / along;
}

/** Megabytes, for people. */
export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

import { hits, mostPlaces } from './hits';
import { mutate, type Shape } from './mutate';
import { chanceFrom } from './random';

/** Something that reads what comes from outside. */
export interface FuzzTarget {
  readonly name: string;
  readonly shape: Shape;
  /** Words of its format. */
  readonly words: readonly string[];
  /**
   * Reads an input and throws where a promise is broken; `isDeep` asks it to follow what was read through the app, which
   * takes longer. What it reads it may refuse, in the typed way.
   */
  readonly check: (input: Uint8Array, isDeep: boolean) => void | Promise<void>;
}

/** An input at which a promise is broken. */
export interface Crash {
  readonly input: Uint8Array;
  readonly error: string;
}

/** What a campaign against one target came to. */
export interface Campaign {
  readonly execs: number;
  /** Places of the code that ran, of those that are counted. */
  readonly places: readonly number[];
  /** Inputs that reach something of their own. */
  readonly corpus: readonly Uint8Array[];
  readonly crashes: readonly Crash[];
  /** The slowest reading, ms for each 100 kB (or part of them), and its input. */
  readonly slowest: { readonly ms: number; readonly input: Uint8Array };
}

/** How long and how a campaign runs; it is told of each input before it is tried, so that a hang leaves a trace. */
export interface CampaignSetting {
  readonly seed: number;
  readonly seconds: number;
  /** It ends after so many inputs too, where that is given. */
  readonly most?: number;
  readonly before: (input: Uint8Array) => void;
}

/** Longer than this for 100 kB is a broken promise, ms. */
export const patience = 1000;

/** How often a place ran, in steps: once, twice, three times, up to 7, 15, 31, 127, more. */
function stepOf(count: number): number {
  return count < 4 ? count : count < 8 ? 4 : count < 16 ? 5 : count < 32 ? 6 : count < 128 ? 7 : 8;
}

/** Remembers which places ran how often. */
class Seen {
  readonly #seen = new Uint16Array(mostPlaces);
  readonly #words = new Uint32Array(hits.buffer);

  clear(): void {
    this.#words.fill(0);
  }

  /** Takes in what ran since `clear`; true where something ran for the first time, or so often for the first time. */
  take(): boolean {
    let isNew = false;
    for (let word = 0; word < this.#words.length; word += 1) {
      if (this.#words[word] === 0) continue;
      for (let at = word * 4; at < word * 4 + 4; at += 1) {
        const count = hits[at] ?? 0;
        if (count === 0) continue;
        const bit = 1 << stepOf(count);
        if (((this.#seen[at] ?? 0) & bit) !== 0) continue;
        this.#seen[at] = (this.#seen[at] ?? 0) | bit;
        isNew = true;
      }
    }
    return isNew;
  }

  places(): number[] {
    return [...this.#seen.entries()].flatMap(([at, bits]) => (bits === 0 ? [] : [at]));
  }
}

/** Time since now, ms: of the processor where that is less than of the wall, because others may keep the machine busy. */
function stopwatch(): () => number {
  const [wall, work] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(work);
    return Math.min(performance.now() - wall, (user + system) / 1000);
  };
}

const sayError = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);

/** What tells crashes apart: the kind of error and the place in our code at which it was thrown. */
const keyOf = (error: string): string => {
  const [first = '', ...rest] = error.split('\n');
  const place = rest.find((line) => line.trimStart().startsWith('at '))?.replace(/[:\d)]+$/, '') ?? '';
  return `${first
    .replace(/\d+/g, '0')
    .replace(/["“].*["”]/g, '')
    .slice(0, 90)} ${place}`;
};

/** One campaign: changes inputs that reach something of their own, keeps those that reach more. */
export class Fuzzer {
  readonly #target: FuzzTarget;
  readonly #setting: CampaignSetting;
  readonly #seen = new Seen();
  readonly #corpus: Uint8Array[] = [];
  readonly #crashes = new Map<string, Crash>();
  #slowest: Campaign['slowest'] = { ms: 0, input: new Uint8Array() };
  #execs = 0;

  constructor(target: FuzzTarget, setting: CampaignSetting) {
    this.#target = target;
    this.#setting = setting;
  }

  async run(seeds: readonly Uint8Array[]): Promise<Campaign> {
    const { seed, seconds, most = Infinity } = this.#setting;
    const chance = chanceFrom(seed);
    const words = this.#target.words.map((word) => new TextEncoder().encode(word));
    const end = performance.now() + seconds * 1000;
    for (const input of seeds) await this.#try(input, true);
    if (this.#corpus.length === 0) this.#corpus.push(new Uint8Array([48]));
    while (performance.now() < end && this.#execs < most && this.#crashes.size < 200) {
      if (chance.oneIn(400)) await this.#try(this.#stretched(chance), false);
      // Later inputs reach more, and are taken more often.
      const at = Math.max(chance.below(this.#corpus.length), chance.below(this.#corpus.length));
      const material = {
        input: this.#corpus[at] ?? new Uint8Array(),
        other: chance.pick(this.#corpus),
        words,
      };
      await this.#try(mutate(this.#target.shape, material, this.#target.words, chance), chance.oneIn(100));
    }
    return {
      execs: this.#execs,
      places: this.#seen.places(),
      corpus: this.#corpus,
      crashes: [...this.#crashes.values()],
      slowest: this.#slowest,
    };
  }

  /** 100 kB of one piece of an input over and over, which is where reading takes its time if it grows faster than its input. */
  #stretched(chance: ReturnType<typeof chanceFrom>): Uint8Array {
    const input = chance.pick(this.#corpus);
    const from = chance.below(input.length);
    const piece = input.subarray(from, from + 1 + chance.below(Math.min(60, input.length)));
    const times = Math.floor(100_000 / Math.max(1, piece.length));
    const parts = [input.subarray(0, from), ...Array<Uint8Array>(times).fill(piece)];
    return new Uint8Array(Buffer.concat(chance.oneIn(2) ? [...parts, input.subarray(from)] : parts));
  }

  async #try(input: Uint8Array, isDeep: boolean): Promise<void> {
    this.#setting.before(input);
    this.#seen.clear();
    this.#execs += 1;
    const start = stopwatch();
    const error = await this.#errorOf(input, false);
    let ms = start();
    // A stretched input says nothing new, and is slow to change.
    const isSmall = input.length <= 20_000;
    const isNew = error === null && isSmall && this.#seen.take();
    if (isNew) this.#corpus.push(input);
    this.#note(input, error);
    // Following everything through the app takes a hundred times as long as reading it.
    const isFollowed = isDeep || (isNew && this.#corpus.length % 3 === 0);
    if (error === null && isSmall && isFollowed) this.#note(input, await this.#errorOf(input, true));
    const share = Math.max(1, input.length / 100_000);
    // A busy machine is slow now and then; a slow reader is slow each time.
    for (let left = 3; ms / share > patience && left > 0; left -= 1)
      ms = Math.min(ms, await this.#timed(input));
    if (ms / share > this.#slowest.ms) this.#slowest = { ms: ms / share, input };
    if (ms / share > patience) this.#note(input, `SlowRead: ${String(Math.round(ms / share))} ms for 100 kB`);
  }

  async #timed(input: Uint8Array): Promise<number> {
    const ms = stopwatch();
    await this.#errorOf(input, false);
    return ms();
  }

  #note(input: Uint8Array, error: string | null): void {
    if (error === null) return;
    const key = keyOf(error);
    const known = this.#crashes.get(key);
    if (!known || known.input.length > input.length) this.#crashes.set(key, { input, error });
  }

  async #errorOf(input: Uint8Array, isDeep: boolean): Promise<string | null> {
    try {
      const waiting = this.#target.check(input, isDeep);
      if (waiting !== undefined) await waiting;
      return null;
    } catch (error) {
      return sayError(error);
    }
  }
}

/** The smallest input that fails in the same way, as far as leaving pieces out leads. */
export async function shrunk(target: FuzzTarget, { input, error }: Crash): Promise<Uint8Array> {
  const key = keyOf(error);
  if (key.startsWith('SlowRead')) return input;
  const fails = async (tried: Uint8Array): Promise<boolean> => {
    try {
      await target.check(tried, true);
      return false;
    } catch (thrown) {
      return keyOf(sayError(thrown)) === key;
    }
  };
  let small = input;
  for (let size = Math.ceil(small.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at < small.length; ) {
      const tried = new Uint8Array(Buffer.concat([small.subarray(0, at), small.subarray(at + size)]));
      if (await fails(tried)) small = tried;
      else at += size;
    }
  return small;
}

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readCorpus } from './corpus';
import { Fuzzer, type FuzzTarget } from './engine';
import { withCounters } from './instrument';
import { mutate } from './mutate';
import { chanceFrom } from './random';
import { targets } from './targets';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'corpus');
const seed = Number(process.env['PROVE_SEED'] ?? 20_261_122);

describe.each(targets.map((target) => [target.name, target] as const))('reading %s', (name, target) => {
  const kept = readCorpus(folder, name);

  it('keeps its promises on every input that is kept', async () => {
    expect(kept.length).toBeGreaterThan(0);
    for (const { name: called, input } of kept)
      await expect((async () => target.check(input, true))(), called).resolves.toBeUndefined();
  });

  it(`keeps its promises on inputs like them (seed ${seed})`, async () => {
    const chance = chanceFrom(seed);
    const words = target.words.map((word) => new TextEncoder().encode(word));
    for (let round = 0; round < 100; round += 1) {
      const [one, other] = [chance.pick(kept), chance.pick(kept)];
      const material = { input: one.input, other: other.input, words };
      const input = mutate(target.shape, material, target.words, chance);
      const said = `${one.name}, round ${round}: ${JSON.stringify(Buffer.from(input).toString('latin1').slice(0, 400))}`;
      await expect((async () => target.check(input, false))(), said).resolves.toBeUndefined();
    }
  });
});

describe('the fuzzer', () => {
  it('has a target for every folder of inputs', () => {
    const names = targets.map(({ name }) => name);
    for (const each of existsSync(folder) ? readdirSync(folder) : []) expect(names).toContain(each);
  });

  it('counts the branches that run, and changes nothing that they do', () => {
    const code = `export const f = (a, b) => { if (a) return b ? 'both' : 'one'; else for (const x of [1]) b = b || x; switch (b) { case 1: return 'none'; default: return { b }; } }`;
    const { code: counted, count } = withCounters(code, 7);
    const hits = new Uint8Array(64);
    const said = (text: string, a: boolean, b: unknown): unknown =>
      runInNewContext(`${text.replace('export const f =', 'JSON.stringify((')})(a, b))`, {
        fuzzHits: hits,
        a,
        b,
      });
    for (const [a, b] of [
      [true, true],
      [true, false],
      [false, null],
      [false, 'x'],
    ] as const) {
      expect(said(counted, a, b)).toBe(said(code, a, b));
      expect([...hits].filter((hit) => hit > 0).length).toBeLessThanOrEqual(count);
    }
    expect(hits.slice(7, 7 + count).every((hit) => hit > 0)).toBe(true);
  });

  it('finds a fault that only a certain word leads to, step by step, and shows a small input of it', async () => {
    const hits = (globalThis as { fuzzHits?: Uint8Array }).fuzzHits;
    if (hits === undefined) throw new Error('there are counters');
    const word = 'vsma';
    const planted: FuzzTarget = {
      name: 'planted',
      shape: 'bytes',
      words: [...'vsmaxyz'],
      check(input) {
        const text = Buffer.from(input).toString('latin1');
        let right = 0;
        while (right < word.length && text[right] === word[right]) right += 1;
        hits[90_000 + right] = 1;
        if (right === word.length) throw new RangeError('the planted fault');
      },
    };
    const fuzzer = new Fuzzer(planted, {
      seed: 1,
      seconds: 60,
      most: 8_000,
      before: () => undefined,
    });
    const { crashes } = await fuzzer.run([new Uint8Array([118, 0, 0])]);
    expect(crashes.map(({ error }) => error.split('\n')[0])).toEqual(['RangeError: the planted fault']);
    expect(Buffer.from(crashes[0]?.input ?? []).toString('latin1')).toMatch(/^vsma/);
  });
});

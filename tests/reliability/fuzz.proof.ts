import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildReaders, type Outcome, runCampaign } from '../fuzz/campaign';
import { keepInput, readCorpus } from '../fuzz/corpus';
import type { CountedFile } from '../fuzz/instrument';
import { targets } from '../fuzz/targets';
import { record } from './record';

/*
 * Every reader against inputs that grow towards what they have not reached yet. PROVE_SECONDS a target (60), PROVE_SEED
 * replays, PROVE_TARGETS chooses some by name, PROVE_KEEP is a folder for what was found (the corpus takes it over by hand).
 */

const seconds = Number(process.env['PROVE_SECONDS'] ?? 60);
const seed = Number(process.env['PROVE_SEED'] ?? Date.now() % 1_000_000);
const wanted = (process.env['PROVE_TARGETS'] ?? '').split(',').filter(Boolean);
const keepIn =
  process.env['PROVE_KEEP'] ??
  path.join(process.env['STREAMWRIGHT_TEST_RESULTS'] ?? 'out/test-results', 'fuzz');
const corpusFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../fuzz/corpus');

const shown = (input: Uint8Array): string =>
  JSON.stringify(Buffer.from(input).toString('latin1').slice(0, 300));

interface Total {
  execs: number;
  added: number;
  slowest: number;
  rss: number;
  readonly crashes: string[];
  readonly places: Set<number>;
}

function tell(name: string, seeds: number, outcome: Outcome, total: Total): void {
  if (outcome.kind !== 'done') {
    const file = keepInput(keepIn, name, 'crash', outcome.input);
    total.crashes.push(`${name} ${outcome.kind} (${outcome.why}): ${file}`);
    return;
  }
  const { execs, places, corpus, crashes, slowest } = outcome.campaign;
  for (const { input, error } of crashes) {
    const file = keepInput(keepIn, name, 'crash', input);
    total.crashes.push(`${name}: ${error.split('\n').slice(0, 6).join('\n    ')}\n  ${file} ${shown(input)}`);
  }
  if (process.env['PROVE_KEEP'] !== undefined)
    for (const input of corpus) keepInput(keepIn, name, 'found', input);
  total.execs += execs;
  total.added += corpus.length;
  total.slowest = Math.max(total.slowest, slowest.ms);
  total.rss = Math.max(total.rss, outcome.rss);
  for (const place of places) total.places.add(place);
  const each = [
    `${execs} execs (${Math.round(execs / seconds)}/s)`,
    `${seeds} inputs kept before, ${corpus.length} now`,
    `${places.length} places`,
    `slowest ${slowest.ms.toFixed(0)} ms for 100 kB`,
    `${crashes.length} crashes`,
  ];
  console.log(`${name.padEnd(16)} ${each.join(', ')}`);
}

/** The part of the places of our readers that ran, in percent. */
function share(files: readonly CountedFile[], places: ReadonlySet<number>): number {
  const readers = files.filter(({ file }) => /\/shared\/(?:import|file-format|tables|capture)\//.test(file));
  const all = readers.flatMap(({ from, count }) => Array.from({ length: count }, (_, at) => from + at));
  return (100 * all.filter((place) => places.has(place)).length) / all.length;
}

const chosen = targets.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const total: Total = { execs: 0, added: 0, slowest: 0, rss: 0, crashes: [], places: new Set() };
console.log(`seed ${seed}, ${seconds} s for each of ${chosen.length} readers`);
const readers = await buildReaders();
try {
  for (const [at, { name }] of chosen.entries()) {
    const seeds = readCorpus(corpusFolder, name).map(({ input }) => input);
    const job = { target: name, seed: seed + at, seconds, seeds };
    tell(name, seeds.length, await runCampaign(readers.script, job), total);
  }
} finally {
  readers.end();
}
for (const crash of total.crashes) console.log(`\n${crash}`);
record('fuzz', {
  promises: ['R12', 'R8'],
  figures: [
    `${total.execs.toLocaleString('en-GB')} inputs into ${chosen.length} readers, ${seconds} s each: ${total.crashes.length} crashes or hangs`,
    `slowest ${Math.ceil(total.slowest)} ms for 100 kB`,
    `${Math.round(share(readers.files, total.places))} % of the branches of the readers reached`,
    `the process that fuzzes, with all readers, counters and kept inputs, took at most ${Math.round(total.rss / 1024 / 1024)} MB (the memory of an import itself: limits)`,
  ].join('; '),
});
if (total.crashes.length > 0) throw new Error(`${total.crashes.length} promises broken, seed ${seed}`);

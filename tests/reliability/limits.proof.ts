import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importBounds } from '../../main/import/import-in-worker';
import { openInto } from '../../main/open-document';
import { saveDocument } from '../../main/save-document';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import type { Project } from '../../shared/model/project';
import { bigMap } from '../bench/big-map';
import { appIn } from '../helpers/app-in-test';
import { readHostileFiles } from './import-memory';
import { record } from './record';

/*
 * Very large and very deep files through the opening and saving of the app, without its windows: 10,000 steps with as
 * many flows, files around the largest size that is opened, and one nested a million deep. PROVE_SAVES is how often the
 * large map is saved (40), PROVE_STEPS its size, PROVE_SCALE a part of the sizes in MB.
 */

const saves = Number(process.env['PROVE_SAVES'] ?? 40);
const steps = Number(process.env['PROVE_STEPS'] ?? 10_000);
const scale = Number(process.env['PROVE_SCALE'] ?? 1);
const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-limits-')));
const app = appIn(home);
const at = (name: string): string => path.join(home, name);
const megabyte = 1024 * 1024;
const said: string[] = [];
const say = (line: string): void => {
  console.log(line);
  said.push(line);
};

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: Math.round(performance.now() - started) };
}

const open = async (name: string) => {
  const window = app.blankWindow();
  const opened = await timed(() => openInto(window, at(name), app));
  // The next case opens it anew.
  app.sessions.remove(window.id);
  return { window, ...opened };
};

/** A map of 10,000 steps: opened, changed and saved again and again; every save must be on the disk. */
async function tryBigMap(): Promise<void> {
  const { project } = bigMap(steps, false);
  writeFileSync(at('big.vsmap'), writeProject(project));
  const { window, result, ms } = await open('big.vsmap');
  if (result.kind !== 'opened') throw new Error(`the large map: ${result.kind}`);
  const [first = ''] = Object.keys(project.nodes);
  const took: number[] = [];
  for (let save = 0; save < saves; save += 1) {
    const node = project.nodes[first];
    if (node === undefined) throw new Error('the map has steps');
    const changed: Project = {
      ...project,
      nodes: { ...project.nodes, [first]: { ...node, name: `Saved ${save}` } },
    };
    const text = writeProject(changed);
    const wish = { document: result.document, text, suggestedName: 'big', as: false, replacing: null };
    const saved = await timed(() => saveDocument(window, wish, app));
    if (saved.result.kind !== 'saved') throw new Error(`save ${save}: ${saved.result.kind}`);
    took.push(saved.ms);
  }
  const again = await open('big.vsmap');
  const read = readProject(again.result.kind === 'opened' ? again.result.text : '');
  if (read.kind !== 'read' || read.project.nodes[first]?.name !== `Saved ${saves - 1}`)
    throw new Error('the last save is not what is read');
  const size = (statSync(at('big.vsmap')).size / megabyte).toFixed(1);
  say(
    `${steps} steps and ${Object.keys(project.flows).length} flows (${size} MB): opened and checked in ${ms} ms, ${saves} saves p50 ${quantile(took, 0.5)} ms, p95 ${quantile(took, 0.95)} ms`,
  );
}

/** A file of which some kinds of damage leave 5 MB to be read. */
async function tryDamagedBigMap(): Promise<void> {
  const text = writeProject(bigMap(steps, false).project);
  writeFileSync(at('cut.vsmap'), text.slice(0, Math.floor(text.length * 0.8)));
  const { result, ms } = await open('cut.vsmap');
  if (result.kind !== 'damaged' || result.saved === null) throw new Error(`cut: ${result.kind}`);
  const read = readProject(result.saved.text);
  const kept = read.kind === 'read' ? Object.keys(read.project.nodes).length : 0;
  if (kept < steps / 2) throw new Error(`cut: only ${kept} elements were saved`);
  say(`the same cut off at 80 %: ${kept} elements saved in ${ms} ms`);
}

/** Files around the largest size, and deeper than any map. */
async function tryExtremes(): Promise<void> {
  const small = writeProject(bigMap(10, false).project);
  const note = (size: number): string =>
    small.replace('"pack":', `"note": ${JSON.stringify('x'.repeat(size))},\n  "pack":`);
  const cases: [name: string, content: string, wanted: readonly string[]][] = [
    ['60 MB', note(60 * scale * megabyte), ['opened']],
    ['100 MB', note(100 * scale * megabyte - small.length - 100), ['opened']],
    ['101 MB', note(101 * megabyte), ['failed']],
    ['a million deep', `{"format":"vsmap","version":1,"a":${'['.repeat(1_000_000)}`, ['failed']],
    ['a million ids', `{"nodes":{${'"a":1,'.repeat(1_000_000)}"b":1}}`, ['failed']],
    [
      '40 MB of a damaged map',
      note(40 * scale * megabyte).slice(0, -10),
      scale === 1 ? ['failed'] : ['damaged'],
    ],
    [
      '99 MB of empty records',
      `{"format":"vsmap","version":1,"nodes":[${'{},'.repeat(33_000_000 * scale)}{}]}`,
      ['failed'],
    ],
    ['20 MB of zeros', '\0'.repeat(20 * scale * megabyte), ['failed']],
  ];
  for (const [name, content, wanted] of cases) {
    writeFileSync(at('case.vsmap'), content);
    const { result, ms } = await open('case.vsmap');
    if (!wanted.includes(result.kind)) throw new Error(`${name}: ${result.kind}`);
    if (result.kind === 'failed') console.log(`${name}: ${result.sentence}`);
    const end = result.kind === 'failed' ? 'refused in words' : result.kind;
    say(`${name}: ${end} in ${ms} ms`);
  }
}

/** Files of other tools that mean harm, each in a process of its own as the app reads them. */
async function tryHostileImports(): Promise<void> {
  const taken = await readHostileFiles(at('imports'));
  for (const { name, kind, said: sentence, grown, ms } of taken)
    console.log(
      `${name}: ${kind} after ${Math.round(ms)} ms, ${Math.round(grown / megabyte)} MB. ${sentence}`,
    );
  const notRefused = taken.filter(({ kind }) => kind !== 'refused').map(({ name }) => name);
  if (notRefused.length > 0) throw new Error(`not refused: ${notRefused.join(', ')}`);
  const grown = Math.max(...taken.map((each) => each.grown)) / megabyte;
  const ms = Math.max(...taken.map((each) => each.ms));
  // Between two looks at the memory it grows on.
  if (grown > 1.5 * importBounds.megabytes) throw new Error(`an import took ${Math.round(grown)} MB`);
  say(
    `${taken.length} hostile files of other tools, up to 20 MB or packed, in the thread that reads them: each refused in words within ${(ms / 1000).toFixed(1)} s, the process grows by at most ${Math.round(grown)} MB`,
  );
}

try {
  await tryHostileImports();
  await tryBigMap();
  await tryDamagedBigMap();
  await tryExtremes();
} finally {
  rmSync(home, { recursive: true, force: true });
}
record('limits', { promises: ['R8', 'R12', 'R13'], figures: said.join('; ') });

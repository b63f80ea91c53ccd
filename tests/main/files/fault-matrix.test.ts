import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../../main/files/open-file';
import { type WriteResult, writeSafely } from '../../../main/files/write-safely';
import {
  buildShim,
  type FaultKind,
  faultKinds,
  shimEnvironment,
  shimIsImpossible,
} from '../../fault-shim/build-shim';
import { bundleForNode } from '../../fault-shim/bundle';
import { afterPowerCut, type Operation, operationsSince } from '../../fault-shim/operations';
import { Saver } from '../../fault-shim/saver';
import { isLeftover } from './temp-folder';
import { tell } from '../../helpers/tell';

const impossible = shimIsImpossible();
if (impossible !== null) console.log(`The fault matrix is left out: ${impossible}.`);

const oldText = 'old version of the map\n'.repeat(900);
const newText = 'new version of the map, which is longer\n'.repeat(900);
const lethalKinds: readonly FaultKind[] = ['kill', 'torn'];

/** A save to be disturbed: of a file that exists, or of a new one. */
type Scenario = 'replace' | 'create';

interface Counts {
  cases: number;
  fired: number;
  damaged: string[];
  falselySaved: string[];
  lost: string[];
  stuck: string[];
}

let home = '';
let library = '';
let script = '';
const unfaulted = new Map<Scenario, readonly Operation[]>();
const totals = { cases: 0, fired: 0, damaged: 0, falselySaved: 0 };

function folderFor(name: string): { docs: string; log: string; target: string } {
  const docs = join(home, name);
  mkdirSync(docs);
  return { docs, log: `${docs}.log`, target: join(docs, 'map.vsmap') };
}

async function prepare(scenario: Scenario, docs: string, target: string) {
  rmSync(docs, { recursive: true, force: true });
  mkdirSync(docs);
  if (scenario === 'create') return { expected: null };
  writeFileSync(target, oldText);
  const opened = await openFile(target);
  if (opened.kind !== 'opened') throw new Error('the old version cannot be opened');
  return { expected: opened.stamp };
}

function textOf(target: string): string | null {
  return existsSync(target) ? readFileSync(target, 'utf8') : null;
}

interface Case {
  readonly label: string;
  readonly scenario: Scenario;
  readonly docs: string;
  readonly target: string;
  readonly operations: readonly Operation[];
  /** Null when the saving process died. */
  readonly result: WriteResult | null;
}

/** Letting go of the version that was replaced, which has no name any more. */
function isRelease({ name, path }: Operation): boolean {
  return name === 'close' && path.endsWith(' (deleted)');
}

/** Whether flushing the folder or reading back met the fault; a temporary name that stays is no harm. */
function isFaultedOncePlaced({ operations, target }: Case): boolean {
  const placing = operations.findIndex(({ to }) => to === target);
  if (placing === -1) return false;
  return operations
    .slice(placing + 1)
    .some((each) => each.name !== 'unlink' && !isRelease(each) && each.fate !== 'none');
}

function judge(counts: Counts, one: Case): void {
  const { label, scenario, docs, target, operations, result } = one;
  const text = textOf(target);
  const isOld = text === (scenario === 'replace' ? oldText : null);
  const isNew = text === newText;
  const saysItIsThere = result?.kind === 'saved' || result?.kind === 'unconfirmed';
  const saysItIsNot = result !== null && !saysItIsThere;
  counts.cases += 1;
  if (operations.some(({ fate }) => fate !== 'none')) counts.fired += 1;
  if (!isOld && !isNew) counts.damaged.push(label);
  if (saysItIsThere && !isNew) counts.falselySaved.push(label);
  if (result?.kind === 'saved' && isFaultedOncePlaced(one)) counts.falselySaved.push(label);
  if (saysItIsNot && !isOld) counts.lost.push(label);
  const mayLeaveTemp =
    result === null || operations.some(({ name, fate }) => name === 'unlink' && fate !== 'none');
  if (!mayLeaveTemp && readdirSync(docs).some(isLeftover))
    counts.stuck.push(`${label}: temporary file stays`);
}

async function judgeNextSave(
  counts: Counts,
  label: string,
  { docs, target }: { docs: string; target: string },
  save: typeof writeSafely,
): Promise<void> {
  const now = await openFile(target);
  const expected = now.kind === 'opened' ? now.stamp : null;
  const next = await save(target, `${label}\n`, { expected });
  const isWell = next.kind === 'saved' && textOf(target) === `${label}\n`;
  if (!isWell || readdirSync(docs).some(isLeftover)) counts.stuck.push(`${label}: ${JSON.stringify(next)}`);
}

async function faultOne(counts: Counts, scenario: Scenario, kind: FaultKind, number: number): Promise<void> {
  const label = `${scenario} ${kind} at ${number}`;
  const place = folderFor(label.replaceAll(' ', '-'));
  const options = await prepare(scenario, place.docs, place.target);
  const env = shimEnvironment(library, place.docs, place.log);
  const saver = new Saver({ script, env });
  const fault = `${kind}/${number}`;
  const result = await saver.save({ path: place.target, content: newText, options, fault });
  await saver.end();
  if (result !== null) counts.stuck.push(`${label}: survived`);
  judge(counts, { label, scenario, ...place, operations: operationsSince(place.log, fault), result });
  await judgeNextSave(counts, label, place, writeSafely);
}

async function faultAll(counts: Counts, scenario: Scenario, kind: FaultKind): Promise<void> {
  const place = folderFor(`${scenario}-${kind}`);
  const saver = new Saver({ script, env: shimEnvironment(library, place.docs, place.log) });
  for (const { number } of unfaulted.get(scenario) ?? []) {
    const label = `${scenario} ${kind} at ${number}`;
    const fault = `${kind}/${number}`;
    const options = await prepare(scenario, place.docs, place.target);
    const result = await saver.save({ path: place.target, content: newText, options, fault });
    if (result === null) throw new Error(`${label}: the saving process died`);
    judge(counts, { label, scenario, ...place, operations: operationsSince(place.log, fault), result });
    await judgeNextSave(counts, label, place, async (path, content, next) => {
      const answer = await saver.save({ path, content: String(content), options: next });
      return answer ?? { kind: 'io-error', code: 'died' };
    });
  }
  await saver.end();
}

async function runKind(scenario: Scenario, kind: FaultKind): Promise<Counts> {
  const counts: Counts = { cases: 0, fired: 0, damaged: [], falselySaved: [], lost: [], stuck: [] };
  if (lethalKinds.includes(kind)) {
    for (const { number } of unfaulted.get(scenario) ?? []) await faultOne(counts, scenario, kind, number);
  } else {
    await faultAll(counts, scenario, kind);
  }
  return counts;
}

describe.skipIf(impossible !== null)('a save whose every file operation is disturbed', () => {
  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'streamwright-faults-')));
    library = buildShim(home);
    script = await bundleForNode(join(import.meta.dirname, '../../fault-shim/save-child.ts'), home);
    for (const scenario of ['replace', 'create'] satisfies Scenario[]) {
      const { docs, log, target } = folderFor(`measure-${scenario}`);
      const options = await prepare(scenario, docs, target);
      const saver = new Saver({ script, env: shimEnvironment(library, docs, log) });
      const result = await saver.save({ path: target, content: newText, options, fault: 'none/0' });
      await saver.end();
      expect(result?.kind).toBe('saved');
      unfaulted.set(scenario, operationsSince(log, 'none/0'));
    }
  });

  afterAll(() => {
    const { cases, fired, damaged, falselySaved } = totals;
    console.log(
      `Fault matrix: ${cases} cases, ${fired} with a fault, ${damaged} damaged, ${falselySaved} falsely saved.`,
    );
    tell(
      'R1',
      cases,
      'cases of one fault at one file operation of a save, 0 damaged, 0 falsely called saved',
    );
    rmSync(home, { recursive: true, force: true });
  });

  test('the shim sees every step of the save', () => {
    const names = (scenario: Scenario) => new Set(unfaulted.get(scenario)?.map(({ name }) => name));
    expect(names('replace')).toEqual(
      new Set(['open', 'scandir64', 'pread64', 'close', 'fchmod', 'write', 'fsync', 'rename']),
    );
    expect(names('create')).toEqual(
      new Set(['open', 'scandir64', 'pread64', 'close', 'write', 'fsync', 'link', 'unlink']),
    );
  });

  test.each(['replace', 'create'] satisfies Scenario[])(
    '%s: no power cut leaves a damaged file, and saved is on disk',
    (scenario) => {
      const operations = unfaulted.get(scenario) ?? [];
      const target = join(home, `measure-${scenario}`, 'map.vsmap');
      for (let length = 0; length < operations.length; length += 1) {
        expect(afterPowerCut(operations.slice(0, length), target)).not.toContain('damaged');
      }
      expect(afterPowerCut(operations, target)).toEqual(new Set(['new']));
    },
  );

  const cases = (['replace', 'create'] satisfies Scenario[]).flatMap((scenario) =>
    faultKinds.map((kind) => ({ scenario, kind })),
  );
  test.each(cases)(
    '$scenario, $kind: old or new, never between, and no false saved',
    { timeout: 120_000 },
    async ({ scenario, kind }) => {
      const counts = await runKind(scenario, kind);
      totals.cases += counts.cases;
      totals.fired += counts.fired;
      totals.damaged += counts.damaged.length;
      totals.falselySaved += counts.falselySaved.length;
      expect(counts.fired).toBeGreaterThan(0);
      expect(counts).toMatchObject({ damaged: [], falselySaved: [], lost: [], stuck: [] });
    },
  );
});

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stampOnDisk } from '../../../main/files/file-stamp';
import { sweepLeftovers } from '../../../main/files/temp-file';
import { type WriteOptions, writeSafely } from '../../../main/files/write-safely';
import { buildShim, shimEnvironment, shimIsImpossible } from '../../fault-shim/build-shim';
import { bundleForNode } from '../../fault-shim/bundle';
import { operationsSince } from '../../fault-shim/operations';
import { Saver } from '../../fault-shim/saver';
import { versionOf, versionText } from '../../fault-shim/versions';
import { randomFrom } from '../../helpers/random-map';
import { isLeftover, useTempFolder } from './temp-folder';
import { tell } from '../../helpers/tell';

const at = useTempFolder();

let home = '';
let script = '';

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'streamwright-processes-')));
  script = await bundleForNode(join(import.meta.dirname, '../../fault-shim/save-child.ts'), home);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('two processes', () => {
  test('that save what both have open: one saves, the other meets a conflict', {
    timeout: 60_000,
  }, async () => {
    const path = at('map.vsmap');
    writeFileSync(path, 'start');
    const savers = [new Saver({ script }), new Saver({ script })];
    const rounds = 150;
    for (let round = 0; round < rounds; round += 1) {
      const options = { expected: await stampOnDisk(path) };
      const contents = [`first ${round}`, `second ${round}`];
      const results = await Promise.all(
        savers.map((saver, index) => saver.save({ path, content: contents[index] ?? '', options })),
      );
      const kinds = results.map((result) => result?.kind);
      expect([...kinds].sort()).toEqual(['conflict', 'saved']);
      expect(readFileSync(path, 'utf8')).toBe(contents[kinds.indexOf('saved')]);
    }
    await Promise.all(savers.map((saver) => saver.end()));
    expect(readdirSync(at())).toEqual(['map.vsmap']);
    console.log(`Two processes: ${rounds} rounds, 0 silent overwrites.`);
  });
});

describe('kill -9 at any moment', () => {
  test('leaves a whole version, never older than the last one called saved', {
    timeout: 120_000,
  }, async () => {
    const path = at('map.vsmap');
    const random = randomFrom(20_261);
    const runs = 40;
    let saves = 0;
    let leftovers = 0;
    let acknowledged = 0;
    writeFileSync(path, versionText(0));
    for (let run = 0; run < runs; run += 1) {
      const saver = new Saver({ script });
      let next = acknowledged;
      let timer: NodeJS.Timeout | null = null;
      let expected = await stampOnDisk(path);
      for (;;) {
        next += 1;
        const result = await saver.save({ path, content: versionText(next), options: { expected } });
        timer ??= setTimeout(() => saver.kill(), random() * 40);
        if (result === null) break;
        if (result.kind !== 'saved') throw new Error(`run ${run}: ${result.kind}`);
        expected = result.stamp;
        acknowledged = next;
        saves += 1;
      }
      await saver.end();
      leftovers += readdirSync(at()).filter(isLeftover).length;
      const text = readFileSync(path, 'utf8');
      const found = versionOf(text);
      if (found === null) throw new Error(`run ${run}: damaged`);
      expect([acknowledged, acknowledged + 1]).toContain(found);
      acknowledged = found;
    }
    const last = await writeSafely(path, 'end', { expected: await stampOnDisk(path) });
    expect(last.kind).toBe('saved');
    expect(readdirSync(at())).toEqual(['map.vsmap']);
    tell('R3', runs, 'kills of a saving process, 0 damaged, 0 lost');
    console.log(`Kill loop: ${runs} kills, ${saves} saves, 0 damaged, 0 lost, ${leftovers} leftovers swept.`);
  });
});

const shimImpossible = shimIsImpossible();
if (shimImpossible !== null) console.log(`Tests of leftovers are left out: ${shimImpossible}.`);

describe.skipIf(shimImpossible !== null)(
  'another program that writes the file in the middle of a save',
  () => {
    async function saveInterrupted(content: string, place: string, options: WriteOptions) {
      const log = join(home, `interrupted-${place.replace('/', '-')}.log`);
      const saver = new Saver({ script, env: shimEnvironment(buildShim(home), at(), log) });
      const order = `stop/${place}`;
      const answer = saver.save({ path: at('map.vsmap'), content, options, fault: order });
      const stoppedAt = () => {
        const hasLog = existsSync(log) && readFileSync(log, 'utf8').includes('arm');
        return hasLog ? operationsSince(log, order).find(({ fate }) => fate === 'stop')?.name : undefined;
      };
      await expect.poll(stoppedAt, { timeout: 10_000, interval: 5 }).toBeDefined();
      writeFileSync(at('map.vsmap'), 'theirs');
      saver.resume();
      const result = await answer;
      await saver.end();
      return { result, stoppedAt: stoppedAt() };
    }

    test('is noticed before the rename', async () => {
      writeFileSync(at('map.vsmap'), 'old');
      const options = { expected: await stampOnDisk(at('map.vsmap')) };
      const { result, stoppedAt } = await saveInterrupted('mine', '1/fsync', options);
      expect(stoppedAt).toBe('fsync');
      expect(result).toMatchObject({ kind: 'conflict', found: { size: 6 } });
      expect(readFileSync(at('map.vsmap'), 'utf8')).toBe('theirs');
      expect(readdirSync(at())).toEqual(['map.vsmap']);
    });

    test('is noticed while the file is looked at for the last time', async () => {
      writeFileSync(at('map.vsmap'), 'old');
      const options = { expected: await stampOnDisk(at('map.vsmap')) };
      const { result, stoppedAt } = await saveInterrupted('mine', '15', options);
      expect(stoppedAt).toBe('pread64');
      expect(result).toMatchObject({ kind: 'conflict', found: { size: 6 } });
      expect(readFileSync(at('map.vsmap'), 'utf8')).toBe('theirs');
    });

    test('between the last look and the rename is replaced, but what it wrote is handed back', async () => {
      writeFileSync(at('map.vsmap'), 'old');
      const options = { expected: await stampOnDisk(at('map.vsmap')) };
      const { result, stoppedAt } = await saveInterrupted('mine', '1/rename', options);
      expect(stoppedAt).toBe('rename');
      // Bytes cross between processes as JSON of a Buffer.
      const theirs = { type: 'Buffer', data: [...Buffer.from('theirs')] };
      expect(result).toMatchObject({ kind: 'saved', displaced: theirs });
      expect(readFileSync(at('map.vsmap'), 'utf8')).toBe('mine');
    });

    test('right after the rename is not called our save', async () => {
      writeFileSync(at('map.vsmap'), 'old');
      const options = { expected: await stampOnDisk(at('map.vsmap')) };
      const { result, stoppedAt } = await saveInterrupted('mine', '20', options);
      expect(stoppedAt).toBe('open');
      expect(result).toMatchObject({ kind: 'unconfirmed', found: { size: 6 } });
      expect(readFileSync(at('map.vsmap'), 'utf8')).toBe('theirs');
    });

    test('is not replaced by a new file, even at the last moment', async () => {
      const { result, stoppedAt } = await saveInterrupted('mine', '1/link', { expected: null });
      expect(stoppedAt).toBe('link');
      expect(result).toMatchObject({ kind: 'conflict', found: { size: 6 } });
      expect(readFileSync(at('map.vsmap'), 'utf8')).toBe('theirs');
      expect(readdirSync(at())).toEqual(['map.vsmap']);
    });
  },
);

describe.skipIf(shimImpossible !== null)('what a killed save left behind', () => {
  async function leaveOneBehind(): Promise<string> {
    writeFileSync(at('map.vsmap'), 'old');
    const env = shimEnvironment(buildShim(home), at(), join(home, 'log'));
    const saver = new Saver({ script, env });
    const options = { expected: await stampOnDisk(at('map.vsmap')) };
    await saver.save({ path: at('map.vsmap'), content: 'new', options, fault: 'kill/9' });
    await saver.end();
    const [leftover, ...more] = readdirSync(at()).filter(isLeftover);
    if (leftover === undefined || more.length > 0) throw new Error('not one leftover');
    return at(leftover);
  }

  test('is swept at the next start, and nothing else is', async () => {
    await leaveOneBehind();
    writeFileSync(at('.~lock.map.vsmap#'), 'of an office program');
    writeFileSync(at('.~something'), 'of somebody else');
    await sweepLeftovers(at(), Date.now());
    expect(readdirSync(at()).sort()).toEqual(['.~lock.map.vsmap#', '.~something', 'map.vsmap']);
  });

  test('by another computer is left alone for a day and does not stop a save', async () => {
    const leftover = await leaveOneBehind();
    const foreign = leftover.replace(/[0-9a-f]{4}-(?=[0-9a-z]+$)/, (tag) =>
      tag === 'abcd-' ? 'dcba-' : 'abcd-',
    );
    renameSync(leftover, foreign);
    const minutesAgo = Date.now() / 1000 - 120;
    utimesSync(foreign, minutesAgo, minutesAgo);
    const first = await writeSafely(at('map.vsmap'), 'new', { expected: await stampOnDisk(at('map.vsmap')) });
    expect(first.kind).toBe('saved');
    expect(readdirSync(at()).filter(isLeftover)).toHaveLength(1);
    const daysAgo = Date.now() / 1000 - 25 * 3600;
    utimesSync(foreign, daysAgo, daysAgo);
    await writeSafely(at('map.vsmap'), 'newer', { expected: await stampOnDisk(at('map.vsmap')) });
    expect(readdirSync(at())).toEqual(['map.vsmap']);
  });
});

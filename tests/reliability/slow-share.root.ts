import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleForNode } from '../fault-shim/bundle';
import { Saver } from '../fault-shim/saver';
import { randomFrom } from '../helpers/random-map';
import { Hammers } from './hammers';
import { record } from './record';
import { until } from './saving-app';

// Two users save one file on a share on which every operation takes a while. What was called saved must be on the disk,
// or replaced only by a save that knew of it.

const runs = Number(process.env['PROVE_RUNS'] ?? 60);
const delay = Number(process.env['PROVE_DELAY'] ?? 0.02);
const seed = Number(process.env['PROVE_SEED'] ?? 20_261_122);
const random = randomFrom(seed);
const users = [65_534, 65_533];
/** Debian's package keeps its module there; another Python on the path may not see it. */
const python = '/usr/bin/python3';

function isImpossible(): string | null {
  try {
    execFileSync(python, ['-c', 'import fusepy'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'python3-fusepy is not installed';
  }
}

async function prove(home: string): Promise<void> {
  const [folder, share] = [path.join(home, 'disk'), path.join(home, 'share')];
  for (const each of [folder, share]) {
    mkdirSync(each);
    chmodSync(each, 0o777);
  }
  const script = path.join(import.meta.dirname, 'slow-share.py');
  const server = spawn(python, [script, folder, share, String(delay)], { stdio: 'inherit' });
  const ended = once(server, 'exit');
  try {
    const isMounted = (): boolean => execFileSync('mount').toString().includes(share);
    await until('the share is mounted', isMounted);
    const child = await bundleForNode(path.join(import.meta.dirname, '../fault-shim/save-child.ts'), home);
    const savers = users.map((uid) => new Saver({ script: child, uid }));
    const hammers = new Hammers();
    const file = path.join(share, 'map.vsmap');
    const wrong = await hammers.hammer({ savers, file, runs, pauseMs: () => random() * 300 });
    const left = readdirSync(folder).filter((name) => name !== 'map.vsmap');
    const { saved, conflicts, busy, unconfirmed } = hammers.counts;
    for (const line of wrong) console.error(line);
    if (wrong.length > 0 || left.length > 0)
      throw new Error(`${wrong.length} versions were lost silently, ${left.length} files were left`);
    const figures =
      `two users on a share that takes ${delay * 1000} ms for each operation, ${saved} saves, ${conflicts} conflicts, ` +
      `${busy} times busy, ${unconfirmed} not confirmed: 0 silently lost`;
    record('slow-share', { promises: ['R6'], figures });
  } finally {
    execFileSync('umount', ['-l', share], { stdio: 'ignore' });
    server.kill();
    await ended;
  }
}

const impossible = isImpossible();
if (impossible === null) {
  console.log(`Two users of a slow share: seed ${seed}.`);
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-share-')));
  chmodSync(home, 0o755);
  await prove(home).finally(() => rmSync(home, { recursive: true, force: true }));
} else {
  console.log(`Left out: ${impossible}.`);
}

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment, root } from '../../e2e/harness/launch';
import type { Message } from './message';
import type { Scene, Stage } from './stage';

/** The runtime under another name, which is what makes a package of it. */
function packagedRuntime(): string {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const folder = mkdtempSync(path.join(tmpdir(), 'streamwright-runtime-'));
  for (const name of readdirSync(own))
    if (name !== 'electron') symlinkSync(path.join(own, name), path.join(folder, name));
  copyFileSync(path.join(own, 'electron'), path.join(folder, 'streamwright'));
  return path.join(folder, 'streamwright');
}

/** What a package writes that is started with a switch. */
function refusal({ display, profile }: Stage, given: string): Message {
  const switches = ['--disable-gpu', `--user-data-dir=${profile}-refused`, given, root];
  const env = environment({ display, profile }, {});
  const runtime = packagedRuntime();
  const { stderr } = spawnSync(runtime, switches, { env, encoding: 'utf8', timeout: 30_000 });
  rmSync(path.dirname(runtime), { recursive: true });
  const said = stderr.split('\n').filter((line) => line.startsWith('Streamwright '));
  return { title: '', lines: said, buttons: [], source: 'terminal' };
}

const nothing = 'Nothing is at stake: the app does not start.';

/** Starts that would take the protection away. */
export const startingScene: Scene = {
  name: 'starting',
  situation: 'starting',
  troubles: [
    {
      id: 'start-debugging',
      tells: ['main.refused.debugging'],
      when: 'The installed app is started with a switch that lets a debugger in',
      safe: nothing,
      todo: 'Start it without the switch.',
      meet: (stage) => Promise.resolve(refusal(stage, '--inspect=0')),
    },
    {
      id: 'start-weakened',
      tells: ['main.refused.weakened'],
      when: 'The installed app is started with a switch that takes its protection away',
      safe: nothing,
      todo: 'Start it without the switch.',
      meet: (stage) => Promise.resolve(refusal(stage, '--disable-web-security')),
    },
  ],
};

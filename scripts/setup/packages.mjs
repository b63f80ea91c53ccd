import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { npmCommand, runQuiet } from './run.mjs';
import { say, SetupError } from './say.mjs';

const stampFile = path.join(root, 'node_modules', '.streamwright-lock');

function wantedStamp() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  try {
    return readFileSync(stampFile, 'utf8').trim() === wantedStamp();
  } catch {
    return false;
  }
}

/** What npm says before it explains its usage. */
function firstWords(text) {
  return text.split(/^npm error (?:Clean install a project|A complete log)/m)[0].trim();
}

/** Installs the packages of the lock file where they are missing or of another lock. */
export async function ensurePackages() {
  if (isInstalled()) return;
  await withLock(path.join(root, 'node_modules'), 'installing packages', async () => {
    if (isInstalled()) return;
    say('Installing the packages of package-lock.json (npm ci) ...');
    const [command, ...first] = npmCommand();
    const args = [
      ...first,
      'ci',
      '--include=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    const done = await runQuiet(command, args, { cwd: root });
    if (done.code !== 0)
      throw new SetupError(`The packages could not be installed:\n${firstWords(done.err)}`);
    writeFileSync(stampFile, `${wantedStamp()}\n`);
  });
}

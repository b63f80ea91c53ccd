import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { SetupError } from './say.mjs';

/** Refuses a Node that is older than package.json asks for. */
export function checkNodeVersion(have = process.versions.node) {
  const asked = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node;
  const [major, minor] = asked
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  const [haveMajor, haveMinor] = have.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  throw new SetupError(
    `Streamwright needs Node ${major}.${minor} or newer; this is ${have}. See https://nodejs.org`,
  );
}

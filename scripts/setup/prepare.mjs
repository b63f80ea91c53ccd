import { buildStale } from '../build/build.mjs';
import { resolveRuntime } from '../runtime/resolve.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureSocketFolder, ensureSystem } from './system.mjs';

async function prepareRuntime(programs) {
  const runtime = await resolveRuntime();
  await ensureSystem(runtime.exe, programs);
  if (programs.includes('Xvfb')) await ensureSocketFolder();
  return runtime;
}

/** All set-up before the app can run: packages, Electron runtime, system libraries and the named programs, build. */
export async function prepare({ programs = [], isBuilt = true } = {}) {
  checkNodeVersion();
  await ensurePackages();
  // Each is let to its end, so that nothing goes on behind a message of failure.
  const [runtime, built] = await Promise.allSettled([
    prepareRuntime(programs),
    isBuilt ? buildStale() : undefined,
  ]);
  if (built.status === 'rejected') throw built.reason;
  if (runtime.status === 'rejected') throw runtime.reason;
  return runtime.value;
}

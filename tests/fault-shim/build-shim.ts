import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const source = join(import.meta.dirname, 'fault-shim.c');

/** Why the fault shim cannot be used on this machine; null when it can. */
export function shimIsImpossible(): string | null {
  if (process.platform !== 'linux') return 'the fault shim is preloaded as on Linux';
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'there is no C compiler (cc)';
  }
}

/** Compiles the shim into a folder and answers the path of the library to preload. */
export function buildShim(folder: string): string {
  const library = join(folder, 'fault-shim.so');
  execFileSync('cc', [
    '-shared',
    '-fPIC',
    '-O1',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-o',
    library,
    source,
    '-ldl',
  ]);
  return library;
}

/** The kinds of fault that the shim knows; see fault-shim.c. */
export const faultKinds = [
  'kill',
  'torn',
  'full',
  'enospc',
  'eio',
  'eacces',
  'dead',
  'late',
  'lie',
  'rot',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The variables that preload the shim into a Node or Electron program and watch a folder, or several with colons between. */
export function shimVariables(library: string, root: string, log: string): Record<string, string> {
  return { LD_PRELOAD: library, UV_USE_IO_URING: '0', FAULT_SHIM_ROOT: root, FAULT_SHIM_LOG: log };
}

/** The environment with these variables; `arm` is the order that holds from the start. */
export function shimEnvironment(library: string, root: string, log: string, arm?: string): NodeJS.ProcessEnv {
  const armed = arm === undefined ? {} : { FAULT_SHIM_ARM: arm };
  return { ...process.env, ...shimVariables(library, root, log), ...armed };
}

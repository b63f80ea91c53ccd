import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { environment, type LaunchOptions, type Place, root } from './launch';

/** Why system calls cannot be traced here, or null where they can. */
export function whyNoTracing(): string | null {
  const tried = spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (tried.error) return 'strace is not installed (Debian and Ubuntu: apt install strace)';
  return tried.status === 0 ? null : `strace may not trace here: ${tried.stderr.trim()}`;
}

/** Starts the built app under strace, which writes what it says to the network, and what it starts, to `file`. */
export function launchTraced(
  place: Place,
  file: string,
  options: LaunchOptions = {},
): Promise<ElectronApplication> {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) throw new Error('No Electron is named: start the end-to-end tests with `npm run e2e`.');
  const hold = path.join(root, 'tests/e2e/harness/hold-ready.cjs');
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg,execve';
  const script = `${file}.sh`;
  const line = `strace -f --seccomp-bpf -qq -yy -s 120 -e ${calls} -o '${file}' '${path.join(folder, 'electron')}' -r '${hold}' "$@"`;
  writeFileSync(script, `#!/bin/sh\nexec ${line}\n`, { mode: 0o755 });
  return _electron.launch({
    chromiumSandbox: true,
    cwd: root,
    executablePath: script,
    args: [
      '--disable-gpu',
      `--user-data-dir=${place.profile}`,
      ...(options.switches ?? []),
      root,
      ...(options.files ?? []),
    ],
    env: environment(place, options.env ?? {}),
  });
}

/** What a trace says. */
export interface Traced {
  /** Calls that were traced at all: none means that nothing was seen. */
  readonly calls: number;
  /** Calls that name another computer, or this one by its network: connections, look-ups, packets. */
  readonly network: readonly string[];
  /** Datagrams that were sent, to whomever. */
  readonly packets: readonly string[];
  /** Programs that were started, by their paths, each once. */
  readonly programs: readonly string[];
}

/** Reads a trace. Sockets of files (AF_UNIX) and of the kernel (AF_NETLINK) are no network; who drives the test connects to the app, not the app to him. */
export function readTrace(file: string): Traced {
  const lines = readFileSync(file, 'utf8').split('\n');
  const programs = lines.flatMap((line) => /execve\("([^"]*)".* = 0$/.exec(line)?.[1] ?? []);
  return {
    calls: lines.filter((line) => /^\d+ +\w+\(/.test(line)).length,
    network: lines.filter((line) => /sa_family=(?!AF_UNIX|AF_NETLINK|AF_UNSPEC)\w+/.test(line)),
    packets: lines.filter((line) => /^\d+ +send\w+\(\d+<(?:UDP|RAW|PING)/.test(line)),
    programs: [...new Set(programs)],
  };
}

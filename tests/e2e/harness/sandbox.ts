import { readdirSync, readFileSync } from 'node:fs';

const SECCOMP_FILTER = '2';

function statusOf(pid: number): Map<string, string> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function parentOf(pid: number): number {
  try {
    return Number(statusOf(pid).get('PPid'));
  } catch {
    return 0;
  }
}

/** All processes below one, at any depth. */
function descendantsOf(ancestor: number): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(pids.map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === ancestor || (parent > 1 && isBelow(parent));
  };
  return pids.filter(isBelow);
}

/** What the kernel says of one renderer process. */
export interface RendererConfinement {
  readonly pid: number;
  readonly seccomp: string;
  readonly effectiveCapabilities: string;
  readonly user: string;
}

/** What the kernel says of every renderer below the app's main process; Linux only. */
export function renderersOf(mainPid: number): readonly RendererConfinement[] {
  const renderers = descendantsOf(mainPid).filter((pid) => commandOf(pid).includes('--type=renderer'));
  return renderers.map((pid) => {
    const status = statusOf(pid);
    return {
      pid,
      seccomp: status.get('Seccomp') ?? '',
      effectiveCapabilities: status.get('CapEff') ?? '',
      user: status.get('Uid')?.split('\t')[0] ?? '',
    };
  });
}

/** Throws unless every renderer runs under a seccomp filter and not as root: a test without its sandbox is none. */
export function assertSandboxed(mainPid: number): void {
  if (process.platform !== 'linux') return;
  const renderers = renderersOf(mainPid);
  if (renderers.length === 0) throw new Error('No renderer process was found below the app.');
  const loose = renderers.find(({ seccomp, user }) => seccomp !== SECCOMP_FILTER || user === '0');
  if (loose) throw new Error(`A renderer is not sandboxed: ${JSON.stringify(loose)}`);
}

import { execFileSync } from 'node:child_process';
import { existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system whose image is cut: how it is made and mounted; sizes in megabytes, empty space takes none. */
export interface FileSystem {
  readonly name: string;
  readonly maker: string;
  readonly makerPackage: string;
  readonly megabytes: number;
  readonly mountOptions: readonly string[];
  /** Further options for a copy, which has the same identity as its original. */
  readonly copyOptions: readonly string[];
}

const ext4 = { maker: 'mkfs.ext4', makerPackage: 'e2fsprogs', megabytes: 64, copyOptions: [] } as const;

/** The file systems that power cuts are tried on. */
export const fileSystems: readonly FileSystem[] = [
  { name: 'ext4', ...ext4, mountOptions: [] },
  { name: 'ext4 noauto_da_alloc', ...ext4, mountOptions: ['noauto_da_alloc'] },
  {
    name: 'xfs',
    maker: 'mkfs.xfs',
    makerPackage: 'xfsprogs',
    megabytes: 320,
    mountOptions: [],
    copyOptions: ['nouuid'],
  },
  {
    name: 'btrfs',
    maker: 'mkfs.btrfs',
    makerPackage: 'btrfs-progs',
    megabytes: 256,
    mountOptions: [],
    copyOptions: [],
  },
];

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, [...args], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function hasProgram(name: string): boolean {
  return ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'].some((folder) =>
    existsSync(join(folder, name)),
  );
}

/** Where images live: a file system that can clone a file in one step, in memory where there is room. */
export interface Ground {
  readonly folder: string;
  readonly end: () => void;
}

/** Makes that place; throws with the reason where it cannot be made. */
export function makeGround(): Ground {
  if (!hasProgram('mkfs.xfs')) throw new Error('Power cuts need xfs to clone images (package xfsprogs).');
  const outer = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'streamwright-cuts-'));
  const folder = join(outer, 'ground');
  const end = (): void => {
    if (existsSync(join(folder, 'mounted'))) run('umount', folder);
    rmSync(outer, { recursive: true, force: true });
  };
  try {
    makeImage({ maker: 'mkfs.xfs', megabytes: 8_192 }, join(outer, 'image'));
    mountImage(join(outer, 'image'), folder, []);
    closeSync(openSync(join(folder, 'mounted'), 'w'));
    return { folder, end };
  } catch (error) {
    end();
    throw error;
  }
}

/** Makes an image with an empty file system. */
export function makeImage(
  { maker, megabytes }: Pick<FileSystem, 'maker' | 'megabytes'>,
  image: string,
): void {
  const file = openSync(image, 'w');
  ftruncateSync(file, megabytes * 1024 * 1024);
  closeSync(file);
  run(maker, maker === 'mkfs.ext4' ? '-F' : '-f', '-q', image);
}

/** Mounts an image at a folder. */
export function mountImage(image: string, at: string, options: readonly string[]): void {
  mkdirSync(at, { recursive: true });
  run('mount', '-o', ['loop', ...options].join(','), image, at);
}

/** Takes it off again; a file system that remembers its devices is made to forget them. */
export function unmount({ maker }: FileSystem, at: string): void {
  run('umount', at);
  if (maker === 'mkfs.btrfs') run('btrfs', 'device', 'scan', '--forget');
}

/**
 * What a disk would hold after a power cut at this moment. The image is cloned while it is mounted and written to; a clone
 * is made between two writes, so it holds all that the disk took before and nothing that it took after. A plain copy would
 * mix early and late blocks, which no disk does.
 */
export function cut(image: string, copy: string): void {
  run('cp', '--reflink=always', image, copy);
}

/** Why a file system cannot be tried in a folder; null when it can. */
export function cannotTry(system: FileSystem, folder: string): string | null {
  if (!hasProgram(system.maker)) return `${system.maker} is not installed (package ${system.makerPackage})`;
  const at = join(folder, 'trial');
  const image = join(folder, 'trial.image');
  try {
    makeImage(system, image);
    mountImage(image, at, system.mountOptions);
    unmount(system, at);
    return null;
  } catch (error) {
    return `it cannot be mounted (${error instanceof Error ? error.message.trim().split('\n').join(' ') : 'unknown'})`;
  } finally {
    rmSync(image, { force: true });
  }
}

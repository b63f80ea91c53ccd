import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FileStamp } from './file-stamp';
import {
  type Beside,
  fingerprintOf,
  type Identity,
  identityOf,
  isSameFile,
  lookOutside,
  namesBeside,
  type Outside,
} from './look-outside';

/** What is watched, and who is told. */
export interface WatchSetting {
  /** The real path, through all links. */
  readonly path: string;
  /** What the disk should hold, asked at each look: null for nothing, undefined while that is not known. */
  readonly expected: () => FileStamp | null | undefined;
  /** Told once for each change of what is there; the first news is never `same`. */
  readonly onNews: (news: Outside) => void | Promise<void>;
  /** How long after an event the disk is looked at, ms: programs write in several steps. */
  readonly settleMs?: number;
  /** How often the disk is asked without an event, ms: shares stay silent, folders go and come back. */
  readonly glanceMs?: number;
}

/** A file that is being watched. */
export interface FileWatch {
  /** Looks now; resolves when what was found has been told. */
  readonly look: () => Promise<void>;
  /** Looks again and tells what is there in any case: what was found last is over already. */
  readonly lookAnew: () => void;
  /** Does an own save; what it changes is no news. */
  readonly whileSaving: <T>(task: () => Promise<T>) => Promise<T>;
  readonly stop: () => void;
}

function keyOf(news: Outside): string {
  switch (news.kind) {
    case 'changed':
      return `changed ${news.stamp.sha256}`;
    case 'moved':
      return `moved ${news.path}`;
    case 'same':
    case 'deleted':
    case 'not-a-file':
    case 'unreachable':
      return news.kind;
  }
}

const plainName = (path: string): string => basename(path).normalize('NFC').toLowerCase();

/** Hears of changes in one folder, since a watched file goes deaf when another takes its place. */
class FolderEars {
  #watcher: FSWatcher | null = null;
  #folder: Identity | null = null;

  constructor(
    private readonly path: string,
    /** Told whether the sound was of the file itself or its folder. */
    private readonly onSound: (isOwn: boolean) => void,
  ) {}

  /** Begins to listen, also to a folder that came in the place of another; where it cannot, glances have to do. */
  async open(): Promise<void> {
    const stats = await stat(dirname(this.path), { bigint: true }).catch(() => null);
    const folder = stats === null ? null : identityOf(stats);
    if (this.#watcher !== null && isSameFile(folder, this.#folder)) return;
    this.close();
    if (folder === null) return;
    try {
      this.#watcher = watch(dirname(this.path), { persistent: false }, (_event, name) => {
        const isOwn =
          name === null || plainName(name) === plainName(this.path) || name === basename(dirname(this.path));
        this.onSound(isOwn);
      });
      this.#folder = folder;
      this.#watcher.on('error', () => this.close());
    } catch {
      this.close();
    }
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = null;
    this.#folder = null;
  }
}

class Watch implements FileWatch {
  readonly #setting: Required<WatchSetting>;
  readonly #ears: FolderEars;
  readonly #pulse: NodeJS.Timeout;
  #settling: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #mustLookAgain = false;
  #saves = 0;
  #savesSoFar = 0;
  #told = 'same';
  #print = '';
  #identity: Identity | null = null;
  #beside: Beside = null;
  #hasNewNames = false;
  #isStopped = false;

  constructor(setting: WatchSetting) {
    this.#setting = { settleMs: 150, glanceMs: 5000, ...setting };
    this.#ears = new FolderEars(setting.path, (isOwn) => {
      if (isOwn || this.#isMissing()) this.#soon();
      else this.#hasNewNames = true;
    });
    let isGlancing = false;
    this.#pulse = setInterval(() => {
      if (isGlancing) return;
      isGlancing = true;
      void this.#glance().finally(() => {
        isGlancing = false;
      });
    }, this.#setting.glanceMs);
    this.#pulse.unref();
    void this.look();
  }

  /** While the file is not there, any other name in its folder may be its new one, or no longer be. */
  #isMissing(): boolean {
    return this.#told !== 'same' && !this.#told.startsWith('changed');
  }

  #soon(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.look(), this.#setting.settleMs);
    this.#settling.unref();
  }

  async #glance(): Promise<void> {
    await this.#ears.open();
    const isAsBefore = (await fingerprintOf(this.#setting.path)) === this.#print;
    if (!isAsBefore || this.#isMissing()) await this.look();
    else if (this.#hasNewNames) await this.#noteNames();
  }

  /** Notes what lies beside the file while that is there: such a file is none that it was moved to. */
  async #noteNames(): Promise<void> {
    this.#hasNewNames = false;
    this.#beside = (await namesBeside(this.#setting.path)) ?? this.#beside;
  }

  look(): Promise<void> {
    this.#mustLookAgain = true;
    if (this.#looking === null && this.#mayLook()) this.#looking = this.#lookOn();
    return this.#looking ?? Promise.resolve();
  }

  lookAnew(): void {
    this.#told = '';
    void this.look();
  }

  #mayLook(): boolean {
    return this.#mustLookAgain && !this.#isStopped && this.#saves === 0;
  }

  async #lookOn(): Promise<void> {
    while (this.#mayLook()) {
      this.#mustLookAgain = false;
      await this.#lookOnce();
    }
    this.#looking = null;
  }

  async #lookOnce(): Promise<void> {
    const { path, expected, settleMs } = this.#setting;
    const saves = this.#savesSoFar;
    await this.#ears.open();
    const print = await fingerprintOf(path);
    const stamp = expected();
    if (stamp === undefined) return;
    const known = { stamp, identity: this.#identity, beside: this.#beside };
    let news = await lookOutside(path, known);
    if (news.kind !== 'same' && keyOf(news) !== this.#told) {
      // Some programs delete and write again, others move the old file away first; a share may come back at once.
      await wait(settleMs);
      news = await lookOutside(path, known);
    }
    if (this.#isStopped) return;
    if (saves !== this.#savesSoFar) {
      this.#mustLookAgain = true;
      return;
    }
    this.#print = print;
    if (news.kind === 'same') {
      this.#identity = news.identity;
      this.#beside = news.beside ?? this.#beside;
    }
    const key = keyOf(news);
    if (key === this.#told) return;
    this.#told = key;
    await this.#setting.onNews(news);
  }

  async whileSaving<T>(task: () => Promise<T>): Promise<T> {
    this.#saves += 1;
    this.#savesSoFar += 1;
    try {
      return await task();
    } finally {
      this.#saves -= 1;
      this.#savesSoFar += 1;
      if (!this.#isStopped) void this.look();
    }
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#settling);
    clearInterval(this.#pulse);
    this.#ears.close();
  }
}

/** Watches a file for what others do to it, until it is stopped; never throws and never keeps the process alive. */
export function watchFile(setting: WatchSetting): FileWatch {
  return new Watch(setting);
}

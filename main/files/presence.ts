import { createHash, randomBytes } from 'node:crypto';
import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { lstat, mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isProcessAlive } from './process-alive';

/** Another Streamwright of this user on this computer that shows the same file; `since` is ISO date and time. */
export interface AlsoOpen {
  readonly since: string;
}

/** Says to other Streamwrights of this user on this computer, under other profiles, which files are open here. */
export interface Presence {
  /** Says that a file (its real path) is open here, and tells of others now and whenever that changes; ends what it gives. */
  readonly enter: (path: string, onChange: (others: AlsoOpen | null) => void) => () => void;
  /** Looks again; for systems whose folders are silent. */
  readonly look: () => Promise<void>;
}

/** Where and when: `folder` is the same for all profiles of a user, `now` in ms of the wall clock. */
export interface PresenceSetting {
  readonly folder: string;
  readonly now: () => number;
  readonly pid?: number;
}

const noteSchema = z.strictObject({
  pid: z.int().positive(),
  started: z.string().max(40),
  since: z.iso.datetime(),
});
type Note = z.infer<typeof noteSchema>;

/** The folder of a user for such notes, below the folder for temporary files. */
export function presenceFolder(temporary: string): string {
  // Where users have numbers, one need not have a name.
  const uid = process.getuid?.();
  const who = uid ?? createHash('sha256').update(userInfo().username).digest('hex').slice(0, 8);
  return join(temporary, `streamwright-open-${who}`);
}

/** When a process began, in the kernel's own words: process numbers are given again. Empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

// Names of files are nobody's business in a folder for temporary files.
const tagOf = (path: string): string =>
  createHash('sha256').update(path.normalize('NFC')).digest('hex').slice(0, 24);

/** Makes the folder; false where it is not this user's alone, since anybody may write beside it. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch {
    // It is there already, or cannot be made: what it is, is looked at.
  }
  const found = await lstat(folder).catch(() => null);
  if (!found?.isDirectory()) return false;
  return process.platform === 'win32' || (found.uid === process.getuid?.() && (found.mode & 0o077) === 0);
}

async function noteIn(path: string): Promise<Note | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

class OpenFiles implements Presence {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #pid: number;
  readonly #own = randomBytes(6).toString('hex');
  readonly #shown = new Map<string, (others: AlsoOpen | null) => void>();
  readonly #told = new Map<string, string | null>();
  #watcher: FSWatcher | null = null;
  #settling: NodeJS.Timeout | undefined;

  constructor({ folder, now, pid = process.pid }: PresenceSetting) {
    this.#folder = folder;
    this.#now = now;
    this.#pid = pid;
  }

  enter(path: string, onChange: (others: AlsoOpen | null) => void): () => void {
    const tag = tagOf(path);
    const file = join(this.#folder, `${tag}-${this.#own}`);
    const note: Note = {
      pid: this.#pid,
      started: startOf(this.#pid),
      since: new Date(this.#now()).toISOString(),
    };
    this.#shown.set(tag, onChange);
    this.#told.set(tag, null);
    const said = this.#say(file, note);
    return () => {
      this.#shown.delete(tag);
      this.#told.delete(tag);
      if (this.#shown.size === 0) this.#deafen();
      void said.then(() => unlink(file).catch(() => undefined));
    };
  }

  async #say(file: string, note: Note): Promise<void> {
    if (!(await isOurs(this.#folder))) return;
    await writeFile(file, JSON.stringify(note), { mode: 0o600 }).catch(() => undefined);
    this.#listen();
    await this.look();
  }

  #listen(): void {
    if (this.#watcher !== null || this.#shown.size === 0) return;
    try {
      this.#watcher = watch(this.#folder, { persistent: false }, () => {
        clearTimeout(this.#settling);
        this.#settling = setTimeout(() => void this.look(), 50);
        this.#settling.unref();
      });
      this.#watcher.on('error', () => this.#deafen());
    } catch {
      this.#deafen();
    }
  }

  #deafen(): void {
    clearTimeout(this.#settling);
    this.#watcher?.close();
    this.#watcher = null;
  }

  async look(): Promise<void> {
    if (this.#shown.size === 0 || !(await isOurs(this.#folder))) return;
    const names = await readdir(this.#folder).catch(() => []);
    for (const tag of this.#shown.keys()) {
      const since = await this.#othersSince(names.filter((name) => name.startsWith(`${tag}-`)));
      const tell = this.#shown.get(tag);
      if (tell === undefined || this.#told.get(tag) === since) continue;
      this.#told.set(tag, since);
      tell(since === null ? null : { since });
    }
  }

  /** When the first other one opened the file; notes of processes that are gone are cleared away. */
  async #othersSince(names: readonly string[]): Promise<string | null> {
    let first: string | null = null;
    for (const name of names) {
      if (name.endsWith(`-${this.#own}`)) continue;
      const path = join(this.#folder, name);
      const note = await noteIn(path);
      if (note === null) continue;
      const isAlive = isProcessAlive(note.pid) && startOf(note.pid) === note.started;
      if (!isAlive) await unlink(path).catch(() => undefined);
      else if (first === null || note.since < first) first = note.since;
    }
    return first;
  }
}

/** Starts with nothing open. It is a courtesy, never a lock: where it fails, saving still compares what is on the disk. */
export function createPresence(setting: PresenceSetting): Presence {
  return new OpenFiles(setting);
}

import { type FileHandle, mkdir, open, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, writeAll } from './durable';
import { asFileProblem, type FileProblemKind } from './file-problem';
import { createQueues } from './in-turn';
import type { FileStamp } from './file-stamp';
import { encodeRecord, type JournalRecord } from './journal-records';

/** What a journal is about: `title` for the offer after a crash, `sourcePath` null for work that was never saved. */
export interface JournalSubject {
  readonly title: string;
  readonly sourcePath: string | null;
  /** What that file was like when the work was last the same as it. */
  readonly stamp?: FileStamp | null | undefined;
  /** How many edits the next whole text holds that are in no file. */
  readonly edits?: number | undefined;
  /** The map that was shown. */
  readonly map?: string | undefined;
  /** When the next whole text was last edited, ms of the wall clock; when it is written, where that is not said. */
  readonly editedAt?: number | undefined;
}

/** What a journal takes from outside: its folder, the wall clock (ms), this process, and who hears of trouble. */
export interface JournalSetting {
  readonly folder: string;
  readonly now: () => number;
  readonly pid: number;
  readonly session: string;
  readonly onProblem: (kind: FileProblemKind) => void;
}

const flushWithinMs = 800;
const patchesPerSnapshot = 200;
const snapshotEveryMs = 30_000;

interface JournalFile {
  readonly path: string;
  readonly handle: FileHandle;
  readonly startedAt: number;
  patches: number;
}

/**
 * The growing record of unsaved work on one document, in one folder of its own. Appends answer at once, are written
 * without delay and flushed within a second, and never throw: trouble goes to `onProblem`. Nothing is on disk before the
 * first snapshot.
 */
export class RecoveryJournal {
  readonly #setting: JournalSetting;
  readonly #inTurn = createQueues();
  #subject: JournalSubject;
  #number = 0;
  #ownsFolder = false;
  #file: JournalFile | null = null;
  #flushTimer: NodeJS.Timeout | null = null;
  #snapshotsComing = 0;

  constructor(setting: JournalSetting, subject: JournalSubject) {
    this.#setting = setting;
    this.#subject = subject;
  }

  /** Starts over from this text; the older entries are dropped once it is safely on disk. Resolves when it was tried. */
  appendSnapshot(text: string): Promise<void> {
    const { pid, session } = this.#setting;
    const header = this.#record('header', JSON.stringify({ ...this.#subject, pid, session }));
    const start = Buffer.concat([header, this.#record('snapshot', text)]);
    this.#snapshotsComing += 1;
    return this.#inOrder(() => this.#roll(start)).then(() => {
      this.#snapshotsComing -= 1;
    });
  }

  /** Adds one step (JSON) after the last snapshot; dropped while there is none on disk. Resolves when it was tried. */
  appendPatch(json: string): Promise<void> {
    const patch = this.#record('patch', json);
    return this.#inOrder(async () => {
      if (this.#file === null) return;
      this.#file.patches += 1;
      await writeAll(this.#file.handle, patch);
      this.#flushTimer ??= setTimeout(() => void this.flush(), flushWithinMs);
    });
  }

  /** Whether the next entry should be a snapshot: at the start, after 200 patches or 30 s of them, after trouble. */
  wantsSnapshot(): boolean {
    if (this.#snapshotsComing > 0) return false;
    if (this.#file === null) return true;
    const { patches, startedAt } = this.#file;
    return (
      patches >= patchesPerSnapshot || (patches > 0 && this.#setting.now() - startedAt >= snapshotEveryMs)
    );
  }

  /** True where the work is on the disk, up to what the disk itself still holds back. */
  isOnDisk(): boolean {
    return this.#file !== null;
  }

  /** Changes title and source for the snapshots to come (after "save as"). */
  describe(subject: JournalSubject): void {
    this.#subject = subject;
  }

  /** Resolves when all that was appended before is on the disk. */
  flush(): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#flushTimer !== null) clearTimeout(this.#flushTimer);
      this.#flushTimer = null;
      await this.#file?.handle.datasync();
    });
  }

  /** Forgets what was kept, because the work was saved or given up; the journal can go on with a snapshot. */
  clear(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#letGo();
      if (this.#ownsFolder) await removeJournalFolder(this.#setting.folder);
      this.#ownsFolder = false;
    });
  }

  /** Flushes and lets go of the file, which stays for recovery. */
  async close(): Promise<void> {
    await this.flush();
    await this.#inOrder(() => this.#letGo());
  }

  #record(type: JournalRecord['type'], text: string): Buffer {
    return encodeRecord({ type, at: this.#setting.now(), text });
  }

  #inOrder(task: () => Promise<void>): Promise<void> {
    return this.#inTurn('', async () => {
      try {
        await task();
      } catch (error) {
        await this.#letGo();
        this.#setting.onProblem(asFileProblem(error).kind);
      }
    });
  }

  async #letGo(): Promise<void> {
    const old = this.#file;
    this.#file = null;
    await old?.handle.close().catch(() => undefined);
  }

  async #roll(start: Buffer): Promise<void> {
    await this.#ownFolder();
    const old = this.#file;
    this.#number += 1;
    const path = join(this.#setting.folder, `${this.#number}.journal`);
    const handle = await startFile(path, start);
    this.#file = { path, handle, startedAt: this.#setting.now(), patches: 0 };
    if (old === null) return;
    await old.handle.close();
    await unlink(old.path);
  }

  /** A folder that is there already belongs to work that nobody has looked at yet: it is left alone. */
  async #ownFolder(): Promise<void> {
    if (this.#ownsFolder) return;
    const { folder } = this.#setting;
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    await mkdir(folder, { mode: 0o700 });
    this.#ownsFolder = true;
    await syncFolder(dirname(folder));
  }
}

async function startFile(path: string, start: Buffer): Promise<FileHandle> {
  const unfinished = `${path}.new`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await writeAll(handle, start);
    await handle.datasync();
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return handle;
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}

/** Removes one journal with its folder; a folder that is gone already is fine. */
export async function removeJournalFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

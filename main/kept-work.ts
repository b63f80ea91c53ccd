import type { Recovery } from './files/recovery';

/** Unsaved work of one window as it was last kept: `keptAt` in ms of the wall clock. */
export interface KeptText {
  readonly title: string;
  readonly text: string;
  readonly keptAt: number;
}

/** The unsaved work of one window on its way to the recovery journal. */
export interface KeptWork {
  /** Its token, which is also the name of its journal. */
  readonly token: string;
  /** Writes the whole text to the journal; while one is being written only the newest waits. */
  readonly keep: (title: string, text: string, sourcePath: string | null) => void;
  /** Resolves when what was kept so far is on the disk. */
  readonly settle: () => Promise<void>;
  /** Forgets the work, because it was saved or given up. */
  readonly clear: () => Promise<void>;
  /** What was kept last and not cleared, or null. */
  readonly last: () => KeptText | null;
}

/** Starts with nothing kept; `token` is new for every window. */
export function createKeptWork(recovery: Recovery, token: string, now: () => number): KeptWork {
  const journal = recovery.open({ docId: token, title: '', sourcePath: null });
  let waiting: (() => void) | null = null;
  let writing: Promise<void> | null = null;
  let last: KeptText | null = null;

  async function write(): Promise<void> {
    while (waiting !== null) {
      const next = waiting;
      waiting = null;
      next();
      await journal.flush();
    }
    writing = null;
  }

  return {
    token,
    keep(title, text, sourcePath) {
      last = { title, text, keptAt: now() };
      waiting = () => {
        journal.describe({ title, sourcePath });
        journal.appendSnapshot(text);
      };
      writing ??= write();
    },
    async settle() {
      await writing;
      await journal.flush();
    },
    async clear() {
      waiting = null;
      last = null;
      await journal.clear();
    },
    last: () => last,
  };
}

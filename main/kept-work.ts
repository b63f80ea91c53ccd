import type { Arguments } from '../shared/ipc/contract';
import type { KeepAnswer } from '../shared/ipc/recovery';
import type { FileStamp } from './files/file-stamp';
import type { Recovery } from './files/recovery';
import type { RecoveryJournal } from './files/recovery-journal';

/** The file that unsaved work began from, as it was then. */
export interface WorkOrigin {
  readonly path: string;
  readonly stamp: FileStamp | null;
}

/** Unsaved work as it was last kept: a whole text and the changes after it; `keptAt` in ms of the wall clock. */
export interface UnsavedWork {
  readonly title: string;
  readonly wholeText: string;
  readonly changes: readonly string[];
  readonly keptAt: number;
  /** How many edits the whole text holds that are in no file. */
  readonly edits: number;
  /** The map that was shown; empty where that is not known. */
  readonly map: string;
  readonly origin: WorkOrigin | null;
}

type Message = Arguments<'recovery:keep'>[0];

/** The unsaved work of one window on its way to the recovery journal. */
export interface KeptWork {
  /** Its token, which is also the name of its journal. */
  readonly token: string;
  /** Takes a message of the page over into the journal; answers when that was tried. A change that does not follow the message before is not taken. */
  readonly keep: (message: Message, origin: WorkOrigin | null) => Promise<KeepAnswer>;
  /** Begins with work that was brought back; answers whether it is safely on the disk. */
  readonly takeUp: (work: Omit<UnsavedWork, 'changes'>) => Promise<boolean>;
  /** Resolves when what was kept so far is on the disk. */
  readonly settle: () => Promise<void>;
  /** Forgets the work, because it was saved or given up. */
  readonly clear: () => Promise<void>;
  /** Forgets it for good: what the window still sends is not kept. */
  readonly end: () => Promise<void>;
  /** What was kept last and not cleared, or null; another object after each message. */
  readonly last: () => UnsavedWork | null;
}

const doesNotFollow: KeepAnswer = { wantsWhole: true, isKept: true };
const hasNoWindow: KeepAnswer = { wantsWhole: false, isKept: true };

class JournalledWork implements KeptWork {
  readonly token: string;
  readonly #journal: RecoveryJournal;
  readonly #now: () => number;
  #last: UnsavedWork | null = null;
  /** Number of the message that was taken last. */
  #number = -1;
  /** Edits in work that was brought back. */
  #before = 0;
  #hasEnded = false;

  constructor(token: string, journal: RecoveryJournal, now: () => number) {
    this.token = token;
    this.#journal = journal;
    this.#now = now;
  }

  async keep(message: Message, origin: WorkOrigin | null): Promise<KeepAnswer> {
    if (this.#hasEnded) return hasNoWindow;
    const writing = this.#write(message, origin);
    if (writing === null) return doesNotFollow;
    await writing;
    return { wantsWhole: this.#journal.wantsSnapshot(), isKept: this.#journal.isOnDisk() };
  }

  async takeUp(work: Omit<UnsavedWork, 'changes'>): Promise<boolean> {
    this.#before = work.edits;
    await this.#writeWhole({ ...work, changes: [] });
    await this.#journal.flush();
    return this.#journal.isOnDisk();
  }

  settle(): Promise<void> {
    return this.#journal.flush();
  }

  async clear(): Promise<void> {
    this.#last = null;
    this.#number = -1;
    this.#before = 0;
    await this.#journal.clear();
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.clear();
  }

  last(): UnsavedWork | null {
    return this.#last;
  }

  #writeWhole(work: UnsavedWork): Promise<void> {
    const { title, origin, edits, map, keptAt } = work;
    this.#last = work;
    const source = { sourcePath: origin?.path ?? null, stamp: origin?.stamp };
    this.#journal.describe({ title, ...source, edits, map, editedAt: keptAt });
    return this.#journal.appendSnapshot(work.wholeText);
  }

  #write({ content, ...message }: Message, origin: WorkOrigin | null): Promise<void> | null {
    const { title, map, number } = message;
    const [last, keptAt] = [this.#last, this.#now()];
    const edits = this.#before + message.edits;
    if (content.kind === 'whole') {
      this.#number = number;
      return this.#writeWhole({ title, map, origin, edits, wholeText: content.text, changes: [], keptAt });
    }
    if (content.kind === 'nothing' || last === null || number !== this.#number + 1) return null;
    this.#number = number;
    this.#last = { ...last, title, map, changes: [...last.changes, content.text], keptAt };
    return this.#journal.appendPatch(content.text);
  }
}

/** Starts with nothing kept; `token` is new for every window. */
export function createKeptWork(recovery: Recovery, token: string, now: () => number): KeptWork {
  return new JournalledWork(token, recovery.open({ docId: token, title: '', sourcePath: null }), now);
}

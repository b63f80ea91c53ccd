import { basename } from 'node:path';
import type { OutsideNews } from '../shared/ipc/outside';
import { confirmOnDisk } from './files/confirm-on-disk';
import type { FileStamp } from './files/file-stamp';
import type { Outside } from './files/look-outside';
import type { Presence } from './files/presence';
import { type FileWatch, watchFile } from './files/watch-file';
import type { Session } from './session';

/** What others do to the files of all windows. */
export interface Outsides {
  /** Watches the file that a window shows from now on; none where it shows none. */
  readonly follow: (session: Session) => void;
  /** Looks at the disk now. */
  readonly look: (session: Session) => Promise<void>;
  /** Looks at the disk now and tells the page in any case, which may have forgotten what it was told. */
  readonly tellAgain: (session: Session) => Promise<void>;
  /** Where the file of a window was found under another name; null where it was not. */
  readonly movedTo: (session: Session) => string | null;
  /** Does a save of this window; what it changes is no news. */
  readonly whileSaving: <T>(session: Session, task: () => Promise<T>) => Promise<T>;
  /** Forgets a window. */
  readonly end: (session: Session) => void;
}

/** What it takes from outside; `now` in ms of the wall clock. */
export interface OutsideSetting {
  readonly presence: Presence;
  readonly now: () => number;
  /** How often silent folders are looked at, ms. */
  readonly glanceMs?: number;
}

type Known = OutsideNews & { readonly movedTo: string | null };
type About = Pick<OutsideNews, 'document' | 'name' | 'at'>;

function newsOf(found: Outside, about: About): Known {
  switch (found.kind) {
    case 'changed':
      return { ...about, kind: 'changed', seen: found.stamp.sha256, movedTo: null };
    case 'moved': {
      const { path, isCertain } = found;
      return { ...about, kind: 'moved', newName: basename(path), isCertain, movedTo: path };
    }
    case 'same':
      return { ...about, kind: 'same', how: 'known', movedTo: null };
    case 'deleted':
    case 'not-a-file':
    case 'unreachable':
      return { ...about, kind: found.kind, movedTo: null };
  }
}

/** One file while it is open in one window. */
class OpenFile {
  readonly token: string;
  readonly watch: FileWatch;
  readonly #session: Session;
  readonly #leave: () => void;
  #news: Known | null = null;
  /** What the window knew of the file when others last meddled with it. */
  #knownInTrouble: FileStamp | null = null;
  #since: string | null = null;

  constructor(session: Session, token: string, path: string, { presence, now, glanceMs }: OutsideSetting) {
    this.#session = session;
    this.token = token;
    this.watch = watchFile({
      path,
      expected: () => (session.granted?.token === token ? session.granted.stamp : undefined),
      onNews: async (found) => {
        const about = { document: token, name: basename(path), at: new Date(now()).toISOString() };
        const news = this.#isOwn(found)
          ? ({ ...about, kind: 'same', how: 'known', movedTo: null } satisfies Known)
          : await this.#newsOf(found, path, about);
        if (news === null) this.watch.lookAnew();
        else {
          this.#news = news;
          this.tell();
        }
      },
      ...(glanceMs === undefined ? {} : { glanceMs }),
    });
    this.#leave = presence.enter(path, (others) => {
      this.#since = others?.since ?? null;
      this.#tellOthers();
    });
  }

  /** Null where it is over already: a save, or others again, came in between. */
  async #newsOf(found: Outside, path: string, about: About): Promise<Known | null> {
    const known = this.#session.granted?.stamp ?? null;
    if (found.kind !== 'same') this.#knownInTrouble = known;
    // Saving, taking theirs and following the file each give the window another stamp.
    if (found.kind !== 'same' || known === null || known !== this.#knownInTrouble)
      return newsOf(found, about);
    // What others put there again may not be on the disk yet.
    const confirmation = await confirmOnDisk(path, known);
    if (confirmation === 'other' || this.#session.granted?.stamp !== known) return null;
    const how = confirmation === 'confirmed' ? 'back' : 'back-unconfirmed';
    return { ...about, kind: 'same', how, movedTo: null };
  }

  /** A save that failed may have reached the disk after all. */
  #isOwn(found: Outside): boolean {
    const { granted } = this.#session;
    return found.kind === 'changed' && granted?.maybeThere?.includes(found.stamp.sha256) === true;
  }

  get movedTo(): string | null {
    return this.#news?.movedTo ?? null;
  }

  tell(): void {
    if (this.#news === null) return;
    const { movedTo: _path, ...news } = this.#news;
    this.#session.surface.send('document:outside', news);
  }

  #tellOthers(): void {
    this.#session.surface.send('document:also-open', { document: this.token, since: this.#since });
  }

  async tellAgain(): Promise<void> {
    if (this.#since !== null) this.#tellOthers();
    const before = this.#news;
    await this.watch.look();
    if (this.#news === before) this.tell();
  }

  close(): void {
    this.watch.stop();
    this.#leave();
  }
}

/** Starts with no window. */
export function createOutsides(setting: OutsideSetting): Outsides {
  const files = new Map<number, OpenFile>();
  const end = ({ id }: Session): void => {
    files.get(id)?.close();
    files.delete(id);
  };
  return {
    follow(session) {
      const { document } = session;
      if (files.get(session.id)?.token === document?.token) return;
      end(session);
      if (document === null) return;
      files.set(session.id, new OpenFile(session, document.token, document.path, setting));
    },
    async look({ id }) {
      await Promise.all([files.get(id)?.watch.look(), setting.presence.look()]);
    },
    async tellAgain({ id }) {
      await Promise.all([files.get(id)?.tellAgain(), setting.presence.look()]);
    },
    movedTo: ({ id }) => files.get(id)?.movedTo ?? null,
    whileSaving: (session, task) => files.get(session.id)?.watch.whileSaving(task) ?? task(),
    end,
  };
}

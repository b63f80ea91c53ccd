import { dirname } from 'node:path';
import type { EventName, Events } from '../shared/ipc/contract';
import type { FileStamp } from './files/file-stamp';
import type { KeptWork } from './kept-work';
import type { WindowLife } from './window-life';

/** The file that a window shows; the page knows it by its token only. */
export interface OpenDocument {
  readonly token: string;
  /** The real path, through all links. */
  readonly path: string;
  readonly stamp: FileStamp | null;
  /** Other versions of our own that may be there, by SHA-256: a failing disk does not say how far a save came. */
  readonly maybeThere?: readonly string[];
  /** True for a file of a newer version: it is never written over. */
  readonly isReadOnly: boolean;
}

/** What a session may do to its window. */
export interface Surface {
  readonly send: <E extends EventName>(name: E, value: Events[E]) => void;
  /** Brings the window to the front. */
  readonly focus: () => void;
  readonly isInFront: () => boolean;
  /** Shows name, dirty mark and file in the title. */
  readonly describe: (title: string, isDirty: boolean, path: string | null) => void;
  /** Closes the window; asks about unsaved work unless `isDecided`. */
  readonly close: (isDecided: boolean) => void;
}

/** One window with what it shows. */
export interface Session {
  readonly id: number;
  readonly surface: Surface;
  /** What the page says that it shows. */
  document: OpenDocument | null;
  /** The file whose token the page was given last; the page may not have taken it up yet. */
  granted: OpenDocument | null;
  /** The file to show once the page has started. */
  pendingPath: string | null;
  hasStarted: boolean;
  title: string;
  isDirty: boolean;
  kept: KeptWork;
  readonly life: WindowLife;
}

/** Gives a file to the page of a window; a file that it has already keeps its token. */
export function grant(
  session: Session,
  file: Omit<OpenDocument, 'token'>,
  makeToken: () => string,
): OpenDocument {
  const known = session.granted;
  const token = known?.path === file.path ? known.token : makeToken();
  session.granted = { ...file, token };
  session.document = session.granted;
  return session.granted;
}

/** The file that a token means in this window, or null. */
export function grantedBy(session: Session, token: string | null): OpenDocument | null {
  return session.granted?.token === token ? session.granted : null;
}

/** The folder where a file dialog of a window begins: that of its file, else the one of whoever uses the app. */
export function folderFor({ document }: Session, homeFolder: () => string): string {
  return document ? dirname(document.path) : homeFolder();
}

/** All windows of the app. */
export interface Sessions {
  readonly add: (session: Session) => void;
  readonly remove: (id: number) => void;
  readonly all: () => readonly Session[];
  readonly byId: (id: number) => Session | undefined;
  /** The window that shows a file or is about to; `path` is the real one. */
  readonly holding: (path: string) => Session | undefined;
  /** A window in which nothing would be lost by opening a file. */
  readonly blank: () => Session | undefined;
}

/** True where a file can be opened in this window without hiding anything. */
export function isBlank(session: Session): boolean {
  return session.hasStarted && session.document === null && session.pendingPath === null && !session.isDirty;
}

/** Starts without a window. */
export function createSessions(): Sessions {
  const sessions = new Map<number, Session>();
  const all = (): readonly Session[] => [...sessions.values()];
  return {
    add: (session) => void sessions.set(session.id, session),
    remove: (id) => void sessions.delete(id),
    all,
    byId: (id) => sessions.get(id),
    holding: (path) => all().find(({ document, pendingPath }) => (document?.path ?? pendingPath) === path),
    blank: () => all().find(isBlank),
  };
}

import type { VersionCopy } from '../shared/ipc/history';
import type { Context } from './context';
import type { Session } from './session';

/** Copies of versions that wait for the page of their window. */
const waiting = new WeakMap<Session, VersionCopy>();

/** Opens a window for a copy of a version; false where there is none. */
export function openCopy(copy: VersionCopy, { sessions, openWindow }: Context): boolean {
  const before = new Set(sessions.all());
  openWindow(null);
  const fresh = sessions.all().find((session) => !before.has(session));
  if (!fresh) return false;
  waiting.set(fresh, copy);
  return true;
}

/** The copy that a window was opened for; it is handed over once. */
export function takeCopy(session: Session): VersionCopy | null {
  const copy = waiting.get(session) ?? null;
  waiting.delete(session);
  return copy;
}

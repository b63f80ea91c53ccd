import type { Context } from './context';
import type { Session } from './session';

/** A page that stops within this time of being loaded again is likely to do so each time, ms. */
const tooSoon = 30_000;

function isTooSoon({ life }: Session, now: number): boolean {
  return life.loadedAgainAt !== null && now - life.loadedAgainAt < tooSoon;
}

/** Shows nothing any more. What was kept stays in the list of lost work. */
function letGo(session: Session): void {
  session.document = null;
  session.granted = null;
  session.life.copy = null;
  session.title = '';
  session.surface.describe('', false, null);
}

/**
 * Sees to a page that is loaded again, after a crash or from itself, and has lost what it held: the new page shows the
 * kept work, still in its file. Where that page stops at once as well, the next shows the start screen, which offers
 * the work. Call it before the new page can speak.
 */
export function forgetLostPage(session: Session, context: Context): void {
  const { life, kept } = session;
  life.isBroken = false;
  if (!session.hasStarted && kept.last() === null) return;
  session.hasStarted = false;
  session.isDirty = false;
  const now = context.now();
  life.hasStoppedAgain = isTooSoon(session, now);
  life.loadedAgainAt = now;
  if (kept.last() !== null) {
    context.lost.takeOver(kept);
    session.kept = context.makeKept();
    life.returning = kept.token;
  }
  if (life.hasStoppedAgain) {
    life.returning = null;
    letGo(session);
  }
}

/** Takes leave of a page that does not work and is not loaded again: what was kept is offered elsewhere. */
export function leaveLostPage(session: Session, context: Context): void {
  context.lost.takeOver(session.kept);
  session.isDirty = false;
}

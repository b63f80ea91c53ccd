import type { Context } from './context';
import type { Session } from './session';

/** A page that is loaded again (after a crash) has lost what it held: what was kept of it is offered like the work of a dead process. Call it before the new page can speak. */
export function forgetLostPage(session: Session, context: Context): void {
  session.hasStarted = false;
  if (session.kept.last() === null) return;
  context.lost.takeOver(session.kept);
  session.kept = context.makeKept();
  session.document = null;
  session.granted = null;
  session.isDirty = false;
}

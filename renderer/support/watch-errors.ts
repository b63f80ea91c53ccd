import { factsOf, framesOf, isHarmless } from '../../shared/ipc/error-facts';
import type { Arguments } from '../../shared/ipc/contract';
import { bridge } from '../bridge';

type Trouble = Arguments<'support:page-error'>[0];

/** A page that fails again and again has said enough by then. */
const mostReports = 30;
let reports = 0;

function report(facts: Trouble): void {
  reports += 1;
  // The window of the slides has no bridge.
  const line: typeof bridge | undefined = bridge;
  if (reports > mostReports || line === undefined) return;
  void line.call['support:page-error'](facts).catch(() => undefined);
}

/** Tells the log where drawing failed: the kind of the error and places in our own scripts, nothing of the document. */
export function reportBrokenDrawing(error: unknown, componentStack: string): void {
  const facts = factsOf(error);
  const frames = facts.frames.length > 0 ? facts.frames : framesOf(componentStack, '');
  report({ where: 'drawing', ...facts, frames: [...frames] });
}

/** Tells the log of errors in this page that nobody saw to. */
export function watchErrors(): void {
  window.addEventListener('error', ({ error, message }) => {
    if (isHarmless(message)) return;
    const { frames, ...facts } = factsOf(error);
    report({ where: 'script', ...facts, frames: [...frames] });
  });
  window.addEventListener('unhandledrejection', ({ reason }) => {
    const { frames, ...facts } = factsOf(reason);
    report({ where: 'promise', ...facts, frames: [...frames] });
  });
}

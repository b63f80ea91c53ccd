import { focusCanvas, rememberFocus, tabbable } from './panes';
import { useApp } from '../store';

/** What had the focus last, with everything that it stood in, innermost first; weakly, because what is gone would keep a whole map. */
interface Focused {
  readonly element: WeakRef<Element>;
  readonly around: readonly WeakRef<Element>[];
  readonly name: string | null;
}

let last: Focused | null = null;

const isThere = (element: WeakRef<Element>): boolean => element.deref()?.isConnected === true;

function ancestorsOf(element: Element): Element[] {
  const parent = element.parentElement;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** Puts the focus beside what vanished: on the same field of what came in its place, else on the nearest thing that Tab reaches. */
function restore({ around, name }: Focused): void {
  const places = around.flatMap((each) => each.deref() ?? []).filter((each) => each.isConnected);
  for (const place of places) {
    if (place.closest('[data-canvas]') || !place.closest('[data-pane], [role=dialog], main')) break;
    const same = name === null ? null : place.querySelector(`[name="${CSS.escape(name)}"]`);
    const target = same ?? place.querySelector(tabbable);
    if (!(target instanceof HTMLElement)) continue;
    target.focus({ preventScroll: true });
    return;
  }
  if (useApp.getState().screen === 'editor') focusCanvas();
  else document.querySelector<HTMLElement>('main button')?.focus();
}

/** Keeps the focus in the window when the thing that had it vanishes: a deleted step, a closed list. Returns a function that ends it. */
export function keepFocus(): () => void {
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    rememberFocus(target);
    const around = ancestorsOf(target).map((each) => new WeakRef(each));
    last = { element: new WeakRef(target), around, name: target.getAttribute('name') };
  };
  const check = (): void => {
    if (!last || isThere(last.element) || document.activeElement !== document.body) return;
    const lost = last;
    last = null;
    restore(lost);
    // What comes in its place may still be on its way.
    if (document.activeElement === document.body) last = lost;
  };
  const observer = new MutationObserver(() => {
    // Whatever took the thing away may still give the focus to another.
    if (last && !isThere(last.element)) requestAnimationFrame(() => requestAnimationFrame(check));
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
  };
}

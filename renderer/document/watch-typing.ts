import type { TypedText } from '../../shared/file-format/replay';
import { asField, labelOf, placeOf } from './typed-place';

/** How long typing goes on before it is told, ms. */
const pause = 300;

/** A field that stores what is typed only when it is left says so while something else stands in it than is stored. */
function typedNow(): TypedText | null {
  const field = asField(document.activeElement);
  const { untouched, stored } = field?.dataset ?? {};
  if (!field || untouched !== 'false' || stored === 'true' || field.value.trim() === '') return null;
  return { label: labelOf(field), text: field.value, place: placeOf(field) };
}

/** Tells what is being typed into a field of the window and not stored yet, a moment after it changes; null once nothing is. Returns a function that ends it. */
export function watchTyping(tell: (typed: TypedText | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = undefined;
    tell(typedNow());
  };
  const soon = (): void => {
    timer ??= setTimeout(look, pause);
  };
  // What was just stored is no loss any more: that is told at once.
  const marks = new MutationObserver(() => (typedNow() === null ? look() : soon()));
  marks.observe(document.body, { subtree: true, attributeFilter: ['data-untouched', 'data-stored'] });
  const events = ['input', 'keyup', 'focusout'] as const;
  for (const name of events) document.addEventListener(name, soon);
  return () => {
    clearTimeout(timer);
    marks.disconnect();
    for (const name of events) document.removeEventListener(name, soon);
  };
}

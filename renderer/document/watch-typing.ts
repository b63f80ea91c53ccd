import type { TypedText } from '../../shared/file-format/replay';
import { asField, labelOf, placeOf } from './typed-place';

/** How long typing goes on before it is told, ms. */
const pause = 300;

/** A field that stores what is typed only when it is left says so while something else stands in it than is stored. */
function typedNow(): TypedText | null {
  const field = asField(document.activeElement);
  if (field?.dataset['untouched'] !== 'false') return null;
  return { label: labelOf(field), text: field.value, place: placeOf(field) };
}

/** Tells what is being typed into a field of the window and not stored yet, a moment after it changes; null once nothing is. Returns a function that ends it. */
export function watchTyping(tell: (typed: TypedText | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    tell(typedNow());
  };
  const soon = (): void => {
    timer ??= setTimeout(look, pause);
  };
  const events = ['input', 'keyup', 'focusout'] as const;
  for (const name of events) document.addEventListener(name, soon);
  return () => {
    clearTimeout(timer);
    for (const name of events) document.removeEventListener(name, soon);
  };
}

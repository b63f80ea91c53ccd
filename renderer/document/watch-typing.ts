import type { TypedText } from '../../shared/file-format/replay';
import { asField, type Field, labelOf, placeOf } from './typed-place';

/** How long typing goes on before it is told, ms. */
const pause = 300;

/** What is typed into a field that stores it only when it is left, and is not stored; null where that is nothing. */
function notStored(field: Field | null): TypedText | null {
  const { untouched, stored } = field?.dataset ?? {};
  if (!field || untouched !== 'false' || stored === 'true' || field.value.trim() === '') return null;
  return { label: labelOf(field), text: field.value, place: placeOf(field) };
}

/** What was typed into the field with the focus; else what still stands in another, such as a text that was refused. */
function typedNow(): TypedText | null {
  const others = document.querySelectorAll('[data-untouched=false]:not([data-stored=true])');
  const fields = [document.activeElement, ...others].map(asField);
  return fields.map(notStored).find((typed) => typed !== null) ?? null;
}

/** The watch over what is typed: `lookAgain` tells what stands in a field once what was just done is drawn. */
interface TypingWatch {
  readonly lookAgain: () => void;
  readonly stop: () => void;
}

/** Tells what is being typed into a field of the window and not stored yet, a moment after it changes; null once nothing is. */
export function watchTyping(tell: (typed: TypedText | null) => void): TypingWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    timer = undefined;
    tell(typedNow());
  };
  const soon = (): void => {
    timer ??= setTimeout(look, pause);
  };
  const lookTwice = (): void => {
    look();
    // A page that is still coming may take the field away.
    soon();
  };
  // What was just stored is no loss any more: that is told at once.
  const marks = new MutationObserver(() => (typedNow() === null ? look() : soon()));
  marks.observe(document.body, { subtree: true, attributeFilter: ['data-untouched', 'data-stored'] });
  const events = ['input', 'keyup', 'focusout', 'pointerup'] as const;
  for (const name of events) document.addEventListener(name, soon);
  return {
    lookAgain() {
      clearTimeout(timer);
      timer = setTimeout(lookTwice);
    },
    stop() {
      clearTimeout(timer);
      marks.disconnect();
      for (const name of events) document.removeEventListener(name, soon);
    },
  };
}

import { useEffect, useRef, useState } from 'react';

/** How long typing must rest before a value is tried, ms. */
const pause = 400;

/** What is being typed, and why it was refused. */
export interface Typing {
  readonly text: string;
  readonly error: string | null;
}

interface TypingOptions {
  readonly value: string;
  readonly onCommit: (text: string) => string | null;
  /** Stores what is typed so far; gives what takes that back, null where it cannot be stored yet. */
  readonly onPause?: ((text: string) => (() => void) | null) | undefined;
  /** Told of a text that was refused and is lost because the field vanishes. */
  readonly onLose?: ((text: string, error: string) => void) | undefined;
}

interface TypingState {
  /** Null while nobody types. */
  readonly typing: Typing | null;
  /** Marks of the field: whether nobody types, and whether what stands in it is what is stored, be it for trial. */
  readonly marks: { readonly 'data-untouched': boolean; readonly 'data-stored': boolean };
  readonly type: (text: string) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
}

/** What a pause has stored, so that the whole of the typing is one change in the end. */
class Trial {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private undo: (() => void) | null = null;

  /** Calls after a pause, unless typing goes on. */
  wait(store: () => (() => void) | null): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.takeBack();
      this.undo = store();
    }, pause);
  }

  takeBack(): void {
    clearTimeout(this.timer);
    this.undo?.();
    this.undo = null;
  }

  keep(): void {
    clearTimeout(this.timer);
    this.undo = null;
  }
}

/** Keeps what is being typed; the field commits it on Enter and on leaving, and takes it back on Escape. A field that wants it stores it for trial after a pause, too. */
export function useTyping({ value, onCommit, onPause, onLose }: TypingOptions): TypingState {
  const [typing, setTyping] = useState<Typing | null>(null);
  const [tried, setTried] = useState<string | null>(null);
  const [trial] = useState(() => new Trial());
  const latest = useRef<{ typing: Typing | null } & TypingOptions>({
    typing,
    value,
    onCommit,
    onPause,
    onLose,
  });
  useEffect(() => {
    latest.current = { typing, value, onCommit, onPause, onLose };
  });
  // A field that vanishes while it is typed in (another step was selected) must not lose what was typed.
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.typing && last.typing.error === null && last.typing.text !== last.value) {
        trial.takeBack();
        const error = last.onCommit(last.typing.text);
        if (error !== null) last.onLose?.(last.typing.text, error);
      } else {
        trial.keep();
        if (last.typing?.error != null) last.onLose?.(last.typing.text, last.typing.error);
      }
    },
    [trial],
  );
  const isAsStored = typing?.error === null && (typing.text === value || typing.text === tried);
  const store = (text: string): (() => void) | null => {
    const undo = latest.current.onPause?.(text) ?? null;
    setTried(undo === null ? null : text);
    return undo;
  };
  return {
    typing,
    marks: { 'data-untouched': typing === null, 'data-stored': typing === null || isAsStored },
    type: (text) => {
      setTyping({ text, error: null });
      if (onPause) trial.wait(() => store(text));
    },
    cancel: () => {
      trial.takeBack();
      setTried(null);
      setTyping(null);
    },
    commit: () => {
      if (!typing || typing.error !== null) return;
      const isStored = typing.text === value;
      if (isStored) trial.keep();
      else trial.takeBack();
      setTried(null);
      const error = isStored ? null : onCommit(typing.text);
      const next = error === null ? null : { text: typing.text, error };
      latest.current = { ...latest.current, typing: next };
      setTyping(next);
    },
  };
}

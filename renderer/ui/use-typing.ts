import { useEffect, useRef, useState } from 'react';

/** What is being typed, and why it was refused. */
export interface Typing {
  readonly text: string;
  readonly error: string | null;
}

interface TypingOptions {
  readonly value: string;
  readonly onCommit: (text: string) => string | null;
}

interface TypingState {
  /** Null while nobody types. */
  readonly typing: Typing | null;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
}

/** Keeps what is being typed; the field commits it on Enter and on leaving, and takes it back on Escape. */
export function useTyping({ value, onCommit }: TypingOptions): TypingState {
  const [typing, setTyping] = useState<Typing | null>(null);
  const latest = useRef<{ typing: Typing | null } & TypingOptions>({ typing, value, onCommit });
  useEffect(() => {
    latest.current = { typing, value, onCommit };
  });
  // A field that vanishes while it is typed in (another step was selected) must not lose what was typed.
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.typing && last.typing.error === null && last.typing.text !== last.value)
        last.onCommit(last.typing.text);
    },
    [],
  );
  return {
    typing,
    type: (text) => setTyping({ text, error: null }),
    cancel: () => setTyping(null),
    commit: () => {
      if (!typing || typing.error !== null) return;
      const error = typing.text === value ? null : onCommit(typing.text);
      const next = error === null ? null : { text: typing.text, error };
      latest.current = { ...latest.current, typing: next };
      setTyping(next);
    },
  };
}

import { useState } from 'react';
import type { Suggestion } from '../../shared/capture/suggest';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { viewControl } from '../canvas/viewport';
import { dispatch, select, useApp } from '../store';
import { rememberMade, stepsOfLines } from './quick-target';

const text = en.capture;

/** What is in the line; it is there again when the line is closed and opened again. */
let kept = '';

/** The line as it is typed: its text, the suggestions for the part in which the caret is, and what became of it. */
export function useLine() {
  const [line, setLine] = useState(kept);
  const [caret, setCaret] = useState(kept.length);
  const [active, setActive] = useState(-1);
  const [isListShut, shutList] = useState(false);
  const [refusal, setRefusal] = useState<readonly string[]>([]);
  return {
    line,
    caret,
    active,
    isListShut,
    refusal,
    setActive,
    setCaret,
    shutList: () => {
      shutList(true);
      setActive(-1);
    },
    refuse: (sentences: readonly string[]) => {
      setRefusal(sentences);
      announce(sentences.join(' '));
    },
    write: (next: string, at: number) => {
      setLine(next);
      kept = next;
      setCaret(at);
      setActive(-1);
      shutList(false);
      setRefusal([]);
    },
  };
}

/** The line as it is typed. */
export type Line = ReturnType<typeof useLine>;

/** Makes the steps of the lines; true where it did. */
export function makeSteps(lines: string, keepsRest: boolean, line: Line): boolean {
  const steps = stepsOfLines(lines, keepsRest);
  if ('sentences' in steps) {
    const [first = '', ...others] = steps.sentences;
    line.refuse([text.notYet(first), ...(/[\r\n]/.test(lines) ? others : [])]);
    return false;
  }
  const refused = dispatch(steps.command);
  if (refused !== null) {
    line.refuse([refused]);
    return false;
  }
  const last = steps.made.at(-1);
  if (last !== undefined) {
    rememberMade(last);
    select([last]);
    requestAnimationFrame(() => viewControl()?.reveal(last));
    const name = useApp.getState().history.project.nodes[last]?.name ?? '';
    announce(steps.made.length === 1 ? text.made(name) : text.madeSeveral(steps.made.length));
  }
  line.write('', 0);
  return true;
}

/** What the keys of the line work on. */
export interface KeyHandlers {
  readonly line: Line;
  readonly choices: readonly Suggestion[];
  readonly choose: (choice: Suggestion) => void;
  readonly add: (keepsRest: boolean) => void;
  /** Takes the practice for a role that is called alike; false where there is none. */
  readonly instead: () => boolean;
  readonly close: () => void;
}

/** Does what a key means in the line; true where it meant something. */
export function onLineKey(
  event: React.KeyboardEvent,
  { line, choices, choose, add, instead, close }: KeyHandlers,
): boolean {
  const { key } = event;
  const isComposing = event.nativeEvent.isComposing;
  const chosen = choices[line.active];
  if (event.altKey && event.code === 'KeyP') return instead();
  if (isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (key === 'Enter') {
    if (chosen && !event.shiftKey) choose(chosen);
    else add(event.shiftKey);
  } else if (key === 'Tab' && !event.shiftKey && choices.length > 0) {
    const first = chosen ?? choices[0];
    if (first) choose(first);
  } else if ((key === 'ArrowDown' || key === 'ArrowUp') && choices.length > 0) {
    const count = choices.length;
    const step = key === 'ArrowDown' ? 1 : -1;
    line.setActive(line.active === -1 && step === -1 ? count - 1 : (line.active + step + count) % count);
  } else if (key === 'Escape') {
    if (choices.length > 0 && line.active !== -1) line.shutList();
    else close();
  } else return false;
  return true;
}

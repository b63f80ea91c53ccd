import { CornerDownLeft, X } from 'lucide';
import { useEffect, useId, useRef, useState } from 'react';
import { type Chip, chipsOf } from '../../shared/capture/chips';
import { quickContext } from '../../shared/capture/quick-context';
import { parseQuickLine } from '../../shared/capture/quick-line';
import { type Suggestion, suggestionsFor } from '../../shared/capture/suggest';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { viewControl } from '../canvas/viewport';
import { useDerived } from '../derive';
import { dispatch, select, useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Landmark } from '../ui/landmark';
import { closeQuickEntry, quickEntryField } from './open-quick-entry';
import styles from './quick-entry.module.css';
import { chosenAfter, rememberMade, stepsOfLines } from './quick-target';

const text = en.capture;

function ChipView({ chip }: { chip: Chip }): React.JSX.Element {
  return (
    <li className={styles.chip} data-tone={chip.tone}>
      {chip.field !== '' && <span className={styles.chipField}>{chip.field}</span>}
      <span className={styles.chipValue}>{chip.value}</span>
    </li>
  );
}

interface ListProps {
  id: string;
  choices: readonly Suggestion[];
  active: number;
  onChoose: (choice: Suggestion) => void;
}

function SuggestionList(props: ListProps): React.JSX.Element {
  return (
    <ul id={props.id} role="listbox" aria-label={text.suggestions} className={styles.list}>
      {props.choices.map((choice, index) => (
        <li
          key={`${choice.field} ${choice.label}`}
          id={`${props.id}-${String(index)}`}
          role="option"
          aria-selected={index === props.active}
          className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault();
            props.onChoose(choice);
          }}
        >
          <span>{choice.label}</span>
          <span className={styles.optionField}>{choice.field}</span>
        </li>
      ))}
    </ul>
  );
}

/** The line as it is typed: its text, the suggestions for the part in which the caret is, and what became of it. */
function useLine() {
  const [line, setLine] = useState('');
  const [caret, setCaret] = useState(0);
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
      setCaret(at);
      setActive(-1);
      shutList(false);
      setRefusal([]);
    },
  };
}

type Line = ReturnType<typeof useLine>;

/** Makes the steps of the lines; true where it did. */
function makeSteps(lines: string, keepsRest: boolean, line: Line): boolean {
  const steps = stepsOfLines(lines, keepsRest);
  if ('sentences' in steps) {
    line.refuse(steps.sentences);
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

interface KeyHandlers {
  readonly line: Line;
  readonly choices: readonly Suggestion[];
  readonly choose: (choice: Suggestion) => void;
  readonly add: (keepsRest: boolean) => void;
  readonly close: () => void;
}

/** Does what a key means in the line; true where it meant something. */
function onLineKey(event: React.KeyboardEvent, { line, choices, choose, add, close }: KeyHandlers): boolean {
  const { key } = event;
  const isComposing = event.nativeEvent.isComposing;
  const chosen = choices[line.active];
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

/** The chips and suggestions of the line, read against the map that is shown. */
function useReading(line: Line): { chips: readonly Chip[]; choices: readonly Suggestion[] } {
  const derived = useDerived();
  useApp((state) => state.selection);
  const { history, mapId } = useApp.getState();
  const context = quickContext(history.project, mapId, chosenAfter());
  if (!derived || !context || line.line.trim() === '') return { chips: [], choices: [] };
  return {
    chips: chipsOf(parseQuickLine(line.line, context), derived.graph, context),
    choices: line.isListShut ? [] : suggestionsFor(line.line, line.caret, context),
  };
}

/** What stands under the chips: why a line was refused, else the first thing that is not understood, else how lines are written. */
function Advice(props: {
  id: string;
  chips: readonly Chip[];
  refusal: readonly string[];
}): React.JSX.Element {
  const problem = props.chips.find(({ tone }) => tone === 'bad')?.sentence;
  const sentences = props.refusal.length > 0 ? props.refusal : problem === undefined ? [] : [problem];
  return (
    <div id={props.id} className={styles.advice} data-bad={sentences.length > 0}>
      {sentences.length > 0 ? (
        sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      ) : (
        <p>{props.chips.length === 0 ? text.help : text.hint}</p>
      )}
    </div>
  );
}

/** How long the typing must pause before what was understood is read out, in milliseconds. */
const pause = 900;

/** Reads out what was understood once the typing pauses. */
function useReadOut(chips: readonly Chip[]): void {
  const spoken = chips
    .map(({ field, value, sentence }) => (sentence === '' ? text.chip(field, value) : sentence))
    .join('. ');
  useEffect(() => {
    if (spoken === '') return undefined;
    const timer = setTimeout(() => announce(spoken), pause);
    return () => clearTimeout(timer);
  }, [spoken]);
}

function Bar(): React.JSX.Element {
  const line = useLine();
  const { chips, choices } = useReading(line);
  const input = useRef<HTMLInputElement>(null);
  const hasMade = useRef(false);
  const id = useId();
  useReadOut(chips);
  useEffect(() => input.current?.focus(), []);
  const add = (keepsRest: boolean): void => {
    if (line.line.trim() === '') return;
    if (makeSteps(line.line, keepsRest, line)) hasMade.current = true;
    input.current?.focus();
  };
  const choose = (choice: Suggestion): void => {
    line.write(choice.line, choice.caret);
    line.shutList();
    requestAnimationFrame(() => input.current?.setSelectionRange(choice.caret, choice.caret));
  };
  const close = (): void => closeQuickEntry(hasMade.current);
  const isOpen = choices.length > 0;
  const isBad = line.refusal.length > 0 || chips.some(({ tone }) => tone === 'bad');
  return (
    <Landmark as="section" className={styles.bar} aria-label={text.title}>
      {chips.length > 0 && (
        <ul className={styles.chips} aria-label={text.understood}>
          {chips.map((chip, index) => (
            <ChipView key={`${chip.field} ${String(index)}`} chip={chip} />
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <div className={styles.box} data-bad={isBad}>
          <input
            ref={input}
            id={quickEntryField}
            className={styles.input}
            role="combobox"
            aria-label={text.field}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-list` : undefined}
            aria-activedescendant={
              isOpen && line.active !== -1 ? `${id}-list-${String(line.active)}` : undefined
            }
            aria-describedby={`${id}-advice`}
            aria-invalid={isBad}
            autoComplete="off"
            spellCheck={false}
            placeholder={text.placeholder}
            data-untouched={line.line === ''}
            value={line.line}
            onChange={(event) =>
              line.write(event.target.value, event.target.selectionStart ?? event.target.value.length)
            }
            onSelect={(event) => line.setCaret(event.currentTarget.selectionStart ?? 0)}
            onKeyDown={(event) => {
              if (onLineKey(event, { line, choices, choose, add, close })) event.preventDefault();
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain').trim();
              if (!/[\r\n]/.test(pasted)) return;
              event.preventDefault();
              if (makeSteps(pasted, false, line)) hasMade.current = true;
            }}
          />
          {isOpen && (
            <SuggestionList id={`${id}-list`} choices={choices} active={line.active} onChoose={choose} />
          )}
        </div>
        <Button kind="primary" icon={CornerDownLeft} onPress={() => add(false)}>
          {text.add}
        </Button>
        <IconButton icon={X} label={text.close} keys="Esc" onPress={close} />
      </div>
      <Advice id={`${id}-advice`} chips={chips} refusal={line.refusal} />
    </Landmark>
  );
}

/** The line below the canvas in which steps are typed, one after the other; nothing while it is closed. */
export function QuickEntry(): React.JSX.Element | null {
  return useApp((state) => state.isQuickEntry) ? <Bar /> : null;
}

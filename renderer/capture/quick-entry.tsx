import { CornerDownLeft, X } from 'lucide';
import { useEffect, useId, useRef } from 'react';
import { type Chip, chipsOf } from '../../shared/capture/chips';
import { quickContext } from '../../shared/capture/quick-context';
import { parseQuickLine } from '../../shared/capture/quick-line';
import { type Suggestion, suggestionsFor } from '../../shared/capture/suggest';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { Button, IconButton } from '../ui/button';
import { Landmark } from '../ui/landmark';
import { closeQuickEntry, onAddTyped, quickEntryField } from './open-quick-entry';
import styles from './quick-entry.module.css';
import { chosenAfter } from './quick-target';
import { type Line, makeSteps, onLineKey, useLine } from './use-line';

const text = en.capture;

/** What was understood, or how lines are written while nothing is typed. */
function Chips({ chips, instead }: { chips: readonly Chip[]; instead: () => boolean }): React.JSX.Element {
  if (chips.length === 0) return <p className={styles.help}>{text.help}</p>;
  return (
    <ul className={styles.chips} aria-label={text.understood}>
      {chips.map((chip, index) => (
        <li key={`${chip.field} ${String(index)}`} className={styles.chip} data-tone={chip.tone}>
          {chip.field !== '' && <span className={styles.chipField}>{chip.field}</span>}
          {chip.instead ? (
            <button
              type="button"
              className={styles.chipChoice}
              title={text.makePractice('Alt+P')}
              aria-keyshortcuts="Alt+P"
              onClick={instead}
            >
              {chip.value}
            </button>
          ) : (
            <span className={styles.chipValue}>{chip.value}</span>
          )}
        </li>
      ))}
    </ul>
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
    <div id={props.id} role="listbox" aria-label={text.suggestions} className={styles.list}>
      {props.choices.map((choice, index) => (
        <div
          key={`${choice.field} ${choice.label}`}
          id={`${props.id}-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.active}
          className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault();
            props.onChoose(choice);
          }}
        >
          <span>{choice.label}</span>
          <span className={styles.optionField}>{choice.field}</span>
        </div>
      ))}
    </div>
  );
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
        <p>{text.hint}</p>
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

interface FieldProps {
  id: string;
  line: Line;
  choices: readonly Suggestion[];
  isBad: boolean;
  add: (keepsRest: boolean) => void;
  addPasted: (lines: string) => void;
  instead: () => boolean;
  close: () => void;
}

function Field({ id, line, choices, isBad, add, addPasted, instead, close }: FieldProps): React.JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const choose = (choice: Suggestion): void => {
    line.write(choice.line, choice.caret);
    line.shutList();
    requestAnimationFrame(() => input.current?.setSelectionRange(choice.caret, choice.caret));
  };
  const isOpen = choices.length > 0;
  const list = `${id}-list`;
  return (
    <div className={styles.box} data-bad={isBad}>
      <input
        ref={input}
        id={quickEntryField}
        className={styles.input}
        role="combobox"
        aria-label={text.field}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen && line.active !== -1 ? `${list}-${String(line.active)}` : undefined}
        aria-describedby={`${id}-advice`}
        aria-invalid={isBad}
        autoComplete="off"
        spellCheck={false}
        placeholder={text.placeholder}
        data-untouched={line.line === ''}
        value={line.line}
        onChange={({ target }) => line.write(target.value, target.selectionStart ?? target.value.length)}
        onSelect={(event) => line.setCaret(event.currentTarget.selectionStart ?? 0)}
        onKeyDown={(event) => {
          if (onLineKey(event, { line, choices, choose, add, instead, close })) event.preventDefault();
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain').trim();
          if (!/[\r\n]/.test(pasted)) return;
          event.preventDefault();
          addPasted(pasted);
        }}
      />
      {isOpen && <SuggestionList id={list} choices={choices} active={line.active} onChoose={choose} />}
    </div>
  );
}

function Bar(): React.JSX.Element {
  const line = useLine();
  const { chips, choices } = useReading(line);
  const hasMade = useRef(false);
  const id = useId();
  useReadOut(chips);
  const make = (lines: string, keepsRest: boolean): void => {
    if (lines.trim() !== '' && makeSteps(lines, keepsRest, line)) hasMade.current = true;
    document.getElementById(quickEntryField)?.focus();
  };
  const add = (keepsRest: boolean): void => make(line.line, keepsRest);
  const close = (): void => closeQuickEntry(hasMade.current);
  useEffect(() => {
    onAddTyped(() => {
      if (line.line.trim() === '') return false;
      add(false);
      return true;
    });
    return () => onAddTyped(null);
  });
  const instead = (): boolean => {
    const other = chips.find((chip) => chip.instead !== undefined)?.instead;
    if (!other) return false;
    const before = line.line.slice(0, other.span.from) + other.text;
    line.write(before + line.line.slice(other.span.to), before.length);
    line.shutList();
    document.getElementById(quickEntryField)?.focus();
    return true;
  };
  const isBad = line.refusal.length > 0 || chips.some(({ tone }) => tone === 'bad');
  return (
    <Landmark as="section" className={styles.bar} aria-label={text.title}>
      <Chips chips={chips} instead={instead} />
      <div className={styles.row}>
        <Field
          id={id}
          line={line}
          choices={choices}
          isBad={isBad}
          add={add}
          addPasted={(lines) => make(lines, false)}
          instead={instead}
          close={close}
        />
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

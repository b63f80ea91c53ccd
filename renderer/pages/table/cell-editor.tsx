import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { GridColumn } from '../../../shared/grid/columns';
import { type CellSuggestion, suggestCell } from '../../../shared/grid/suggest-cell';
import { en } from '../../../shared/text/en';
import { useLayer } from '../../ui/landmark';
import { commitCell } from './grid-edits';
import { moveAlong, moveBy } from './grid-moves';
import { useGrid, viewGrid } from './grid-state';
import { gridView } from './grid-view';
import styles from './table.module.css';

interface ListProps {
  id: string;
  choices: readonly CellSuggestion[];
  active: number;
  field: HTMLElement | null;
  onChoose: (choice: CellSuggestion) => void;
}

/** The list stands below the cell, or above it where there is more room. */
function place(list: HTMLElement, field: HTMLElement): void {
  const at = field.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - 8;
  const isBelow = below >= list.offsetHeight || below >= at.top;
  list.style.left = `${String(Math.min(at.left, window.innerWidth - list.offsetWidth - 8))}px`;
  list.style.top = isBelow ? `${String(at.bottom + 2)}px` : `${String(at.top - list.offsetHeight - 2)}px`;
}

function SuggestionList(props: ListProps): React.JSX.Element {
  const layer = useLayer();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current && props.field) place(list.current, props.field);
  });
  return createPortal(
    <div ref={list} id={props.id} role="listbox" aria-label={en.capture.suggestions} className={styles.list}>
      {props.choices.map((choice, index) => (
        <div
          key={choice.label}
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
          {choice.label}
        </div>
      ))}
    </div>,
    layer ?? document.body,
  );
}

/** Stores the text and goes on where it was understood. */
function leave(text: string, onward: () => void): void {
  if (commitCell(text)) onward();
}

interface Typing {
  readonly text: string;
  /** Place of the chosen suggestion; -1 where none is. */
  readonly active: number;
  /** False while no suggestions shall be shown. */
  readonly isOpen: boolean;
}

interface KeyContext {
  readonly typing: Typing;
  readonly choices: readonly CellSuggestion[];
  readonly setTyping: (typing: Typing) => void;
  readonly isFresh: boolean;
}

/** The text to store: the suggestion that the arrows chose, else what was typed. */
const textOf = ({ typing, choices }: KeyContext): string => choices[typing.active]?.text ?? typing.text;

/** Does what a key means while a cell is typed in; true where it meant something. */
function onEditKey(event: React.KeyboardEvent, context: KeyContext): boolean {
  const { typing, choices, setTyping } = context;
  const { key, shiftKey, altKey } = event;
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (key === 'Enter') leave(textOf(context), () => moveBy(shiftKey ? -1 : 1, 0));
  else if (key === 'Tab') leave(textOf(context), () => void moveAlong(shiftKey ? -1 : 1));
  else if (key === 'Escape') {
    if (typing.active >= 0) setTyping({ ...typing, active: -1, isOpen: false });
    else viewGrid({ editing: null });
  } else if (step !== 0 && altKey) setTyping({ ...typing, isOpen: true, active: 0 });
  else if (step !== 0 && choices.length > 0) {
    const start = typing.active === -1 && step === -1 ? choices.length : typing.active;
    setTyping({ ...typing, active: (start + step + choices.length) % choices.length });
  } else if (step !== 0) leave(typing.text, () => moveBy(step, 0));
  else return false;
  return true;
}

/** The field in the cell of the cursor; it keeps what is typed to itself until it is stored. */
export function CellEditor(props: { column: GridColumn; label: string }): React.JSX.Element {
  const id = useId();
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const [start] = useState(() => useGrid.getState().editing ?? { text: '', isFresh: true });
  const [typing, setTyping] = useState<Typing>({ text: start.text, active: -1, isOpen: start.isFresh });
  const isDone = useRef(false);
  const view = gridView();
  const isAsked = typing.isOpen && (typing.text.trim() !== '' || typing.active >= 0);
  const choices = view && isAsked ? suggestCell(typing.text, props.column, view.context) : [];
  useEffect(() => {
    field?.focus();
    const end = start.text.length;
    field?.setSelectionRange(start.isFresh && end > 1 ? 0 : end, end);
  }, [field, start]);
  const list = `${id}-list`;
  const isOpen = choices.length > 0;
  const finish = (act: () => void): void => {
    isDone.current = true;
    act();
  };
  return (
    <>
      <input
        ref={setField}
        className={styles.editor}
        aria-label={props.label}
        role={isOpen ? 'combobox' : undefined}
        aria-expanded={isOpen ? true : undefined}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen && typing.active >= 0 ? `${list}-${String(typing.active)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        // Only what is typed is told, for recovery: with the text as it was, undoing stays with the field.
        data-untouched={typing.text === start.text ? undefined : false}
        value={typing.text}
        onChange={({ target }) => setTyping({ text: target.value, active: -1, isOpen: true })}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter' || event.key === 'Tab') isDone.current = true;
          const isMeant = onEditKey(event, { typing, choices, setTyping, isFresh: start.isFresh });
          if (isMeant) event.preventDefault();
        }}
        onBlur={() => {
          if (!isDone.current && useGrid.getState().editing !== null) commitCell(typing.text);
        }}
      />
      {isOpen && (
        <SuggestionList
          id={list}
          choices={choices}
          active={typing.active}
          field={field}
          onChoose={(choice) => finish(() => leave(choice.text, () => undefined))}
        />
      )}
    </>
  );
}

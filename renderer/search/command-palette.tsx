import { Dialog as Base } from '@base-ui/react/dialog';
import {
  CircleHelp,
  CornerDownLeft,
  Flag,
  Layers,
  Lightbulb,
  Map as MapIcon,
  PanelsTopLeft,
  Search,
  Settings,
  Spline,
  SquareDashed,
  Terminal,
  Users,
} from 'lucide';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Stretch } from '../../shared/capture/search-names';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { useApp } from '../store';
import { Icon, type IconNode } from '../ui/icon';
import styles from './command-palette.module.css';
import { type Group, groupsFor, itemsBySign, remember, splitSign } from './search-groups';
import type { SearchItem, SearchKind } from './search-items';

const text = en.search.palette;

const icons: Readonly<Record<SearchKind, IconNode>> = {
  action: Terminal,
  element: SquareDashed,
  flow: Spline,
  role: Users,
  practice: Layers,
  map: MapIcon,
  page: PanelsTopLeft,
  finding: Flag,
  improvement: Lightbulb,
  setting: Settings,
  help: CircleHelp,
};

/** A name with what was typed in bold. */
function Marked(props: { name: string; marks: readonly Stretch[] }): React.JSX.Element {
  const { name, marks } = props;
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from > at) parts.push(name.slice(at, from));
    parts.push(<b key={from}>{name.slice(from, to)}</b>);
    at = to;
  }
  return (
    <span className={styles.name}>
      {parts}
      {name.slice(at)}
    </span>
  );
}

interface RowProps {
  id: string;
  item: SearchItem;
  marks: readonly Stretch[];
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Row({ id, item, marks, isActive, onPoint, onChoose }: RowProps): React.JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={item.refusal !== null}
      className={styles.row}
      onPointerMove={onPoint}
      onPointerDown={(event) => {
        event.preventDefault();
        if (event.button === 0) onChoose();
      }}
    >
      <Icon of={icons[item.kind]} size={15} />
      <Marked name={item.name} marks={marks} />
      <span className={styles.detail}>{item.refusal ?? item.detail}</span>
      {item.keys !== undefined && <kbd>{item.keys}</kbd>}
    </div>
  );
}

function Prefixes(props: { onChoose: (sign: string) => void; chosen: string }): React.JSX.Element {
  return (
    <div className={styles.prefixes}>
      {text.prefixes.map(({ sign, name }) => (
        <button
          key={sign}
          type="button"
          tabIndex={-1}
          className={styles.prefix}
          aria-pressed={props.chosen === sign}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(sign)}
        >
          <kbd>{sign}</kbd>
          {name}
        </button>
      ))}
    </div>
  );
}

function Foot(): React.JSX.Element {
  return (
    <footer className={styles.foot} aria-hidden="true">
      <kbd>↑</kbd>
      <kbd>↓</kbd>
      {text.foot.move}
      <kbd>
        <Icon of={CornerDownLeft} size={10} />
      </kbd>
      {text.foot.run}
      <kbd>Esc</kbd>
      {text.foot.close}
    </footer>
  );
}

function close(): void {
  useApp.setState({ dialog: null });
}

/** Closes the search, gives the focus back, and then does what was chosen. */
function choose(item: SearchItem): void {
  if (item.refusal !== null) {
    announce(item.refusal);
    return;
  }
  remember(item.id);
  close();
  requestAnimationFrame(() => requestAnimationFrame(item.run));
}

interface Pick {
  readonly groups: readonly Group[];
  readonly items: readonly SearchItem[];
  readonly active: number;
  readonly setActive: (index: number) => void;
}

/** Moves the choice by a key; true where the key was one of these. */
function onListKey(event: React.KeyboardEvent, { items, active, setActive }: Pick): boolean {
  const last = items.length - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: active >= last ? 0 : active + 1,
    ArrowUp: active <= 0 ? last : active - 1,
    PageDown: Math.min(last, active + 8),
    PageUp: Math.max(0, active - 8),
  };
  const next = to[event.key];
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
    const chosen = items[active];
    if (chosen) choose(chosen);
  } else if (next !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) setActive(next);
  else return false;
  return true;
}

function usePick(typed: string): Pick {
  const [itemsOf] = useState(itemsBySign);
  const groups = useMemo(() => groupsFor(typed, itemsOf), [typed, itemsOf]);
  const [active, setActive] = useState(0);
  const items = groups.flatMap(({ rows }) => rows.map(({ item }) => item));
  const count = items.length;
  useEffect(() => {
    if (typed.trim() === '') return undefined;
    const timer = setTimeout(() => announce(count === 0 ? text.none(typed) : text.count(count)), 600);
    return () => clearTimeout(timer);
  }, [typed, count]);
  return { groups, items, active: Math.min(active, Math.max(0, count - 1)), setActive };
}

function List(props: { id: string; pick: Pick }): React.JSX.Element {
  const { id, pick } = props;
  const starts = pick.groups.map((_, index) =>
    pick.groups.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0),
  );
  return (
    <div id={id} role="listbox" tabIndex={-1} aria-label={text.list} className={styles.list}>
      {pick.groups.map(({ title, rows }, group) => (
        <div key={title} role="group" aria-label={title}>
          <div className={styles.groupTitle} aria-hidden="true">
            {title}
          </div>
          {rows.map(({ item, marks }, row) => {
            const at = (starts[group] ?? 0) + row;
            return (
              <Row
                key={item.id}
                id={`${id}-${String(at)}`}
                item={item}
                marks={marks}
                isActive={at === pick.active}
                onPoint={() => pick.setActive(at)}
                onChoose={() => choose(item)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function SearchBox(props: { start: string }): React.JSX.Element {
  const [typed, type] = useState(props.start);
  const pick = usePick(typed);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const hasRows = pick.items.length > 0;
  const write = (next: string): void => {
    type(next);
    pick.setActive(0);
  };
  return (
    <>
      <div className={styles.field}>
        <Icon of={Search} size={16} />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={text.title}
          aria-autocomplete="list"
          aria-expanded={hasRows}
          aria-controls={hasRows ? list : undefined}
          aria-activedescendant={hasRows ? `${list}-${String(pick.active)}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={text.placeholder}
          value={typed}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (onListKey(event, pick)) event.preventDefault();
          }}
        />
      </div>
      <Prefixes
        chosen={splitSign(typed).sign}
        onChoose={(sign) => {
          const now = splitSign(typed);
          write(now.sign === sign ? now.rest : sign + now.rest);
          input.current?.focus();
        }}
      />
      {hasRows ? <List id={list} pick={pick} /> : <p className={styles.none}>{text.none(typed)}</p>}
      <Foot />
    </>
  );
}

/** One field that finds every command, step, finding, page and setting. */
export function CommandPalette(props: { text: string }): React.JSX.Element {
  return (
    <Base.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup} aria-label={text.title}>
          <SearchBox start={props.text} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

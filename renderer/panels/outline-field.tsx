import { useEffect, useId, useRef, useState } from 'react';
import { matchName } from '../../shared/capture/match-names';
import { searchByName } from '../../shared/catalogue/packs';
import type { MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { connectHere, labelHere, renameHere, shareHere } from './outline-actions';
import { editInOutline, focusInOutline, type OutlineEdit } from './outline-state';
import styles from './outline.module.css';
import { sayLost } from './stream-fields';

const words = en.outline;

const labels = { rename: words.nameOf, share: words.shareOf, label: words.labelOf } as const;
const stores = { rename: renameHere, share: shareHere, label: labelHere } as const;

function selectText(event: React.FocusEvent<HTMLInputElement>): void {
  event.currentTarget.select();
}

/** A name, share or label while it is typed: Enter and leaving store, Escape takes back. What is refused stays to be mended, with the reason; it is said where it goes away with the field. */
export function OutlineField(props: {
  edit: OutlineEdit & { readonly kind: 'rename' | 'share' | 'label' };
  value: string;
}): React.JSX.Element {
  const { edit } = props;
  const [text, setText] = useState(props.value);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const lost = useRef<(() => void) | null>(null);
  useEffect(() => {
    lost.current = problem === null ? null : () => sayLost(labels[edit.kind])(text, problem);
  });
  useEffect(() => () => lost.current?.(), []);
  const end = (isBack: boolean): void => {
    lost.current = null;
    editInOutline(null);
    if (isBack) focusInOutline(edit.id);
  };
  const store = (isBack: boolean): void => {
    const sentence = text === props.value ? null : stores[edit.kind](edit.id, text);
    if (sentence === null) end(isBack);
    else setProblem(sentence);
  };
  return (
    <span className={styles.edit}>
      <input
        className={styles.field}
        aria-label={labels[edit.kind]}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={selectText}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
        onBlur={() => store(false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') store(true);
          if (event.key === 'Escape') end(true);
        }}
      />
      {problem !== null && (
        <span id={id} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}

/** Names that a text can mean, best first. */
function targetsFor(nodes: readonly WithId<MapNode>[], text: string): readonly WithId<MapNode>[] {
  const named = nodes.filter(({ name, type }) => name !== '' && type !== 'start');
  if (text.trim() === '') return named.slice(0, 8);
  const listed = named.map((node) => ({ ...node, aliases: [] }));
  const alike = matchName(named, text)?.entries ?? [];
  const begun = searchByName(listed, text).filter(({ id }) => !alike.some((each) => each.id === id));
  const ids = [...alike, ...begun].map(({ id }) => id);
  return ids.flatMap((id) => named.find((node) => node.id === id) ?? []).slice(0, 8);
}

function Targets(props: {
  id: string;
  label: string;
  targets: readonly WithId<MapNode>[];
  active: number;
  onChoose: (target: WithId<MapNode>) => void;
}): React.JSX.Element {
  const { id } = props;
  return (
    <div id={id} role="listbox" aria-label={props.label} className={styles.targets}>
      {props.targets.map((target, index) => (
        <div
          key={target.id}
          id={`${id}-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.active}
          className={styles.target}
          onPointerDown={(event) => {
            event.preventDefault();
            props.onChoose(target);
          }}
        >
          {target.name}
        </div>
      ))}
    </div>
  );
}

/** The end of a new flow by its name: type, arrows, Enter. */
export function OutlineConnect(props: {
  from: WithId<MapNode>;
  nodes: readonly WithId<MapNode>[];
}): React.JSX.Element {
  const { from } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const targets = targetsFor(props.nodes, text);
  const end = (): void => {
    editInOutline(null);
    focusInOutline(from.id);
  };
  const choose = (target: WithId<MapNode> | undefined): void => {
    if (!target) return;
    editInOutline(null);
    connectHere(from.id, target.id);
  };
  return (
    <div className={styles.connect}>
      <input
        className={styles.field}
        role="combobox"
        aria-label={words.connectFrom(from.name)}
        aria-expanded={targets.length > 0}
        aria-controls={id}
        aria-activedescendant={targets.length > 0 ? `${id}-${String(active)}` : undefined}
        aria-autocomplete="list"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder={words.connectFrom(from.name)}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
        }}
        onBlur={() => editInOutline(null)}
        onKeyDown={(event) => {
          event.stopPropagation();
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (event.key === 'Escape') end();
          else if (event.key === 'Enter') choose(targets[active]);
          else if (step !== undefined && targets.length > 0)
            setActive((active + step + targets.length) % targets.length);
          else return;
          event.preventDefault();
        }}
      />
      <Targets
        id={id}
        label={words.connectFrom(from.name)}
        targets={targets}
        active={active}
        onChoose={choose}
      />
      <p className={styles.hint}>{targets.length === 0 ? words.noMatch : words.connectHint}</p>
    </div>
  );
}

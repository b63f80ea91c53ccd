import { useStore } from '@xyflow/react';
import { useId, useState } from 'react';
import type { Position } from '../../shared/model/project';
import { en } from '../../shared/text/en';
import { derivedNow } from '../derive';
import { useApp } from '../store';
import styles from './connect-picker.module.css';
import { type ConnectTarget, connectTargets, endConnecting, targetBeside } from './connect-targets';
import { viewControl } from './viewport';

const words = en.canvas.connect;

/** How many names are shown at once. */
const mostShown = 7;

const directions: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The targets that fit what is typed, the one aimed at, and the keys that choose. */
function useAim(from: string): {
  text: string;
  targets: readonly ConnectTarget[];
  at: number;
  type: (text: string) => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
} {
  const [text, setText] = useState('');
  const [aim, setAim] = useState<string | null>(null);
  const targets = connectTargets(from, text);
  const at = targets.findIndex((each) => each.id === aim);
  const aimAt = (id: string | null): void => {
    setAim(id);
    if (id === null) return;
    useApp.setState({ selection: [id] });
    viewControl()?.reveal(id);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    event.stopPropagation();
    const direction = directions[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') endConnecting(null);
    else if (event.key === 'Enter') endConnecting(aim);
    else if (direction && text === '') {
      const next = targetBeside(aim ?? from, direction, targets);
      if (next !== null) aimAt(next);
    } else if (direction?.x === 0) {
      const next = targets[(at + direction.y + targets.length) % Math.max(1, targets.length)];
      aimAt(next?.id ?? null);
    } else return;
    event.preventDefault();
  };
  const type = (typed: string): void => {
    setText(typed);
    aimAt(typed.trim() === '' ? null : (connectTargets(from, typed)[0]?.id ?? null));
  };
  return { text, targets, at, type, onKeyDown };
}

function Targets(props: { list: string; targets: readonly ConnectTarget[]; at: number }): React.JSX.Element {
  const { list, targets, at } = props;
  const first = Math.max(0, Math.min(at - 3, targets.length - mostShown));
  return (
    <div className={styles.list} id={list} role="listbox" aria-label={words.label}>
      {targets.slice(first, first + mostShown).map((target, index) => (
        <div
          key={target.id}
          id={`${list}-${String(first + index)}`}
          role="option"
          aria-selected={first + index === at}
          tabIndex={-1}
          className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault();
            endConnecting(target.id);
          }}
        >
          {target.name}
        </div>
      ))}
    </div>
  );
}

function Picker(props: { from: string; isRetarget: boolean }): React.JSX.Element {
  const { from, isRetarget } = props;
  const list = useId();
  const { text, targets, at, type, onKeyDown } = useAim(from);
  const name = derivedNow()?.graph.node.get(from)?.name ?? '';
  const title = isRetarget ? words.retarget(name) : words.title(name);
  const aimed = targets[at]?.id ?? from;
  const isLow = useStore((state) => {
    const box = derivedNow()?.layout.boxes.get(aimed);
    const [, y, zoom] = state.transform;
    return box !== undefined && (box.y + box.height / 2) * zoom + y < state.height / 2;
  });
  return (
    <div className={styles.picker} data-low={isLow}>
      <label className={styles.title} htmlFor={`${list}-text`}>
        {title}
      </label>
      <input
        id={`${list}-text`}
        className={styles.text}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={at < 0 ? undefined : `${list}-${String(at)}`}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={words.placeholder}
        value={text}
        autoFocus
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Targets list={list} targets={targets} at={at} />
      {targets.length === 0 && <p className={styles.nothing}>{words.nothing(text)}</p>}
      <p className={styles.help}>{words.help}</p>
    </div>
  );
}

/** Where a flow is led by keyboard: arrows move among the targets, letters filter them by name. */
export function ConnectPicker(): React.JSX.Element | null {
  const tool = useApp((state) => state.tool);
  if (tool.kind !== 'connect' || tool.from === null) return null;
  return <Picker key={tool.from} from={tool.from} isRetarget={tool.flow !== undefined} />;
}

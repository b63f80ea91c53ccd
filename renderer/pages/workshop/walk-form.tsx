import { useRef, useState } from 'react';
import type { MapNode } from '../../../shared/model/project';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import type { Members } from '../../../shared/model/schema-tools';
import { flowBarriers } from '../../../shared/model/value-sets';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { parseKind, readingOf } from '../../panels/quantity-field';
import { dispatch, notify } from '../../store';
import { Button } from '../../ui/button';
import { FormField } from '../../ui/form-field';
import {
  blankLine,
  nowText,
  readFigure,
  walkCommand,
  type WalkFrame,
  type WalkTyped,
  walkFigures,
} from './walk-readings';
import styles from './walk.module.css';

const words = en.roomWalk;

function Barriers(props: { value: Members; onChange: (value: Members) => void }): React.JSX.Element {
  const toggle = (id: string): void => {
    const { [id]: known, ...others } = props.value;
    props.onChange(
      known === undefined ? { ...props.value, [id]: Object.keys(props.value).length + 1 } : others,
    );
  };
  return (
    <div role="group" aria-label={words.barriers}>
      <p className={styles.label}>{words.barriers}</p>
      <div className={styles.barriers}>
        {flowBarriers.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={Object.hasOwn(props.value, id)}
            onClick={() => toggle(id)}
          >
            {en.inspector.barriers[id]}
          </button>
        ))}
      </div>
    </div>
  );
}

function Figures(props: {
  node: WithId<MapNode>;
  graph: MapGraph;
  typed: WalkTyped;
  onType: (typed: WalkTyped) => void;
}): React.JSX.Element {
  const { node, graph, typed, onType } = props;
  return (
    <div className={styles.figures}>
      {walkFigures.map((figure) => {
        const text = typed[figure.name];
        const read = readFigure(figure.kind, text, graph.calendar);
        const now = nowText(node, figure);
        const hint = read ? readingOf(figure.kind, parseKind(figure.kind, text, graph.calendar)) : now;
        return (
          <FormField
            key={figure.name}
            label={figure.label}
            value={text}
            placeholder={figure.example}
            onType={(value) => onType({ ...typed, [figure.name]: value })}
            error={read && 'error' in read ? read.error : null}
            {...(hint !== '' && { hint })}
          />
        );
      })}
    </div>
  );
}

function KeepButtons(props: { isLast: boolean; onKeep: () => void }): React.JSX.Element {
  return (
    <div className={styles.buttons}>
      <button type="submit" className="visuallyHidden" tabIndex={-1}>
        {words.keepLast}
      </button>
      <Button kind="primary" onPress={props.onKeep}>
        {props.isLast ? words.keepLast : words.keep}
      </Button>
      <span className={styles.quiet}>{words.keys}</span>
    </div>
  );
}

/** One step of the sheet, typed in: Enter keeps it and goes on. */
export function WalkForm(props: {
  node: WithId<MapNode>;
  graph: MapGraph;
  frame: WalkFrame;
  who: string;
  isLast: boolean;
  onKept: (who: string) => void;
}): React.JSX.Element {
  const { node, graph, frame } = props;
  const [typed, setTyped] = useState<WalkTyped>(() => blankLine(node, props.who));
  const form = useRef<HTMLFormElement>(null);
  const keep = (): void => {
    const command = walkCommand(node, typed, {
      frame,
      calendar: graph.calendar,
      stream: graph.stream.id,
    });
    if (command === undefined) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (command === null) return notify(words.nothing, 'bad');
    if (dispatch(command) !== null) return;
    announce(words.kept(node.name));
    props.onKept(typed.who);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={words.label(node.name)}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <FormField
        label={words.who}
        value={typed.who}
        onType={(who) => setTyped({ ...typed, who })}
        error={null}
        autoFocus
      />
      <Figures node={node} graph={graph} typed={typed} onType={setTyped} />
      <Barriers value={typed.barriers} onChange={(barriers) => setTyped({ ...typed, barriers })} />
      <FormField
        label={words.quote}
        value={typed.quote}
        onType={(quote) => setTyped({ ...typed, quote })}
        error={null}
      />
      <KeepButtons isLast={props.isLast} onKeep={keep} />
    </form>
  );
}

import { useEffect, useRef, useState } from 'react';
import { quadrantOf } from '../../../shared/plan/quadrants';
import type { Thread } from '../../../shared/plan/threads';
import { formatShare } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import { Button } from '../../ui/button';
import { GridChip } from './grid-chip';
import { moves, type Place, pointIn, within } from './grid-place';
import { change } from './plan-actions';
import styles from './plan.module.css';
import type { Plan } from './use-threads';

const words = en.plan.grid;

function placeOf({ improvement: { effort, impact } }: Thread): Place | null {
  return effort === undefined || impact === undefined ? null : { effort, impact };
}

interface ItemProps {
  thread: Thread;
  place: Place;
  field: React.RefObject<HTMLDivElement | null>;
  isChosen: boolean;
  onChoose: (id: string | null) => void;
}

/** An idea on the grid: where it is dragged or moved to is kept when it is let go. */
function Item({ thread, place, field, isChosen, onChoose }: ItemProps): React.JSX.Element {
  const { id, name } = thread.improvement;
  const [moved, setMoved] = useState<Place | null>(null);
  const drag = useRef<{ readonly x: number; readonly y: number; isMoving: boolean } | null>(null);
  const at = moved ?? place;
  const keep = (): void => {
    if (moved) change(id, moved);
    setMoved(null);
  };
  return (
    <button
      type="button"
      className={styles.item}
      data-chosen={isChosen}
      aria-pressed={isChosen}
      aria-label={words.item(
        name,
        words.quadrants[quadrantOf(at)],
        formatShare(at.effort, 0),
        formatShare(at.impact, 0),
      )}
      style={{ left: `${String(at.effort * 100)}%`, top: `${String((1 - at.impact) * 100)}%` }}
      onClick={() => onChoose(isChosen ? null : id)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, y: event.clientY, isMoving: false };
      }}
      onPointerMove={(event) => {
        const from = drag.current;
        if (!from || !field.current) return;
        from.isMoving ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4;
        if (from.isMoving) setMoved(pointIn(field.current, event));
      }}
      onPointerUp={() => {
        drag.current = null;
        keep();
      }}
      onPointerCancel={() => {
        drag.current = null;
        setMoved(null);
      }}
      onKeyDown={(event) => {
        const by = moves[event.key];
        if (!by) return;
        event.preventDefault();
        setMoved({ effort: within(at.effort + by.effort), impact: within(at.impact + by.impact) });
      }}
      onKeyUp={(event) => {
        if (moves[event.key]) keep();
      }}
      onBlur={keep}
    >
      {name || en.plan.unnamed}
    </button>
  );
}

function Quadrants(): React.JSX.Element {
  const { now, plan, fill, leave } = words.quadrants;
  return (
    <>
      {[now, plan, fill, leave].map((name) => (
        <span key={name} className={styles.quadrant} data-first={name === now}>
          {name}
        </span>
      ))}
    </>
  );
}

function Side(props: {
  field: React.RefObject<HTMLDivElement | null>;
  threads: readonly Thread[];
  chosen: Thread | null;
  onChoose: (id: string | null) => void;
}): React.JSX.Element {
  const { threads, chosen, onChoose } = props;
  return (
    <aside className={styles.side} aria-label={words.unplaced}>
      <h2>{words.unplaced}</h2>
      {threads.length === 0 && <p className={styles.hint}>{words.allPlaced}</p>}
      <ul>
        {threads.map((thread) => (
          <li key={thread.improvement.id}>
            <GridChip thread={thread} field={props.field} isChosen={thread === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {chosen && (
        <div className={styles.chosen}>
          <p>{words.chosen(chosen.improvement.name)}</p>
          {placeOf(chosen) !== null && (
            <Button
              onPress={() => {
                change(chosen.improvement.id, { effort: undefined, impact: undefined });
                onChoose(null);
              }}
            >
              {words.takeOff}
            </Button>
          )}
        </div>
      )}
    </aside>
  );
}

/** The idea that was placed by a key has the focus on the grid. */
function useFocusOn(field: React.RefObject<HTMLDivElement | null>, chosen: Thread | null): void {
  const isPlaced = chosen !== null && placeOf(chosen) !== null;
  const id = chosen?.improvement.id ?? null;
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isPlaced && isLost) field.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [field, isPlaced, id]);
}

interface FieldProps {
  field: React.RefObject<HTMLDivElement | null>;
  chosen: Thread | null;
  threads: readonly Thread[];
  onChoose: (id: string | null) => void;
}

/** The four quadrants with the ideas on them; a click puts the chosen idea there. */
function Field({ field, chosen, threads, onChoose }: FieldProps): React.JSX.Element {
  const put = (event: React.MouseEvent): void => {
    if (!chosen || !field.current || event.target instanceof HTMLButtonElement) return;
    change(chosen.improvement.id, pointIn(field.current, event));
    onChoose(null);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the ideas themselves are moved by keys
    <div
      ref={field}
      role="group"
      aria-label={words.label}
      className={styles.grid}
      data-choosing={chosen !== null}
      onClick={put}
    >
      <Quadrants />
      {threads.map((thread) => {
        const place = placeOf(thread);
        return place ? (
          <Item
            key={thread.improvement.id}
            thread={thread}
            place={place}
            field={field}
            isChosen={thread === chosen}
            onChoose={onChoose}
          />
        ) : null;
      })}
    </div>
  );
}

function Axis(props: { className: string | undefined; name: string }): React.JSX.Element {
  return (
    <span className={props.className} aria-hidden="true">
      <span>{words.low}</span>
      <strong>{props.name}</strong>
      <span>{words.high}</span>
    </span>
  );
}

/** Open improvements by what they cost and what they bring as the room sees it. */
export function ImpactGrid(props: { plan: Plan }): React.JSX.Element {
  const field = useRef<HTMLDivElement>(null);
  const [chosenId, setChosen] = useState<string | null>(null);
  const open = props.plan.threads.threads.filter(
    ({ improvement: { status } }) => status !== 'done' && status !== 'dropped',
  );
  const chosen = open.find(({ improvement }) => improvement.id === chosenId) ?? null;
  useFocusOn(field, chosen);
  if (open.length === 0) return <p className={styles.empty}>{en.plan.empty}</p>;
  return (
    <div className={styles.gridPage}>
      <div className={styles.gridArea}>
        <p className={styles.hint}>{words.intro}</p>
        <div className={styles.gridBody}>
          <Axis className={styles.axisY} name={words.impact} />
          <Field field={field} chosen={chosen} threads={open} onChoose={setChosen} />
          <Axis className={styles.axisX} name={words.effort} />
        </div>
      </div>
      <Side
        field={field}
        threads={open.filter((thread) => placeOf(thread) === null)}
        chosen={chosen}
        onChoose={setChosen}
      />
    </div>
  );
}

import { CalendarDays, Plus } from 'lucide';
import { useState } from 'react';
import { addAgenda, addAgendaItem } from '../../../shared/commands/agenda';
import { agendaOf, plannedMinutes } from '../../../shared/model/agenda-clock';
import type { WithId } from '../../../shared/model/queries';
import { formatDuration } from '../../../shared/model/units-format';
import type { AgendaPart } from '../../../shared/model/value-sets';
import { agendaParts } from '../../../shared/model/value-sets';
import type { AgendaItem } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { makeId } from '../../make-id';
import { dispatch } from '../../store';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { AgendaRow } from './agenda-row';
import styles from './agenda.module.css';
import { ClockPanel } from './clock-panel';
import { useStream } from './use-stream';

const words = en.room.agenda;

type Items = readonly WithId<AgendaItem>[];

/** A part of a day with its blocks, and the way to add one. */
function DayPart(props: {
  day: number;
  days: number;
  part: AgendaPart | undefined;
  items: Items;
  added: string | null;
  onAdd: (day: number, part: AgendaPart | undefined) => void;
}): React.JSX.Element {
  const { day, part, items } = props;
  const title = part === undefined ? words.wholeDay : words.parts[part];
  return (
    <section className={styles.part}>
      <h4 className={styles.partTitle}>{title}</h4>
      <ul className={styles.rows}>
        {items.map((item) => (
          <AgendaRow key={item.id} item={item} days={props.days} isNew={props.added === item.id} />
        ))}
      </ul>
      <button
        type="button"
        className={styles.add}
        aria-label={words.addTo(day, title)}
        onClick={() => props.onAdd(day, part)}
      >
        <Icon of={Plus} size={14} />
        {words.add}
      </button>
    </section>
  );
}

function Day(props: {
  day: number;
  days: number;
  items: Items;
  added: string | null;
  onAdd: (day: number, part: AgendaPart | undefined) => void;
}): React.JSX.Element {
  const { day, items } = props;
  const planned = plannedMinutes(items);
  const anyTime = items.filter((item) => item.part === undefined);
  const parts = [...(anyTime.length > 0 ? [undefined] : []), ...agendaParts];
  return (
    <section className={styles.day} aria-label={words.day(day)}>
      <header className={styles.dayHead}>
        <h3 className={styles.dayTitle}>
          {words.day(day)} <span>{words.dayName(day)}</span>
        </h3>
        {planned !== null && <p>{words.planned(formatDuration(planned))}</p>}
      </header>
      {parts.map((part) => (
        <DayPart
          key={part ?? 'any'}
          {...props}
          part={part}
          items={items.filter((item) => item.part === part)}
        />
      ))}
    </section>
  );
}

function Nothing(props: { stream: string; onFirst: () => void }): React.JSX.Element {
  return (
    <div className={styles.empty}>
      <Icon of={CalendarDays} size={36} weight={1.5} />
      <h3>{words.empty}</h3>
      <p>{words.emptyHint}</p>
      <div className={styles.emptyButtons}>
        <Button
          kind="primary"
          onPress={() => dispatch(addAgenda({ stream: props.stream, lines: en.room.threeDays }, makeId))}
        >
          {words.useThreeDays}
        </Button>
        <Button onPress={props.onFirst}>{words.addFirst}</Button>
      </div>
    </div>
  );
}

/** The agenda by day, with the clock of the running block above it. */
export function AgendaTab(): React.JSX.Element | null {
  const { project, stream } = useStream();
  const [added, setAdded] = useState<string | null>(null);
  if (!stream) return null;
  const items = agendaOf(project, stream.id);
  const days = Math.max(0, ...items.map((item) => item.day));
  const add = (day: number, part: AgendaPart | undefined): void => {
    const line = { name: words.newBlock, day, ...(part && { part }), minutes: 30 };
    const command = addAgendaItem({ stream: stream.id, ...line }, makeId);
    if (dispatch(command) === null) setAdded(command.made[0] ?? null);
  };
  if (items.length === 0) return <Nothing stream={stream.id} onFirst={() => add(1, 'morning')} />;
  return (
    <div className={styles.agenda}>
      <ClockPanel items={items} />
      <div className={styles.days}>
        {Array.from({ length: days }, (_, index) => index + 1).map((day) => (
          <Day
            key={day}
            day={day}
            days={days}
            items={items.filter((item) => item.day === day)}
            added={added}
            onAdd={add}
          />
        ))}
      </div>
      <div>
        <Button icon={Plus} kind="quiet" onPress={() => add(days + 1, 'morning')}>
          {words.addDay}
        </Button>
      </div>
    </div>
  );
}

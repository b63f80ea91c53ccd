import { setMap } from '../../shared/commands/maps';
import { setSettings } from '../../shared/commands/settings';
import { type Calendar, officeHours, roundTheClock } from '../../shared/model/calendar';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { dispatch, useApp } from '../store';
import { CheckField } from '../ui/check-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { readDate } from './dates';
import styles from './inspector.module.css';

const { fields, refused } = en.inspector;

type SetCalendar = (calendar: Calendar) => string | null;

function withHours(calendar: Calendar, day: number, hours: number): Calendar {
  const at = (index: number): number => (index === day ? hours : (calendar.hours[index] ?? 0));
  return { ...calendar, kind: 'custom', hours: [at(0), at(1), at(2), at(3), at(4), at(5), at(6)] };
}

function HoursFields(props: { calendar: Calendar; set: SetCalendar }): React.JSX.Element {
  const { calendar, set } = props;
  return (
    <div className={styles.three}>
      {en.inspector.days.map((day, index) => (
        <TextField
          key={day}
          label={day}
          value={String(calendar.hours[index] ?? 0)}
          onCommit={(text) => {
            const hours = Number(text.trim().replace(',', '.'));
            return hours >= 0 && hours <= 24 ? set(withHours(calendar, index, hours)) : refused.hours;
          }}
        />
      ))}
    </div>
  );
}

/** Dates parted by `;`, each checked; a sentence where one cannot be read. */
function readHolidays(text: string): Calendar['holidays'] | string {
  const holidays: Record<string, true> = {};
  for (const part of text.split(/[;\s]+/).filter(Boolean)) {
    const date = readDate(part);
    if (date === null || date === undefined) return refused.date(part);
    holidays[date] = true;
  }
  return holidays;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function DaysOff(props: { calendar: Calendar; set: SetCalendar }): React.JSX.Element {
  const { calendar, set } = props;
  return (
    <div className={styles.two}>
      <TextField
        label={fields.holidays}
        value={Object.keys(calendar.holidays).sort().join('; ')}
        placeholder={en.inspector.example.date}
        onCommit={(text) => {
          const holidays = readHolidays(text);
          return typeof holidays === 'string' ? holidays : set({ ...calendar, holidays });
        }}
      />
      <TextField
        label={fields.timeZone}
        value={calendar.timeZone}
        onCommit={(text) =>
          isTimeZone(text.trim()) ? set({ ...calendar, timeZone: text.trim() }) : refused.timeZone(text)
        }
      />
    </div>
  );
}

/** The working time of the map: that of the project, or its own. */
export function CalendarFields(props: { derived: Derived }): React.JSX.Element {
  const { calendar, map, id } = props.derived.graph;
  const ofProject = useApp((state) => state.history.project.settings.calendar);
  const isOwn = map.calendar !== undefined;
  const set: SetCalendar = (next) =>
    dispatch(isOwn ? setMap({ id, patch: { calendar: next } }) : setSettings({ patch: { calendar: next } }));
  return (
    <>
      <SelectField
        label={fields.calendar}
        choices={Object.entries(en.inspector.calendars).map(([value, name]) => ({ value, name }))}
        value={calendar.kind}
        none=""
        canClear={false}
        onChange={(kind) => {
          const { holidays, timeZone } = calendar;
          if (kind === '8x5') set({ ...officeHours, holidays, timeZone });
          else if (kind === '24x7') set({ ...roundTheClock, holidays, timeZone });
          else set({ ...calendar, kind: 'custom' });
        }}
      />
      {calendar.kind === 'custom' && <HoursFields calendar={calendar} set={set} />}
      <DaysOff calendar={calendar} set={set} />
      <CheckField
        label={fields.ownCalendar}
        value={isOwn}
        onChange={(own) => dispatch(setMap({ id, patch: { calendar: own ? ofProject : undefined } }))}
      />
    </>
  );
}

import { setStream, type StreamPatch } from '../../shared/commands/streams';
import type { ValueStream } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { writeShare } from '../../shared/model/units-format';
import { parseShare } from '../../shared/model/units-shares';
import { en } from '../../shared/text/en';
import { dispatch, notify } from '../store';
import { TextField } from '../ui/text-field';
import { readDate } from './dates';

/** Says that a value of the charter was refused and is not kept. */
export const sayLost =
  (label: string) =>
  (text: string, error: string): void =>
    notify(en.charter.lost(label, text, error), 'bad');

export type StreamTextName = {
  [K in keyof ValueStream]-?: NonNullable<ValueStream[K]> extends string ? K : never;
}[keyof ValueStream];

interface StreamFieldProps<Name> {
  stream: WithId<ValueStream>;
  name: Name;
  label: string;
  isMultiline?: boolean;
}

/** A text of the charter. */
export function StreamText(props: StreamFieldProps<StreamTextName>): React.JSX.Element {
  const { stream, name } = props;
  return (
    <TextField
      label={props.label}
      name={name}
      value={stream[name] ?? ''}
      isMultiline={props.isMultiline === true}
      onCommit={(text) => {
        if (name === 'name' && text.trim() === '') return en.inspector.refused.name;
        const patch: StreamPatch = { [name]: text.trim() === '' ? undefined : text.trim() };
        return dispatch(setStream({ id: stream.id, patch }));
      }}
    />
  );
}

/** A number of the charter. */
export function StreamNumber(
  props: StreamFieldProps<
    | 'demandPerMonth'
    | 'demandCv'
    | 'costOfDelayPerHour'
    | 'arrivalsPerMonth'
    | 'departuresPerMonth'
    | 'itemsInProgress'
  >,
): React.JSX.Element {
  const { stream, name } = props;
  const value = stream[name];
  return (
    <TextField
      label={props.label}
      name={name}
      value={value === undefined ? '' : String(value)}
      placeholder="—"
      onLose={sayLost(props.label)}
      onCommit={(text) => {
        const typed = text.trim();
        const number = Number(typed.replace(',', '.'));
        if (typed !== '' && !Number.isFinite(number)) return en.inspector.refused.number(typed);
        if (number < 0) return en.inspector.refused.low;
        const patch: StreamPatch = { [name]: typed === '' ? undefined : number };
        return dispatch(setStream({ id: stream.id, patch }));
      }}
    />
  );
}

/** The part of the demand that an earlier failure caused. */
export function FailureDemandField(props: { stream: WithId<ValueStream> }): React.JSX.Element {
  const { id, failureDemandShare } = props.stream;
  return (
    <TextField
      label={en.inspector.fields.failureDemandShare}
      name="failureDemandShare"
      value={failureDemandShare === undefined ? '' : writeShare(failureDemandShare)}
      placeholder="—"
      onLose={sayLost(en.inspector.fields.failureDemandShare)}
      onCommit={(text) => {
        if (text.trim() === '') return dispatch(setStream({ id, patch: { failureDemandShare: undefined } }));
        const parsed = parseShare(text, { bareNumber: 'percent' });
        return parsed.ok
          ? dispatch(setStream({ id, patch: { failureDemandShare: parsed.value } }))
          : parsed.reason;
      }}
    />
  );
}

/** A date of the charter. */
export function StreamDate(props: StreamFieldProps<'startsOn' | 'endsOn'>): React.JSX.Element {
  const { stream, name } = props;
  return (
    <TextField
      label={props.label}
      name={name}
      value={stream[name] ?? ''}
      placeholder={en.inspector.example.date}
      onLose={sayLost(props.label)}
      onCommit={(text) => {
        const date = readDate(text);
        return date === null
          ? en.inspector.refused.date(text)
          : dispatch(setStream({ id: stream.id, patch: { [name]: date } }));
      }}
    />
  );
}

import { setStream } from '../../shared/commands/streams';
import type { MapGraph } from '../../shared/model/queries';
import { parseDuration } from '../../shared/model/units-durations';
import { showDuration } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { dispatch } from '../store';
import { TextField } from '../ui/text-field';
import { sayLost } from './stream-fields';

/** The lead time that the stream shall not exceed, typed as people say it. */
export function TargetField(props: { graph: MapGraph }): React.JSX.Element {
  const { stream, calendar } = props.graph;
  const read = (text: string): ReturnType<typeof parseDuration> =>
    parseDuration(text, calendar, { bareNumber: 'minutes' });
  return (
    <TextField
      label={en.inspector.fields.targetLeadTime}
      name="targetLeadTime"
      value={stream.targetLeadTime === undefined ? '' : showDuration(stream.targetLeadTime)}
      read={(text) => {
        const parsed = read(text);
        if (text.trim() === '') return en.inspectorFormats.unknown;
        return parsed.ok ? en.inspectorFormats.reading(parsed.reading) : parsed.reason;
      }}
      onLose={sayLost(en.inspector.fields.targetLeadTime)}
      onCommit={(text) => {
        if (text.trim() === '')
          return dispatch(setStream({ id: stream.id, patch: { targetLeadTime: undefined } }));
        const parsed = read(text);
        return parsed.ok
          ? dispatch(setStream({ id: stream.id, patch: { targetLeadTime: parsed.value } }))
          : parsed.reason;
      }}
    />
  );
}

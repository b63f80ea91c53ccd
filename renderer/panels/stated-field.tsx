import { setMap } from '../../shared/commands/maps';
import type { MapGraph } from '../../shared/model/queries';
import { parseDuration } from '../../shared/model/units-durations';
import { showDuration } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { dispatch } from '../store';
import { TextField } from '../ui/text-field';

/** A total that somebody stated, typed as people say it; the arithmetic sets it against that of the steps. */
export function StatedField(props: {
  graph: MapGraph;
  name: 'statedLeadTime' | 'statedProcessTime';
}): React.JSX.Element {
  const { graph, name } = props;
  const { id, map, calendar } = graph;
  const value = map[name];
  const read = (text: string): ReturnType<typeof parseDuration> =>
    parseDuration(text, calendar, { bareNumber: 'minutes' });
  return (
    <TextField
      label={name === 'statedLeadTime' ? en.arithmetic.stated.leadTime : en.arithmetic.stated.processTime}
      name={name}
      value={value === undefined ? '' : showDuration(value)}
      read={(text) => {
        const parsed = read(text);
        if (text.trim() === '') return en.inspectorFormats.unknown;
        return parsed.ok ? en.inspectorFormats.reading(parsed.reading) : parsed.reason;
      }}
      onCommit={(text) => {
        if (text.trim() === '') return dispatch(setMap({ id, patch: { [name]: undefined } }));
        const parsed = read(text);
        return parsed.ok ? dispatch(setMap({ id, patch: { [name]: parsed.value } })) : parsed.reason;
      }}
    />
  );
}

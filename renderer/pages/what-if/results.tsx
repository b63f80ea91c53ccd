import { useMemo } from 'react';
import { loadChanges } from '../../../shared/analysis/compare-figures';
import type { MapGraph } from '../../../shared/model/queries';
import { formatDuration, formatShare } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import { figureColumns } from '../../../shared/what-if/figure-columns';
import type { ScenarioOutcome } from '../../../shared/what-if/scenario-figures';
import type { UnusedChange } from '../../../shared/what-if/types';
import { useSampled } from '../../sampling/use-sampled';
import { aboutName } from './input-words';
import styles from './what-if.module.css';

const words = en.whatIf;

function Queues(props: { before: MapGraph; after: MapGraph }): React.JSX.Element | null {
  const changes = useMemo(() => loadChanges(props.before, props.after), [props.before, props.after]);
  if (changes.length === 0) return null;
  return (
    <section className={styles.queues} aria-label={words.queues}>
      <h2>{words.queues}</h2>
      <p className={styles.note}>{words.queuesNote}</p>
      <ul>
        {changes.map(({ role, before, after, queue }) => (
          <li key={role}>
            <strong>{words.queue(role, formatShare(before, 0), formatShare(after, 0))}</strong>{' '}
            {queue !== null
              ? words.queueWaits(formatDuration(queue.before), formatDuration(queue.after))
              : after >= 1
                ? words.queueGrows
                : words.queueUnknown}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unused(props: { graph: MapGraph; unused: readonly UnusedChange[] }): React.JSX.Element | null {
  if (props.unused.length === 0) return null;
  const fields: Readonly<Record<string, string>> = words.fields;
  return (
    <ul className={styles.unused}>
      {props.unused.map(({ key, change, reason }) => (
        <li key={key}>
          {words.unused[reason](
            words.input(aboutName(props.graph, change.about), fields[change.field] ?? change.field),
          )}
        </li>
      ))}
    </ul>
  );
}

/** Figures of the map and of what is tried, side by side. */
export function Results(props: { graph: MapGraph; outcome: ScenarioOutcome }): React.JSX.Element {
  const { graph, outcome } = props;
  const graphs = useMemo(
    () => (graph === outcome.graph ? [graph] : [graph, outcome.graph]),
    [graph, outcome.graph],
  );
  const sampled = useSampled(graphs);
  const [before = null, after = before] = sampled;
  const rows = figureColumns([
    { graph, sampled: before },
    { graph: outcome.graph, sampled: after },
  ]);
  const isSame = graph === outcome.graph;
  return (
    <>
      <table className={styles.results}>
        <caption>{words.results}</caption>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody aria-live="polite" aria-atomic="false">
          {rows.map(({ id, name, cells: [first, second] }) => (
            <tr key={id} data-row={id}>
              <th scope="row">{name}</th>
              <td>{first?.text}</td>
              <td data-mark={second?.mark}>
                {second?.text}
                {second?.difference != null && (
                  <span className={styles.difference}>
                    {second.difference}
                    <span className={styles.spoken}>, {words.marks.words[second.mark]}</span>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isSame && <p className={styles.note}>{words.nothingYet}</p>}
      <Unused graph={graph} unused={outcome.unused} />
      <Queues before={graph} after={outcome.graph} />
    </>
  );
}

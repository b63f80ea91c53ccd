import { useMemo, useState } from 'react';
import type { MapGraph } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { type FigureColumn, figureColumns } from '../../../shared/what-if/figure-columns';
import type { ScenarioOutcome } from '../../../shared/what-if/scenario-figures';
import type { UnusedChange } from '../../../shared/what-if/types';
import { useSampled } from '../../sampling/use-sampled';
import { aboutName } from './input-words';
import { Queues } from './queues';
import styles from './what-if.module.css';

const words = en.whatIf;

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

type Sampled = FigureColumn['sampled'];

/** The rows of both columns. What is being sampled again keeps its place: the old number stands, dimmed, until the new one is there. */
function useRows(graph: MapGraph, next: MapGraph, before: Sampled, after: Sampled) {
  const made = useMemo(
    () =>
      figureColumns([
        { graph, sampled: before },
        { graph: next, sampled: after },
      ]),
    [graph, next, before, after],
  );
  const isAwaited = before === 'awaited' || after === 'awaited';
  const [kept, setKept] = useState(made);
  if (!isAwaited && kept !== made) setKept(made);
  const old = new Map(kept.map((each) => [each.id, each]));
  return made.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      const isOld = isAwaited && cell.text === words.awaited;
      return isOld ? { ...(old.get(row.id)?.cells[at] ?? cell), isOld } : { ...cell, isOld };
    }),
  }));
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
  const rows = useRows(graph, outcome.graph, before, after);
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
              <td data-old={first?.isOld}>{first?.text}</td>
              <td data-mark={second?.mark} data-old={second?.isOld}>
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
      <Queues before={graph} after={outcome.graph} waits={outcome.waits} />
    </>
  );
}

import type { MapNode } from '../../../shared/model/project';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { Paper } from '../paper/paper';
import styles from './walk-sheet.module.css';

const words = en.roomWalk.sheet;

const columns = [
  words.number,
  words.step,
  words.seen,
  `${words.work} (${words.lowLikelyHigh})`,
  words.waitBefore,
  words.waiting,
  words.right,
  words.barriers,
  words.quote,
];

/** The sheet on paper: a line for each step with room to write; it is never seen on the screen. */
export function WalkSheet(props: { graph: MapGraph; steps: readonly WithId<MapNode>[] }): React.JSX.Element {
  const { graph, steps } = props;
  return (
    <Paper size="a4-landscape">
      <div className={styles.sheet}>
        <header>
          <h1>{words.title}</h1>
          <p>
            {words.stream}: <strong>{graph.stream.name}</strong> ({graph.map.name})
          </p>
          <p className={styles.lines}>
            <span>{words.date}:</span>
            <span>{words.walker}:</span>
          </p>
          <p>{words.intro}</p>
        </header>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => (
              <tr key={step.id}>
                <td>{index + 1}</td>
                <th scope="row">
                  {step.name}
                  <span>{step.role === undefined ? '' : graph.roles.get(step.role)?.name}</span>
                </th>
                <td />
                <td className={styles.three}>
                  <span>/</span>
                  <span>/</span>
                </td>
                <td />
                <td />
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Paper>
  );
}

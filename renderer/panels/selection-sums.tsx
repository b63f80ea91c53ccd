import { type SelectionSum, sumOfSelection } from '../../shared/figures/selection-sums';
import { formatDuration } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import styles from './selection-sums.module.css';
import type { MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';

const text = en.inspectMany;

function Line(props: { name: string; of: SelectionSum }): React.JSX.Element {
  const { sum, mean, known, all } = props.of;
  return (
    <tr>
      <th scope="row">
        {props.name}
        {known < all && known > 0 && <span className={styles.known}>{text.known(known, all)}</span>}
      </th>
      <td>{sum === null ? text.unknown : formatDuration(sum)}</td>
      <td>{mean === null ? '' : formatDuration(mean)}</td>
    </tr>
  );
}

/** What the selected steps take together, as far as it is known. */
export function SelectionSums(props: { nodes: readonly WithId<MapNode>[] }): React.JSX.Element {
  const { fields } = en.inspector;
  return (
    <table className={styles.sums}>
      <thead>
        <tr>
          <th scope="col">{text.together}</th>
          <th scope="col">{text.columns.sum}</th>
          <th scope="col">{text.columns.mean}</th>
        </tr>
      </thead>
      <tbody>
        <Line name={fields.processTime} of={sumOfSelection(props.nodes, 'processTime')} />
        <Line name={fields.wait} of={sumOfSelection(props.nodes, 'wait')} />
      </tbody>
    </table>
  );
}

/** What only some of the selected steps have, with how many. */
export function SomeHave(props: {
  nodes: readonly WithId<MapNode>[];
  names: (node: MapNode) => readonly string[];
}) {
  const counts = new Map<string, number>();
  for (const node of props.nodes)
    for (const name of new Set(props.names(node))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = props.nodes.length;
  const some = [...counts].filter(([, count]) => count < all);
  if (some.length === 0) return null;
  return (
    <p className={styles.some}>
      {text.some} {some.map(([name, count]) => text.someItem(name, count, all)).join(', ')}
    </p>
  );
}

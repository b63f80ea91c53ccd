import { balanceOf, givenKinds, takenKinds } from '../../../shared/analysis/value-balance';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import type { ValueKind } from '../../../shared/model/value-sets';
import type { Stakeholder } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { BalanceBar } from './stakeholder-card';
import styles from './value.module.css';

const words = en.value;
const allKinds: readonly ValueKind[] = [...givenKinds, ...takenKinds];

function Cell(props: {
  who: string;
  kind: ValueKind;
  names: readonly { readonly id: string; readonly name: string }[];
  onOpen: () => void;
}): React.JSX.Element {
  const { who, kind, names } = props;
  return (
    <td data-empty={names.length === 0}>
      <button
        type="button"
        aria-label={words.matrix.cell(
          who,
          words.kinds[kind],
          names.map(({ name }) => name),
        )}
        onClick={props.onOpen}
      >
        {names.length === 0 ? '–' : names.map(({ id, name }) => <span key={id}>{name}</span>)}
      </button>
    </td>
  );
}

/** Every stakeholder in a row, every kind of value in a column; a cell leads to where it is written. */
export function ValueMatrix(props: {
  stakeholders: readonly WithId<Stakeholder>[];
  graph: MapGraph;
  onOpen: (stakeholder: string, kind: ValueKind) => void;
}): React.JSX.Element {
  const { valueItems } = props.graph;
  return (
    <div className={styles.matrixBox}>
      <table className={styles.matrix} aria-label={words.matrix.label}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {words.matrix.stakeholder}
            </th>
            <th colSpan={givenKinds.length} scope="colgroup" data-side="gives">
              {words.gives}
            </th>
            <th colSpan={takenKinds.length} scope="colgroup" data-side="takes">
              {words.takes}
            </th>
          </tr>
          <tr>
            {allKinds.map((kind) => (
              <th key={kind} scope="col">
                {words.kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.stakeholders.map(({ id, name }) => {
            const own = valueItems.filter((item) => item.stakeholder === id);
            const { gives, takes } = balanceOf(own);
            return (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <BalanceBar gives={gives} takes={takes} />
                  <span className={styles.note}>{words.balance.sentence(gives, takes)}</span>
                </th>
                {allKinds.map((kind) => (
                  <Cell
                    key={kind}
                    who={name}
                    kind={kind}
                    names={own.filter((item) => item.kind === kind)}
                    onOpen={() => props.onOpen(id, kind)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import { renameNode } from '../../shared/commands/nodes';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { dispatch } from '../store';
import { TextField } from '../ui/text-field';
import styles from './inspector.module.css';
import { WhoField } from './people-fields';
import { QuantityField } from './quantity-field';
import type { Nodes } from './step-fields';

/** The fields of steps in the simple mode: name, role, process time, wait, %C&A. */
export function SimpleStep(props: { nodes: Nodes; derived: Derived }): React.JSX.Element {
  const { nodes, derived } = props;
  const { calendar } = derived.graph;
  const [only] = nodes;
  const isOne = nodes.length === 1 && only !== undefined;
  const waitCalendar = (isOne ? only.calendar : undefined) ?? calendar;
  return (
    <div className={styles.group}>
      {isOne && (
        <TextField
          key={only.id}
          label={en.inspector.fields.name}
          name="name"
          value={only.name}
          onCommit={(name) =>
            name.trim() === '' ? en.inspector.refused.name : dispatch(renameNode({ id: only.id, name }))
          }
        />
      )}
      <WhoField nodes={nodes} name="role" />
      <div className={styles.two}>
        <QuantityField nodes={nodes} calendar={calendar} name="processTime" />
        <QuantityField nodes={nodes} calendar={waitCalendar} name="wait" />
        <QuantityField nodes={nodes} calendar={calendar} name="completeAccurate" />
      </div>
    </div>
  );
}

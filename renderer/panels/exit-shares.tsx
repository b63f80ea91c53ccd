import type { Flow } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { Section } from './inspector-section';
import styles from './inspector.module.css';
import { ShareField } from './share-field';

/** The shares of all exits of a choice, side by side; nothing where there is no choice. */
export function ExitShares(props: { node: string; derived: Derived }): React.JSX.Element | null {
  const { graph } = props.derived;
  const exits: readonly WithId<Flow>[] = graph.out.get(props.node) ?? [];
  if (exits.length < 2 || graph.node.get(props.node)?.type === 'fork') return null;
  return (
    <Section title={en.inspector.sections.exits} aside={String(exits.length)}>
      <div className={styles.two}>
        {exits.map((flow) => (
          <ShareField
            key={flow.id}
            flow={flow}
            derived={props.derived}
            label={flow.label || graph.node.get(flow.to)?.name || en.inspector.flowKinds[flow.kind]}
          />
        ))}
      </div>
    </Section>
  );
}

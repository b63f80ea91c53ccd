import { renameNode, setNode } from '../../shared/commands/nodes';
import type { MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { dispatch } from '../store';
import { TextField } from '../ui/text-field';
import { ExitShares } from './exit-shares';
import { FindingCards } from './finding-cards';
import { NodeHead } from './inspector-head';
import { Section } from './inspector-section';
import styles from './inspector.module.css';
import { StreamNumber, StreamText } from './stream-fields';
import { StepTextField } from './step-fields';

const { fields, sections } = en.inspector;

function Ends(props: { node: WithId<MapNode>; derived: Derived }): React.JSX.Element | null {
  const { stream } = props.derived.graph;
  if (props.node.type === 'start') {
    return (
      <Section title={sections.figures}>
        <StreamText stream={stream} name="trigger" label={fields.trigger} isMultiline />
        <div className={styles.two}>
          <StreamNumber stream={stream} name="demandPerMonth" label={fields.demandPerMonth} />
          <StreamNumber stream={stream} name="demandCv" label={fields.demandCv} />
        </div>
      </Section>
    );
  }
  if (props.node.type !== 'end') return null;
  return (
    <Section title={sections.value}>
      <StreamText stream={stream} name="valueOutcome" label={fields.valueOutcome} isMultiline />
      <StreamText stream={stream} name="outputs" label={fields.outputsText} isMultiline />
    </Section>
  );
}

/** A demand, value, decision, fork, join, control, note or burst. */
export function NodeInspector(props: { node: WithId<MapNode>; derived: Derived }): React.JSX.Element {
  const { node, derived } = props;
  const isText = node.type === 'note' || node.type === 'burst';
  return (
    <>
      <NodeHead
        title={node.name || en.inspector.nodeTypes[node.type]}
        subtitle={en.inspector.nodeTypes[node.type]}
      />
      <div className={styles.group}>
        <TextField
          label={fields.name}
          name="name"
          value={node.name}
          isMultiline={isText}
          onCommit={(name) => dispatch(renameNode({ id: node.id, name }))}
        />
        {isText && (
          <TextField
            label={node.type === 'note' ? fields.by : fields.note}
            value={node.note ?? ''}
            onCommit={(text) =>
              dispatch(
                setNode({ ids: [node.id], patch: { note: text.trim() === '' ? undefined : text.trim() } }),
              )
            }
          />
        )}
      </div>
      <Ends node={node} derived={derived} />
      <ExitShares node={node.id} derived={derived} />
      {node.type === 'decision' && <StepTextField nodes={[node]} name="note" isMultiline />}
      <FindingCards about={node.id} title={sections.findings} />
    </>
  );
}

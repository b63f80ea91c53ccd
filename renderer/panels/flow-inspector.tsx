import { reconnect, setFlow } from '../../shared/commands/flows';
import { Spline } from 'lucide';
import { en } from '../../shared/text/en';
import type { Flow, MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { type FlowKind, type FlowStyle, flowKinds, flowStyles } from '../../shared/model/value-sets';
import type { Derived } from '../derive';
import { dispatch } from '../store';
import { Icon } from '../ui/icon';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { FindingCards } from './finding-cards';
import styles from './inspector.module.css';
import { ShareField } from './share-field';

const { fields } = en.inspector;

function nodeName(node: WithId<MapNode> | undefined): string {
  return node?.name || (node ? en.inspector.nodeTypes[node.type] : en.inspector.unnamed);
}

function LimitField(props: { flow: WithId<Flow> }): React.JSX.Element {
  const { flow } = props;
  return (
    <TextField
      key={flow.id}
      label={fields.limit}
      value={flow.limit === undefined ? '' : String(flow.limit)}
      onCommit={(text) => {
        const typed = text.trim();
        if (typed === '') return dispatch(setFlow({ ids: [flow.id], patch: { limit: undefined } }));
        const number = Number(typed.replace(',', '.'));
        if (!Number.isFinite(number)) return en.inspector.refused.number(typed);
        return number < 0
          ? en.inspector.refused.low
          : dispatch(setFlow({ ids: [flow.id], patch: { limit: number } }));
      }}
    />
  );
}

/** Where the flow leads from and to; both can be changed without dragging. */
function EndFields(props: { flow: WithId<Flow>; derived: Derived }): React.JSX.Element {
  const { flow, derived } = props;
  const nodes = derived.graph.nodes.filter((node) => node.type !== 'note' && node.type !== 'burst');
  const choices = nodes.map((node) => ({
    value: node.id,
    name: node.name || en.inspector.nodeTypes[node.type],
  }));
  const set = (end: 'from' | 'to') => (value: string | null) => {
    if (value !== null) dispatch(reconnect({ id: flow.id, [end]: value }));
  };
  return (
    <>
      <SelectField
        label={fields.from}
        choices={choices}
        value={flow.from}
        none=""
        canClear={false}
        onChange={set('from')}
      />
      <SelectField
        label={fields.to}
        choices={choices}
        value={flow.to}
        none=""
        canClear={false}
        onChange={set('to')}
      />
    </>
  );
}

/** Everything that is known of a flow. */
export function FlowInspector(props: { flow: WithId<Flow>; derived: Derived }): React.JSX.Element {
  const { flow, derived } = props;
  const name = (id: string): string => nodeName(derived.graph.node.get(id));
  const set = (
    patch: { kind: FlowKind } | { style: FlowStyle | undefined } | { label: string | undefined },
  ): string | null => dispatch(setFlow({ ids: [flow.id], patch }));
  return (
    <>
      <header className={styles.head}>
        <span className={styles.headIcon} style={{ background: 'var(--sunken)', color: 'var(--text2)' }}>
          <Icon of={Spline} size={17} />
        </span>
        <div className={styles.headText}>
          <h2 className={styles.headTitle}>{en.inspector.flowTitle(name(flow.from), name(flow.to))}</h2>
          <p className={styles.headSubtitle}>{en.inspector.flowKinds[flow.kind]}</p>
        </div>
      </header>
      <div className={styles.group}>
        <div className={styles.two}>
          <ShareField flow={flow} derived={derived} label={fields.share} />
          <SelectField
            label={fields.flowKind}
            choices={flowKinds.map((value) => ({ value, name: en.inspector.flowKinds[value] }))}
            value={flow.kind}
            none=""
            canClear={false}
            onChange={(value) => {
              const kind = flowKinds.find((each) => each === value);
              if (kind) set({ kind });
            }}
          />
        </div>
        <TextField
          key={flow.id}
          label={fields.label}
          value={flow.label ?? ''}
          onCommit={(text) => set({ label: text.trim() === '' ? undefined : text.trim() })}
        />
        <div className={styles.two}>
          <SelectField
            label={fields.style}
            choices={flowStyles.map((value) => ({ value, name: en.inspector.flowStyles[value] }))}
            value={flow.style ?? null}
            none={en.inspector.none}
            onChange={(value) => set({ style: flowStyles.find((each) => each === value) })}
          />
          <LimitField flow={flow} />
        </div>
        <div className={styles.two}>
          <EndFields flow={flow} derived={derived} />
        </div>
      </div>
      <FindingCards about={flow.id} title={en.inspector.findingsOnFlow} />
    </>
  );
}

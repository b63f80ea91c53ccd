import { setStream } from '../../shared/commands/streams';
import type { MapGraph } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import {
  FailureDemandField,
  StreamDate,
  StreamNumber,
  StreamText,
  type StreamTextName,
} from '../panels/stream-fields';
import { TargetField } from '../panels/target-field';
import { dispatch, useApp } from '../store';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/select-field';
import styles from './dialogs.module.css';

const { fields, sections } = en.inspector;

const parts: readonly { title: string; names: readonly StreamTextName[]; areLong: boolean }[] = [
  { title: sections.stream, names: ['purpose', 'scenario', 'trigger', 'scope'], areLong: true },
  { title: sections.value, names: ['valueOutcome', 'outputs', 'utility', 'warranty'], areLong: true },
  { title: sections.offering, names: ['goods', 'access', 'serviceActions'], areLong: false },
  {
    title: sections.consumer,
    names: ['provider', 'customer', 'user', 'sponsor', 'stakeholders'],
    areLong: false,
  },
  {
    title: sections.effects,
    names: ['costsRemoved', 'costsImposed', 'risksRemoved', 'risksImposed'],
    areLong: false,
  },
  { title: sections.frame, names: ['owner', 'team'], areLong: false },
];

const labels: Readonly<Partial<Record<StreamTextName, string>>> = {
  outputs: fields.outputsText,
  warranty: fields.warrantyText,
  team: fields.teamText,
};

function labelOf(name: StreamTextName): string {
  const known: Readonly<Record<string, unknown>> = fields;
  const found = known[name];
  return labels[name] ?? (typeof found === 'string' ? found : name);
}

/** Demand, target and what was counted. */
function Figures(props: { graph: MapGraph }): React.JSX.Element {
  const { graph } = props;
  const { stream } = graph;
  return (
    <section>
      <h3>{sections.figures}</h3>
      <div className={styles.two}>
        <StreamNumber stream={stream} name="demandPerMonth" label={fields.demandPerMonth} />
        <StreamNumber stream={stream} name="costOfDelayPerHour" label={fields.costOfDelayPerHour} />
        <TargetField graph={graph} />
        <StreamNumber stream={stream} name="arrivalsPerMonth" label={fields.arrivalsPerMonth} />
        <StreamNumber stream={stream} name="departuresPerMonth" label={fields.departuresPerMonth} />
        <StreamNumber stream={stream} name="itemsInProgress" label={fields.itemsInProgress} />
        <FailureDemandField stream={stream} />
        <StreamDate stream={stream} name="startsOn" label={fields.startsOn} />
        <StreamDate stream={stream} name="endsOn" label={fields.endsOn} />
      </div>
    </section>
  );
}

/** The charter of the stream: what it is for, for whom, and who answers for it. */
export function CharterDialog(): React.JSX.Element | null {
  const graph = useDerived()?.graph;
  if (!graph) return null;
  const { stream } = graph;
  return (
    <Dialog
      title={en.dialogs.charter.title}
      description={en.dialogs.charter.description}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={() => useApp.setState({ dialog: null })}
    >
      <div className={styles.charter}>
        <div className={styles.two}>
          <StreamText stream={stream} name="name" label={fields.streamName} />
          <SelectField
            label={fields.triggerKind}
            choices={[
              { value: 'demand', name: en.inspector.triggerKinds.demand },
              { value: 'opportunity', name: en.inspector.triggerKinds.opportunity },
            ]}
            value={stream.triggerKind ?? null}
            none={en.inspector.none}
            onChange={(value) => {
              const triggerKind = value === 'demand' || value === 'opportunity' ? value : undefined;
              dispatch(setStream({ id: stream.id, patch: { triggerKind } }));
            }}
          />
        </div>
        {parts.map((part) => (
          <section key={part.title}>
            <h3>{part.title}</h3>
            <div className={styles.two}>
              {part.names.map((name) => (
                <StreamText
                  key={name}
                  stream={stream}
                  name={name}
                  label={labelOf(name)}
                  isMultiline={part.areLong}
                />
              ))}
            </div>
          </section>
        ))}
        <Figures graph={graph} />
      </div>
    </Dialog>
  );
}

import { Spline } from 'lucide';
import { type FlowPatch, setFlow } from '../../shared/commands/flows';
import type { Flow } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { flowKinds, flowStyles } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { dispatch } from '../store';
import { Icon } from '../ui/icon';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import styles from './inspector.module.css';

const { fields, mixed, none } = en.inspector;
const text = en.inspectMany;

/** The one value that all of the flows have; undefined also where they differ. */
function common<K extends keyof Flow>(
  flows: readonly WithId<Flow>[],
  name: K,
): { isMixed: boolean; value?: Flow[K] } {
  const values = new Set(flows.map((flow) => flow[name]));
  const [value] = values;
  return values.size > 1 || value === undefined ? { isMixed: values.size > 1 } : { isMixed: false, value };
}

/** What can be said of several flows at once. */
export function FlowsInspector(props: { flows: readonly WithId<Flow>[] }): React.JSX.Element {
  const { flows } = props;
  const ids = flows.map(({ id }) => id);
  const set = (patch: FlowPatch): string | null => dispatch(setFlow({ ids, patch }));
  const [kind, style, label] = [common(flows, 'kind'), common(flows, 'style'), common(flows, 'label')];
  return (
    <>
      <header className={styles.head}>
        <span className={styles.headIcon} style={{ background: 'var(--sunken)', color: 'var(--text2)' }}>
          <Icon of={Spline} size={17} />
        </span>
        <div className={styles.headText}>
          <h2 className={styles.headTitle}>{text.flows(flows.length)}</h2>
          <p className={styles.headSubtitle}>{text.flowsHint}</p>
        </div>
      </header>
      <div className={styles.group}>
        <div className={styles.two}>
          <SelectField
            label={fields.flowKind}
            choices={flowKinds.map((value) => ({ value, name: en.inspector.flowKinds[value] }))}
            value={kind.value ?? null}
            none={mixed}
            canClear={false}
            onChange={(value) => {
              const chosen = flowKinds.find((each) => each === value);
              if (chosen) set({ kind: chosen });
            }}
          />
          <SelectField
            label={fields.style}
            choices={flowStyles.map((value) => ({ value, name: en.inspector.flowStyles[value] }))}
            value={style.value ?? null}
            none={style.isMixed ? mixed : none}
            onChange={(value) => set({ style: flowStyles.find((each) => each === value) })}
          />
        </div>
        <TextField
          key={ids.join()}
          label={fields.label}
          value={label.value ?? ''}
          placeholder={label.isMixed ? mixed : ''}
          onCommit={(typed) => set({ label: typed.trim() === '' ? undefined : typed.trim() })}
        />
      </div>
    </>
  );
}

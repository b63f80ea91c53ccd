import { allRules } from '../../../shared/analysis/all-rules';
import type { FieldName } from '../../../shared/analysis/fields';
import { isOutput } from '../../../shared/analysis/output-words';
import { setStream, type StreamPatch } from '../../../shared/commands/streams';
import type { ValueStream } from '../../../shared/model/project';
import type { WithId } from '../../../shared/model/queries';
import type { CharterField } from '../../../shared/text/charter';
import { en } from '../../../shared/text/en';
import { dispatch, useApp } from '../../store';
import { WithTip } from '../../ui/button';
import { InlineText } from '../../ui/inline-text';
import styles from './charter.module.css';

const words = en.charter;

/** What the rules call a text of the charter. */
const needOf: Readonly<Partial<Record<keyof ValueStream, FieldName>>> = {
  purpose: 'purpose',
  valueOutcome: 'purpose',
  owner: 'owner',
  demandPerMonth: 'demand_per_month',
  targetLeadTime: 'target_lead_time',
};

/** How many rules cannot judge without a field of the charter; pressed, the first of them is shown. */
export function RulesAsking(props: { field: keyof ValueStream; label: string }): React.JSX.Element | null {
  const need = needOf[props.field];
  const asking = allRules.filter((rule) => rule.needs.some((each) => each === need));
  const [first] = asking;
  if (need === undefined || first === undefined) return null;
  const titles = asking.map((rule) => rule.title).join('; ');
  return (
    <WithTip tip={titles}>
      <button
        type="button"
        className={styles.rules}
        aria-label={words.rulesNeedLabel(props.label, titles)}
        onClick={() => useApp.setState({ dialog: { kind: 'rule-reference', rule: first.id } })}
      >
        {words.rulesNeed(asking.length)}
      </button>
    </WithTip>
  );
}

/** A text of the charter, written where it stands. */
export function CharterText(props: {
  stream: WithId<ValueStream>;
  name: CharterField;
  size?: 'body' | 'title';
  isLabelHidden?: boolean;
}): React.JSX.Element {
  const { stream, name } = props;
  const { label, ask } = words.asks[name];
  const value = stream[name] ?? '';
  return (
    <InlineText
      label={label}
      isLabelHidden={props.isLabelHidden === true}
      name={name}
      value={value}
      ask={ask}
      size={props.size ?? 'body'}
      hint={name === 'valueOutcome' && isOutput(value) ? words.looksLikeOutput : null}
      aside={value === '' ? <RulesAsking field={name} label={label} /> : null}
      onCommit={(text) => {
        const typed = text.trim();
        if (name === 'name' && typed === '') return en.inspector.refused.name;
        const patch: StreamPatch = { [name]: typed === '' ? undefined : typed };
        return dispatch(setStream({ id: stream.id, patch }));
      }}
    />
  );
}

/** A card of the charter with its heading. */
export function Part(props: {
  title: string;
  icon?: React.ReactNode;
  /** Columns of twelve in a wide window. */
  span: 4 | 5 | 6 | 7 | 8 | 12;
  children: React.ReactNode;
}): React.JSX.Element {
  return (
    <section
      className={styles.part}
      style={{ '--span': props.span } as React.CSSProperties}
      aria-label={props.title}
    >
      <header className={styles.partHead}>
        {props.icon}
        <h2>{props.title}</h2>
      </header>
      {props.children}
    </section>
  );
}

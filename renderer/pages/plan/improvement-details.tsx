import { useState } from 'react';
import type { Thread } from '../../../shared/plan/threads';
import { futureChanges } from '../../../shared/plan/threads';
import { lookUp, stepsOf } from '../../../shared/model/queries';
import { improvementSizes, improvementStages } from '../../../shared/model/value-sets';
import { formatShare } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import { useApp } from '../../store';
import { InlineText } from '../../ui/inline-text';
import { SelectField } from '../../ui/select-field';
import { Slider } from '../../ui/slider';
import { change, changeLink } from './plan-actions';
import styles from './plan.module.css';
import type { Plan } from './use-threads';

const words = en.plan;

interface Props {
  plan: Plan;
  thread: Thread;
}

type TextKey = 'measure' | 'baseline' | 'target' | 'note';

function Text(props: Props & { field: TextKey }): React.JSX.Element {
  const { field } = props;
  const { improvement } = props.thread;
  return (
    <InlineText
      label={words.fields[field]}
      value={improvement[field] ?? ''}
      ask={words.asks[field]}
      onCommit={(text) => change(improvement.id, { [field]: text.trim() || undefined })}
    />
  );
}

function Judged(props: Props & { field: 'effort' | 'impact' }): React.JSX.Element {
  const { field } = props;
  const { improvement } = props.thread;
  const [moving, setMoving] = useState<number | null>(null);
  const value = moving ?? improvement[field];
  const said = value === undefined ? words.notSaid : formatShare(value, 0);
  return (
    <div className={styles.judged}>
      <span className={styles.fieldLabel}>
        {words.fields[field]}
        <span>{said}</span>
      </span>
      <Slider
        label={words.fields[field]}
        min={0}
        max={1}
        step={0.05}
        value={value ?? 0.5}
        isUnset={value === undefined}
        text={said}
        home={null}
        onChange={setMoving}
        onDone={() => {
          if (moving !== null) change(improvement.id, { [field]: moving });
          setMoving(null);
        }}
      />
    </div>
  );
}

/** The step that an improvement is about; a kaizen burst stays where it hangs. */
function Where({ plan, thread }: Props): React.JSX.Element | null {
  const { id, node } = thread.improvement;
  const at = useApp((state) => lookUp(state.history.project.nodes, node));
  const steps = stepsOf(plan.base).map((step) => ({ value: step.id, name: step.name || words.unnamedStep }));
  if (at?.type === 'burst') return null;
  const isOther = node !== undefined && at !== undefined && !steps.some(({ value }) => value === node);
  return (
    <SelectField
      label={words.columns.where}
      choices={[...(isOther ? [{ value: node, name: at.name || words.unnamedStep }] : []), ...steps]}
      value={at === undefined ? null : (node ?? null)}
      none={words.wholeStream}
      onChange={(next) => change(id, { node: next ?? undefined })}
    />
  );
}

function Links({ plan, thread }: Props): React.JSX.Element {
  const { improvement, finding, changes } = thread;
  const project = useApp((state) => state.history.project);
  const offered = futureChanges(project, improvement.stream);
  const findings = plan.findings.filter(({ isWaived }) => !isWaived);
  const [only] = changes;
  const isOther = improvement.changes !== undefined && changes.length !== 1;
  const other = changes.length > 1 ? words.link.severalChanges(changes.length) : words.link.changeGone;
  return (
    <>
      <SelectField
        label={words.link.finding}
        choices={[
          ...(finding === 'settled' && improvement.finding !== undefined
            ? [{ value: improvement.finding, name: words.link.settled }]
            : []),
          ...findings.map(({ key, sentence }) => ({ value: key, name: sentence })),
        ]}
        value={improvement.finding ?? null}
        none={words.link.noFinding}
        onChange={(key) => change(improvement.id, { finding: key ?? undefined })}
      />
      <SelectField
        label={words.link.change}
        choices={[
          ...(isOther ? [{ value: 'other', name: other }] : []),
          ...offered.map(({ key, future, sentence }) => ({
            value: key,
            name: words.link.changeIn(lookUp(project.maps, future)?.name ?? '', sentence),
          })),
        ]}
        value={isOther ? 'other' : (only?.key ?? null)}
        none={words.link.noChange}
        onChange={(key) => {
          if (key !== 'other')
            change(improvement.id, changeLink(offered.find((each) => each.key === key) ?? null));
        }}
      />
      <p className={styles.hint}>
        {thread.gain.kind === 'unknown' ? words.gain.mend[thread.gain.reason] : words.gain.how}
      </p>
    </>
  );
}

/** All that is known of an improvement beside its row. */
export function ImprovementDetails({ plan, thread }: Props): React.JSX.Element {
  const { improvement } = thread;
  const { id } = improvement;
  return (
    <div className={styles.details}>
      <section className={styles.part}>
        <h2>{words.parts.links}</h2>
        <Where plan={plan} thread={thread} />
        <Links plan={plan} thread={thread} />
      </section>
      <section className={styles.part}>
        <h2>{words.parts.measure}</h2>
        <Text plan={plan} thread={thread} field="measure" />
        <div className={styles.two}>
          <Text plan={plan} thread={thread} field="baseline" />
          <Text plan={plan} thread={thread} field="target" />
        </div>
        <Text plan={plan} thread={thread} field="note" />
      </section>
      <section className={styles.part}>
        <h2>{words.parts.how}</h2>
        <div className={styles.two}>
          <SelectField
            label={words.fields.size}
            choices={improvementSizes.map((value) => ({ value, name: words.sizes[value] }))}
            value={improvement.size ?? null}
            none={words.notSaid}
            onChange={(value) => change(id, { size: improvementSizes.find((each) => each === value) })}
          />
          <SelectField
            label={words.fields.stage}
            choices={improvementStages.map((value) => ({ value, name: words.stages[value] }))}
            value={improvement.stage ?? null}
            none={words.notSaid}
            onChange={(value) => change(id, { stage: improvementStages.find((each) => each === value) })}
          />
          <Judged plan={plan} thread={thread} field="effort" />
          <Judged plan={plan} thread={thread} field="impact" />
        </div>
        <SelectField
          label={words.fields.dimension}
          choices={plan.derived.pack.dimensions.map((each) => ({ value: each.id, name: each.name }))}
          value={improvement.dimension ?? null}
          none={words.notSaid}
          onChange={(value) => change(id, { dimension: value ?? undefined })}
        />
      </section>
    </div>
  );
}

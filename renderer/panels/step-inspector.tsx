import { findActivity } from '../../shared/catalogue/packs';
import { renameNode } from '../../shared/commands/nodes';
import { waitDominates } from '../../shared/drawing/context';
import { placeOf } from '../../shared/drawing/context';
import type { ValueClass } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { setValueClass } from '../canvas/value-class';
import type { Derived } from '../derive';
import { dispatch, useApp } from '../store';
import { Segmented } from '../ui/segmented';
import { TextField } from '../ui/text-field';
import { ExitShares } from './exit-shares';
import { FindingCards } from './finding-cards';
import { Section } from './inspector-section';
import { NodeHead } from './inspector-head';
import { MoreTime, OutsideFields, SeenByFields } from './more-fields';
import { WhoField } from './people-fields';
import { ProvenanceFields } from './provenance-fields';
import { QuantityField } from './quantity-field';
import styles from './inspector.module.css';
import sumStyles from './selection-sums.module.css';
import { SelectionSums } from './selection-sums';
import {
  ChoiceField,
  FlagField,
  MembersField,
  namesAsChoices,
  type Nodes,
  NumberField,
  PracticesField,
  StepTextField,
} from './step-fields';
import { SimpleStep } from './simple-step';
import { WaitNotes } from './wait-notes';

const { fields, sections, valueNames } = en.inspector;

function ValueClassField(props: { nodes: Nodes }): React.JSX.Element {
  const values = new Set(props.nodes.map((node) => node.value));
  const value = values.size === 1 ? ([...values][0] ?? null) : null;
  const choice = (of: ValueClass): { value: ValueClass; name: string; face: React.ReactNode } => ({
    value: of,
    name: valueNames[of],
    face: (
      <>
        <span className={styles.valueMark} data-value={of} />
        {of}
      </>
    ),
  });
  return (
    <div>
      <div className={styles.labelRow}>
        <span className={styles.fieldLabel}>{fields.value}</span>
        {values.size > 1 && <span className={sumStyles.mixed}>{en.inspector.mixed}</span>}
        <button
          type="button"
          className={styles.ask}
          onClick={() =>
            useApp.setState({ dialog: { kind: 'classify', ids: props.nodes.map((node) => node.id) } })
          }
        >
          {en.classify.open}
        </button>
      </div>
      <Segmented
        label={fields.value}
        value={value}
        choices={[choice('VA'), choice('NNVA'), choice('NVA')]}
        onChange={(next) =>
          setValueClass(
            props.nodes.map((node) => node.id),
            next ?? undefined,
          )
        }
      />
    </div>
  );
}

function Basics(props: { nodes: Nodes; derived: Derived }): React.JSX.Element {
  const { nodes, derived } = props;
  const [only] = nodes;
  return (
    <div className={styles.group}>
      {only && nodes.length === 1 && (
        <TextField
          key={only.id}
          label={fields.name}
          name="name"
          value={only.name}
          onCommit={(name) =>
            name.trim() === '' ? en.inspector.refused.name : dispatch(renameNode({ id: only.id, name }))
          }
        />
      )}
      <ChoiceField
        nodes={nodes}
        name="activity"
        choices={derived.pack.activities.map((each) => ({
          value: each.id,
          name: each.name,
          mark: `var(--${each.ink})`,
        }))}
      />
      <PracticesField nodes={nodes} pack={derived.pack} />
      <ValueClassField nodes={nodes} />
      {nodes.every((node) => node.value === 'NNVA') && (
        <div className={styles.two}>
          <ChoiceField nodes={nodes} name="nnvaReason" choices={namesAsChoices(en.inspector.nnvaReasons)} />
          <StepTextField nodes={nodes} name="obligationReference" />
        </div>
      )}
    </div>
  );
}

function Measures(props: { nodes: Nodes; derived: Derived }): React.JSX.Element {
  const { nodes, derived } = props;
  const { calendar } = derived.graph;
  const [only] = nodes;
  const isHot = nodes.length === 1 && only !== undefined && waitDominates(derived.figures, only.id);
  const common = { nodes, calendar } as const;
  const waitCalendar = (nodes.length === 1 ? only?.calendar : undefined) ?? calendar;
  return (
    <>
      <Section title={sections.time} aside={en.inspector.calendars[calendar.kind]}>
        <div className={styles.two}>
          <QuantityField {...common} name="processTime" />
          <QuantityField {...common} calendar={waitCalendar} name="wait" isHot={isHot} />
          <QuantityField {...common} name="cadence" />
          <QuantityField {...common} name="changeover" />
        </div>
        {only && nodes.length === 1 && <WaitNotes derived={derived} id={only.id} />}
      </Section>
      <Section title={sections.quality}>
        <div className={styles.three}>
          <QuantityField {...common} name="completeAccurate" />
          <QuantityField {...common} name="wip" />
          <QuantityField {...common} name="batch" />
          <QuantityField {...common} name="crew" />
          <QuantityField {...common} name="rejectRate" />
        </div>
      </Section>
      <MoreTime {...common} />
    </>
  );
}

function Details(props: { nodes: Nodes; derived: Derived }): React.JSX.Element {
  const { nodes, derived } = props;
  const isPartner = nodes.some((node) => node.party === 'partner' || node.partner !== undefined);
  const teams = [...new Set(derived.graph.nodes.flatMap((node) => node.team ?? []))].sort();
  return (
    <>
      <Section title={sections.people}>
        <div className={styles.two}>
          <WhoField nodes={nodes} name="role" />
          <StepTextField nodes={nodes} name="team" suggestions={teams} />
          <ChoiceField nodes={nodes} name="party" choices={namesAsChoices(en.inspector.parties)} />
          {isPartner && <WhoField nodes={nodes} name="partner" />}
        </div>
        {isPartner && <FlagField nodes={nodes} name="agreement" />}
      </Section>
      <Section title={sections.work}>
        <div className={styles.two}>
          <ChoiceField nodes={nodes} name="kind" choices={namesAsChoices(en.inspector.kinds)} />
          <ChoiceField nodes={nodes} name="automation" choices={namesAsChoices(en.inspector.automation)} />
        </div>
        <div className={styles.marks}>
          <FlagField nodes={nodes} name="afterValue" />
          <FlagField nodes={nodes} name="touchesConsumer" />
          <FlagField nodes={nodes} name="requiredWait" />
          <FlagField nodes={nodes} name="detached" />
          <FlagField nodes={nodes} name="standardised" />
          <FlagField nodes={nodes} name="rekeys" />
          <FlagField nodes={nodes} name="isRework" />
          <FlagField nodes={nodes} name="external" />
          <FlagField nodes={nodes} name="warranty" />
        </div>
      </Section>
      <Section title={sections.information} isFolded holds={['systems', 'inputs', 'outputs']}>
        <MembersField nodes={nodes} name="systems" />
        <SeenByFields nodes={nodes} />
        <MembersField nodes={nodes} name="inputs" />
        <MembersField nodes={nodes} name="outputs" />
      </Section>
      <OutsideFields nodes={nodes} />
      <Section title={sections.skills} isFolded holds={['skillRequired', 'skillTypical']}>
        <div className={styles.two}>
          <NumberField nodes={nodes} name="skillRequired" />
          <NumberField nodes={nodes} name="skillTypical" />
        </div>
      </Section>
      <Section title={sections.provenance} isFolded>
        <ProvenanceFields nodes={nodes} />
      </Section>
      <Section title={fields.note} isFolded={nodes.every((node) => node.note === undefined)}>
        <StepTextField nodes={nodes} name="note" isMultiline />
      </Section>
    </>
  );
}

/** Everything that is known of the selected steps, and of what was found on them. */
export function StepInspector(props: { nodes: Nodes; derived: Derived }): React.JSX.Element {
  const { nodes, derived } = props;
  const [only] = nodes;
  const isSimple = useApp((state) => state.preferences.isSimple);
  const place = only ? placeOf(derived.graph, only.id) : { place: 0, all: 0 };
  const role = only?.role === undefined ? undefined : derived.graph.roles.get(only.role)?.name;
  return (
    <>
      <NodeHead
        activity={nodes.length === 1 ? findActivity(derived.pack, only?.activity) : undefined}
        title={
          nodes.length === 1 ? only?.name || en.inspector.unnamed : en.inspector.severalSteps(nodes.length)
        }
        subtitle={
          nodes.length === 1
            ? [en.inspector.place(place.place, place.all), role].filter(Boolean).join(' · ')
            : ''
        }
      />
      {nodes.length > 1 && <SelectionSums nodes={nodes} />}
      {isSimple ? (
        <SimpleStep nodes={nodes} derived={derived} />
      ) : (
        <>
          <Basics nodes={nodes} derived={derived} />
          <Measures nodes={nodes} derived={derived} />
        </>
      )}
      {only && nodes.length === 1 && <ExitShares node={only.id} derived={derived} />}
      {only && nodes.length === 1 && <FindingCards about={only.id} title={sections.findings} />}
      {!isSimple && <Details nodes={nodes} derived={derived} />}
    </>
  );
}

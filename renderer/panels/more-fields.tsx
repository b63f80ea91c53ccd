import { setNode } from '../../shared/commands/nodes';
import { setSystem } from '../../shared/commands/systems';
import { together } from '../../shared/commands/together';
import { type Calendar, officeHours, roundTheClock } from '../../shared/model/calendar';
import type { ValueStream } from '../../shared/model/project';
import { listOf, membersOf, type WithId } from '../../shared/model/queries';
import { type FlowBarrier, flowBarriers } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { dispatch, useApp } from '../store';
import { ChipList } from '../ui/chip-list';
import { SelectField } from '../ui/select-field';
import { Section } from './inspector-section';
import styles from './inspector.module.css';
import { QuantityField } from './quantity-field';
import { ChoiceField, FlagField, namesAsChoices, type Nodes, NumberField, setAll } from './step-fields';
import { FailureDemandField, StreamNumber } from './stream-fields';

const { fields, sections } = en.inspector;

/** The calendar that the wait of steps runs in, where it is not that of the map. */
function WaitCalendarField(props: { nodes: Nodes; calendar: Calendar }): React.JSX.Element {
  const { nodes, calendar } = props;
  const kinds = new Set(nodes.map((node) => node.calendar?.kind));
  const kind = kinds.size === 1 ? ([...kinds][0] ?? null) : null;
  const { holidays, timeZone } = calendar;
  const preset = { '8x5': officeHours, '24x7': roundTheClock };
  const names = en.inspector.calendars;
  return (
    <SelectField
      label={fields.waitCalendar}
      value={kind}
      none={kinds.size > 1 ? en.inspector.mixed : en.inspector.calendarOfMap}
      choices={[
        { value: '8x5', name: names['8x5'] },
        { value: '24x7', name: names['24x7'] },
        ...(kind === 'custom' ? [{ value: 'custom', name: names.custom }] : []),
      ]}
      onChange={(value) => {
        if (value === '8x5' || value === '24x7')
          setAll(nodes, { calendar: { ...preset[value], holidays, timeZone } });
        else if (value === null) setAll(nodes, { calendar: undefined });
      }}
    />
  );
}

/** What few steps need: when to hand in, what a repeat and a visit cost, in whose hours it waits. */
export function MoreTime(props: { nodes: Nodes; calendar: Calendar }): React.JSX.Element {
  const { nodes } = props;
  return (
    <Section
      title={sections.moreTime}
      isFolded
      holds={['cutoff', 'repeatFactor', 'costPerVisit', 'stopsClock']}
    >
      <div className={styles.two}>
        <QuantityField {...props} name="cutoff" />
        <QuantityField {...props} name="repeatFactor" />
        <NumberField nodes={nodes} name="costPerVisit" />
        <WaitCalendarField {...props} />
      </div>
      <FlagField nodes={nodes} name="stopsClock" />
    </Section>
  );
}

const isBarrier = (id: string): id is FlowBarrier => flowBarriers.some((each) => each === id);

/** What keeps work from flowing at the steps. */
function BarriersField(props: { nodes: Nodes }): React.JSX.Element {
  const { nodes } = props;
  const names = en.inspector.barriers;
  const used = flowBarriers.filter((id) => nodes.every((node) => Object.hasOwn(node.barriers ?? {}, id)));
  const change = (edit: (ids: readonly string[]) => readonly string[]): void => {
    const [first, ...others] = nodes.map((node) => {
      const ids = edit(membersOf(node.barriers));
      const barriers = Object.fromEntries(ids.map((id, index) => [id, index + 1]));
      return setNode({ ids: [node.id], patch: { barriers: ids.length === 0 ? undefined : barriers } });
    });
    if (first) dispatch(together(first, ...others));
  };
  const chip = (id: FlowBarrier): { id: string; name: string } => ({ id, name: names[id] });
  return (
    <ChipList
      name="barriers"
      label={fields.barriers}
      addLabel={en.inspector.add}
      removeLabel={en.inspector.remove}
      searchLabel={en.inspector.search}
      emptyText={en.inspector.nothingToAdd}
      chips={used.map(chip)}
      choices={flowBarriers.filter((id) => !used.includes(id)).map(chip)}
      onAdd={({ id }) => {
        if (id !== null && isBarrier(id)) change((ids) => [...ids.filter((each) => each !== id), id]);
      }}
      onRemove={(id) => change((ids) => ids.filter((each) => each !== id))}
    />
  );
}

/** What from outside or from within holds work back at the steps. */
export function OutsideFields(props: { nodes: Nodes }): React.JSX.Element {
  const { nodes } = props;
  return (
    <Section title={sections.outside} isFolded holds={['outsideFactor', 'barriers']}>
      <ChoiceField nodes={nodes} name="outsideFactor" choices={namesAsChoices(en.inspector.outsideFactors)} />
      <BarriersField nodes={nodes} />
    </Section>
  );
}

/** Whether others see the systems of the steps: a mailbox or a sheet of paper hides work. */
export function SeenByFields(props: { nodes: Nodes }): React.JSX.Element {
  const systems = listOf(useApp((state) => state.history.project.systems));
  const used = systems.filter(({ id }) => props.nodes.some((node) => Object.hasOwn(node.systems ?? {}, id)));
  const { seenBy, seenByChoices: names } = en.inspector;
  return (
    <>
      {used.map(({ id, name, isPrivate }) => (
        <SelectField
          key={id}
          label={seenBy(name)}
          value={isPrivate === undefined ? null : isPrivate ? 'one' : 'all'}
          none={en.inspector.none}
          choices={namesAsChoices(names)}
          onChange={(value) =>
            dispatch(setSystem({ id, patch: { isPrivate: value === null ? undefined : value === 'one' } }))
          }
        />
      ))}
    </>
  );
}

/** What was counted of a stream: with it, the figures of the map can be checked. */
export function MoreDemand(props: { stream: WithId<ValueStream> }): React.JSX.Element {
  const { stream } = props;
  const names = ['arrivalsPerMonth', 'departuresPerMonth', 'itemsInProgress'] as const;
  return (
    <Section title={sections.moreDemand} isFolded holds={[...names, 'failureDemandShare']}>
      <div className={styles.two}>
        {names.map((name) => (
          <StreamNumber key={name} stream={stream} name={name} label={fields[name]} />
        ))}
        <FailureDemandField stream={stream} />
      </div>
    </Section>
  );
}

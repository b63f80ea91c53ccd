import fc from 'fast-check';
import type { MapNode, Project } from '../../shared/model/project';
import {
  automationLevels,
  flowBarriers,
  flowKinds,
  flowStyles,
  laneKinds,
  mapStates,
  nnvaReasons,
  nodeTypes,
  outsideFactors,
  parties,
  severities,
  valueClasses,
  workKinds,
} from '../../shared/model/value-sets';
import { bareProject } from './build-map';
import {
  anyAmount,
  anyCalendar,
  anyDate,
  anyId,
  anyMembers,
  anyNumber,
  anyQuantity,
  anyShareValue,
  anyText,
  someOf,
} from './random-values';
import { improvementFields, workshopTables } from './random-workshop';

export interface Known {
  readonly streams: readonly string[];
  readonly maps: readonly string[];
  readonly nodes: readonly string[];
  readonly roles: readonly string[];
  readonly things: readonly string[];
}

const oneOf = (ids: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...(ids.length === 0 ? ['nobody'] : ids));

function anyNode(known: Known): fc.Arbitrary<MapNode> {
  const base = fc.record({
    map: oneOf(known.maps),
    type: fc.oneof(fc.constant('step' as const), fc.constantFrom(...nodeTypes)),
    name: anyText,
    order: anyNumber,
  });
  const rest = someOf<Omit<Required<MapNode>, 'map' | 'type' | 'name' | 'order' | 'copiedFrom'>>({
    position: fc.record({ x: anyNumber, y: anyNumber }),
    activity: fc.constantFrom('plan', 'engage', 'obtain-build', 'unknown-activity'),
    practices: anyMembers(['service-desk', 'incident-management', 'change-enablement']),
    role: oneOf(known.roles),
    team: anyText,
    party: fc.constantFrom(...parties),
    partner: oneOf(known.things),
    agreement: fc.boolean(),
    crew: anyQuantity(anyAmount.filter((people) => people > 0)),
    processTime: anyQuantity(anyAmount),
    wait: anyQuantity(anyAmount),
    completeAccurate: anyQuantity(anyShareValue),
    batch: anyQuantity(anyAmount),
    changeover: anyQuantity(anyAmount),
    wip: anyQuantity(anyAmount),
    cadence: anyQuantity(anyAmount),
    cutoff: anyQuantity(anyAmount),
    repeatFactor: anyQuantity(anyShareValue),
    costPerVisit: anyAmount,
    calendar: anyCalendar,
    value: fc.constantFrom(...valueClasses),
    nnvaReason: fc.constantFrom(...nnvaReasons),
    obligationReference: anyText,
    outsideFactor: fc.constantFrom(...outsideFactors),
    barriers: anyMembers(flowBarriers),
    kind: fc.constantFrom(...workKinds),
    automation: fc.constantFrom(...automationLevels),
    systems: anyMembers(known.things),
    inputs: anyMembers(known.things),
    outputs: anyMembers(known.things),
    afterValue: fc.boolean(),
    requiredWait: fc.boolean(),
    stopsClock: fc.boolean(),
    detached: fc.boolean(),
    touchesConsumer: fc.boolean(),
    skillRequired: anyAmount,
    skillTypical: anyAmount,
    rejectRate: anyQuantity(anyShareValue),
    rekeys: fc.boolean(),
    isRework: fc.boolean(),
    standardised: fc.boolean(),
    external: fc.boolean(),
    warranty: fc.boolean(),
    group: oneOf(known.things),
    note: anyText,
  });
  return fc.tuple(base, rest).map(([required, optional]) => ({ ...required, ...optional }));
}

const tableOf = <T>(ids: readonly string[], row: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .array(row, { minLength: ids.length, maxLength: ids.length })
    .map((rows) => Object.fromEntries(rows.map((each, index) => [ids[index] ?? '', each])));

const ids = (minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(anyId, { minLength, maxLength });

const anyNamed = fc.record({ name: anyText, order: anyNumber });

function anyMapRow(known: Known): fc.Arbitrary<Project['maps'][string]> {
  return fc
    .tuple(
      fc.record({
        stream: oneOf(known.streams),
        name: anyText,
        order: anyNumber,
        state: fc.constantFrom(...mapStates),
      }),
      someOf({
        observedOn: anyDate,
        calendar: anyCalendar,
        lanes: fc.constantFrom(...laneKinds),
        statedLeadTime: anyAmount,
        statedProcessTime: anyAmount,
        note: anyText,
      }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
}

function anyStream(): fc.Arbitrary<Project['streams'][string]> {
  return fc
    .tuple(
      fc.record({ name: anyText, order: anyNumber }),
      someOf({
        purpose: anyText,
        itemName: anyText,
        triggerKind: fc.constantFrom('demand' as const, 'opportunity' as const),
        trigger: anyText,
        valueOutcome: anyText,
        user: anyText,
        demandPerMonth: anyAmount,
        demandCv: anyAmount,
        arrivalsPerMonth: anyAmount,
        departuresPerMonth: anyAmount,
        itemsInProgress: anyAmount,
        failureDemandShare: anyShareValue,
        targetLeadTime: anyAmount,
        costOfDelayPerHour: anyAmount,
        owner: anyText,
        scopeOut: anyText,
        executiveSponsor: anyText,
        facilitator: anyText,
        scribe: anyText,
        experts: anyText,
        customerVoice: anyText,
        startsOn: anyDate,
        template: anyText,
      }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
}

function anyFlow(known: Known, nodes: Record<string, MapNode>): fc.Arbitrary<Project['flows'][string]> {
  return fc
    .tuple(
      oneOf(known.nodes),
      fc.nat(),
      fc.record({ kind: fc.constantFrom(...flowKinds), order: anyNumber }),
      someOf({
        share: anyQuantity(anyShareValue),
        label: anyText,
        style: fc.constantFrom(...flowStyles),
        limit: anyAmount,
      }),
    )
    .map(([from, pick, required, optional]) => {
      const map = nodes[from]?.map ?? '';
      const onSameMap = known.nodes.filter((id) => nodes[id]?.map === map);
      return { map, from, to: onSameMap[pick % onSameMap.length] ?? from, ...required, ...optional };
    });
}

function fill(known: Known, flowIds: readonly string[]): fc.Arbitrary<Project> {
  const improvement = fc
    .tuple(
      fc.record({ name: anyText, order: anyNumber, stream: oneOf(known.streams) }),
      someOf({
        node: oneOf(known.nodes),
        future: oneOf(known.maps),
        changes: anyMembers(known.nodes),
        ...improvementFields,
      }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
  const waiver = fc
    .tuple(
      fc.record({ map: oneOf(known.maps), rule: anyText, about: anyText, reason: anyText }),
      someOf({
        expires: anyDate,
        evidence: fc.dictionary(anyId, fc.oneof(anyNumber, anyText), { maxKeys: 3 }),
      }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
  const ruleSetting = fc
    .tuple(
      fc.record({ rule: anyText }),
      someOf({
        about: oneOf([...known.maps, ...known.nodes]),
        severity: fc.constantFrom(...severities, 'off' as const),
        options: fc.dictionary(anyId, anyNumber, { maxKeys: 3 }),
      }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
  const role = fc
    .tuple(anyNamed, someOf({ people: anyAmount, availability: anyShareValue, ratePerHour: anyAmount }))
    .map(([required, optional]) => ({ ...required, ...optional }));
  return tableOf(known.nodes, anyNode(known)).chain((nodes) =>
    fc
      .record({
        name: anyText,
        settings: fc.record({
          calendar: anyCalendar,
          currency: fc.constantFrom('EUR', 'USD'),
          profile: fc.constantFrom('workshop' as const, 'review' as const, 'audit' as const),
        }),
        streams: tableOf(known.streams, anyStream()),
        maps: tableOf(known.maps, anyMapRow(known)),
        flows: known.nodes.length === 0 ? fc.constant({}) : tableOf(flowIds, anyFlow(known, nodes)),
        roles: tableOf(known.roles, role),
        systems: tableOf(known.things, anyNamed),
        artefacts: tableOf(known.things, anyNamed),
        partners: tableOf(known.things, anyNamed),
        improvements: fc.dictionary(anyId, improvement, { maxKeys: 2 }),
        waivers: fc.dictionary(anyId, waiver, { maxKeys: 2 }),
        ruleSettings: fc.dictionary(anyId, ruleSetting, { maxKeys: 2 }),
        ...workshopTables(known),
      })
      .map((tables): Project => ({ ...bareProject(), ...tables, nodes })),
  );
}

/** Any project that the file check accepts and whose flows and nodes have their ends: awkward ids, odd text, every field now and then. */
export const anyProject: fc.Arbitrary<Project> = fc
  .record({
    streams: ids(1, 2),
    maps: ids(1, 3),
    nodes: ids(0, 8),
    roles: ids(0, 3),
    things: ids(0, 3),
    flows: ids(0, 10),
  })
  .chain(({ flows, ...known }) => fill(known, flows))
  .map((project) => structuredClone(project));

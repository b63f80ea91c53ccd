import type { DimensionId } from '../catalogue/itil4/dimensions';
import type { Figures } from '../figures/types';
import type { MapNode } from '../model/project';
import { type MapGraph, membersOf, type WithId } from '../model/queries';
import { outsideFactors, type OutsideFactor } from '../model/value-sets';
import { stepsAlong } from './value-balance';

/** What a map can say on each dimension, in the order in which it is shown. */
export const dimensionFactKeys = {
  'organizations-people': ['roles', 'teams', 'people', 'busiest', 'handoffs', 'noRole'],
  'information-technology': ['systems', 'privateSystems', 'rekeys', 'automated', 'noSystems', 'noAutomation'],
  'partners-suppliers': ['partners', 'partnerSteps', 'outsideTime', 'noAgreement', 'external', 'noParty'],
  'value-streams-processes': ['steps', 'practices', 'checks', 'loops', 'standardised', 'noKind'],
} as const satisfies Record<DimensionId, readonly string[]>;
export type DimensionFactKey = (typeof dimensionFactKeys)[DimensionId][number];

/** A number that the map gives; null where it is unknown. */
export interface DimensionFact {
  readonly key: DimensionFactKey;
  /** A count, a share 0.. for `share`, minutes for `minutes`. */
  readonly value: number | null;
  readonly unit: 'count' | 'share' | 'minutes';
  /** Of how many. */
  readonly of?: number;
  /** The steps that it is about. */
  readonly steps: readonly string[];
  /** Names behind the number, most important first. */
  readonly names: readonly string[];
  /** How many people the consumer has, where the number leaves them out. */
  readonly consumers?: number;
  /** True where the number says what nobody has said. */
  readonly isSilence: boolean;
}

type Step = WithId<MapNode>;
type Made = Omit<DimensionFact, 'key'>;

const ids = (steps: readonly Step[]): string[] => steps.map(({ id }) => id);

const counted = (steps: readonly Step[], of?: number): Made => ({
  value: steps.length,
  unit: 'count',
  steps: ids(steps),
  names: [],
  isSilence: false,
  ...(of === undefined ? {} : { of }),
});

/** The same, unknown while no step says anything of that field: nothing said is not none. */
const ifSaid = (made: Made, steps: readonly Step[], fields: readonly (keyof MapNode)[]): Made =>
  steps.some((step) => fields.some((field) => step[field] !== undefined)) ? made : { ...made, value: null };

const silence = (steps: readonly Step[], of: number): Made => ({ ...counted(steps, of), isSilence: true });

const named = (names: readonly string[], steps: readonly Step[]): Made => ({
  value: names.length,
  unit: 'count',
  steps: ids(steps),
  names,
  isSilence: false,
});

/** The names of what steps refer to, those of most steps first. */
function byUse(steps: readonly Step[], of: (step: Step) => readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const step of steps) for (const name of of(step)) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function people(graph: MapGraph, figures: Figures, steps: readonly Step[]): Record<string, Made> {
  const roleIds = byUse(steps, ({ role }) => (role === undefined ? [] : [role]));
  const roles = roleIds.flatMap((id) => graph.roles.get(id) ?? []);
  const atWork = new Set(steps.filter(({ party }) => party !== 'consumer').map(({ role }) => role));
  const provider = roles.filter(({ id }) => atWork.has(id));
  const consumers = roles.filter(({ id }) => !atWork.has(id)).flatMap((role) => role.people ?? []);
  const known = provider.flatMap((role) => role.people ?? []);
  const busy = roles
    .map((role) => ({ role, load: figures.utilisation.get(role.id) ?? null }))
    .filter((each): each is { role: (typeof roles)[number]; load: number } => each.load !== null)
    .sort((a, b) => b.load - a.load)[0];
  return {
    roles: named(
      roles.map(({ name }) => name),
      steps.filter(({ role }) => role !== undefined),
    ),
    teams: named(
      byUse(steps, ({ team }) => (team === undefined ? [] : [team])),
      steps.filter(({ team }) => team !== undefined),
    ),
    people: {
      value:
        known.length < provider.length || provider.length === 0 ? null : known.reduce((a, b) => a + b, 0),
      ...(consumers.length === 0 ? {} : { consumers: consumers.reduce((a, b) => a + b, 0) }),
      unit: 'count',
      steps: [],
      names: [],
      isSilence: false,
    },
    busiest: {
      value: busy?.load ?? null,
      unit: 'share',
      steps: ids(steps.filter(({ role }) => busy !== undefined && role === busy.role.id)),
      names: busy ? [busy.role.name] : [],
      isSilence: false,
    },
    handoffs: { value: figures.figure.handoffs.value, unit: 'count', steps: [], names: [], isSilence: false },
    noRole: silence(
      steps.filter(
        ({ role, team, party }) => role === undefined && team === undefined && party !== 'consumer',
      ),
      steps.length,
    ),
  };
}

function technology(graph: MapGraph, steps: readonly Step[]): Record<string, Made> {
  const systemsOf = (step: Step): string[] => membersOf(step.systems);
  const used = byUse(steps, systemsOf).flatMap((id) => graph.systems.get(id) ?? []);
  const hidden = new Set(used.filter(({ isPrivate }) => isPrivate === true).map(({ id }) => id));
  return {
    systems: ifSaid(
      named(
        used.map(({ name }) => name),
        steps.filter((step) => systemsOf(step).length > 0),
      ),
      steps,
      ['systems'],
    ),
    privateSystems: {
      ...named(
        used.filter(({ id }) => hidden.has(id)).map(({ name }) => name),
        steps.filter((step) => systemsOf(step).some((id) => hidden.has(id))),
      ),
      ...(used.some(({ isPrivate }) => isPrivate !== undefined) ? {} : { value: null }),
    },
    rekeys: ifSaid(counted(steps.filter(({ rekeys }) => rekeys === true)), steps, ['rekeys']),
    automated: ifSaid(
      counted(
        steps.filter(({ automation }) => automation === 'automated'),
        steps.length,
      ),
      steps,
      ['automation'],
    ),
    noSystems: silence(
      steps.filter(({ systems }) => systems === undefined),
      steps.length,
    ),
    noAutomation: silence(
      steps.filter(({ automation }) => automation === undefined),
      steps.length,
    ),
  };
}

/** Minutes of the lead time that pass at partners; null where a part is unknown. */
function timeOutside(figures: Figures, outside: readonly Step[]): number | null {
  const parts = new Map(figures.contributions.map((each) => [each.node, each]));
  let sum = 0;
  for (const { id } of outside) {
    const part = parts.get(id);
    if (!part || part.clockVisits === null) return null;
    if (part.clockVisits === 0) continue;
    if (part.wait === null || part.processTime === null) return null;
    sum += part.clockVisits * (part.wait + part.processTime);
  }
  return sum;
}

function partners(graph: MapGraph, figures: Figures, steps: readonly Step[]): Record<string, Made> {
  const outside = steps.filter(({ party, partner }) => party === 'partner' || partner !== undefined);
  const isPartySaid = steps.some(({ party }) => party !== undefined);
  const names = byUse(outside, ({ partner }) => (partner === undefined ? [] : [partner]));
  return {
    partners: ifSaid(
      named(
        names.flatMap((id) => graph.partners.get(id)?.name ?? []),
        outside,
      ),
      steps,
      ['party', 'partner'],
    ),
    partnerSteps: ifSaid(counted(outside, steps.length), steps, ['party', 'partner']),
    outsideTime: {
      ...counted(outside),
      unit: 'minutes',
      value: outside.length === 0 && !isPartySaid ? null : timeOutside(figures, outside),
    },
    noAgreement: ifSaid(
      counted(
        outside.filter(({ agreement }) => agreement !== true),
        outside.length,
      ),
      steps,
      ['party', 'partner'],
    ),
    external: ifSaid(counted(steps.filter(({ external }) => external === true)), steps, ['external']),
    noParty: silence(
      steps.filter(({ party }) => party === undefined),
      steps.length,
    ),
  };
}

function processes(
  graph: MapGraph,
  steps: readonly Step[],
  practiceName: (id: string) => string,
): Record<string, Made> {
  const loops = graph.flows.filter(({ kind }) => kind === 'rework');
  const checks = ['approval', 'inspection', 'review'];
  return {
    steps: counted(steps),
    practices: named(
      byUse(steps, ({ practices }) => membersOf(practices)).map(practiceName),
      steps.filter(({ practices }) => practices !== undefined),
    ),
    checks: ifSaid(
      counted(
        steps.filter(({ kind }) => kind !== undefined && checks.includes(kind)),
        steps.length,
      ),
      steps,
      ['kind'],
    ),
    loops: {
      value: loops.length,
      unit: 'count',
      steps: [...new Set(loops.map(({ from }) => from))],
      names: [],
      isSilence: false,
    },
    standardised: ifSaid(
      counted(
        steps.filter(({ standardised }) => standardised === true),
        steps.length,
      ),
      steps,
      ['standardised'],
    ),
    noKind: silence(
      steps.filter(({ kind }) => kind === undefined),
      steps.length,
    ),
  };
}

/** What the map says on each of the four dimensions, in numbers, with the steps behind each. */
export function dimensionFacts(
  graph: MapGraph,
  figures: Figures,
  practiceName: (id: string) => string,
): Readonly<Record<DimensionId, readonly DimensionFact[]>> {
  const steps = stepsAlong(graph);
  const made = {
    'organizations-people': people(graph, figures, steps),
    'information-technology': technology(graph, steps),
    'partners-suppliers': partners(graph, figures, steps),
    'value-streams-processes': processes(graph, steps, practiceName),
  } as const;
  const listed = (id: DimensionId): DimensionFact[] =>
    dimensionFactKeys[id].flatMap((key) => {
      const fact = made[id][key];
      return fact ? [{ ...fact, key }] : [];
    });
  return {
    'organizations-people': listed('organizations-people'),
    'information-technology': listed('information-technology'),
    'partners-suppliers': listed('partners-suppliers'),
    'value-streams-processes': listed('value-streams-processes'),
  };
}

/** The steps that each outside factor bounds. */
export function boundSteps(graph: MapGraph): Readonly<Record<OutsideFactor, readonly WithId<MapNode>[]>> {
  const steps = stepsAlong(graph);
  const entries = outsideFactors.map(
    (factor) => [factor, steps.filter(({ outsideFactor }) => outsideFactor === factor)] as const,
  );
  return Object.fromEntries(entries) as Record<OutsideFactor, WithId<MapNode>[]>;
}

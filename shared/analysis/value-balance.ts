import type { Figures } from '../figures/types';
import { rankNodes } from '../layout/ranks';
import type { MapNode, Project, ValueStream } from '../model/project';
import { knownMean } from '../model/quantity';
import { listOf, lookUp, type MapGraph, type WithId } from '../model/queries';
import type { ValueKind } from '../model/value-sets';
import type { Stakeholder, ValueItem } from '../model/workshop';

/** What a stream gives, and what it takes. */
export const givenKinds = ['outcome', 'utility', 'warranty', 'cost-removed', 'risk-removed'] as const;
export const takenKinds = ['cost-imposed', 'risk-imposed'] as const;

const isTaken = (kind: ValueKind): boolean => takenKinds.some((each) => each === kind);

const first = ['user', 'customer', 'sponsor'];

/** The stakeholders of a stream: users, customers and sponsors first, else in their order. */
export function stakeholdersOf(project: Project, stream: string): WithId<Stakeholder>[] {
  const place = ({ kind }: Stakeholder): number => {
    const at = first.indexOf(kind ?? '');
    return at === -1 ? first.length : at;
  };
  return listOf(project.stakeholders)
    .filter((row) => row.stream === stream)
    .sort((a, b) => place(a) - place(b));
}

/** How many entries say what a stakeholder gets, and what it costs them. */
export interface Balance {
  readonly gives: number;
  readonly takes: number;
  /** What is missing; entries are counted and not weighed, so nothing is said of which side is more. */
  readonly verdict: 'none' | 'onlyGives' | 'onlyTakes' | 'both';
}

/** The balance of the entries of one stakeholder. */
export function balanceOf(items: readonly ValueItem[]): Balance {
  const takes = items.filter(({ kind }) => isTaken(kind)).length;
  const gives = items.length - takes;
  if (items.length === 0) return { gives, takes, verdict: 'none' };
  if (takes === 0) return { gives, takes, verdict: 'onlyGives' };
  if (gives === 0) return { gives, takes, verdict: 'onlyTakes' };
  return { gives, takes, verdict: 'both' };
}

/** The steps of a map along the stream. */
export function stepsAlong(graph: MapGraph): WithId<MapNode>[] {
  return rankNodes(graph).ordered.filter((node) => node.type === 'step');
}

/** Steps to which no entry is linked that gives something; null while no such entry is linked to any step of the map, when nothing can be told. */
export function stepsThatBringNothing(graph: MapGraph): WithId<MapNode>[] | null {
  const bringing = new Set(
    graph.valueItems.filter(({ kind }) => !isTaken(kind)).flatMap(({ steps }) => Object.keys(steps ?? {})),
  );
  const steps = stepsAlong(graph);
  return steps.some(({ id }) => bringing.has(id)) ? steps.filter(({ id }) => !bringing.has(id)) : null;
}

/** Costs and risks imposed of which nobody said which step of the map causes them. */
export function imposedWithoutStep(graph: MapGraph): WithId<ValueItem>[] {
  return graph.valueItems.filter(
    ({ kind, steps }) => isTaken(kind) && !Object.keys(steps ?? {}).some((id) => graph.node.has(id)),
  );
}

/** Steps of an entry that stand on other maps alone; a step and its copies on future states are one. */
export function stepsElsewhere(project: Project, graph: MapGraph, item: ValueItem): readonly string[] {
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let root = id;
    for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
      seen.add(next);
      root = next;
      next = lookUp(project.nodes, next)?.copiedFrom;
    }
    return root;
  };
  const here = new Set(graph.nodes.map(({ id }) => rootOf(id)));
  const linked = Object.keys(item.steps ?? {}).filter((id) => lookUp(project.nodes, id));
  return [...new Set(linked.map(rootOf))].filter((root) => !here.has(root));
}

/** What one step of the consumer adds to their effort on an item; minutes, null where unknown. */
export interface ConsumerWork {
  readonly id: string;
  readonly name: string;
  readonly visits: number | null;
  readonly processTime: number | null;
  readonly people: number;
  readonly effort: number | null;
}

/** The steps that the consumer does, with what each adds: visits x process time x people. Steps that no item reaches are left out. */
export function consumerWork(graph: MapGraph, figures: Figures): ConsumerWork[] {
  const parts = new Map(figures.contributions.map((each) => [each.node, each]));
  return stepsAlong(graph)
    .filter(({ id, party }) => party === 'consumer' && !figures.unreachable.includes(id))
    .map(({ id, name, crew }) => {
      const { visits = null, processTime = null } = parts.get(id) ?? {};
      const people = knownMean(crew) ?? 1;
      const effort = visits === null || processTime === null ? null : visits * processTime * people;
      return { id, name, visits, processTime, people, effort };
    });
}

const textKinds = {
  valueOutcome: 'outcome',
  utility: 'utility',
  warranty: 'warranty',
  costsRemoved: 'cost-removed',
  costsImposed: 'cost-imposed',
  risksRemoved: 'risk-removed',
  risksImposed: 'risk-imposed',
} as const satisfies Partial<Record<keyof ValueStream, ValueKind>>;

/** A text of the charter that can become entries. */
export interface ValueSuggestion {
  readonly kind: ValueKind;
  readonly names: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);

const plain = (text: string): string => text.trim().toLowerCase();

/** Texts of the stream, split at semicolons and lines, without what is an entry of that kind already. */
export function suggestedItems(
  stream: ValueStream,
  items: readonly Pick<ValueItem, 'name' | 'kind'>[],
): ValueSuggestion[] {
  return Object.entries(textKinds).flatMap(([field, kind]) => {
    const text = stream[field as keyof typeof textKinds] ?? '';
    const known = new Set(items.filter((each) => each.kind === kind).map(({ name }) => plain(name)));
    const names = text
      .split(/[;\n]+/)
      .map((part) => capital(part.replace(/^[\s•*-]+/, '').trim()))
      .filter((part) => {
        if (part === '' || known.has(plain(part))) return false;
        known.add(plain(part));
        return true;
      });
    return names.length === 0 ? [] : [{ kind, names }];
  });
}

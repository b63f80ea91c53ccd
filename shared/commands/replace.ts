import { packOf } from '../catalogue/packs';
import type { Flow, MapNode, Project } from '../model/project';
import { listOf, lookUp, membersOf } from '../model/queries';
import { searchText } from '../text/search';
import { type ProjectDraft, sameName } from './change';
import type { Command, MakeId } from './command';
import { ensureNamed, idByName } from './names';

const text = searchText.replace;

export type ReplaceKind = keyof typeof text.kinds;

/** What is to be replaced: the id of a role, practice or system, else the team or the words themselves. */
export interface ReplaceFrom {
  readonly kind: ReplaceKind;
  readonly from: string;
}

/** Where things are replaced: among elements, on a map, or on all maps. */
export type ReplaceScope =
  | { readonly kind: 'selection'; readonly ids: readonly string[] }
  | { readonly kind: 'map'; readonly map: string }
  | { readonly kind: 'project' };

/** What takes the place of what, and where. `to` is a name, of a practice its id. */
export interface Replacing extends ReplaceFrom {
  readonly to: string;
  readonly scope: ReplaceScope;
  readonly caseMatters: boolean;
  readonly wholeWords: boolean;
}

/** One field of one element that would change, in words. */
export interface Replacement {
  readonly id: string;
  readonly map: string;
  /** What the element is called now; of a flow the names of its ends. */
  readonly element: string;
  readonly field: 'role' | 'team' | 'practices' | 'systems' | 'name' | 'note' | 'label';
  readonly before: string;
  readonly after: string;
}

function isWithin(scope: ReplaceScope, id: string, map: string): boolean {
  if (scope.kind === 'selection') return scope.ids.includes(id);
  return scope.kind === 'project' || scope.map === map;
}

function patternOf({ from, caseMatters, wholeWords }: Replacing): RegExp {
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const whole = String.raw`(?<![\p{L}\p{N}_])${escaped}(?![\p{L}\p{N}_])`;
  return new RegExp(wholeWords ? whole : escaped, caseMatters ? 'gu' : 'giu');
}

/** The name of what is replaced, as people know it. */
export function nameOfFrom(project: Project, { kind, from }: ReplaceFrom): string {
  if (kind === 'role') return lookUp(project.roles, from)?.name ?? '';
  if (kind === 'system') return lookUp(project.systems, from)?.name ?? '';
  if (kind !== 'practice') return from;
  return packOf(project.pack).practices.find(({ id }) => id === from)?.name ?? from;
}

/** The name of what takes its place. */
export function nameOfTo(project: Project, { kind, to }: Pick<Replacing, 'kind' | 'to'>): string {
  return kind === 'practice' ? nameOfFrom(project, { kind, from: to }) : to.trim();
}

/** What takes the place of some words: with a capital where they had one, unless capitals matter. */
function inCaseOf(found: string, { to, caseMatters }: Replacing): string {
  const [first = ''] = found;
  const isCapital = first !== first.toLowerCase();
  return isCapital && !caseMatters ? to.slice(0, 1).toUpperCase() + to.slice(1) : to;
}

type Fields = Pick<Replacement, 'field' | 'before' | 'after'>;

function wordsOf(fields: Readonly<Record<string, string | undefined>>, replacing: Replacing): Fields[] {
  if (replacing.from === '') return [];
  const pattern = patternOf(replacing);
  return (['name', 'note', 'label'] as const).flatMap((field) => {
    const before = fields[field];
    const after = before?.replace(pattern, (found) => inCaseOf(found, replacing));
    return before === undefined || after === undefined || after === before ? [] : [{ field, before, after }];
  });
}

const memberFields = { practice: 'practices', system: 'systems' } as const;

function fieldsOf(project: Project, node: MapNode, replacing: Replacing): Fields[] {
  const { kind, from } = replacing;
  const before = nameOfFrom(project, replacing);
  const after = nameOfTo(project, replacing);
  if (kind === 'words') return wordsOf({ name: node.name, note: node.note }, replacing);
  if (kind === 'role') return node.role === from ? [{ field: kind, before, after }] : [];
  if (kind === 'team')
    return node.team !== undefined && sameName(node.team, from)
      ? [{ field: kind, before: node.team, after }]
      : [];
  const field = memberFields[kind];
  return Object.hasOwn(node[field] ?? {}, from) ? [{ field, before, after }] : [];
}

function flowName(project: Project, flow: Flow): string {
  const name = (id: string): string => lookUp(project.nodes, id)?.name || searchText.find.unnamed;
  return searchText.find.flow(name(flow.from), name(flow.to));
}

/** Everything that would change, in the order of the maps and of what stands on them. */
export function replacementsOf(project: Project, replacing: Replacing): readonly Replacement[] {
  const { scope, kind } = replacing;
  const nodes = listOf(project.nodes)
    .filter((node) => isWithin(scope, node.id, node.map))
    .flatMap((node) =>
      fieldsOf(project, node, replacing).map((fields) => ({
        id: node.id,
        map: node.map,
        element: node.name || searchText.find.unnamed,
        ...fields,
      })),
    );
  const flows = kind === 'words' ? Object.entries(project.flows) : [];
  const labels = flows
    .filter(([id, flow]) => isWithin(scope, id, flow.map))
    .flatMap(([id, flow]) =>
      wordsOf({ label: flow.label }, replacing).map((fields) => ({
        id,
        map: flow.map,
        element: flowName(project, flow),
        ...fields,
      })),
    );
  const maps = listOf(project.maps).map(({ id }) => id);
  return [...nodes, ...labels].sort((a, b) => maps.indexOf(a.map) - maps.indexOf(b.map));
}

function swapMember(
  draft: ProjectDraft,
  id: string,
  field: 'practices' | 'systems',
  swap: [string, string],
): void {
  const node = lookUp(draft.nodes, id);
  if (!node) return;
  const members = membersOf(node[field]).map((member) => (member === swap[0] ? swap[1] : member));
  node[field] = Object.fromEntries([...new Set(members)].map((member, index) => [member, index + 1]));
}

/** A new name for something that is replaced on all maps is its name from now on, so that its people and its rates stay. */
function renamesRow(project: Project, { kind, from, to, scope }: Replacing): 'roles' | 'systems' | null {
  if (scope.kind !== 'project' || (kind !== 'role' && kind !== 'system')) return null;
  const table = kind === 'role' ? 'roles' : 'systems';
  const taken = idByName(project[table], to);
  return taken === undefined || taken === from ? table : null;
}

function write(
  draft: ProjectDraft,
  changes: readonly Replacement[],
  replacing: Replacing,
  makeId: MakeId,
): void {
  const { kind, from, to } = replacing;
  const table = renamesRow(draft, replacing);
  const row = table === null ? undefined : lookUp(draft[table], from);
  if (row) {
    row.name = to.trim();
    return;
  }
  const named = kind === 'role' ? 'roles' : kind === 'system' ? 'systems' : null;
  const target = named === null ? to.trim() : ensureNamed(draft, named, to, makeId);
  for (const { id, field, after } of changes) {
    if (field === 'practices' || field === 'systems') {
      swapMember(draft, id, field, [from, target]);
      continue;
    }
    const node = lookUp(draft.nodes, id);
    const flow = lookUp(draft.flows, id);
    if (field === 'label') {
      if (flow) setOrDrop(flow, 'label', after);
    } else if (!node) continue;
    else if (field === 'name') node.name = after.trim();
    else setOrDrop(node, field, field === 'role' ? target : after);
  }
}

function setOrDrop<K extends string>(row: { [key in K]?: string }, field: K, value: string): void {
  if (value.trim() === '') delete row[field];
  else row[field] = value.trim() as (typeof row)[K];
}

function refuse(project: Project, replacing: Replacing): string | null {
  const { kind, to } = replacing;
  if (kind !== 'words' && to.trim() === '') return text.needsName;
  const [before, after] = [nameOfFrom(project, replacing), nameOfTo(project, replacing)];
  if (before === after && (kind !== 'words' || replacing.caseMatters)) return text.sameName;
  return replacementsOf(project, replacing).length === 0 ? text.nothingFound : null;
}

/** Replaces a role, team, practice, system or words wherever the scope says, as one change. */
export function replaceAll(
  replacing: Replacing,
  names: { from: string; to: string },
  makeId: MakeId,
): Command {
  return {
    name: 'replace.all',
    label: text.label(names.from, names.to),
    refuse: (project) => refuse(project, replacing),
    apply: (draft) => write(draft, replacementsOf(draft, replacing), replacing, makeId),
  };
}

import { z } from 'zod';
import {
  flowSchema,
  namedSchema,
  nodeSchema,
  type Position,
  type Project,
  roleSchema,
} from '../model/project';
import { lookUp } from '../model/queries';
import { groupSchema } from '../model/workshop';
import { idSchema } from '../model/schema-tools';
import { en } from '../text/en';
import { type MakingCommand, type ProjectDraft } from './change';
import type { MakeId } from './command';
import { type NamedTable, idByName } from './names';
import { orderAtEnd } from './order';
import { nodesOfMap } from './nodes';
import { linkBurst } from './plan-links';

const { label, refused } = en.commands;
const table = <T extends z.core.SomeType>(row: T): z.ZodRecord<typeof idSchema, T> => z.record(idSchema, row);

const clipSchema = z.object({
  format: z.literal('streamwright-clip'),
  nodes: table(nodeSchema),
  flows: table(flowSchema),
  roles: table(roleSchema),
  systems: table(namedSchema),
  artefacts: table(namedSchema),
  partners: table(namedSchema),
  groups: table(groupSchema).default({}),
});

/** Nodes with the flows among them and the named things that they refer to; plain JSON. */
export type Clip = z.infer<typeof clipSchema>;

function rowsOf<T>(rows: Record<string, T>, ids: ReadonlySet<string | undefined>): Record<string, T> {
  return Object.fromEntries(Object.entries(rows).filter(([id]) => ids.has(id)));
}

/** Groups of which every node was chosen: those are copied as groups. */
function wholeGroups(project: Project, chosen: ReadonlySet<string>): Set<string> {
  const groups = new Set([...chosen].flatMap((id) => lookUp(project.nodes, id)?.group ?? []));
  for (const [id, { group }] of Object.entries(project.nodes))
    if (group !== undefined && !chosen.has(id)) groups.delete(group);
  return groups;
}

/** A copy of nodes for the clipboard. */
export function clipOf(project: Project, ids: readonly string[]): Clip {
  const chosen = new Set<string>(ids);
  const nodes = rowsOf(project.nodes, chosen);
  const list = Object.values(nodes);
  const among = Object.entries(project.flows).filter(
    ([, { from, to }]) => chosen.has(from) && chosen.has(to),
  );
  const members = (field: 'systems' | 'inputs' | 'outputs'): string[] =>
    list.flatMap((node) => Object.keys(node[field] ?? {}));
  return {
    format: 'streamwright-clip',
    nodes,
    flows: Object.fromEntries(among),
    roles: rowsOf(project.roles, new Set(list.map((node) => node.role))),
    systems: rowsOf(project.systems, new Set(members('systems'))),
    artefacts: rowsOf(project.artefacts, new Set([...members('inputs'), ...members('outputs')])),
    partners: rowsOf(project.partners, new Set(list.map((node) => node.partner))),
    groups: rowsOf(project.groups, wholeGroups(project, chosen)),
  };
}

/** The clip in a clipboard text, or null where it holds something else. */
export function readClip(text: string): Clip | null {
  try {
    const result = clipSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

type Ids = ReadonlyMap<string, string>;

/** Ids of the clip's named things in this project: matched by name, added where new. */
function matchNames(draft: ProjectDraft, clip: Clip, name: NamedTable, makeId: MakeId): Ids {
  const rows = draft[name];
  const ids = new Map<string, string>();
  for (const [id, row] of Object.entries(clip[name])) {
    const known = idByName(rows, row.name) ?? makeId();
    if (!lookUp(rows, known)) rows[known] = { ...row, order: orderAtEnd(Object.values(rows)) };
    ids.set(id, known);
  }
  return ids;
}

function renamed(members: Record<string, number>, ids: Ids): Record<string, number> {
  const entries = Object.entries(members).map(([id, order]) => [ids.get(id) ?? id, order] as const);
  return Object.fromEntries(entries);
}

interface Placing {
  readonly map: string;
  readonly by: Position;
  readonly ids: Ids;
}

/** New ids of the clip's groups, which are made. */
function putGroups(
  draft: ProjectDraft,
  clip: Clip,
  { map, by }: Pick<Placing, 'map' | 'by'>,
  makeId: MakeId,
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [id, { position, ...group }] of Object.entries(clip.groups)) {
    const own = makeId();
    ids.set(id, own);
    const order = orderAtEnd(Object.values(draft.groups));
    const moved = position && { x: position.x + by.x, y: position.y + by.y };
    draft.groups[own] = { ...group, map, order, ...(moved && { position: moved }) };
  }
  return ids;
}

function putClip(draft: ProjectDraft, clip: Clip, { map, by, ids }: Placing, makeId: MakeId): void {
  const roles = matchNames(draft, clip, 'roles', makeId);
  const partners = matchNames(draft, clip, 'partners', makeId);
  const systems = matchNames(draft, clip, 'systems', makeId);
  const artefacts = matchNames(draft, clip, 'artefacts', makeId);
  const groups = putGroups(draft, clip, { map, by }, makeId);
  const inOrder = Object.entries(clip.nodes).sort(([, a], [, b]) => a.order - b.order);
  let order = orderAtEnd(Object.values(nodesOfMap(draft, map)));
  for (const [id, { copiedFrom: _source, position, role, partner, group, ...node }] of inOrder) {
    const ownGroup = group === undefined ? undefined : groups.get(group);
    const newId = ids.get(id);
    if (newId === undefined) continue;
    draft.nodes[newId] = {
      ...node,
      map,
      order: order++,
      ...(position && { position: { x: position.x + by.x, y: position.y + by.y } }),
      ...(ownGroup !== undefined && { group: ownGroup }),
      ...(role !== undefined && { role: roles.get(role) ?? role }),
      ...(partner !== undefined && { partner: partners.get(partner) ?? partner }),
      ...(node.systems && { systems: renamed(node.systems, systems) }),
      ...(node.inputs && { inputs: renamed(node.inputs, artefacts) }),
      ...(node.outputs && { outputs: renamed(node.outputs, artefacts) }),
    };
    if (node.type === 'burst') linkBurst(draft, newId, makeId());
  }
  let flowOrder = orderAtEnd(Object.values(draft.flows));
  for (const flow of Object.values(clip.flows)) {
    const [from, to] = [ids.get(flow.from), ids.get(flow.to)];
    if (from === undefined || to === undefined) continue;
    draft.flows[makeId()] = { ...flow, map, from, to, order: flowOrder++ };
  }
}

/** Puts the nodes of a clip on a map, moved by some pixels: ids are made anew, roles and other named things are matched by name. */
export function pasteNodes(
  { map, clip, by }: { map: string; clip: Clip; by: Position },
  makeId: MakeId,
): MakingCommand {
  const ids = new Map(Object.keys(clip.nodes).map((id) => [id, makeId()]));
  return {
    name: 'node.paste',
    label: label.pasteNodes(ids.size),
    made: [...ids.values()],
    refuse(project) {
      if (!lookUp(project.maps, map)) return refused.mapGone;
      return ids.size === 0 ? refused.nothingToPaste : null;
    },
    apply: (draft) => putClip(draft, clip, { map, by, ids }, makeId),
  };
}

/** Copies nodes of a map, with the flows among them, beside themselves. */
export function duplicateNodes(
  { project, ids, by }: { project: Project; ids: readonly string[]; by: Position },
  makeId: MakeId,
): MakingCommand {
  const clip = clipOf(project, ids);
  const map = Object.values(clip.nodes)[0]?.map ?? '';
  return {
    ...pasteNodes({ map, clip, by }, makeId),
    name: 'node.duplicate',
    label: label.duplicateNodes(Object.keys(clip.nodes).length),
    ...(map === '' && { refuse: () => refused.nodeGone }),
  };
}

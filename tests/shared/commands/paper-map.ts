import type { FlowKind, NodeType } from '../../../shared/model/value-sets';

/** A node as paper knows it. */
interface PaperNode {
  readonly map: string;
  readonly type: NodeType;
  readonly name: string;
  readonly wait: number | null;
  readonly place: string | null;
  readonly role: string | null;
  readonly group: string | null;
}

interface PaperFlow {
  readonly map: string;
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
}

interface PaperGroup {
  readonly map: string;
  readonly name: string;
  readonly isFolded: boolean;
}

/** Everything that is on the paper, by id; nothing here is taken from the code that it is compared with. */
export interface Sheets {
  readonly name: string;
  readonly maps: ReadonlyMap<string, { readonly stream: string; readonly name: string }>;
  readonly nodes: ReadonlyMap<string, PaperNode>;
  readonly flows: ReadonlyMap<string, PaperFlow>;
  readonly roles: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, PaperGroup>;
}

const without = <T>(table: ReadonlyMap<string, T>, isGone: (row: T, id: string) => boolean): Map<string, T> =>
  new Map([...table].filter(([id, row]) => !isGone(row, id)));

const withRow = <T>(table: ReadonlyMap<string, T>, id: string, row: T): Map<string, T> =>
  new Map([...table, [id, row]]);

const withRows = <T>(
  table: ReadonlyMap<string, T>,
  ids: readonly string[],
  change: (row: T) => T,
): Map<string, T> => new Map([...table].map(([id, row]) => [id, ids.includes(id) ? change(row) : row]));

/** A group without a node is no group. */
function tidied(sheets: Sheets): Sheets {
  const used = new Set([...sheets.nodes.values()].map(({ group }) => group));
  const groups = without(sheets.groups, (_, id) => !used.has(id));
  const nodes = new Map(
    [...sheets.nodes].map(([id, node]) => [
      id,
      node.group !== null && !groups.has(node.group) ? { ...node, group: null } : node,
    ]),
  );
  return { ...sheets, nodes, groups };
}

const inGroups: readonly NodeType[] = ['step', 'decision', 'fork', 'join', 'control'];
const withoutFlows: readonly NodeType[] = ['note', 'burst'];

/** Null is a refusal. */
type Change = (sheets: Sheets) => Sheets | null;

export const addNode =
  (id: string, map: string, type: NodeType, name: string, place: string): Change =>
  (sheets) =>
    sheets.maps.has(map)
      ? {
          ...sheets,
          nodes: withRow(sheets.nodes, id, { map, type, name, wait: null, place, role: null, group: null }),
        }
      : null;

const onNodes =
  (ids: readonly string[], change: (node: PaperNode) => PaperNode): Change =>
  (sheets) =>
    ids.some((id) => sheets.nodes.has(id)) ? { ...sheets, nodes: withRows(sheets.nodes, ids, change) } : null;

export const renameNode = (id: string, name: string): Change =>
  onNodes([id], (node) => ({ ...node, name: name.trim() }));
export const setWait = (ids: readonly string[], wait: number | null): Change =>
  onNodes(ids, (node) => ({ ...node, wait }));
export const moveNodes = (ids: readonly string[], place: string): Change =>
  onNodes(ids, (node) => ({ ...node, place }));

export const connect =
  (id: string, from: string, to: string, kind: FlowKind): Change =>
  (sheets) => {
    const [source, target] = [sheets.nodes.get(from), sheets.nodes.get(to)];
    if (!source || !target || source.map !== target.map) return null;
    if (withoutFlows.includes(source.type) || withoutFlows.includes(target.type)) return null;
    if (kind !== 'information' && (target.type === 'start' || source.type === 'end')) return null;
    if (from === to && kind !== 'rework' && kind !== 'iteration') return null;
    const isThere = [...sheets.flows.values()].some(
      (flow) => flow.from === from && flow.to === to && flow.kind === kind,
    );
    return isThere
      ? null
      : { ...sheets, flows: withRow(sheets.flows, id, { map: source.map, from, to, kind }) };
  };

export const deleteFlow =
  (id: string): Change =>
  (sheets) =>
    sheets.flows.has(id) ? { ...sheets, flows: without(sheets.flows, (_, each) => each === id) } : null;

/** What stood before a node that is taken out leads to what stood after it; `fresh` names the flows that this makes. */
export const deleteNode =
  (id: string, fresh: () => string): Change =>
  (sheets) => {
    if (!sheets.nodes.has(id)) return null;
    const carried = [...sheets.flows.values()].filter(
      ({ kind, from, to }) => kind !== 'information' && kind !== 'rework' && from !== to,
    );
    const flows = without(sheets.flows, ({ from, to }) => from === id || to === id);
    for (const before of carried.filter(({ to }) => to === id))
      for (const after of carried.filter(({ from }) => from === id)) {
        const [from, to] = [before.from, after.to];
        const isThere = [...flows.values()].some(
          (flow) => flow.from === from && flow.to === to && flow.kind !== 'information',
        );
        const kind = before.kind === 'normal' ? after.kind : before.kind;
        if (from !== to && !isThere) flows.set(fresh(), { map: before.map, from, to, kind });
      }
    return tidied({ ...sheets, nodes: without(sheets.nodes, (_, each) => each === id), flows });
  };

const plain = (name: string): string => name.trim().toLowerCase();
const roleCalled = ({ roles }: Sheets, name: string): string | undefined =>
  [...roles].find(([, each]) => plain(each) === plain(name))?.[0];

export const addRole =
  (id: string, name: string): Change =>
  (sheets) =>
    plain(name) === '' || roleCalled(sheets, name) !== undefined
      ? null
      : { ...sheets, roles: withRow(sheets.roles, id, name.trim()) };

export const renameRole =
  (id: string, name: string): Change =>
  (sheets) => {
    const same = roleCalled(sheets, name);
    if (!sheets.roles.has(id) || plain(name) === '' || (same !== undefined && same !== id)) return null;
    return { ...sheets, roles: withRow(sheets.roles, id, name.trim()) };
  };

export const deleteRole =
  (id: string): Change =>
  (sheets) => {
    if (!sheets.roles.has(id)) return null;
    const nodes = new Map(
      [...sheets.nodes].map(([each, node]) => [each, node.role === id ? { ...node, role: null } : node]),
    );
    return { ...sheets, roles: without(sheets.roles, (_, each) => each === id), nodes };
  };

/** `id` is what the role is called where there is none of that name. */
export const assignRole =
  (id: string, nodes: readonly string[], name: string): Change =>
  (sheets) => {
    if (plain(name) === '') return onNodes(nodes, (node) => ({ ...node, role: null }))(sheets);
    const role = roleCalled(sheets, name) ?? id;
    const changed = onNodes(nodes, (node) => ({ ...node, role }))(sheets);
    return (
      changed && { ...changed, roles: withRow(sheets.roles, role, sheets.roles.get(role) ?? name.trim()) }
    );
  };

const groupable = ({ nodes }: Sheets, ids: readonly string[]): string[] =>
  ids.filter((id) => inGroups.some((type) => type === nodes.get(id)?.type));

export const addGroup =
  (id: string, ids: readonly string[], name: string): Change =>
  (sheets) => {
    const map = sheets.nodes.get(groupable(sheets, ids)[0] ?? '')?.map;
    return map === undefined
      ? null
      : addToGroup(
          id,
          ids,
        )({ ...sheets, groups: withRow(sheets.groups, id, { map, name: name.trim(), isFolded: false }) });
  };

export const addToGroup =
  (group: string, ids: readonly string[]): Change =>
  (sheets) => {
    const members = groupable(sheets, ids);
    const map = sheets.groups.get(group)?.map;
    if (map === undefined || members.length === 0) return null;
    if (members.some((id) => sheets.nodes.get(id)?.map !== map)) return null;
    return tidied({ ...sheets, nodes: withRows(sheets.nodes, members, (node) => ({ ...node, group })) });
  };

export const leaveGroup =
  (ids: readonly string[]): Change =>
  (sheets) => {
    if (!ids.some((id) => (sheets.nodes.get(id)?.group ?? null) !== null)) return null;
    return tidied({ ...sheets, nodes: withRows(sheets.nodes, ids, (node) => ({ ...node, group: null })) });
  };

const onGroup =
  (id: string, change: (group: PaperGroup) => PaperGroup): Change =>
  (sheets) =>
    sheets.groups.has(id) ? { ...sheets, groups: withRows(sheets.groups, [id], change) } : null;

export const renameGroup = (id: string, name: string): Change =>
  onGroup(id, (group) => ({ ...group, name: name.trim() }));
export const foldGroup = (id: string, isFolded: boolean): Change =>
  onGroup(id, (group) => ({ ...group, isFolded }));

export const dissolveGroup =
  (id: string): Change =>
  (sheets) =>
    sheets.groups.has(id)
      ? tidied({ ...sheets, groups: without(sheets.groups, (_, each) => each === id) })
      : null;

export const addMap =
  (id: string, stream: string, name: string): Change =>
  (sheets) =>
    plain(name) === '' ? null : { ...sheets, maps: withRow(sheets.maps, id, { stream, name: name.trim() }) };

export const deleteMap =
  (id: string): Change =>
  (sheets) => {
    const stream = sheets.maps.get(id)?.stream;
    if (stream === undefined) return null;
    if ([...sheets.maps.values()].filter((map) => map.stream === stream).length < 2) return null;
    return tidied({
      ...sheets,
      maps: without(sheets.maps, (_, each) => each === id),
      nodes: without(sheets.nodes, ({ map }) => map === id),
      flows: without(sheets.flows, ({ map }) => map === id),
    });
  };

export const renameProject =
  (name: string): Change =>
  (sheets) =>
    plain(name) === '' ? null : { ...sheets, name: name.trim() };

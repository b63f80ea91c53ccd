import { isDeepStrictEqual } from 'node:util';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { idPattern } from '../../../shared/model/schema-tools';
import type { Sheets } from './paper-map';

/** What `make` says of an object that never changes, worked out once for each. */
function once<K extends object>(make: (key: K) => string): (key: K) => string {
  const said = new WeakMap<K, string>();
  return (key) => {
    const known = said.get(key);
    if (known !== undefined) return known;
    const text = make(key);
    said.set(key, text);
    return text;
  };
}

/** The same for a part of a document: commands share what they leave alone, and nothing in it can be changed. */
const onceFrozen = <K extends object>(make: (key: K) => string): ((key: K) => string) =>
  once((key) => {
    const isFrozen = (value: unknown): boolean => typeof value !== 'object' || Object.isFrozen(value);
    must(isFrozen(key) && Object.values(key).every(isFrozen), 'a document can be changed from outside');
    return make(key);
  });

const byId = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0;

const lines = <T>(rows: readonly (readonly [string, T])[], say: (row: T) => string): string =>
  [...rows]
    .sort(byId)
    .map(([id, row]) => `${id}: ${say(row)}`)
    .join('\n');

const table = <T>(say: (row: T) => string): ((table: Readonly<Record<string, T>>) => string) =>
  onceFrozen((rows) => lines(Object.entries(rows), say));

const sheet = <T>(say: (row: T) => string): ((sheet: ReadonlyMap<string, T>) => string) =>
  once((rows) => lines([...rows], say));

const mapText = ({ stream, name }: { stream: string; name: string }): string =>
  JSON.stringify([stream, name]);
const flowText = ({ map, from, to, kind }: { map: string; from: string; to: string; kind: string }): string =>
  `${map} ${from} ${to} ${kind}`;
const groupText = ({ map, name, isFolded }: { map: string; name: string; isFolded: boolean }): string =>
  JSON.stringify([map, name, isFolded]);
// A flow that was made where a node was taken out has an id of its own on either side.
const flowTexts = (flows: readonly Parameters<typeof flowText>[0][]): string =>
  flows.map(flowText).sort().join('\n');

const document = {
  maps: table<Project['maps'][string]>(mapText),
  nodes: table(
    onceFrozen(({ map, type, name, wait, position, role, group }: Project['nodes'][string]) =>
      JSON.stringify([
        map,
        type,
        name,
        String(wait?.likely ?? null),
        position ? `${position.x} ${position.y}` : null,
        role ?? null,
        group ?? null,
      ]),
    ),
  ),
  flows: onceFrozen((flows: Project['flows']) => flowTexts(Object.values(flows))),
  roles: table<Project['roles'][string]>(({ name }) => JSON.stringify(name)),
  groups: table<Project['groups'][string]>(({ map, name, isFolded }) =>
    groupText({ map, name, isFolded: isFolded === true }),
  ),
};

type Sheet<Name extends 'maps' | 'nodes' | 'groups'> =
  Sheets[Name] extends ReadonlyMap<string, infer Row> ? Row : never;

const paper = {
  maps: sheet<Sheet<'maps'>>(mapText),
  nodes: sheet<Sheet<'nodes'>>(
    once(({ map, type, name, wait, place, role, group }) =>
      JSON.stringify([map, type, name, String(wait), place, role, group]),
    ),
  ),
  flows: once((flows: Sheets['flows']) => flowTexts([...flows.values()])),
  roles: sheet<string>((name) => JSON.stringify(name)),
  groups: sheet<Sheet<'groups'>>(groupText),
};

/** What the document says, as paper would have it, table by table. */
export function asSheets({ name, maps, nodes, flows, roles, groups }: Project): readonly string[] {
  return [
    name,
    document.maps(maps),
    document.nodes(nodes),
    document.flows(flows),
    document.roles(roles),
    document.groups(groups),
  ];
}

/** What paper says, in the same form. */
export function asRead({ name, maps, nodes, flows, roles, groups }: Sheets): readonly string[] {
  return [
    name,
    paper.maps(maps),
    paper.nodes(nodes),
    paper.flows(flows),
    paper.roles(roles),
    paper.groups(groups),
  ];
}

/** Whether two of them say the same. */
export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.every((text, index) => text === other[index]);
}

/** Throws with the sentence where something is not so. */
export function must(isSo: boolean, sentence: string): void {
  if (!isSo) throw new Error(sentence);
}

const sound = once((rows: Readonly<Record<string, { readonly order: number }>>) => {
  must(Object.getPrototypeOf(rows) === Object.prototype, 'a table inherits from something else');
  for (const [id, { order }] of Object.entries(rows)) {
    must(idPattern.test(id), `${id} is no id`);
    must(Number.isFinite(order), `${id} has no order`);
  }
  return 'sound';
});

/** What holds for every document, whatever was done. */
export function checkInvariants(project: Project): void {
  for (const name of ['maps', 'nodes', 'flows', 'roles', 'groups'] as const) sound(project[name]);
  must(Object.isFrozen(project), 'a document can be changed from outside');
}

/** The file of a document; throws unless it gives the document back, and the same bytes again. */
export function fileOf(project: Project): string {
  const text = writeProject(project);
  const read = readProject(text);
  must(read.kind === 'read' && read.warnings.length === 0, 'what was written is not read without a word');
  must(
    read.kind === 'read' && isDeepStrictEqual(read.project, project),
    'what was written is read as something else',
  );
  must(read.kind === 'read' && writeProject(read.project) === text, 'the file is another the second time');
  return text;
}

/** A flow that paper calls by a name of its own gets the id that the document gave it. */
export function renamed(sheets: Sheets, project: Project): Sheets {
  const said = ({ map, from, to, kind }: { map: string; from: string; to: string; kind: string }): string =>
    `${map} ${from} ${to} ${kind}`;
  const unknown = Object.entries(project.flows).filter(([id]) => !sheets.flows.has(id));
  const flows = [...sheets.flows].map(([id, flow]): [string, typeof flow] => {
    if (Object.hasOwn(project.flows, id)) return [id, flow];
    const found = unknown.findIndex(([, each]) => said(each) === said(flow));
    return [unknown.splice(found, 1)[0]?.[0] ?? id, flow];
  });
  return { ...sheets, flows: new Map(flows) };
}

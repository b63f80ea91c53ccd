import { isDeepStrictEqual } from 'node:util';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { idPattern } from '../../../shared/model/schema-tools';
import type { Sheets } from './paper-map';

const rows = <T, R>(table: Readonly<Record<string, T>>, take: (row: T) => R): [string, R][] =>
  Object.entries(table).map(([id, row]) => [id, take(row)]);

const sorted = (list: readonly (readonly [string, unknown])[]): unknown =>
  [...list].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** What the document says, as paper would have it. */
export function asSheets(project: Project): unknown {
  return [
    project.name,
    sorted(rows(project.maps, ({ stream, name }) => ({ stream, name }))),
    sorted(
      rows(project.nodes, ({ map, type, name, wait, position, role, group }) => ({
        map,
        type,
        name,
        wait: wait?.likely ?? null,
        place: position ? `${position.x} ${position.y}` : null,
        role: role ?? null,
        group: group ?? null,
      })),
    ),
    // A flow that was made where a node was taken out has an id of its own on either side.
    rows(project.flows, ({ map, from, to, kind }) => `${map} ${from} ${to} ${kind}`)
      .map(([, text]) => text)
      .sort(),
    sorted(rows(project.roles, ({ name }) => name)),
    sorted(rows(project.groups, ({ map, name, isFolded }) => ({ map, name, isFolded: isFolded === true }))),
  ];
}

/** What paper says, in the same form. */
export function asRead(sheets: Sheets): unknown {
  return [
    sheets.name,
    sorted([...sheets.maps]),
    sorted([...sheets.nodes]),
    [...sheets.flows.values()].map(({ map, from, to, kind }) => `${map} ${from} ${to} ${kind}`).sort(),
    sorted([...sheets.roles]),
    sorted([...sheets.groups]),
  ];
}

/** Throws with the sentence where something is not so. */
export function must(isSo: boolean, sentence: string): void {
  if (!isSo) throw new Error(sentence);
}

/** What holds for every document, whatever was done. */
export function checkInvariants(project: Project): void {
  for (const table of ['maps', 'nodes', 'flows', 'roles', 'groups'] as const) {
    must(Object.getPrototypeOf(project[table]) === Object.prototype, `${table} inherits from something else`);
    for (const [id, row] of Object.entries<{ readonly order: number }>(project[table])) {
      must(idPattern.test(id), `${id} is no id`);
      must(Number.isFinite(row.order), `${id} has no order`);
    }
  }
  must(Object.isFrozen(project) && Object.isFrozen(project.nodes), 'a document can be changed from outside');
}

/** Throws unless the file of a document gives it back, and the same bytes again. */
export function checkFile(project: Project): void {
  const text = writeProject(project);
  const read = readProject(text);
  must(read.kind === 'read' && read.warnings.length === 0, 'what was written is not read without a word');
  must(
    read.kind === 'read' && isDeepStrictEqual(read.project, project),
    'what was written is read as something else',
  );
  must(read.kind === 'read' && writeProject(read.project) === text, 'the file is another the second time');
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

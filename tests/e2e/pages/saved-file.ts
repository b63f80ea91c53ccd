import { readFileSync } from 'node:fs';
import type { MapNode, Project } from '../../../shared/model/project';
import { readProject } from '../../../shared/file-format/read';

/** The project in a file; throws with the reason where it cannot be read. */
export function projectIn(file: string): Project {
  const read = readProject(readFileSync(file, 'utf8'));
  if (read.kind !== 'read') throw new Error(read.sentence);
  return read.project;
}

/** The node of that name; throws where there is none. */
export function nodeNamed(project: Project, name: string): MapNode {
  const node = Object.values(project.nodes).find((each) => each.name === name);
  if (!node) throw new Error(`The file has no node called ${name}.`);
  return node;
}

/** The flows of a project as `from > to`, with their kind where it is not the normal one, sorted. */
export function flowsIn(project: Project): string[] {
  const name = (id: string): string => project.nodes[id]?.name ?? id;
  return Object.values(project.flows)
    .map((flow) => `${name(flow.from)} > ${name(flow.to)}${flow.kind === 'normal' ? '' : ` (${flow.kind})`}`)
    .sort();
}

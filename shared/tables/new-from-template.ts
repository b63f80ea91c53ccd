import { findTemplate } from '../catalogue/templates/templates';
import type { MakeId } from '../commands/command';
import type { ProjectWithMap } from '../model/new-project';
import type { ValueStream } from '../model/project';
import { readTableDocument } from './read-table';

/** A new project from a template, its stream marked as an untouched copy; null where there is no such template. */
export function newFromTemplate(id: string, options: { readonly makeId: MakeId }): ProjectWithMap | null {
  const template = findTemplate(id);
  if (template === undefined) return null;
  const { stream, roles, steps, flows } = template.table;
  const document = { stream, roles, steps, flows };
  const read = readTableDocument(document, { makeId: options.makeId });
  if (read.kind === 'errors') return null;
  const { project, mapId } = read;
  const streams = Object.fromEntries(
    Object.entries(project.streams).map(([key, row]): [string, ValueStream] => [
      key,
      { ...row, template: id },
    ]),
  );
  return { project: { ...project, streams }, mapId };
}

import { defaultPack } from '../catalogue/packs';
import { findTemplate } from '../catalogue/templates/templates';
import type { MakeId } from '../commands/command';
import type { ProjectWithMap } from '../model/new-project';
import { readTableDocument } from './read-table';

/** A new project from a template, its stream marked as an untouched copy; null where there is no such template. */
export function newFromTemplate(id: string, options: { readonly makeId: MakeId }): ProjectWithMap | null {
  const template = findTemplate(id);
  if (template === undefined) return null;
  const { stream, roles, steps, flows } = template.table;
  const document = { stream, roles, steps, flows };
  const read = readTableDocument(document, { makeId: options.makeId, packId: defaultPack.id });
  if (read.kind === 'errors') return null;
  const { project, mapId } = read;
  const streams = Object.entries(project.streams).map(([key, row]) => [key, { ...row, template: id }]);
  return { project: { ...project, streams: Object.fromEntries(streams) }, mapId };
}

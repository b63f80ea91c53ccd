import type { Arguments } from '../../shared/ipc/contract';
import { writeKept } from '../../shared/file-format/replay';
import { writeProject } from '../../shared/file-format/write';
import type { Project } from '../../shared/model/project';
import { buildMap } from './build-map';

type Message = Arguments<'recovery:keep'>[0];

/** A small project of this name. */
export function projectNamed(name: string): Project {
  return { ...buildMap((m) => m.step('log')).project, name };
}

/** What a page sends at the start of unsaved work: the whole project. */
export function wholeMessage(project: Project, more: Partial<Message> = {}): Message {
  const content = { kind: 'whole' as const, text: writeProject(project) };
  return { title: project.name, number: 0, edits: 1, map: 'map', content, ...more };
}

/** What a page sends for an edit that gives the project another name. */
export function renameMessage(name: string, number: number): Message {
  const patches = [{ op: 'replace' as const, path: ['name'], value: name }];
  const text = writeKept({ number, label: `Rename to ${name}`, map: 'map', patches });
  return { title: name, number, edits: number + 1, map: 'map', content: { kind: 'change', text } };
}

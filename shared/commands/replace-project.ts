import type { Project } from '../model/project';
import { en } from '../text/en';
import { patchRecord } from './change';
import type { Command } from './command';

/** Puts another project in the place of this one, as one undoable change (an import); `source` is the name of what was imported. */
export function replaceProject({ project, source }: { project: Project; source: string }): Command {
  return {
    name: 'project.replace',
    label: en.commands.label.replaceProject(source),
    refuse: () => null,
    apply(draft) {
      const gone = Object.keys(draft).filter((key) => !Object.hasOwn(project, key));
      patchRecord(draft, { ...project, ...Object.fromEntries(gone.map((key) => [key, undefined])) });
    },
  };
}

import type { MakingCommand } from '../commands/change';
import type { MakeId } from '../commands/command';
import type { Project } from '../model/project';
import { importUi } from '../text/import-ui';
import { fittedInto, withRows } from './merge-projects';

const tables = ['nodes', 'flows', 'groups'] as const;

/** Adds all streams and maps of one project to another as one change; `made` are the maps as they are called there. */
export function addProject(
  { into, added, maps }: { into: Project; added: Project; maps: readonly string[] },
  makeId: MakeId,
): MakingCommand {
  const fitted = fittedInto(into, added, makeId);
  return {
    name: 'project.import',
    label: importUi.label(maps.length),
    made: maps.map((id) => fitted.renamedMaps.get(id) ?? id),
    refuse: () => (maps.length === 0 ? importUi.chooseOne : null),
    apply(draft) {
      draft.streams = withRows(draft.streams, fitted.streams);
      draft.maps = withRows(draft.maps, fitted.maps);
      draft.roles = withRows(draft.roles, fitted.roles);
      draft.systems = withRows(draft.systems, fitted.systems);
      draft.artefacts = withRows(draft.artefacts, fitted.artefacts);
      draft.partners = withRows(draft.partners, fitted.partners);
      for (const name of tables) Object.assign(draft[name], fitted[name]);
    },
  };
}

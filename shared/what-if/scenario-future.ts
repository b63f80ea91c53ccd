import { type ProjectDraft, sameName } from '../commands/change';
import { type MapCopy, makeFutureCopy } from '../commands/future-copy';
import type { MakeId } from '../commands/command';
import type { Project } from '../model/project';
import { fixesText } from '../text/fixes';
import { whatIfText } from '../text/what-if';
import { writeScenario } from './apply-scenario';
import { changeKey } from './change-key';
import type { ScenarioChanges } from './types';

/** A name for a role that only one map has, which no other role has. */
function roleNamer(draft: ProjectDraft, map: string): (role: string) => string {
  return (role) => {
    const taken = Object.values(draft.roles).map(({ name }) => name);
    for (let count = 1; ; count += 1) {
      const name = fixesText.roleIn(role, count === 1 ? map : `${map} ${String(count)}`);
      if (!taken.some((each) => sameName(each, name))) return name;
    }
  };
}

/**
 * Makes a future state of a map with the changes of a scenario made on it, as one undo step. A role that changes is
 * copied for it, so that the map itself keeps its figures; demand belongs to the whole stream and stays.
 */
export function makeScenarioFuture(what: {
  readonly project: Project;
  readonly map: string;
  readonly name?: string;
  readonly changes: ScenarioChanges;
  readonly makeId: MakeId;
}): MapCopy {
  const { changes, makeId, name } = what;
  const copy = makeFutureCopy(what);
  const [map] = copy.made;
  return {
    ...copy,
    name: 'scenario.future',
    label: whatIfText.commands.label.future(name ?? ''),
    apply(draft) {
      copy.apply(draft);
      const nameRole = roleNamer(draft, draft.maps[map]?.name ?? '');
      const own = Object.values(changes).map((change) => {
        const about = copy.idOf(change.about);
        return [changeKey(about, change.field), { ...change, about }] as const;
      });
      writeScenario(draft, Object.fromEntries(own), { map, makeId, isFuture: true, nameRole });
    },
  };
}

import type { Fix } from '../../../../shared/analysis/fixes/fix';
import type { Project } from '../../../../shared/model/project';
import type { BuiltMap } from '../../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../../helpers/do-undo-redo';

type About = string | readonly string[];
const list = (ids: About): readonly string[] => (typeof ids === 'string' ? [ids] : ids);

/** The command of a fix for a finding about these ids, or null. */
export function commandOf(
  fix: Fix,
  { project, mapId }: BuiltMap,
  about: About,
  involves: About = [],
): ReturnType<Fix> {
  const makeId = countedIds();
  return fix({ project, map: mapId, about: list(about), involves: list(involves), evidence: {}, makeId });
}

/** The project after a fix, which is done, taken back and done again on the way. */
export function fixed(fix: Fix, built: BuiltMap, about: About, involves: About = []): Project {
  const command = commandOf(fix, built, about, involves);
  if (command === null) throw new Error('the fix does not fit');
  return doUndoRedo(built.project, command);
}

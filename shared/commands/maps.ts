import type { ValueStreamMap } from '../model/project';
import { lookUp, mapsOf } from '../model/queries';
import type { MapState } from '../model/value-sets';
import { en } from '../text/en';
import { fixesText } from '../text/fixes';
import { forgetJudgements } from './analysis';
import { dropEmptyGroups } from './groups';
import { type MakingCommand, type PatchOf, patchRecord, withTrimmedName } from './change';
import type { Command, MakeId } from './command';
import { handOnCopies } from './copies';
import { orderAtEnd } from './order';
import { forgetInPlan } from './plan-links';
import { forgetInRoom } from './room-links';
import { forgetSteps } from './value-items';

const { label, refused } = en.commands;

/** Changed fields of a map: undefined deletes a field; a calendar is replaced as a whole. */
export type MapPatch = PatchOf<Omit<ValueStreamMap, 'stream'>>;

/** Adds an empty map to a stream. */
export function addMap(
  { stream, name, state }: { stream: string; name: string; state: MapState },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'map.add',
    label: label.addMap(name),
    made: [id],
    refuse(project) {
      if (!lookUp(project.streams, stream)) return refused.streamGone;
      return name.trim() === '' ? refused.noName : null;
    },
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.maps));
      draft.maps[id] = { stream, name: name.trim(), state, order };
    },
  };
}

/** Changes fields of a map. */
export function setMap({ id, patch }: { id: string; patch: MapPatch }): Command {
  return {
    name: 'map.set',
    label: label.setMap,
    refuse(project) {
      if (!lookUp(project.maps, id)) return refused.mapGone;
      return patch.name?.trim() === '' ? refused.noName : null;
    },
    apply(draft) {
      const map = lookUp(draft.maps, id);
      if (map) patchRecord(map, withTrimmedName(patch));
    },
  };
}

/** Chooses what the lanes of a map are made of; undefined: what is usual where it is shown. */
export function setLanes({ id, lanes }: { id: string; lanes: ValueStreamMap['lanes'] }): Command {
  return { ...setMap({ id, patch: { lanes } }), name: 'map.lanes', label: label.setLanes };
}

/** Gives a map another name. */
export function renameMap({ id, name }: { id: string; name: string }): Command {
  return { ...setMap({ id, patch: { name: name.trim() } }), name: 'map.rename', label: label.renameMap };
}

const idsOn = (table: Readonly<Record<string, { readonly map: string }>>, map: string): string[] =>
  Object.entries(table).flatMap(([id, row]) => (row.map === map ? [id] : []));

/** Deletes a map with everything on it; the last map of a stream stays. */
export function deleteMap({ id }: { id: string }): Command {
  return {
    name: 'map.delete',
    label: fixesText.label.deleteMap,
    refuse(project) {
      const map = lookUp(project.maps, id);
      if (!map) return refused.mapGone;
      return mapsOf(project, map.stream).length < 2 ? fixesText.lastMap : null;
    },
    apply(draft) {
      const gone = new Set([id, ...idsOn(draft.nodes, id), ...idsOn(draft.flows, id)]);
      handOnCopies(draft, gone);
      for (const table of ['nodes', 'flows'] as const)
        for (const each of idsOn(draft[table], id)) delete draft[table][each];
      delete draft.maps[id];
      dropEmptyGroups(draft);
      forgetJudgements(draft, gone);
      forgetInRoom(draft, gone);
      forgetSteps(draft, gone);
      forgetInPlan(draft, gone);
    },
  };
}

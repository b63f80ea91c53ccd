import { currentFromThis, futuresOf, type MapCopy, makeFutureCopy } from '../../shared/commands/future-copy';
import { deleteMap } from '../../shared/commands/maps';
import type { Project } from '../../shared/model/project';
import { lookUp, mapsOf } from '../../shared/model/queries';
import { fixesText } from '../../shared/text/fixes';
import { makeId } from '../make-id';
import { dispatch, notify, showMap, showPage, undoLast, useApp } from '../store';
import type { Action } from './action';

const words = fixesText.maps;

interface Shown {
  readonly project: Project;
  readonly map: string;
}

function shown(): Shown {
  const { history, mapId } = useApp.getState();
  return { project: history.project, map: mapId };
}

function shownName(): string {
  const { project, map } = shown();
  return lookUp(project.maps, map)?.name ?? '';
}

/** Makes a copy of the shown map and shows it. */
function copyShown(make: (what: Shown & { makeId: typeof makeId }) => MapCopy): void {
  const copy = make({ ...shown(), makeId });
  if (dispatch(copy) !== null) return;
  showMap(copy.made[0]);
  notify(words.made(shownName()), 'plain', { title: fixesText.dialog.undo, run: undoLast });
}

function deleteShown(): void {
  const { map } = shown();
  const name = shownName();
  if (dispatch(deleteMap({ id: map })) !== null) return;
  const takeBack = (): void => {
    undoLast();
    showMap(map);
  };
  notify(words.deleted(name), 'plain', { title: fixesText.dialog.undo, run: takeBack });
}

/** True on a future state whose stream has no current state. */
function lacksCurrent(): boolean {
  const { project, map } = shown();
  const own = lookUp(project.maps, map);
  return own?.state === 'future' && mapsOf(project, own.stream).every((each) => each.state !== 'current');
}

/** True where the shown map has a future state, or is one that was copied from another map. */
function canCompare(): boolean {
  const { project, map } = shown();
  const { maps } = project;
  return futuresOf(project, map).length > 0 || lookUp(maps, lookUp(maps, map)?.copiedFrom) !== undefined;
}

function hasOthers(): boolean {
  const { project, map } = shown();
  return mapsOf(project, lookUp(project.maps, map)?.stream ?? '').length > 1;
}

/** Current and future states of a stream, and the ideas that lead from one to the other. */
export const stateActions: readonly Action[] = [
  { id: 'map.future', group: 'map', run: () => copyShown(makeFutureCopy) },
  { id: 'map.current', group: 'map', can: lacksCurrent, run: () => copyShown(currentFromThis) },
  {
    id: 'map.compare',
    group: 'map',
    can: canCompare,
    run: () => showPage('compare'),
  },
  { id: 'map.delete', group: 'map', can: hasOthers, run: deleteShown },
];

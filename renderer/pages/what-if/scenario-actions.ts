import {
  addScenario,
  deleteScenario,
  duplicateScenario,
  freeScenarioName,
  setScenario,
} from '../../../shared/commands/scenarios';
import { graphOf, lookUp } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { fixesText } from '../../../shared/text/fixes';
import { makeScenarioFuture } from '../../../shared/what-if/scenario-future';
import type { ScenarioChanges } from '../../../shared/what-if/types';
import { makeId } from '../../make-id';
import { dispatch, notify, showMap, showPage, undoLast, useApp } from '../../store';
import { nameOfChanges } from './scenario-name';
import { putOnSliders, setTrial } from './what-if-state';

const words = en.whatIf;
const undo = { title: fixesText.dialog.undo, run: undoLast };

const projectNow = () => useApp.getState().history.project;

/** A name for a scenario that is kept next: what it changes. */
export function nameForNext(map: string, changes: ScenarioChanges): string {
  const project = projectNow();
  const graph = graphOf(project, map);
  const said = graph ? nameOfChanges(project, graph, changes) : '';
  return freeScenarioName(project, map, said === '' ? words.newName : said);
}

/** Keeps what is on the sliders under a name; a sentence where that is refused. */
export function keepScenario(map: string, name: string, changes: ScenarioChanges): string | null {
  const command = addScenario({ map, name, changes }, makeId);
  const refused = dispatch(command);
  if (refused !== null) return refused;
  setTrial(map, { scenario: command.made[0] ?? null });
  notify(words.kept(name.trim()), 'plain', undo);
  return null;
}

/** Puts what is on the sliders into the scenario that they came from. */
export function updateScenario(id: string, changes: ScenarioChanges): void {
  const name = lookUp(projectNow().scenarios, id)?.name ?? '';
  if (dispatch(setScenario({ id, patch: { changes } })) === null) notify(words.kept(name), 'plain', undo);
}

/** Puts a scenario on the sliders. */
export function loadScenario(map: string, id: string): void {
  const scenario = lookUp(projectNow().scenarios, id);
  if (!scenario) return;
  putOnSliders(map, { changes: scenario.changes, shown: Object.keys(scenario.changes), scenario: id });
  notify(words.scenarios.loaded(scenario.name));
}

/** Makes a future state of a map with changes, and shows it. */
export function futureOf(map: string, name: string | null, changes: ScenarioChanges): void {
  const project = projectNow();
  const copy = makeScenarioFuture({ project, map, changes, makeId, ...(name === null ? {} : { name }) });
  if (dispatch(copy) !== null) return;
  const made = lookUp(projectNow().maps, copy.made[0])?.name ?? '';
  const isDemand = Object.values(changes).some(({ field }) => field === 'demandPerMonth');
  showMap(copy.made[0]);
  showPage('map');
  notify(isDemand ? `${words.futureMade(made)} ${words.futureLeft}` : words.futureMade(made), 'plain', undo);
}

/** Copies a scenario. */
export function copyScenario(id: string): void {
  dispatch(duplicateScenario({ project: projectNow(), id }, makeId));
}

/** Deletes a scenario; it can be taken back. */
export function removeScenario(id: string): void {
  dispatch(deleteScenario({ id }));
}

/** Gives a scenario another name; a sentence where that is refused. */
export function renameScenario(id: string, name: string): string | null {
  return dispatch(setScenario({ id, patch: { name } }));
}

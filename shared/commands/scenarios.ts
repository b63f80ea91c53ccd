import type { Project } from '../model/project';
import { listOf, lookUp } from '../model/queries';
import type { Scenario } from '../model/workshop';
import { whatIfText } from '../text/what-if';
import {
  definedFields,
  type MakingCommand,
  numbered,
  type PatchOf,
  type ProjectDraft,
  patchRecord,
  withTrimmedName,
  sameName,
} from './change';
import type { Command, MakeId } from './command';
import { orderAtEnd } from './order';

const { label, refused } = whatIfText.commands;

/** The scenarios of a map in their order, with their ids. */
export function scenariosOf(project: Project, map: string): (Scenario & { readonly id: string })[] {
  return listOf(project.scenarios).filter((each) => each.map === map);
}

function refuseName(project: Project, map: string, name: string, self?: string): string | null {
  if (name.trim() === '') return refused.noName;
  const isTaken = scenariosOf(project, map).some((each) => each.id !== self && sameName(each.name, name));
  return isTaken ? refused.taken(name.trim()) : null;
}

/** A name that no scenario of the map has: with a number behind it where it is taken. */
export function freeScenarioName(project: Project, map: string, name: string): string {
  return numbered(name, (wanted) => refuseName(project, map, wanted) !== null);
}

/** Keeps changes as a scenario of a map. */
export function addScenario(scenario: Omit<Scenario, 'order'>, makeId: MakeId): MakingCommand {
  const id = makeId();
  return {
    name: 'scenario.add',
    label: label.add(scenario.name.trim()),
    made: [id],
    refuse(project) {
      if (!lookUp(project.maps, scenario.map)) return refused.mapGone;
      return refuseName(project, scenario.map, scenario.name);
    },
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.scenarios));
      draft.scenarios[id] = definedFields({ ...scenario, name: scenario.name.trim(), order });
    },
  };
}

/** Changes a scenario: its name, its note, all its changes as one field; undefined deletes a field. */
export function setScenario({ id, patch }: { id: string; patch: PatchOf<Omit<Scenario, 'map'>> }): Command {
  return {
    name: 'scenario.set',
    label: patch.name === undefined ? label.set : label.rename,
    refuse(project) {
      const row = lookUp(project.scenarios, id);
      if (!row) return refused.gone;
      return patch.name === undefined ? null : refuseName(project, row.map, patch.name, id);
    },
    apply(draft) {
      const row = lookUp(draft.scenarios, id);
      if (row) patchRecord(row, withTrimmedName(patch));
    },
  };
}

/** Copies a scenario under another name. */
export function duplicateScenario(
  { project, id }: { project: Project; id: string },
  makeId: MakeId,
): MakingCommand {
  const row = lookUp(project.scenarios, id);
  const { order: _order, ...fields } = row ?? { name: '', order: 0, map: '', changes: {} };
  const name = freeScenarioName(project, fields.map, whatIfText.copyOf(fields.name));
  return { ...addScenario({ ...fields, name }, makeId), name: 'scenario.duplicate', label: label.duplicate };
}

/** Takes a scenario away. */
export function deleteScenario({ id }: { id: string }): Command {
  return {
    name: 'scenario.delete',
    label: label.remove,
    refuse: (project) => (lookUp(project.scenarios, id) ? null : refused.gone),
    apply(draft) {
      delete draft.scenarios[id];
    },
  };
}

/** Takes what is about things that are gone out of all scenarios; the scenarios of a map that is gone go with it. */
export function forgetInScenarios(draft: ProjectDraft, gone: ReadonlySet<string>): void {
  for (const [id, scenario] of Object.entries(draft.scenarios)) {
    if (gone.has(scenario.map)) delete draft.scenarios[id];
    else
      for (const [key, change] of Object.entries(scenario.changes))
        if (gone.has(change.about)) delete scenario.changes[key];
  }
}

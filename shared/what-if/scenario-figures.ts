import { computeFigures } from '../figures/compute-figures';
import type { Figures } from '../figures/types';
import type { Project } from '../model/project';
import { graphOf, type MapGraph } from '../model/queries';
import { applyScenario } from './apply-scenario';
import type { AppliedScenario, ScenarioChanges } from './types';

/** A map with the changes of a scenario, and its figures. */
export interface ScenarioOutcome extends AppliedScenario {
  readonly graph: MapGraph;
  readonly figures: Figures;
}

/** The figures of a map as they would be with the changes of a scenario; null where the map is gone. Waits are inputs: people and demand change how busy roles are, never a wait. */
export function scenarioFigures(
  project: Project,
  map: string,
  changes: ScenarioChanges,
): ScenarioOutcome | null {
  const applied = applyScenario(project, map, changes);
  const graph = graphOf(applied.project, map);
  return graph && { ...applied, graph, figures: computeFigures(graph) };
}

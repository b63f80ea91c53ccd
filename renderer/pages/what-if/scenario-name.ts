import type { Project } from '../../../shared/model/project';
import type { MapGraph } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { scenarioInputs, valueAfter } from '../../../shared/what-if/scenario-inputs';
import type { ScenarioChanges } from '../../../shared/what-if/types';
import { aboutName, sayValue } from './input-words';

const words = en.whatIf;

/** How many changes a name says. */
const most = 2;

/** What changes say in little space: `Security approves access 0m, Triage 10m`; empty where there is nothing to say. */
export function nameOfChanges(project: Project, graph: MapGraph, changes: ScenarioChanges): string {
  const inputs = new Map(scenarioInputs(project, graph).map((input) => [input.key, input]));
  const said = Object.entries(changes).flatMap(([key, change]) => {
    const input = inputs.get(key);
    if (!input) return [];
    const name = aboutName(graph, input.about);
    if (input.kind === 'switch') return [words.nameWithout(name)];
    const value = valueAfter(input, change);
    return value === null ? [] : [words.nameOfChange(name, sayValue(input.kind, value))];
  });
  const more = said.length > most ? [words.nameMore(said.length - most)] : [];
  return [...said.slice(0, most), ...more].join(', ');
}

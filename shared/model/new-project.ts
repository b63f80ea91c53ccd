import { officeHours } from './calendar';
import type { Project } from './project';

/** Words that a new project starts with. */
interface NewProjectNames {
  readonly project: string;
  readonly stream: string;
  readonly map: string;
  readonly demand: string;
  readonly value: string;
}

/** A project together with the map to open. */
export interface ProjectWithMap {
  readonly project: Project;
  readonly mapId: string;
}

/** A project without any stream, in office hours. */
export function blankProject(name: string): Project {
  return {
    name,
    pack: 'itil4',
    settings: { calendar: officeHours, currency: 'EUR', profile: 'workshop' },
    streams: {},
    maps: {},
    nodes: {},
    flows: {},
    roles: {},
    systems: {},
    artefacts: {},
    partners: {},
    improvements: {},
    waivers: {},
    ruleSettings: {},
    stakeholders: {},
    valueItems: {},
    groups: {},
    scenarios: {},
    agenda: {},
    workshopNotes: {},
    noteGroups: {},
    ballots: {},
    votes: {},
  };
}

/** A project with one stream whose current map holds a demand on the left and a value on the right; `makeId` must give a new id at each call. */
export function emptyProject(options: {
  readonly makeId: () => string;
  readonly names: NewProjectNames;
}): ProjectWithMap {
  const { makeId, names } = options;
  const project = blankProject(names.project);
  const streamId = makeId();
  const mapId = makeId();
  project.streams[streamId] = { name: names.stream, order: 1 };
  project.maps[mapId] = { stream: streamId, name: names.map, order: 1, state: 'current' };
  project.nodes[makeId()] = {
    map: mapId,
    type: 'start',
    name: names.demand,
    order: 1,
  };
  project.nodes[makeId()] = {
    map: mapId,
    type: 'end',
    name: names.value,
    order: 2,
  };
  return { project, mapId };
}

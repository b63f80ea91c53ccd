import { blankProject } from '../../../shared/model/new-project';
import type { Project } from '../../../shared/model/project';
import type { Sheets } from './paper-map';

const step = (order: number): Project['nodes'][string] => ({ map: 'map', type: 'step', name: '', order });

/** Three steps in a row, with something to join when the middle one is taken out. */
export const start: Project = {
  ...blankProject('Start'),
  streams: { stream: { name: 'Stream', order: 1 } },
  maps: { map: { stream: 'stream', name: 'Now', order: 1, state: 'current' } },
  nodes: { a: step(1), b: step(2), c: step(3) },
  flows: {
    ab: { map: 'map', from: 'a', to: 'b', kind: 'normal', order: 1 },
    bc: { map: 'map', from: 'b', to: 'c', kind: 'escalation', order: 2 },
    ca: { map: 'map', from: 'c', to: 'a', kind: 'rework', order: 3 },
  },
};

const bare = {
  map: 'map',
  type: 'step',
  name: '',
  wait: null,
  place: null,
  role: null,
  group: null,
} as const;

/** The same on paper. */
export const onPaper: Sheets = {
  name: 'Start',
  maps: new Map([['map', { stream: 'stream', name: 'Now' }]]),
  nodes: new Map(['a', 'b', 'c'].map((id) => [id, bare])),
  flows: new Map([
    ['ab', { map: 'map', from: 'a', to: 'b', kind: 'normal' }],
    ['bc', { map: 'map', from: 'b', to: 'c', kind: 'escalation' }],
    ['ca', { map: 'map', from: 'c', to: 'a', kind: 'rework' }],
  ]),
  roles: new Map(),
  groups: new Map(),
};

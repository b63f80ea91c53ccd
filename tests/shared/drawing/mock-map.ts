import type { Box, FlowRoute, MapLayout } from '../../../shared/layout/types';
import { nodeSizes } from '../../../shared/layout/sizes';
import type { MapNode } from '../../../shared/model/project';
import { contextOf, type Fields, projectWith } from './drawing-context';

const likely = (value: number): { likely: number } => ({ likely: value });
const step = (name: string, activity: string, practice: string, more: Partial<Fields>): Fields => ({
  type: 'step',
  name,
  activity,
  practices: { [practice]: 1 },
  ...more,
});

/** The stream of the mock-up: six steps in four lanes, a rework loop, a note and a burst. */
export const mockProject = projectWith(
  {
    start: { type: 'start', name: 'Demand' },
    log: step('Log & categorise', 'engage', 'service-desk', {
      processTime: likely(6),
      completeAccurate: likely(0.78),
      value: 'VA',
    }),
    triage: step('Triage & prioritise', 'deliver-support', 'incident-management', {
      processTime: likely(9),
      wait: likely(35),
      wip: likely(3),
      completeAccurate: likely(0.84),
      value: 'NNVA',
    }),
    approve: step('Approve escalation', 'plan', 'change-enablement', {
      processTime: likely(12),
      wait: likely(260),
      wip: likely(23),
      completeAccurate: likely(0.97),
      value: 'NVA',
    }),
    diagnose: step('Diagnose', 'deliver-support', 'incident-management', {
      processTime: likely(55),
      wait: likely(190),
      wip: likely(117),
      completeAccurate: likely(0.71),
      value: 'VA',
    }),
    restore: step('Restore service and tell everybody who waits for it', 'deliver-support', 'service-desk', {
      processTime: { likely: 38, low: 20, high: 90 },
      wait: likely(45),
      completeAccurate: likely(0.92),
    }),
    confirm: step('Confirm & close', 'engage', 'service-desk', {
      processTime: likely(5),
      wait: likely(480),
      wip: likely(4200),
      value: 'NNVA',
    }),
    end: { type: 'end', name: 'Service restored' },
    choice: { type: 'decision', name: 'Known error with a workaround?' },
    itsm: { type: 'control', name: 'Duty manager' },
    note: {
      type: 'note',
      name: '“We re-type the same fields in two tools.”',
      note: 'Service desk, workshop 14 Nov',
    },
    burst: { type: 'burst', name: 'Pre-approve P1 and P2' },
    fork: { type: 'fork', name: '' },
  },
  [
    { from: 'start', to: 'log' },
    { from: 'log', to: 'triage' },
    { from: 'triage', to: 'approve' },
    { from: 'approve', to: 'diagnose' },
    { from: 'diagnose', to: 'restore', share: likely(0.71) },
    { from: 'diagnose', to: 'triage', kind: 'rework', share: likely(0.29) },
    { from: 'restore', to: 'confirm' },
    { from: 'confirm', to: 'end' },
    { from: 'itsm', to: 'triage', kind: 'information' },
  ],
);

const at = (type: MapNode['type'], x: number, y: number): Box => ({ x, y, ...nodeSizes[type] });
const route = (points: [number, number][], label: [number, number], queue?: [number, number]): FlowRoute => ({
  points: points.map(([x, y]) => ({ x, y })),
  path: points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
  label: { x: label[0], y: label[1] },
  queue: queue ? { x: queue[0], y: queue[1] } : null,
  wait: queue ? { x: queue[0] - 48, y: queue[1] } : null,
});

/** The mock-up's stream placed by hand. */
export const mockLayout: MapLayout = {
  boxes: new Map([
    ['start', at('start', 24, 16)],
    ['log', at('step', 128, 128)],
    ['triage', at('step', 368, 128)],
    ['approve', at('step', 608, 256)],
    ['diagnose', at('step', 848, 384)],
    ['restore', at('step', 1088, 384)],
    ['confirm', at('step', 1328, 128)],
    ['end', at('end', 1336, 24)],
    ['choice', at('decision', 620, 132)],
    ['itsm', at('control', 776, 24)],
    ['note', at('note', 136, 264)],
    ['burst', at('burst', 1000, 128)],
    ['fork', at('fork', 1280, 264)],
  ]),
  lanes: [
    { id: 'users', name: 'Users', y: 0, height: 112 },
    { id: 'desk', name: 'Service desk', y: 112, height: 128 },
    { id: 'change', name: 'Change authority', y: 240, height: 128 },
    { id: 'teams', name: 'Resolver teams', y: 368, height: 152 },
  ],
  routes: new Map([
    [
      'f0',
      route(
        [
          [80, 96],
          [80, 176],
          [128, 176],
        ],
        [80, 140],
      ),
    ],
    [
      'f1',
      route(
        [
          [288, 176],
          [368, 176],
        ],
        [328, 160],
        [328, 172],
      ),
    ],
    [
      'f2',
      route(
        [
          [528, 176],
          [564, 176],
          [564, 304],
          [608, 304],
        ],
        [564, 250],
        [564, 240],
      ),
    ],
    [
      'f3',
      route(
        [
          [768, 304],
          [804, 304],
          [804, 432],
          [848, 432],
        ],
        [804, 380],
        [804, 368],
      ),
    ],
    [
      'f4',
      route(
        [
          [1008, 432],
          [1088, 432],
        ],
        [1048, 418],
      ),
    ],
    [
      'f5',
      route(
        [
          [928, 480],
          [928, 504],
          [448, 504],
          [448, 224],
        ],
        [688, 504],
      ),
    ],
    [
      'f6',
      route(
        [
          [1248, 432],
          [1284, 432],
          [1284, 176],
          [1328, 176],
        ],
        [1284, 400],
        [1284, 340],
      ),
    ],
    [
      'f7',
      route(
        [
          [1408, 128],
          [1408, 88],
        ],
        [1408, 110],
      ),
    ],
    [
      'f8',
      route(
        [
          [776, 56],
          [448, 56],
          [448, 128],
        ],
        [600, 56],
      ),
    ],
  ]),
  bounds: { x: -24, y: 0, width: 1544, height: 520 },
};

/** The mock-up with its figures and badges. */
export const mockContext = contextOf(mockProject, {
  figures: {
    leadTimeExpected: 1135,
    processTimeOnPath: 125,
    activityRatio: 0.11,
    processCycleEfficiency: 0.087,
    rolledCompleteAccurate: 0.41,
    takt: 11.43,
    wip: 99,
  },
  badges: {
    log: { count: 1, worst: 'warning' },
    approve: { count: 2, worst: 'error' },
    diagnose: { count: 12, worst: 'error' },
    confirm: { count: 1, worst: 'info' },
  },
});

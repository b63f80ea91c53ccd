import {
  automationLevels,
  flowKinds,
  mapStates,
  nodeTypes,
  valueClasses,
} from '../../shared/model/value-sets';

const fields = [
  'name',
  'type',
  'role',
  'processTime',
  'wait',
  'completeAccurate',
  'likely',
  'low',
  'high',
  'share',
  'from',
  'to',
  'kind',
  'order',
  'map',
  'position',
  'calendar',
  'demandPerMonth',
  'people',
  'availability',
  'systems',
  'group',
];

const sets = [...nodeTypes, ...flowKinds, ...mapStates, ...valueClasses, ...automationLevels];

/** Amounts as people write them. */
export const amounts = [
  '10m',
  '4h 30m',
  '1:30',
  '2d',
  '3cd',
  '1w',
  'PT1H',
  'P1Y2M3DT4H',
  '5m/10m/30m',
  '5-15m',
  '80%',
  '70/80/90%',
  '1,500',
  '0.5',
  '1e9',
  '2e-7m',
  '100%',
  '0',
];

/** Texts that have broken programs before. */
export const hostile = [
  '__proto__',
  'constructor',
  'toString',
  '&valueOf;',
  '\u202e',
  '\ud83d\ude00',
  '=1+1',
  '"',
  ';',
  '—',
];

/** Dictionaries by format. */
export const exampleWords = {
  json: [...fields, ...sets, ...hostile, 'vsmap', '2026-02-30', '9999-12-31'],
  table: [
    'Step;Role;PT;Wait;%C&A',
    'id',
    'next',
    'Process time (h)',
    'Lead time',
    'sep=;',
    'rework',
    'Systems',
    'Provenance',
    ...sets,
    ...amounts,
    ...hostile,
  ],
} as const;

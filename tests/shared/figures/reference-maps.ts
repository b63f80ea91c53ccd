import { hours } from '../../helpers/build-map';
import { chain, type MapSpec } from './maps';

/** The linear example of the reference: process times 0.25, 0.5, 2, 0.25 h, waits 0.1, 4, 16, 2 h; steps 2 and 3 add value. */
export const linear: MapSpec = {
  nodes: {
    start: {},
    one: { pt: hours(0.25), wait: hours(0.1), ca: 0.8, value: 'NNVA' },
    two: { pt: hours(0.5), wait: hours(4), ca: 0.9, value: 'VA' },
    three: { pt: hours(2), wait: hours(16), ca: 0.75, value: 'VA' },
    four: { pt: hours(0.25), wait: hours(2), ca: 0.95, value: 'NVA' },
    end: {},
  },
  flows: chain('start', 'one', 'two', 'three', 'four', 'end'),
  demand: 900,
};

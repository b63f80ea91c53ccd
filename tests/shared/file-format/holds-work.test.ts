import { describe, expect, it } from 'vitest';
import { holdsWork } from '../../../shared/file-format/holds-work';
import { buildMap, type MapBuilder } from '../../helpers/build-map';

/** A map with both ends, the flow between them, and what is put to them. */
function withEnds(more: (m: MapBuilder) => void = () => undefined) {
  return buildMap((m) => {
    m.stream({ name: 'Restore service' });
    m.start();
    m.end();
    m.path('start', 'end');
    more(m);
  }).project;
}

describe('what is found in a damaged file', () => {
  it('is nobody’s work where it is no more than a new map has', () => {
    expect(holdsWork(withEnds())).toBe(false);
    expect(holdsWork({ ...withEnds(), nodes: {}, flows: {}, maps: {}, streams: {} })).toBe(false);
  });

  it('is work with one step, one decision, one word of the charter or one role', () => {
    expect(holdsWork(withEnds((m) => m.step('log')))).toBe(true);
    expect(holdsWork(withEnds((m) => m.node('decision', 'ask')))).toBe(true);
    expect(holdsWork(withEnds((m) => m.stream({ purpose: 'Users can work again' })))).toBe(true);
    expect(holdsWork(withEnds((m) => m.role('agent')))).toBe(true);
  });
});

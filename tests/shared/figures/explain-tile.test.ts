import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import {
  describeSampled,
  elapsedAside,
  sayEnds,
  type SampledTile,
} from '../../../shared/figures/explain-tile';
import { rangesOf } from '../../../shared/figures/ranges';
import type { SampledLeadTime } from '../../../shared/figures/types';
import { roundTheClock } from '../../../shared/model/calendar';
import { hours } from '../../helpers/build-map';
import { chain, type MapSpec, mapOf } from './maps';

const spec: MapSpec = {
  nodes: { start: {}, a: { pt: hours(1), wait: [hours(2), hours(7), hours(30)] }, end: {} },
  flows: chain('start', 'a', 'end'),
  target: hours(16),
};

const sampled: SampledLeadTime = {
  runs: 10_000,
  seed: 1,
  mean: hours(13),
  p50: hours(9),
  p85: hours(25),
  p95: hours(40),
  shareWithinTarget: 0.68,
};

function tile(of: MapSpec, samples: SampledLeadTime | 'awaited' | null): SampledTile {
  const graph = mapOf(of);
  return describeSampled(graph, computeFigures(graph), samples);
}

describe('the tile of the percentiles', () => {
  it('shows 85 of 100, with half and 95 beside it, and the part within the target', () => {
    expect(tile(spec, sampled)).toMatchObject({
      label: '85 of 100 done within',
      value: '25h',
      asides: ['half: 9h', '95\u00a0%: 40h'],
      note: '68\u00a0% within 16h target',
      tone: 'bad',
    });
  });

  it('is good where 85 of 100 meet the target', () => {
    expect(tile({ ...spec, target: hours(25) }, { ...sampled, shareWithinTarget: 0.85 }).tone).toBe('good');
  });

  it('says nothing of a target that is not set', () => {
    const { target: _, ...untargeted } = spec;
    expect(tile(untargeted, { ...sampled, shareWithinTarget: null })).toMatchObject({
      note: 'no target set',
      tone: 'plain',
    });
  });

  it('tells waiting for samples from having none, and from a lead time that is unknown', () => {
    expect(tile(spec, 'awaited')).toMatchObject({ value: '…', note: '' });
    expect(tile(spec, null)).toMatchObject({ value: 'not sampled', note: 'no samples of this map' });
    const unknown = { ...spec, nodes: { ...spec.nodes, a: { pt: 1 } } };
    expect(tile(unknown, null).note).toBe('needs a known lead time');
    expect(tile(unknown, sampled).value).toBe('not sampled');
  });
});

describe('beside the lead time', () => {
  it('stands how long it is on the wall', () => {
    // Wait (2 + 28 + 30) / 6 = 10 h and 1 h of work: 11 h x 168 / 40 = 46.2 h = 1.925 days.
    const graph = mapOf(spec);
    expect(elapsedAside(graph, computeFigures(graph))).toBe('1.9 calendar days');
    // From one day on in calendar days, below in hours: 5 h x 168 / 40 = 21 h.
    const shorter = mapOf({ ...spec, nodes: { ...spec.nodes, a: { pt: hours(4), wait: hours(1) } } });
    expect(elapsedAside(shorter, computeFigures(shorter))).toBe('elapsed 21h');
    const longer = mapOf({ ...spec, nodes: { ...spec.nodes, a: { pt: hours(20), wait: 0 } } });
    expect(elapsedAside(longer, computeFigures(longer))).toBe('3.5 calendar days');
  });

  it('stands nothing where all hours are working hours', () => {
    const graph = mapOf({ ...spec, calendar: roundTheClock });
    expect(elapsedAside(graph, computeFigures(graph))).toBeNull();
  });

  it('stands in the tip how far it may range', () => {
    expect(sayEnds('leadTimeExpected', rangesOf(mapOf(spec)))).toBe('All inputs low or high: 3h to 31h.');
    expect(sayEnds('takt', rangesOf(mapOf(spec)))).toBeNull();
    expect(sayEnds('leadTimeExpected', null)).toBeNull();
  });
});

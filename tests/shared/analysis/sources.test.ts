import { describe, expect, it } from 'vitest';
import { sayTrust, sourcesOf } from '../../../shared/analysis/sources';
import { buildMap, type StepFields } from '../../helpers/build-map';
import { inARow } from './judge-map';

const saidOf = (confidence: number, steps: Readonly<Record<string, StepFields>>): string =>
  sayTrust(confidence, sourcesOf(buildMap((m) => inARow(m, steps)).graph));

const estimated = { processTime: { likely: 10, source: 'estimate' } } as const;
const unstated = { processTime: 10 };

describe('how sure a finding is', () => {
  it('is said by the source of its least trusted value', () => {
    expect(saidOf(1, { log: { processTime: { likely: 10, source: 'measured' } } })).toBe(
      'The values were seen or timed.',
    );
    expect(saidOf(1, { log: unstated })).toMatch(/^It follows from what is drawn/);
    expect(saidOf(0.9, { log: unstated })).toBe('The values come from a log.');
    expect(saidOf(0.3, { log: unstated })).toMatch(/^Some values are guesses/);
  });

  it('calls nothing an estimate that nobody called so', () => {
    expect(saidOf(0.6, { log: estimated })).toBe('Some values are estimates.');
    expect(saidOf(0.6, { log: unstated })).toMatch(/^No source is stated/);
    expect(saidOf(0.6, { log: unstated, fix: estimated })).toBe(
      'Some values are estimates or state no source.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { boundSteps, type DimensionFact, dimensionFacts } from '../../../shared/analysis/dimension-summary';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { buildMap, type MapBuilder } from '../../helpers/build-map';

/** Each number of a map by its name, as [value, steps]. */
function factsOf(tell: (m: MapBuilder) => void): ReadonlyMap<string, DimensionFact> {
  const { graph } = buildMap(tell);
  const facts = dimensionFacts(graph, computeFigures(graph), (id) => id.toUpperCase());
  return new Map(Object.values(facts).flatMap((list) => list.map((fact) => [fact.key, fact])));
}

const told = factsOf((m) => {
  m.stream({ demandPerMonth: 100 });
  m.role('agent', { people: 2, availability: 1 });
  m.role('engineer', { people: 3, availability: 0.5 });
  m.start();
  m.step('log', {
    role: 'agent',
    team: 'Desk',
    party: 'provider',
    systems: ['tool'],
    automation: 'assisted',
    rekeys: true,
    kind: 'entry',
    practices: ['service-desk'],
    processTime: 10,
    wait: 0,
    standardised: true,
  });
  m.step('approve', { party: 'provider', kind: 'approval', processTime: 5, wait: 60 });
  m.step('repair', {
    role: 'engineer',
    team: 'Works',
    party: 'partner',
    partner: 'acme',
    systems: ['tool', 'portal'],
    automation: 'automated',
    rekeys: false,
    kind: 'work',
    practices: ['service-desk', 'incident-management'],
    processTime: 30,
    wait: 120,
    external: true,
  });
  m.end();
  m.path('start', 'log', 'approve', 'repair', 'end');
  m.flow('repair', 'log', { kind: 'rework', share: 0 });
});

describe('what a map says on the four dimensions', () => {
  it('of people: roles, teams, people, load, and who is not named', () => {
    expect(told.get('roles')).toMatchObject({
      value: 2,
      names: ['Agent', 'Engineer'],
      steps: ['log', 'repair'],
    });
    expect(told.get('teams')?.value).toBe(2);
    expect(told.get('people')?.value).toBe(5);
    // 100 x 10 min / (2 people x 10,400 min) against 100 x 30 min / (1.5 x 10,400 min).
    expect(told.get('busiest')?.names).toEqual(['Engineer']);
    expect(told.get('busiest')?.value).toBeCloseTo(3000 / 15_600, 6);
    expect(told.get('noRole')).toMatchObject({ value: 1, of: 3, steps: ['approve'], isSilence: true });
  });

  it('of people at the provider alone, those of the consumer apart', () => {
    const facts = factsOf((m) => {
      m.role('agent', { people: 14, availability: 1 });
      m.role('nurse', { people: 960, availability: 0.1 });
      m.start();
      m.step('ask', { role: 'nurse', party: 'consumer' });
      m.step('answer', { role: 'agent' });
      m.end();
      m.path('start', 'ask', 'answer', 'end');
    });
    expect(facts.get('people')).toMatchObject({ value: 14, consumers: 960 });
  });

  it('of technology: systems by use, typing again, automation', () => {
    expect(told.get('systems')).toMatchObject({ value: 2, names: ['Tool', 'Portal'] });
    expect(told.get('rekeys')).toMatchObject({ value: 1, steps: ['log'] });
    expect(told.get('automated')).toMatchObject({ value: 1, of: 3, steps: ['repair'] });
    expect(told.get('noSystems')).toMatchObject({ value: 1, steps: ['approve'] });
  });

  it('of partners: who, which steps, how long, and no agreement', () => {
    expect(told.get('partners')).toMatchObject({ value: 1, names: ['Acme'] });
    expect(told.get('partnerSteps')).toMatchObject({ value: 1, of: 3 });
    expect(told.get('outsideTime')?.value).toBeCloseTo(150, 9);
    expect(told.get('noAgreement')).toMatchObject({ value: 1, of: 1 });
    expect(told.get('external')?.value).toBe(1);
  });

  it('of processes: practices, checks, loops, standard work', () => {
    expect(told.get('practices')?.names).toEqual(['SERVICE-DESK', 'INCIDENT-MANAGEMENT']);
    expect(told.get('checks')).toMatchObject({ value: 1, steps: ['approve'] });
    expect(told.get('loops')).toMatchObject({ value: 1, steps: ['repair'] });
    expect(told.get('standardised')).toMatchObject({ value: 1, of: 3 });
  });
});

describe('a map that says nothing', () => {
  const bare = factsOf((m) => {
    m.start();
    m.step('log');
    m.end();
    m.path('start', 'log', 'end');
  });

  it('has unknown numbers, not noughts', () => {
    // Hand-offs are known: a single step has nobody to hand over to.
    const unknown = [...bare.values()].filter(({ value }) => value === null).map(({ key }) => key);
    expect(unknown).toEqual([
      'people',
      'busiest',
      'systems',
      'privateSystems',
      'rekeys',
      'automated',
      'partners',
      'partnerSteps',
      'outsideTime',
      'noAgreement',
      'external',
      'checks',
      'standardised',
    ]);
  });

  it('is said to be silent', () => {
    const silent = [...bare.values()].filter(({ isSilence }) => isSilence);
    expect(silent.map(({ key, value }) => [key, value])).toEqual([
      ['noRole', 1],
      ['noSystems', 1],
      ['noAutomation', 1],
      ['noParty', 1],
      ['noKind', 1],
    ]);
  });
});

describe('the time outside', () => {
  it('is unknown where a partner does not say how long one waits', () => {
    const facts = factsOf((m) => {
      m.start();
      m.step('repair', { party: 'partner', processTime: 30 });
      m.end();
      m.path('start', 'repair', 'end');
    });
    expect(facts.get('outsideTime')?.value).toBeNull();
    expect(facts.get('partnerSteps')?.value).toBe(1);
  });
});

describe('outside factors', () => {
  it('name the steps that each of them bounds', () => {
    const { graph } = buildMap((m) => {
      m.step('keep', { outsideFactor: 'legal' });
      m.step('pay', { outsideFactor: 'economic' });
      m.step('log', {});
    });
    const bound = boundSteps(graph);
    expect(bound.legal.map(({ id }) => id)).toEqual(['keep']);
    expect(bound.economic.map(({ id }) => id)).toEqual(['pay']);
    expect(bound.social).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { chipsOf } from '../../../shared/capture/chips';
import { quickContext } from '../../../shared/capture/quick-context';
import { parseQuickLine } from '../../../shared/capture/quick-line';
import { splitLine } from '../../../shared/capture/split-line';
import type { QuickContext, Said } from '../../../shared/capture/types';
import { graphOf } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { buildMap } from '../../helpers/build-map';

const { project, mapId } = buildMap((m) => {
  m.start('start', { name: 'Demand' });
  m.role('desk', { name: 'Service desk agent' });
  m.role('second', { name: 'L2' });
  m.role('tier', { name: 'Tier team 10' });
  m.step('log', { name: 'Log the call' });
  m.step('sort', { name: 'Triage', team: 'Night shift' });
  m.end('end', { name: 'Service restored' });
  m.path('start', 'log', 'sort');
});

function contextHere(): QuickContext {
  const context = quickContext(project, mapId, 'sort');
  if (!context) throw new Error('no map');
  return context;
}
const context = contextHere();

const read = (line: string) => parseQuickLine(line, context);
const said = (line: string): readonly Said[] => {
  const { parts, problems } = read(line);
  expect(problems.map(({ sentence }) => sentence)).toEqual([]);
  return parts.map((part) => part.said);
};
const second = (part: string): Said | undefined => said(`Ask; ${part}`)[1];
const sentences = (line: string): string[] => read(line).problems.map(({ sentence }) => sentence);
const sureness = (part: string): string | undefined => read(`Ask; ${part}`).parts[1]?.sureness;

describe('a line as it is spoken', () => {
  it('gives name, a new role, work, wait and quality', () => {
    expect(said('Diagnose; L1; 10m; wait 4h; 80%')).toEqual([
      { field: 'name', value: 'Diagnose' },
      { field: 'role', value: 'L1' },
      { field: 'processTime', value: { likely: 10 } },
      { field: 'wait', value: { likely: 240 } },
      { field: 'completeAccurate', value: { likely: 0.8 } },
    ]);
    expect(read('Diagnose; L1').parts[1]?.sureness).toBe('new');
  });

  it('knows where each part stands', () => {
    expect(read('Ask ;  10m;foo 3h').parts.map(({ span }) => span)).toEqual([
      { from: 0, to: 3 },
      { from: 7, to: 10 },
    ]);
    expect(read('Ask ;  10m;foo 3h').problems[0]?.span).toEqual({ from: 11, to: 17 });
  });

  it('says nothing where nothing is written', () => {
    expect(read('  ')).toEqual({ parts: [], problems: [] });
    expect(read(' ; ; ')).toEqual({ parts: [], problems: [] });
  });

  it('keeps a semicolon inside quotation marks', () => {
    expect(said('"Ask; then wait"; 5m')[0]).toEqual({ field: 'name', value: 'Ask; then wait' });
    expect(splitLine('5" disk; b').map(({ text }) => text)).toEqual(['5" disk', 'b']);
  });
});

describe('figures', () => {
  it.each([
    ['10m', 'processTime', { likely: 10 }],
    ['4h 30m', 'processTime', { likely: 270 }],
    ['1:30', 'processTime', { likely: 90 }],
    ['5m/10m/30m', 'processTime', { low: 5, likely: 10, high: 30 }],
    ['5-15m', 'processTime', { low: 5, likely: 10, high: 15 }],
    ['pt 7m', 'processTime', { likely: 7 }],
    ['w 2h', 'wait', { likely: 120 }],
    ['wait: 1d', 'wait', { likely: 480 }],
    ['queue 5/10/30m', 'wait', { low: 5, likely: 10, high: 30 }],
    ['wait4h', 'wait', { likely: 240 }],
    ['1w', 'processTime', { likely: 2400 }],
    ['80 %', 'completeAccurate', { likely: 0.8 }],
    ['70/80/90%', 'completeAccurate', { low: 0.7, likely: 0.8, high: 0.9 }],
    ['c&a 95%', 'completeAccurate', { likely: 0.95 }],
    ['80% c&a', 'completeAccurate', { likely: 0.8 }],
    ['80% complete and accurate', 'completeAccurate', { likely: 0.8 }],
    ['80 percent ca', 'completeAccurate', { likely: 0.8 }],
    ['70/80/90 % C&A', 'completeAccurate', { low: 0.7, likely: 0.8, high: 0.9 }],
    ['share 30%', 'share', { likely: 0.3 }],
    ['x3', 'crew', { likely: 3 }],
    ['3 people', 'crew', { likely: 3 }],
  ])('%s is %s', (part, field, value) => {
    expect(second(part)).toEqual({ field, value });
  });

  it('takes a lead time with the process time, never alone', () => {
    expect(said('Ask; 10m; lt 5h')[2]).toEqual({ field: 'leadTime', value: { likely: 300 } });
    expect(sentences('Ask; lt 5h')).toEqual([en.capture.problems.leadNeedsWork]);
    expect(sentences('Ask; 10m; lt 5m')).toEqual([en.capture.problems.leadTooShort]);
    expect(sentences('Ask; 10m; wait 1h; lt 5h')).toEqual([en.capture.problems.leadAndWait]);
  });

  it.each(['10', '5x', 'wiat 4h', '120%', 'x0', 'wait', 'wait for Bob', '10m/5m/1m', '-5m'])(
    '%s is not understood',
    (part) => {
      expect(sentences(`Ask; ${part}`)).toHaveLength(1);
    },
  );

  it('refuses to be told twice', () => {
    expect(sentences('Ask; 10m; 20m')).toEqual(['Process time is said twice in this line.']);
    expect(sentences('Ask; L1; L3')).toHaveLength(1);
  });
});

describe('names', () => {
  it.each([
    ['service desk agent', 'role', 'Service desk agent', 'exact'],
    ['Service desk a', 'role', 'Service desk agent', 'alike'],
    ['sda', 'role', 'Service desk agent', 'alike'],
    ['Sevrice desk agnet', 'role', 'Service desk agent', 'alike'],
    ['l2', 'role', 'L2', 'exact'],
    ['L3', 'role', 'L3', 'new'],
    ['Tier team 1', 'role', 'Tier team 1', 'new'],
    ['Tier team 11', 'role', 'Tier team 11', 'new'],
    ['Teir team 10', 'role', 'Tier team 10', 'alike'],
    ['role Service', 'role', 'Service desk agent', 'alike'],
    ['role "Service"', 'role', 'Service', 'new'],
    ['night shift', 'team', 'Night shift', 'exact'],
    ['team Early shift', 'team', 'Early shift', 'new'],
    ['Team 1', 'team', 'Team 1', 'new'],
    ['Team Alpha', 'team', 'Team Alpha', 'new'],
    ['team Alpha', 'team', 'Alpha', 'new'],
    ['Role model', 'role', 'Role model', 'new'],
    ['Role L2', 'role', 'L2', 'exact'],
    ['Role: Owner', 'role', 'Owner', 'new'],
    ['Service desk', 'role', 'Service desk', 'either'],
    ['practice service desk', 'practice', 'service-desk', 'exact'],
    ['engage', 'activity', 'engage', 'exact'],
    ['ds', 'activity', 'deliver-support', 'alike'],
    ['design and trans', 'activity', 'design-transition', 'alike'],
    ['Incident management', 'practice', 'incident-management', 'exact'],
    ['incidnet management', 'practice', 'incident-management', 'alike'],
    ['change enablement', 'practice', 'change-enablement', 'exact'],
  ])('%s is the %s %s, %s', (part, field, value, sure) => {
    expect(second(part)).toMatchObject({ field, value });
    expect(sureness(part)).toBe(sure);
  });

  it('takes the service desk for the practice where a role was said, or something else before it', () => {
    expect(said('Log; L2; Service desk')[2]).toMatchObject({ field: 'practice' });
    expect(said('Log; 6m; Service desk')[2]).toMatchObject({ field: 'practice' });
  });

  it('offers the practice for a role that is called alike', () => {
    const graph = graphOf(project, mapId);
    const chip = graph && chipsOf(read('Log; Service desk; 6m'), graph, context)[2];
    expect(chip).toMatchObject({ field: 'Role', value: 'Service desk (practice?)' });
    expect(chip?.instead).toEqual({ span: { from: 5, to: 17 }, text: 'practice Service desk' });
  });

  it('asks where a beginning fits several', () => {
    expect(sentences('Ask; practice service')[0]).toMatch(
      /^“service” can be .+ or .+\. Write more of the name\.$/,
    );
  });

  it('does not invent practices or activities', () => {
    expect(sentences('Ask; practice Basket weaving')).toEqual(['No practice is called “Basket weaving”.']);
    expect(sentences('Ask; activity Dance')).toEqual(['No activity is called “Dance”.']);
  });
});

describe('words', () => {
  it.each([
    ['VA', { field: 'value', value: 'VA' }],
    ['nnva legal', { field: 'value', value: 'NNVA', reason: 'legal' }],
    ['approval', { field: 'kind', value: 'approval' }],
    ['hand-off', { field: 'kind', value: 'handoff' }],
    ['aproval', { field: 'kind', value: 'approval' }],
    ['automated', { field: 'automation', value: 'automated' }],
    ['automation planned', { field: 'automation', value: 'planned' }],
    ['note ask Bob; later', { field: 'note', value: 'ask Bob' }],
  ])('%s', (part, expected) => {
    expect(read(`Ask; ${part}`).parts[1]?.said).toEqual(expected);
  });

  it('names the reasons that NNVA can have', () => {
    expect(sentences('Ask; NNVA habit')[0]).toContain('legal, regulatory');
    expect(sentences('Ask; VA legal')).toHaveLength(1);
  });
});

describe('flows', () => {
  it('leads back as rework with its share', () => {
    expect(second('-> Triage 20% rework')).toEqual({
      field: 'to',
      id: 'sort',
      name: 'Triage',
      kind: 'rework',
      share: { likely: 0.2 },
    });
    expect(second('-> log rework 10/20/30%')).toMatchObject({ id: 'log', share: { low: 0.1, high: 0.3 } });
  });

  it('is rework to a step before it and normal to one after it, unless said otherwise', () => {
    expect(second('-> Log the call')).toMatchObject({ kind: 'rework' });
    expect(second('-> Service restored 30%')).toMatchObject({ kind: 'normal', id: 'end' });
    expect(said('Ask; after Log the call; -> Triage')[2]).toMatchObject({ kind: 'normal' });
    expect(said('Ask; -> Triage; after Log the call')[1]).toMatchObject({ kind: 'normal' });
    expect(second('-> Triage escalation')).toMatchObject({ kind: 'escalation' });
  });

  it('can lead to the step itself', () => {
    expect(second('-> Ask 10% iteration')).toMatchObject({ id: null, kind: 'iteration' });
    expect(sentences('Ask; -> Ask 10% normal')).toEqual([en.capture.problems.itselfKind]);
  });

  it('does not know steps that are not there', () => {
    expect(sentences('Ask; -> Nowhere 20%')).toEqual(['No step is called “Nowhere”.']);
    expect(sentences('Ask; ->')).toEqual([en.capture.problems.noTarget]);
  });

  it('comes after another step, with a share', () => {
    expect(second('<- Log the call 30%')).toEqual({
      field: 'from',
      id: 'log',
      name: 'Log the call',
      share: { likely: 0.3 },
    });
    expect(second('after log')).toMatchObject({ field: 'from', id: 'log' });
  });

  it('stands beside a step, or joins several', () => {
    expect(second('||')).toEqual({ field: 'parallel', id: 'sort', name: 'Triage' });
    expect(second('parallel with log')).toMatchObject({ id: 'log' });
    expect(second('join log, Triage')).toMatchObject({ nodes: [{ id: 'log' }, { id: 'sort' }] });
    expect(sentences('Ask; join')).toEqual([en.capture.problems.noBranches]);
    expect(sentences('Ask; parallel; after log')).toEqual([en.capture.problems.places]);
  });
});

describe('the name of the step', () => {
  it('comes first, and is no figure', () => {
    expect(sentences('10m; L1')[0]).toMatch(/^The line begins with the name/);
    expect(sentences('; 10m')).toEqual([en.capture.problems.noName]);
    expect(said('"10m"; 5m')[0]).toEqual({ field: 'name', value: '10m' });
    expect(said('VA workshop')[0]).toEqual({ field: 'name', value: 'VA workshop' });
  });
});

import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeProject } from '../../../shared/file-format/write';
import { graphOf } from '../../../shared/model/queries';
import { sampleLeadTime, usualSampling } from '../../../shared/simulation/sample-lead-time';
import { buildMap, hours } from '../../helpers/build-map';
import { streamwright, temporaryFolder } from '../../helpers/run-command';

const file = temporaryFolder();

/** 130 items a month keep one person of the desk 75 % busy; a weekly board of papers follows. */
const { project } = buildMap((m) => {
  m.stream({ name: 'Requests', demandPerMonth: 130, costOfDelayPerHour: 10, itemsInProgress: 60 });
  m.role('desk', { name: 'Service desk', people: 1, availability: 1, ratePerHour: 30 });
  m.start();
  m.step('take', {
    role: 'desk',
    processTime: { likely: 60, source: 'measured' },
    wait: { likely: hours(20), source: 'guess' },
    value: 'VA',
    costPerVisit: 5,
  });
  m.step('board', {
    role: 'desk',
    processTime: { likely: 0, source: 'guess' },
    wait: { low: hours(10), likely: hours(20), high: hours(30), source: 'estimate' },
    cadence: hours(40),
    value: 'NNVA',
    requiredWait: true,
  });
  m.end();
  m.path('start', 'take', 'board', 'end');
});

beforeAll(() => writeFile(file('desk.vsmap'), writeProject(project)));

describe('what the command line prints beside the figures', () => {
  it('is money, ranges and where values come from, as JSON', async () => {
    const { out, code } = await streamwright('figures', file('desk.vsmap'), '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      basis: { currency: 'EUR' },
      figures: {
        leadTimeExpected: 41,
        leadTimeElapsed: expect.closeTo(41 * 4.2, 9),
        slaTime: 41,
        costPerItem: 35,
        costPerMonth: 35 * 130,
        delayCostPerMonth: 410 * 130,
        peopleNeeded: expect.closeTo(0.75, 9),
      },
      ranges: { leadTimeExpected: { low: 31, likely: 41, high: 51 } },
      confidence: {
        leadTimeExpected: { measured: 1 / 41, guess: 20 / 41, estimate: 20 / 41, least: 'guess' },
        takt: null,
      },
      peopleNeeded: { desk: expect.closeTo(0.75, 9) },
      valuePoint: { before: ['take', 'board'], after: [] },
    });
  });

  it('is where the time goes and what loads, dates and counts say of it, as JSON', async () => {
    const { out } = await streamwright('figures', file('desk.vsmap'), '--format', 'json');
    const { wastes, queues, rhythms, little } = JSON.parse(out) as Record<string, unknown>;
    expect(wastes).toMatchObject({
      isPart: false,
      bars: expect.arrayContaining([
        { id: 'waiting', isWaste: true, leadTimeHours: 20, effortPersonHours: 0, nodes: ['take'] },
        { id: 'NNVA', isWaste: false, leadTimeHours: 20, effortPersonHours: 0, nodes: ['board'] },
        { id: 'VA', isWaste: false, leadTimeHours: 1, effortPersonHours: 1, nodes: ['take'] },
      ]),
    });
    // Three quarters busy with an hour each at random: 0.75 / 0.25 x 1 h.
    expect(queues).toMatchObject([
      {
        role: 'desk',
        waitHours: expect.closeTo(3, 9),
        reason: null,
        steps: [
          { step: 'take', statedHours: 20, isExplained: false },
          { step: 'board', statedHours: 20, isExplained: null },
        ],
      },
    ]);
    expect(rhythms).toEqual([{ step: 'board', cadenceHours: 20, batchHours: null, statedHours: 20 }]);
    expect(little).toMatchObject([{ step: null, counted: 60, expected: expect.closeTo(41 * 0.75, 9) }]);
  });

  it('has the percentiles that every other place shows', async () => {
    const graph = graphOf(project, Object.keys(project.maps)[0] ?? '');
    const sampled = graph && sampleLeadTime(graph, usualSampling);
    const { out } = await streamwright('figures', file('desk.vsmap'), '--format', 'json');
    const { figures } = JSON.parse(out) as { figures: Record<string, number> };
    expect(figures.leadTimeP85).toBe((sampled?.p85 ?? 0) / 60);
  });

  it('names no known part of a cost without any rate', async () => {
    const { project: free } = buildMap((m) => {
      m.start();
      m.step('take', { processTime: 10, wait: 5 });
      m.end();
      m.path('start', 'take', 'end');
    });
    await writeFile(file('free.vsmap'), writeProject(free));
    const { out } = await streamwright('figures', file('free.vsmap'));
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.startsWith('Cost per item'));
    expect(lines[at]).toContain('unknown');
    expect(lines[at + 1]).not.toContain('known inputs');
    expect(lines[at + 2]).not.toContain('known inputs');
  });

  it('is said in words', async () => {
    const { out } = await streamwright('figures', file('desk.vsmap'));
    const plain = out.replaceAll('\u00a0', ' ');
    for (const said of [
      'range: 31h to 51h, likely 41h',
      'from values: 2 % measured, 49 % estimated, 49 % guessed',
      'Cost per month                    4 550 EUR',
      'Waiting                          20h (49 %); 0m',
      '3h at 75 % load; 75 % of the items have to wait',
      'Stated waits over three times that: Take (20h).',
      '20h for the next date, stated 20h',
      '60 items counted, 30.8 expected',
      '1.95 times as many',
    ])
      expect(plain).toContain(said);
  });
});

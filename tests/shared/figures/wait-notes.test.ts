import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { waitNotes } from '../../../shared/figures/wait-notes';
import { roundTheClock } from '../../../shared/model/calendar';
import { chain, h, type MapSpec, mapOf } from './maps';

/** Working hours of a month: as many items keep one person fully busy with an hour each. */
const month = (40 * 52) / 12;

function notesOf(node: MapSpec['nodes'][string], more: Partial<MapSpec> = {}): string[] {
  const graph = mapOf({
    nodes: { start: {}, a: node, end: {} },
    flows: chain('start', 'a', 'end'),
    ...more,
  });
  return waitNotes(graph, computeFigures(graph), 'a').map((note) => note.replaceAll('\u00a0', ' '));
}

const roles = { clerk: { people: 1, availability: 1 } };

describe('the notes on a wait', () => {
  it('tell what the load of the people explains, and where it does not', () => {
    const at = (wait: number): string[] =>
      notesOf({ pt: 60, wait, role: 'clerk' }, { demand: month / 2, roles });
    const explained = 'The load of clerk (50 %) explains about 1h, by a queueing estimate.';
    expect(at(h(2)).map((note) => note.replace('Clerk', 'clerk'))).toEqual([explained]);
    expect(at(h(4))[1]).toMatch(/over three times that: capacity is not the reason/);
  });

  it('tell of people who have more work than time', () => {
    const notes = notesOf({ pt: 60, wait: 5, role: 'clerk' }, { demand: month * 1.2, roles });
    expect(notes[0]).toMatch(/lerk has more work than time \(120 %\)/);
  });

  it('tell what dates, batches and counted items explain', () => {
    const notes = notesOf({ pt: 0, wait: h(8), cadence: h(40), batch: 20, wip: 30 }, { demand: month * 5 });
    expect(notes).toEqual([
      'A date every 40h explains 20h.',
      'Filling a batch of 20 explains 1h 54m.',
      '30 items counted here; demand and wait let expect 40.',
    ]);
  });

  it('tell the wait in the working time of the map, and the work with its repeats', () => {
    expect(notesOf({ pt: 1, wait: h(42), calendar: roundTheClock })).toEqual([
      'In the working time of the map: 10h.',
    ]);
    const repeated = notesOf(
      { pt: 60, wait: 0, repeatFactor: { likely: 0.5 } },
      { flows: ['start > a', 'a > a 0.5 rework', 'a > end 0.5'] },
    );
    expect(repeated).toEqual(['Repeats included, a visit takes 45m of work on average.']);
  });

  it('are none where nothing but the wait is known', () => {
    expect(notesOf({ pt: 1, wait: 5 })).toEqual([]);
    expect(notesOf({})).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { bottomOf, centreOf, overlaps, rightOf } from '../../../shared/layout/geometry';
import { laneAt, laneField } from '../../../shared/layout/lanes';
import { type Placement, placeNodes } from '../../../shared/layout/place-nodes';
import type { Box, LaneBy } from '../../../shared/layout/types';
import { buildMap, type MapBuilder, type StepFields } from '../../helpers/build-map';

const place = (tell: (m: MapBuilder) => void, laneBy: LaneBy = 'none'): Placement =>
  placeNodes(buildMap(tell).graph, { laneBy });

function boxOf({ boxes }: Placement, id: string): Box {
  const box = boxes.get(id);
  if (!box) throw new Error(`${id} has no place`);
  return box;
}

/** A stream of four steps of two teams with a parallel block; fields for single nodes, and more to tell. */
function stream(fields: Record<string, StepFields> = {}, more: (m: MapBuilder) => void = () => {}) {
  return (m: MapBuilder): void => {
    m.start('start', fields.start);
    m.step('log', { team: 'Desk', wait: 10, ...fields.log });
    m.node('fork', 'fork', fields.fork);
    m.step('solve', { team: 'Experts', wait: 10, ...fields.solve });
    m.step('inform', { team: 'Desk', wait: 10, ...fields.inform });
    m.node('join', 'join', fields.join);
    m.step('close', { team: 'Desk', wait: 10, ...fields.close });
    m.end('end', fields.end);
    m.path('start', 'log', 'fork', 'solve', 'join', 'close', 'end');
    m.path('fork', 'inform', 'join');
    more(m);
  };
}

/** How far nodes of one placement stand from where they stand in another. */
function moved(before: Placement, after: Placement): Record<string, number> {
  const far: Record<string, number> = {};
  for (const [id, box] of before.boxes) {
    const other = after.boxes.get(id);
    if (!other) continue;
    const distance = Math.hypot(box.x - other.x, box.y - other.y);
    if (distance > 0) far[id] = distance;
  }
  return far;
}

describe('without lanes', () => {
  test('the main path runs straight from start to end', () => {
    const found = place(stream());
    const heights = ['start', 'log', 'fork', 'solve', 'join', 'close', 'end'].map(
      (id) => centreOf(boxOf(found, id)).y,
    );
    expect(new Set(heights).size).toBe(1);
  });

  test('branches stand in rows beside it, in the same column', () => {
    const found = place(stream());
    expect(centreOf(boxOf(found, 'inform')).x).toBe(centreOf(boxOf(found, 'solve')).x);
    expect(boxOf(found, 'inform').y).toBeGreaterThanOrEqual(bottomOf(boxOf(found, 'solve')) + 40);
  });

  test('hand-set positions are kept exactly', () => {
    const found = place(
      stream({ solve: { position: { x: 1003, y: -77 } }, end: { position: { x: 5, y: 900 } } }),
    );
    expect(centreOf(boxOf(found, 'solve'))).toEqual({ x: 1003, y: -77 });
    expect(centreOf(boxOf(found, 'end'))).toEqual({ x: 5, y: 900 });
  });

  test('putting one step elsewhere moves no other', () => {
    const before = place(stream());
    const after = place(stream({ close: { position: { x: 700, y: 600 } } }));
    expect(Object.keys(moved(before, after))).toEqual(['close']);
  });

  test('a step is never placed on one that was put there by hand', () => {
    const spot = centreOf(boxOf(place(stream()), 'inform'));
    const found = place(stream({ close: { position: spot } }));
    expect(centreOf(boxOf(found, 'close'))).toEqual(spot);
    for (const [id, box] of found.boxes)
      if (id !== 'close') expect(overlaps(box, boxOf(found, 'close')), id).toBe(false);
  });

  test('on a map arranged by hand a new step stands right of the one that leads to it', () => {
    const at = (x: number, y: number): StepFields => ({ position: { x, y } });
    const found = place((m) => {
      m.start('start', at(0, 3000));
      m.step('a', at(400, 3000));
      m.step('b', at(800, 3200));
      m.step('fresh');
      m.path('start', 'a', 'b', 'fresh');
    });
    const fresh = boxOf(found, 'fresh');
    expect(fresh.x - rightOf(boxOf(found, 'b'))).toBe(80);
    expect(centreOf(fresh).y).toBe(3200);
  });
});

describe('a small change', () => {
  test('before the end of the stream moves the end by one column and nothing else', () => {
    const line = (...ids: string[]): Placement =>
      place((m) => {
        m.start();
        for (const id of ids) m.step(id, { wait: 10 });
        m.end();
        m.path('start', ...ids, 'end');
      });
    const [step, queue] = [160, 64];
    expect(moved(line('log', 'solve'), line('log', 'solve', 'close'))).toEqual({ end: step + queue });
  });

  test('in the middle moves nothing that comes before it, and the rest by as much as the new step needs', () => {
    const line = (...ids: string[]): Placement =>
      place((m) => {
        m.start();
        for (const id of ids) m.step(id, { wait: 10, team: id < 'c' ? 'Desk' : 'Experts' });
        m.end();
        m.path('start', ...ids, 'end');
      }, 'team');
    const far = moved(line('a', 'c', 'd'), line('a', 'b', 'c', 'd'));
    const [step, queue] = [160, 64];
    expect(far).toEqual({ c: step + queue, d: step + queue, end: step + queue });
  });

  test('that leads nowhere yet leaves the main path straight', () => {
    const more = (m: MapBuilder): void => {
      m.step('ask', { team: 'Desk', wait: 10 });
      m.flow('close', 'ask');
    };
    expect(Object.keys(moved(place(stream()), place(stream({}, more))))).toEqual(['end']);
  });

  test('a third branch moves no step of the others', () => {
    const more = (m: MapBuilder): void => {
      m.step('record', { team: 'Desk', wait: 10 });
      m.path('fork', 'record', 'join');
    };
    expect(moved(place(stream()), place(stream({}, more)))).toEqual({});
  });

  test('taking a step away leaves everything before it where it was', () => {
    const before = place(stream());
    const after = place((m) => {
      m.start();
      m.step('log', { wait: 10 });
      m.node('fork', 'fork');
      m.step('solve', { wait: 10 });
      m.node('join', 'join');
      m.step('close', { wait: 10 });
      m.end();
      m.path('start', 'log', 'fork', 'solve', 'join', 'close', 'end');
    });
    expect(moved(before, after)).toEqual({});
  });
});

describe('with lanes', () => {
  test('each step stands in the lane of its team, start and end in that of the consumer on top', () => {
    const found = place(stream(), 'team');
    expect(found.lanes.map(({ name }) => name)).toEqual(['Consumer', 'Desk', 'Experts']);
    const nameAt = (id: string): string | undefined =>
      laneAt(found.lanes, centreOf(boxOf(found, id)).y)?.name;
    expect(['start', 'log', 'fork', 'inform', 'solve', 'join', 'close', 'end'].map(nameAt)).toEqual([
      'Consumer',
      'Desk',
      'Desk',
      'Desk',
      'Experts',
      'Experts',
      'Desk',
      'Consumer',
    ]);
  });

  test('lanes lie one under the other without a gap and hold their boxes whole', () => {
    const { lanes, boxes } = place(stream(), 'team');
    lanes.forEach((lane, index) => {
      const next = lanes[index + 1];
      if (next) expect(next.y).toBe(lane.y + lane.height);
    });
    for (const box of boxes.values()) {
      const lane = laneAt(lanes, centreOf(box).y);
      expect(lane && box.y >= lane.y && bottomOf(box) <= lane.y + lane.height).toBe(true);
    }
  });

  test('a hand-set step keeps its x, while its height follows the lane', () => {
    const found = place(stream({ solve: { position: { x: 1003, y: -5000 } } }), 'team');
    expect(centreOf(boxOf(found, 'solve')).x).toBe(1003);
    expect(laneAt(found.lanes, centreOf(boxOf(found, 'solve')).y)?.id).toBe('Experts');
  });

  test('steps put side by side in a lane stand in the order of their heights', () => {
    const found = place(
      stream({ inform: { position: { x: 300, y: 900 } }, close: { position: { x: 320, y: 100 } } }),
      'team',
    );
    expect(boxOf(found, 'close').y).toBeLessThan(boxOf(found, 'inform').y);
  });

  test('a height outside all lanes is in none, and each kind of lanes says which field a drop sets', () => {
    const { lanes } = place(stream(), 'team');
    expect(laneAt(lanes, -1)).toBeNull();
    expect(laneAt(lanes, 1e6)).toBeNull();
    expect((['role', 'team', 'practice', 'activity', 'party', 'none'] as const).map(laneField)).toEqual([
      'role',
      'team',
      'practices',
      'activity',
      'party',
      null,
    ]);
  });
});

describe('notes, bursts and control boxes', () => {
  const withNote = (fields: StepFields = {}) =>
    stream({}, (m) => {
      m.node('note', 'note', fields);
      m.flow('note', 'inform', { kind: 'information' });
    });

  test('stay where they were put', () => {
    const found = place(withNote({ position: { x: 640, y: 900 } }));
    expect(centreOf(boxOf(found, 'note'))).toEqual({ x: 640, y: 900 });
  });

  test('stand beside what they refer to when they have no place', () => {
    const found = place(withNote());
    const note = centreOf(boxOf(found, 'note'));
    const inform = centreOf(boxOf(found, 'inform'));
    expect(Math.hypot(note.x - inform.x, note.y - inform.y)).toBeLessThan(300);
  });

  test('move no step of the stream', () => {
    expect(moved(place(stream(), 'team'), place(withNote(), 'team'))).toEqual({});
  });
});

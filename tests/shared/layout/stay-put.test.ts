import { expect, test } from 'vitest';
import { centreOf } from '../../../shared/layout/geometry';
import { layoutMap } from '../../../shared/layout/layout-map';
import { type Places, placesToStay } from '../../../shared/layout/stay-put';
import type { LaneBy, MapLayout } from '../../../shared/layout/types';
import type { Position } from '../../../shared/model/project';
import { buildMap } from '../../helpers/build-map';

const teams = { Log: 'Desk', Sort: 'Desk', Find: 'L2', Mend: 'L2', Test: 'L3', Verify: 'L2', Close: 'Desk' };

/** Seven steps of three teams in a row with a rework; some in other places, Verify of another team. */
function layout(laneBy: LaneBy, places: Places = {}, verifier = 'L2'): MapLayout {
  const at = (id: string): { position?: Position } => {
    const position = places[id];
    return position ? { position } : {};
  };
  const { graph } = buildMap((m) => {
    m.start('start', at('start'));
    for (const [name, team] of Object.entries(teams))
      m.step(name, { team: name === 'Verify' ? verifier : team, wait: 10, ...at(name) });
    m.end('end', at('end'));
    m.path('start', ...Object.keys(teams), 'end');
    m.flow('Verify', 'Find', { kind: 'rework' });
  });
  return layoutMap(graph, { laneBy });
}

const middle = (map: MapLayout, id: string): Position =>
  centreOf(map.boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 });

test('a step dragged into another lane moves no other along the stream', () => {
  const before = layout('team');
  const lane = before.lanes.find(({ name }) => name === 'L3');
  const verify = { x: middle(before, 'Verify').x + 10, y: (lane?.y ?? 0) + (lane?.height ?? 0) / 2 };
  const layoutWith = (places: Places): MapLayout => layout('team', { ...places, Verify: verify }, 'L3');
  const places = placesToStay({ before, moved: new Set(['Verify']), canStay: () => true, layoutWith });
  // Without places of their own the steps after it would move: its lane has room for its queue elsewhere.
  expect(middle(layoutWith({}), 'Close').x).not.toBe(middle(before, 'Close').x);
  const after = layoutWith(places);
  for (const id of ['start', 'Log', 'Sort', 'Find', 'Mend', 'Test', 'Close', 'end'])
    expect(middle(after, id).x, id).toBeCloseTo(middle(before, id).x, 0);
  expect(Object.keys(places).sort()).toEqual(['Close', 'end']);
});

test('steps dragged one after the other, until most have a place, move no other', () => {
  let known = layout('none');
  let places: Places = {};
  for (const id of ['Log', 'Find', 'Test', 'Verify', 'Close', 'Mend', 'start']) {
    const before = known;
    const dragged = { ...places, [id]: { x: middle(before, id).x, y: middle(before, id).y + 160 } };
    const layoutWith = (more: Places): MapLayout => layout('none', { ...dragged, ...more });
    const stay = placesToStay({ before, moved: new Set([id]), canStay: () => true, layoutWith });
    places = { ...dragged, ...stay };
    known = layout('none', places);
    for (const other of before.boxes.keys())
      if (other !== id) expect(middle(known, other), `${id} moves ${other}`).toEqual(middle(before, other));
  }
});

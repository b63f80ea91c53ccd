import { describe, expect, it } from 'vitest';
import { planLanes } from '../../../shared/layout/lanes';
import { rankNodes } from '../../../shared/layout/ranks';
import type { LaneBy } from '../../../shared/layout/types';
import { buildMap, type MapBuilder } from '../../helpers/build-map';

function lanesOf(tell: (m: MapBuilder) => void, laneBy: LaneBy = 'role'): string[] {
  const { graph } = buildMap(tell);
  return planLanes(graph, rankNodes(graph), laneBy, {}).map(({ id }) => id);
}

/** Desk, then vendor and back office side by side, then desk again. */
function stream(m: MapBuilder): void {
  m.role('desk');
  m.role('office');
  m.role('vendor');
  m.start();
  m.step('log', { role: 'desk', team: 'Desk' });
  m.step('order', { role: 'vendor', team: 'Vendor' });
  m.step('approve', { role: 'office', team: 'Office' });
  m.step('close', { role: 'desk', team: 'Desk' });
  m.end();
  m.path('start', 'log', 'order', 'close', 'end');
  m.path('log', 'approve', 'close');
}

describe('the lanes of a map', () => {
  it('come in the order in which the stream reaches them, of one column in the order of the roles', () => {
    expect(lanesOf(stream)).toEqual([':consumer', 'desk', 'office', 'vendor']);
  });

  it.each<LaneBy>(['role', 'team'])(
    'by %s stay in their order when a step without a flow is added',
    (laneBy) => {
      const before = lanesOf(stream, laneBy);
      for (const [role, team] of [
        ['vendor', 'Vendor'],
        ['office', 'Office'],
        ['desk', 'Desk'],
      ] as const) {
        const after = lanesOf((m) => {
          stream(m);
          m.step('stray', { role, team });
        }, laneBy);
        expect(after).toEqual(before);
      }
    },
  );

  it('that only steps off the stream have come last, in the order of the roles', () => {
    const lanes = lanesOf((m) => {
      stream(m);
      m.role('auditor');
      m.role('board');
      m.step('sign', { role: 'board' });
      m.step('audit', { role: 'auditor' });
      m.path('sign', 'audit');
    });
    expect(lanes).toEqual([':consumer', 'desk', 'office', 'vendor', 'auditor', 'board']);
  });

  it('keep the lane of the consumer on top when a step of the provider is pasted into it', () => {
    const consumer = (m: MapBuilder): void => {
      m.start();
      m.step('log', { role: 'desk', party: 'provider' });
      m.step('confirm', { role: 'user', party: 'consumer' });
      m.end();
      m.path('start', 'log', 'confirm', 'end');
    };
    expect(lanesOf(consumer)).toEqual(['user', 'desk']);
    const pasted = lanesOf((m) => {
      consumer(m);
      m.step('copy', { role: 'user', party: 'provider' });
    });
    expect(pasted).toEqual(['user', 'desk']);
  });

  it('follow the flows where nothing starts the stream yet', () => {
    const lanes = lanesOf((m) => {
      m.step('stray', { role: 'office' });
      m.step('log', { role: 'desk' });
      m.step('order', { role: 'vendor' });
      m.path('log', 'order');
    });
    expect(lanes).toEqual(['desk', 'vendor', 'office']);
  });
});

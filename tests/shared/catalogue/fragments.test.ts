import { describe, expect, it } from 'vitest';
import { fragments } from '../../../shared/catalogue/itil4/fragments/fragments';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { insertFragment } from '../../../shared/commands/insert-fragment';
import { openHistory, run } from '../../../shared/commands/history';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds } from '../../helpers/do-undo-redo';
import { judge } from '../analysis/judge-map';

/** A map on which items pass the fragment from a start to an end. */
function mapWith(id: string): MapGraph {
  const built = buildMap((m) => {
    m.start();
    m.end();
    m.flow('start', 'end');
  });
  const fragment = fragments.find((each) => each.id === id);
  if (!fragment) throw new Error(`no fragment ${id}`);
  const target = { kind: 'flow', flow: 'start--end' } as const;
  const result = run(
    openHistory(built.project),
    insertFragment({ map: 'map', fragment, target }, countedIds()),
  );
  const graph = result.kind === 'refused' ? null : graphOf(result.history.project, 'map');
  if (!graph) throw new Error('it was refused');
  return graph;
}

describe('the fragments of the library', () => {
  it('cover the core practices, changes by type and problems by phase', () => {
    expect(fragments.map(({ id }) => id)).toEqual([
      'incident-restore',
      'change-standard',
      'change-normal',
      'change-emergency',
      'problem-identification',
      'problem-control',
      'error-control',
      'request-fulfil',
      'desk-contact',
      'service-level-cycle',
      'improvement-cycle',
    ]);
  });

  it.each(fragments)('$id has three to seven steps of known activities and practices', (fragment) => {
    expect(fragment.steps.length).toBeGreaterThanOrEqual(3);
    expect(fragment.steps.length).toBeLessThanOrEqual(7);
    const activities = itil4.activities.map(({ id }) => id);
    const practices = new Map(itil4.practices.map((each) => [each.id, each]));
    expect(practices.has(fragment.practice)).toBe(true);
    expect(fragment.steps.some(({ practices: used }) => used.includes(fragment.practice))).toBe(true);
    for (const { activity, practices: used, value, nnvaReason } of fragment.steps) {
      expect(activities).toContain(activity);
      for (const id of used) expect(practices.has(id), id).toBe(true);
      expect(value === 'NNVA', 'a reason for what is only necessary').toBe(nnvaReason !== undefined);
    }
  });

  it.each(fragments)('$id leads every item through to its end', ({ id, steps }) => {
    const graph = mapWith(id);
    const figures = computeFigures(graph);
    expect(figures.unreachable).toEqual([]);
    // Visits are known for each step, and each item leaves once: nothing is lost, nothing doubled.
    expect(steps.every((_, index) => figures.visits?.node.has(`new-${String(index + 1)}`))).toBe(true);
    expect(figures.visits?.node.get('end')).toBeCloseTo(1, 9);
  });

  it.each(fragments)('$id breaks no rule about how a map is drawn', ({ id }) => {
    const structure = [
      'dq-split-probabilities',
      'dq-loop-without-exit',
      'dq-unreachable-step',
      'dq-unmatched-parallel',
      'dq-missing-trigger-or-value',
      'dimension-unusual-practice',
      'value-nnva-without-reason',
    ];
    const found = judge({
      project: buildMap(() => undefined).project,
      mapId: 'map',
      graph: mapWith(id),
    }).findings;
    expect(
      found.filter(({ rule }) => structure.includes(rule)).map(({ rule, about }) => [rule, about]),
    ).toEqual([]);
  });
});

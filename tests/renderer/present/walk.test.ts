import { describe, expect, it } from 'vitest';
import type { Derived } from '../../../renderer/derive';
import { isLong, walkSlides } from '../../../renderer/present/walk';
import { analyse } from '../../../shared/analysis/analyse';
import { presentFindings } from '../../../shared/analysis/present-findings';
import { packOf } from '../../../shared/catalogue/packs';
import { foldMap } from '../../../shared/drawing/fold-map';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { layoutMap } from '../../../shared/layout/layout-map';
import { usefulLanes } from '../../../shared/layout/useful-lanes';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';

function derivedOf(project: Project): Derived {
  const graph = graphOf(project, 'map');
  if (!graph) throw new Error('no map');
  const pack = packOf(project.pack);
  const figures = computeFigures(graph);
  const lanes = usefulLanes(graph, 'role');
  const report = analyse(graph, {
    pack,
    profile: 'workshop',
    today: '2026-11-21',
    suppressForTemplates: true,
  });
  return {
    graph,
    shown: foldMap(graph, figures),
    pack,
    lanes,
    layout: layoutMap(graph, { laneBy: lanes, pack }),
    figures,
    report,
    presented: presentFindings(report, graph, pack),
  };
}

const names = [
  'Log',
  'Sort',
  'Look',
  'Ask',
  'Mend',
  'Test',
  'Close',
  'Bill',
  'File',
  'Send',
  'Read',
  'Sign',
  'End',
];

/** Thirteen steps in a row: three of the desk, two of a group, the rest of the field team; no times but those given. */
const { project } = buildMap((m) => {
  m.role('desk', { name: 'Service desk' });
  m.role('field', { name: 'Field team' });
  names.forEach((name, index) =>
    m.step(name.toLowerCase(), { name, role: index < 3 ? 'desk' : 'field', wait: { likely: index + 1 } }),
  );
  m.path(...names.map((name) => name.toLowerCase()));
});
const grouped: Project = {
  ...project,
  groups: { pair: { map: 'map', name: 'Repair', order: 1 } },
  nodes: Object.fromEntries(
    Object.entries(project.nodes).map(([id, node]) => [
      id,
      id === 'mend' || id === 'test' ? { ...node, group: 'pair' } : node,
    ]),
  ),
};
const derived = derivedOf(grouped);

describe('the walk through a long map', () => {
  it('is offered for more than twelve steps', () => {
    expect(isLong(derived)).toBe(true);
    const short = buildMap((m) => {
      m.step('log', { name: 'Log' });
    });
    expect(isLong(derivedOf(short.project))).toBe(false);
  });

  it('has a slide for each step, unless told otherwise', () => {
    expect(walkSlides(derived, grouped, 'every').map(({ title }) => title)).toEqual(names);
  });

  it('goes by groups, and by lanes where there is no group', () => {
    expect(walkSlides(derived, grouped, 'stages')).toEqual([
      { kind: 'stage', title: 'Service desk', nodes: ['log', 'sort', 'look'], place: 1, all: 4 },
      { kind: 'stage', title: 'Field team', nodes: ['ask'], place: 2, all: 4 },
      { kind: 'stage', title: 'Repair', nodes: ['mend', 'test'], place: 3, all: 4 },
      {
        kind: 'stage',
        title: 'Field team',
        nodes: ['close', 'bill', 'file', 'send', 'read', 'sign', 'end'],
        place: 4,
        all: 4,
      },
    ]);
  });

  it('shows what stands out: the five longest waits, and what has a warning or an error', () => {
    const shown = new Set(walkSlides(derived, grouped, 'marked').map(({ title }) => title));
    expect(['File', 'Send', 'Read', 'Sign', 'End'].every((name) => shown.has(name))).toBe(true);
    const found = derived.presented.rows.filter(
      ({ group, isBackground, isWaived }) =>
        (group === 'error' || group === 'warning') && !isBackground && !isWaived,
    );
    for (const name of names.slice(0, 8)) {
      const isFound = found.some(({ where }) => where.ids.includes(name.toLowerCase()));
      expect(shown.has(name), name).toBe(isFound);
    }
  });

  it('keeps the number that a step has in the whole stream', () => {
    const last = walkSlides(derived, grouped, 'marked').at(-1);
    expect(last).toMatchObject({ kind: 'step', title: 'End', place: 13 });
  });
});

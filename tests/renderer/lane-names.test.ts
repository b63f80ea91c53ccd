import { describe, expect, it } from 'vitest';
import { laneNames } from '../../renderer/canvas/lane-names';
import { layoutMap } from '../../shared/layout/layout-map';
import { graphOf } from '../../shared/model/queries';
import { newFromTemplate } from '../../shared/tables/new-from-template';
import { countedIds } from '../helpers/do-undo-redo';
import { templates } from '../../shared/catalogue/templates/templates';

const lane = (name: string, height = 128) => ({ name, height });
const isShortened = (lanes: readonly { name: string; height: number }[], zoom: number): boolean =>
  laneNames(lanes, zoom)
    .names.flat()
    .some((line) => line.full !== undefined);

describe('names of lanes', () => {
  it('stand upright in a narrow strip while their lanes are high enough', () => {
    const shown = laneNames([lane('Service desk'), lane('Users')], 1);
    expect(shown.isAcross).toBe(false);
    expect(shown.names).toEqual([[{ text: 'Service desk' }], [{ text: 'Users' }]]);
    expect(shown.width).toBeLessThan(30);
  });

  it('take a second line before they lie down', () => {
    const { isAcross, names } = laneNames([lane('Infrastructure specialist team')], 0.85);
    expect(isAcross).toBe(false);
    expect(names[0]).toHaveLength(2);
  });

  it('lie down in a strip just wide enough where a lane is too low for an upright one', () => {
    const shown = laneNames([lane('Infrastructure specialist team'), lane('Users')], 0.35);
    expect(shown.isAcross).toBe(true);
    expect(shown.names.flat().every((line) => line.full === undefined)).toBe(true);
    expect(shown.width).toBeGreaterThan(64);
    expect(shown.width).toBeLessThan(165);
  });

  it('keep the whole name for the tooltip where nothing helps', () => {
    const name = 'Department of administrative and infrastructure services of the northern region';
    const [lines] = laneNames([lane(name)], 0.12).names;
    expect(lines).toEqual([{ text: expect.stringMatching(/…$/), full: name }]);
  });

  it('are never cut on a template that is seen at 30 % or more', () => {
    for (const template of templates) {
      const made = newFromTemplate(template.id, { makeId: countedIds() });
      const graph = made && graphOf(made.project, made.mapId);
      const lanes = graph ? layoutMap(graph, { laneBy: 'role' }).lanes : [];
      expect(lanes.length, template.id).toBeGreaterThan(2);
      for (const zoom of [0.3, 0.42, 0.54, 0.85]) expect(isShortened(lanes, zoom), template.id).toBe(false);
    }
  });
});

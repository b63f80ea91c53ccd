import { describe, expect, it } from 'vitest';
import { XMLParser } from 'fast-xml-parser';
import { toDrawio } from '../../../shared/exchange/drawio/to-drawio';
import { readForeign } from '../../../shared/import/read-foreign';
import { readXml } from '../../../shared/import/xml';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { templates } from '../../../shared/catalogue/templates/templates';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';
import { hardTexts } from '../../helpers/sample-report';
import { tableOf } from '../../helpers/table-of';
import { mockProject } from '../drawing/mock-map';

function throughDrawio(project: Project, map: string): { project: Project; map: string; skipped: number } {
  const text = toDrawio(project, [map], { lanes: null });
  const file = { name: 'map.drawio', bytes: new TextEncoder().encode(text), text: () => text };
  const read = readForeign(file, { makeId: countIds(), name: 'map', mapsColumns: false });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  return { project: read.project, map: read.maps[0] ?? '', skipped: read.skipped.length };
}

interface Parsed {
  readonly mxfile: {
    readonly diagram: {
      readonly mxGraphModel: {
        readonly root: { readonly UserObject: { id: string; mxCell: Record<string, string> }[] };
      };
    };
  };
}

const all = templates.map(({ id }) => id);

describe('a map as a draw.io file', () => {
  const text = toDrawio(mockProject, ['map'], { lanes: 'team' });
  const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });

  it('carries no date, no name and no script', () => {
    expect(text.startsWith('<mxfile host="Streamwright" compressed="false"><diagram ')).toBe(true);
    expect(text).not.toMatch(/modified=|agent=|etag=|<script|javascript:/);
  });

  it('glues every arrow to the shapes of its ends, at the edge where it ends', () => {
    const { mxfile } = parsed.parse(text) as Parsed;
    const objects = mxfile.diagram.mxGraphModel.root.UserObject;
    const ids = new Set(objects.map(({ id }) => id));
    const arrows = objects.filter(({ mxCell }) => mxCell.edge === '1');
    expect(arrows).toHaveLength(graphOf(mockProject, 'map')?.flows.length ?? 0);
    for (const { mxCell } of arrows) {
      expect(ids.has(mxCell.source ?? '')).toBe(true);
      expect(ids.has(mxCell.target ?? '')).toBe(true);
      expect(mxCell.style).toMatch(/exitX=[\d.]+;exitY=[\d.]+;.*entryX=[\d.]+;entryY=[\d.]+;/);
    }
  });

  it('uses the lean stencils', () => {
    for (const name of ['manufacturing_process', 'data_box', 'inventory_box', 'outside_sources'])
      expect(text).toContain(`shape=mxgraph.lean_mapping.${name};`);
  });

  it.each(all)('comes back as the same map: %s', (id) => {
    const made = newFromTemplate(id, { makeId: countIds() });
    if (!made) throw new Error('the template is there');
    const { mapId: map } = made;
    const back = throughDrawio(made.project, map);
    expect(tableOf(back.project, back.map)).toEqual(tableOf(made.project, map));
    expect(back.skipped).toBe(0);
  });

  it.each(hardTexts)('brings the name %j back as it was', (name) => {
    const [id = ''] = Object.entries(mockProject.nodes).find(([, { type }]) => type === 'step') ?? [];
    const node = mockProject.nodes[id];
    if (!node) throw new Error('a step is there');
    const renamed = { ...mockProject, nodes: { ...mockProject.nodes, [id]: { ...node, name } } };
    const written = toDrawio(renamed, ['map'], { lanes: null });
    expect(() => readXml(written)).not.toThrow();
    const back = throughDrawio(renamed, 'map');
    const names = Object.values(back.project.nodes).map((each) => each.name);
    expect(names.map((each) => each.replace(/\s+/g, ' '))).toContain(name.replace(/\s+/g, ' '));
  });
});

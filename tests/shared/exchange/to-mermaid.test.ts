import { describe, expect, it } from 'vitest';
import { toMermaid } from '../../../shared/exchange/mermaid/to-mermaid';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { mockProject } from '../drawing/mock-map';

function mockGraph(rename?: string): MapGraph {
  const nodes = Object.entries(mockProject.nodes).map(([id, node]) =>
    node.type === 'step' && rename !== undefined ? [id, { ...node, name: rename }] : [id, node],
  );
  const graph = graphOf({ ...mockProject, nodes: Object.fromEntries(nodes) }, 'map');
  if (!graph) throw new Error('the map is there');
  return graph;
}

const graph = mockGraph();
const text = toMermaid(graph, ({ activity }) => activity ?? null);

describe('a map as a Mermaid flowchart', () => {
  it('has a node for each node of the map and an arrow for each flow', () => {
    expect(text.startsWith('flowchart LR\n')).toBe(true);
    const nodes = text.match(/^ +n\d+(\(\[|\[\[|\[|\{\{|\{|>)"/gm) ?? [];
    expect(nodes).toHaveLength(graph.nodes.length);
    expect(text.match(/^ {2}n\d+ (-->|==>|-\.->|-\.-)/gm)).toHaveLength(graph.flows.length);
  });

  it('opens a subgraph for each lane and closes it', () => {
    const lanes = new Set(graph.nodes.flatMap(({ activity }) => activity ?? []));
    expect(lanes.size).toBeGreaterThan(1);
    expect(text.match(/^ {2}subgraph /gm)).toHaveLength(lanes.size);
    expect(text.match(/^ {2}end$/gm)).toHaveLength(lanes.size);
  });

  it('names rework with a dotted arrow', () => {
    expect(graph.flows.some(({ kind }) => kind === 'rework')).toBe(true);
    expect(text).toMatch(/-\.->/);
  });

  it.each([
    'end',
    '"] --> n9',
    'click n1 href "javascript:alert(1)"',
    '<script>alert(1)</script>',
    '`code` %%{init: {}}%%',
    'a\nb\r\nc; d | e # f',
    'Ärger, 申請, Заявка 📞',
  ])('reads nothing in the name %j as its own', (name) => {
    const said = toMermaid(mockGraph(name));
    expect(said.split('\n')).toHaveLength(toMermaid(graph).split('\n').length);
    const labels = [...said.matchAll(/^ +n\d+\["(.*)"\]$/gm)].map(([, inside]) => inside ?? '');
    expect(labels.length).toBeGreaterThan(0);
    for (const inside of labels) {
      expect(inside.replaceAll('<br/>', '')).not.toMatch(/["'<>`{}[\]()|\\%]/);
    }
  });
});

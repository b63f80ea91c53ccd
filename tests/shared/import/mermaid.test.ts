import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../shared/model/queries';
import {
  flowLines,
  graphIn,
  nodeLines,
  readContent,
  readFixture,
  refusalOf,
} from '../../helpers/import-fixture';

describe('a Mermaid flowchart', () => {
  const read = readFixture('laptop.mmd');
  const graph = graphIn(read);

  it('is a map with the title of the chart', () => {
    expect(graph.stream.name).toBe('Laptop order');
  });

  it('takes rounded ends for demand and value, diamonds for choices', () => {
    expect(nodeLines(graph).toSorted()).toEqual([
      'control CMDB',
      'decision Complete?',
      'end Laptop works',
      'start Order placed',
      'step Approve',
      'step Check the "order"',
      'step E',
      'step F',
      'step Ship it',
    ]);
  });

  it('reads shares out of the labels, marks ways back as rework and dotted lines as information', () => {
    expect(flowLines(graph).toSorted()).toEqual([
      'Approve > E',
      'Approve > F',
      'Check the "order" > CMDB information “tells”',
      'Check the "order" > Complete?',
      'Complete? > Approve 0.8 “yes”',
      'Complete? > Check the "order" rework 0.2 “no”',
      'E > Ship it',
      'F > Ship it',
      'Order placed > Check the "order"',
      'Ship it > Laptop works',
    ]);
  });

  it('takes subgraphs for roles', () => {
    const roleOf = (name: string) =>
      lookUp(read.project.roles, graph.nodes.find((node) => node.name === name)?.role)?.name;
    expect(['Complete?', 'Approve', 'Ship it'].map(roleOf)).toEqual(['Service desk', 'Team lead', undefined]);
  });

  it('says which lines it did not take over, and follows no link', () => {
    expect(read.skipped).toEqual([
      {
        what: 'Line 19: click A href "javascript:alert(1)"',
        where: '',
        why: 'Looks, links and clicks are not taken over.',
      },
      { what: 'Line 22: this is {not a line', where: '', why: 'This line is not understood.' },
    ]);
    expect(JSON.stringify(read.project)).not.toContain('javascript');
  });

  it.each([
    ['A[box]', 'box'],
    ['A(round)', 'round'],
    ['A([stadium])', 'stadium'],
    ['A[[sub]]', 'sub'],
    ['A[(store)]', 'store'],
    ['A((circle))', 'circle'],
    ['A>flag]', 'flag'],
    ['A{{hexagon}}', 'hexagon'],
    ['A[/lean/]', 'lean'],
    ['A[\\lean back\\]', 'lean back'],
    ['A[/trap\\]', 'trap'],
    ['A(((double)))', 'double'],
    ['A["with [brackets] -- and arrows -->"]', 'with [brackets] -- and arrows -->'],
    ['A["`**bold** <b>tag</b>`"]', '**bold** tag'],
    ['A@{ shape: rect, label: "new style" }', 'new style'],
  ])('reads the shape %s', (text, name) => {
    const one = graphIn(readContent('a.mmd', `graph TD\n  S0[before] --> ${text} --> Z0[after]`));
    expect(one.nodes.map((node) => node.name)).toContain(name);
    expect(flowLines(one)).toContain(`before > ${name}`);
    expect(flowLines(one)).toContain(`${name} > after`);
  });

  it.each([
    ['A --> B', 'A > B'],
    ['A---B', 'A > B'],
    ['A-->|yes|B', 'A > B “yes”'],
    ['A-- yes -->B', 'A > B “yes”'],
    ['A -- 70% --> B', 'A > B 0.7'],
    ['A == big ==> B', 'A > B “big”'],
    ['A -.-> B', 'A > B information'],
    ['A ----> B', 'A > B'],
    ['A --o B', 'A > B'],
    ['A --x B', 'A > B'],
    ['A <--> B', 'A > B'],
  ])('reads the link %s', (text, line) => {
    const one = graphIn(readContent('a.mmd', `graph TD;\n ${text}`));
    expect(flowLines(one)).toContain(line);
  });

  it('finds the chart in a Markdown text', () => {
    const text = '# Title\n\nWords.\n\n```mermaid\nflowchart TD\n  A --> B\n```\n\nMore words --> here.\n';
    expect(nodeLines(graphIn(readContent('page.md', text)))).toContain('step A');
  });

  it('is refused in words where it is another kind of diagram', () => {
    expect(refusalOf('a.mmd', 'sequenceDiagram\n A->>B: hi')).toBe(
      'There is no Mermaid flowchart in this file. Other kinds of Mermaid diagrams cannot be imported.',
    );
  });

  const oneStep = (label: string): string => `flowchart LR\n  A([go]) --> B["${label}"] --> C([done])`;

  it.each([
    ['Check<br/>6m work, waits 15m, 95 #37; right', 'Check', 6, 15, 0.95],
    ['Check<br/>the order<br/>1h 30m work', 'Check the order', 90, undefined, undefined],
    ['Check<br/>waits for approval', 'Check waits for approval', undefined, undefined, undefined],
    ['Check<br/>6m work, urgent', 'Check 6m work, urgent', undefined, undefined, undefined],
  ])('reads times and quality in the last line of %j', (label, name, work, wait, right) => {
    const step = graphIn(readContent('a.mmd', oneStep(label))).nodes.find(({ type }) => type === 'step');
    expect([
      step?.name,
      step?.processTime?.likely,
      step?.wait?.likely,
      step?.completeAccurate?.likely,
    ]).toEqual([name, work, wait, right]);
  });

  it('lists a time that nobody can read', () => {
    const { skipped } = readContent('a.mmd', oneStep('Check<br/>∞ work, waits 15m'));
    expect(skipped.map(({ what, where }) => [what, where])).toEqual([['Figure “∞”', 'Check']]);
  });
});

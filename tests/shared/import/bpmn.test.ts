import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../shared/model/queries';
import { flowLines, graphIn, nodeLines, readContent, readFixture } from '../../helpers/import-fixture';

describe('a BPMN collaboration', () => {
  const read = readFixture('order.bpmn');
  const graph = graphIn(read);
  const { project } = read;
  const step = (name: string) => {
    const found = graph.nodes.find((node) => node.name === name);
    if (!found) throw new Error(name);
    return found;
  };

  it('is one map with the name of the collaboration', () => {
    expect(read.maps).toHaveLength(1);
    expect(graph.stream.name).toBe('Order to cash');
  });

  it('takes tasks, gateways and events for nodes, and leaves out a timer that only waits', () => {
    expect(nodeLines(graph).toSorted()).toEqual([
      'decision What is in it?',
      'end Cancelled',
      'end Value',
      'fork',
      'note Only on weekdays',
      'start Order arrives',
      'step Close the order',
      'step Collect the money',
      'step Pack',
      'step Send the bill',
      'step Ship',
      'step Take the order',
    ]);
  });

  it('joins them as they were, ways at once behind a fork, events on the border as escalations', () => {
    expect(flowLines(graph).toSorted()).toEqual([
      'Close the order > Value',
      'Order arrives > Take the order',
      'Pack > fork',
      'Send the bill > Close the order',
      'Send the bill > Collect the money information “Claim”',
      'Ship > Close the order',
      'Take the order > Cancelled escalation “Too late”',
      'Take the order > What is in it?',
      'What is in it? > Pack 0.6 “goods”',
      'What is in it? > Send the bill “services”',
      'fork > Send the bill',
      'fork > Ship',
    ]);
  });

  it('takes lanes for roles and pools for teams, the innermost lane where lanes are in lanes', () => {
    const roleOf = (name: string) => lookUp(project.roles, step(name).role)?.name;
    expect(['Take the order', 'Ship', 'Pack', 'Send the bill'].map(roleOf)).toEqual([
      'Sales',
      'Stock',
      'Night shift',
      undefined,
    ]);
    expect([step('Ship').team, step('Collect the money').team]).toEqual(['Shop', 'Bank']);
  });

  it('keeps waits, kinds of tasks, data and words about a task', () => {
    expect(step('Pack').wait).toEqual({ likely: 480 });
    const tasks = ['Take the order', 'Send the bill', 'Ship', 'Pack'].map((name) => step(name).automation);
    expect(tasks).toEqual(['assisted', 'automated', 'manual', undefined]);
    expect(step('Collect the money').kind).toBe('communication');
    expect(step('Take the order').note).toBe('By phone or web.');
    const artefact = (members: Record<string, number> | undefined) =>
      Object.keys(members ?? {}).map((id) => lookUp(project.artefacts, id)?.name);
    expect(artefact(step('Take the order').outputs)).toEqual(['Order form']);
    expect(artefact(step('Pack').inputs)).toEqual(['Order form']);
  });

  it('says what it did not take over, and what somebody may want to check', () => {
    expect(read.skipped).toEqual([
      { what: 'Arrow “Thanks”', where: '', why: 'It leads to a pool in which no step is drawn.' },
    ]);
    expect(read.notes).toEqual([
      '1 inclusive gateway came in as a choice, though several ways can be taken at once.',
      '1 step with several ways at once got a fork behind it.',
    ]);
  });
});

describe('BPMN', () => {
  const wrap = (inside: string): string => `<definitions xmlns="x">${inside}</definitions>`;
  const flow = (from: string, to: string): string =>
    `<sequenceFlow id="${from}${to}" sourceRef="${from}" targetRef="${to}"/>`;

  it('makes a map of each process that no collaboration holds', () => {
    const read = readContent(
      'two.bpmn',
      wrap(
        '<process id="a" name="First"><task id="t" name="Do"/></process><process id="b"><task id="u" name="Go"/></process>',
      ),
    );
    expect(read.maps.map((_, at) => graphIn(read, at).stream.name)).toEqual(['First', 'File 2']);
  });

  it('splits a gateway that waits and splits into a join and a fork', () => {
    const tasks = ['a', 'b', 'c', 'd'].map((id) => `<task id="${id}" name="${id}"/>`).join('');
    const read = readContent(
      'bar.bpmn',
      wrap(
        `<process id="p">${tasks}<parallelGateway id="g"/>${flow('a', 'g')}${flow('b', 'g')}${flow('g', 'c')}${flow('g', 'd')}</process>`,
      ),
    );
    expect(flowLines(graphIn(read))).toEqual(
      expect.arrayContaining(['a > join', 'b > join', 'join > fork', 'fork > c', 'fork > d']),
    );
  });

  it('leaves out a gateway without a name that only brings ways together', () => {
    const read = readContent(
      'merge.bpmn',
      wrap(
        `<process id="p"><startEvent id="s"/><task id="a" name="a"/><exclusiveGateway id="m"/><exclusiveGateway id="q" name="Good?"/>${flow('s', 'm')}${flow('m', 'a')}${flow('a', 'q')}${flow('q', 'm')}<endEvent id="e"/>${flow('q', 'e')}</process>`,
      ),
    );
    expect(flowLines(graphIn(read)).toSorted()).toEqual([
      'Demand > a',
      'Good? > Value',
      'Good? > a rework',
      'a > Good?',
    ]);
  });
});

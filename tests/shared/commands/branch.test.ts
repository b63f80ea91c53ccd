import { describe, expect, it } from 'vitest';
import { branchOf, duplicateBranch } from '../../../shared/commands/branch';
import type { Project } from '../../../shared/model/project';
import { buildMap, type MapBuilder } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

/** start > log, then by way of a > b or of c to close and the end; b sends some back to log. */
const twoWays = (change: (m: MapBuilder) => void = () => undefined): Project =>
  buildMap((m) => {
    m.start();
    for (const id of ['log', 'a', 'b', 'c', 'close']) m.step(id);
    m.end();
    m.path('start', 'log');
    m.flow('log', 'a', { share: 0.3 });
    m.flow('log', 'c', { share: 0.7 });
    m.path('a', 'b', 'close', 'end');
    m.flow('c', 'close');
    m.flow('b', 'log', { kind: 'rework', share: 0.2 });
    change(m);
  }).project;

const copyOf = (project: Project, id: string): Project =>
  doUndoRedo(project, duplicateBranch({ project, id, by: { x: 0, y: 100 } }, countedIds()));

describe('the branch that begins at a step', () => {
  it('is all that can be reached only through it, up to where ways come together', () => {
    expect(branchOf(twoWays(), 'a')).toEqual(['a', 'b']);
    expect(branchOf(twoWays(), 'c')).toEqual(['c']);
  });

  it('can be named by the flow that leads into it', () => {
    expect(branchOf(twoWays(), 'log--a')).toEqual(['a', 'b']);
  });

  it('reaches from the beginning to the value, which stays outside', () => {
    expect([...branchOf(twoWays(), 'log')].sort()).toEqual(['a', 'b', 'c', 'close', 'log']);
  });

  it('ends at a join', () => {
    const { project } = buildMap((m) => {
      m.node('fork', 'fork');
      for (const id of ['left', 'right', 'after']) m.step(id);
      m.node('join', 'join');
      m.path('fork', 'left', 'join', 'after');
      m.path('fork', 'right', 'join');
    });
    expect(branchOf(project, 'left')).toEqual(['left']);
  });

  it('is none where a flow leads to a place with other ways in, nor at demand and value', () => {
    const project = twoWays();
    expect(branchOf(project, 'c--close')).toEqual([]);
    expect(branchOf(project, 'b--log')).toEqual([]);
    expect(branchOf(project, 'start')).toEqual([]);
    expect(branchOf(project, 'end')).toEqual([]);
    expect(branchOf(project, 'gone')).toEqual([]);
  });
});

describe('duplicating a branch', () => {
  it('copies the flows in their order, wherever they stand in the table', () => {
    const project = twoWays();
    const turned = { ...project, flows: Object.fromEntries(Object.entries(project.flows).reverse()) };
    const inOrder = ({ flows }: Project): string[] =>
      Object.values(flows)
        .sort((one, other) => one.order - other.order)
        .map(({ from, to }) => `${from} > ${to}`);
    expect(inOrder(copyOf(turned, 'a')).slice(-4)).toEqual(inOrder(copyOf(project, 'a')).slice(-4));
  });

  it('copies its steps and flows with the ways in and out, and leaves the shares of both ways in blank', () => {
    expect(flowsOf(copyOf(twoWays(), 'a'))).toEqual([
      'a > b',
      'b > close',
      'b > log rework 0.2',
      'c > close',
      'close > end',
      'log > a',
      'log > c 0.7',
      'log > new-1',
      'new-1 > new-2',
      'new-2 > close',
      'new-2 > log rework 0.2',
      'start > log',
    ]);
  });

  it('leaves rework from elsewhere to the branch that it led to', () => {
    const project = twoWays((m) => m.flow('close', 'a', { kind: 'rework', share: 0.1 }));
    const back = Object.values(copyOf(project, 'a').flows).filter(
      ({ from, kind }) => from === 'close' && kind === 'rework',
    );
    expect(back.map(({ to }) => to)).toEqual(['a']);
  });

  it('asks for no shares at a fork, where everything takes every way', () => {
    const { project } = buildMap((m) => {
      m.node('fork', 'fork');
      m.step('left');
      m.step('right');
      m.node('join', 'join');
      m.flow('fork', 'left', { share: 1 });
      m.path('fork', 'right', 'join');
      m.path('left', 'join');
    });
    expect(flowsOf(copyOf(project, 'left'))).toEqual([
      'fork > left 1',
      'fork > new-1 1',
      'fork > right',
      'left > join',
      'new-1 > join',
      'right > join',
    ]);
  });

  it('keeps what is known of the steps, moves those that have a place, and puts them last', () => {
    const project = twoWays();
    const a = project.nodes['a'];
    if (a) Object.assign(a, { position: { x: 10, y: 20 }, processTime: { likely: 7, source: 'measured' } });
    const after = copyOf(project, 'a');
    expect(after.nodes['new-1']).toMatchObject({
      name: 'A',
      position: { x: 10, y: 120 },
      processTime: { likely: 7, source: 'measured' },
    });
    expect(after.nodes['new-2']?.position).toBeUndefined();
    const most = Math.max(...Object.values(project.nodes).map(({ order }) => order));
    expect(after.nodes['new-1']?.order).toBeGreaterThan(most);
  });

  it('is refused where there is no branch, and where nothing leads into it', () => {
    const project = twoWays();
    const copy = (id: string) => duplicateBranch({ project, id, by: { x: 0, y: 0 } }, countedIds());
    expect(refusal(project, copy('end'))).toMatch(/no branch here/);
    const { project: lonely } = buildMap((m) => m.step('alone'));
    const alone = duplicateBranch({ project: lonely, id: 'alone', by: { x: 0, y: 0 } }, countedIds());
    expect(refusal(lonely, alone)).toMatch(/no branch here/);
  });
});

import { describe, expect, it } from 'vitest';
import { chipsOf } from '../../../shared/capture/chips';
import { quickContext } from '../../../shared/capture/quick-context';
import { parseQuickLine } from '../../../shared/capture/quick-line';
import { quickSteps } from '../../../shared/capture/quick-lines';
import { suggestionsFor } from '../../../shared/capture/suggest';
import { openHistory, run, undo } from '../../../shared/commands/history';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

const mapId = 'map';

function small(): Project {
  return buildMap((m) => {
    m.start('start', { name: 'Demand' });
    m.step('log', { name: 'Log', processTime: 5, wait: 10 });
    m.step('fix', { name: 'Fix' });
    m.end('end', { name: 'Done' });
    m.path('start', 'log', 'fix', 'end');
  }).project;
}

function graphIn(project: Project): MapGraph {
  const graph = graphOf(project, mapId);
  if (!graph) throw new Error('no map');
  return graph;
}

/** The flows as `From > To kind share`, nodes without a name by their type. */
function flowsIn(project: Project): string[] {
  const graph = graphIn(project);
  const name = (id: string): string => graph.node.get(id)?.name || (graph.node.get(id)?.type ?? '');
  return graph.flows.map(({ from, to, kind, share }) =>
    [`${name(from)} > ${name(to)}`, kind === 'normal' ? '' : kind, share ? share.likely : '']
      .filter(Boolean)
      .join(' '),
  );
}

function typed(project: Project, text: string, after: string | null = null, keepsRest = false) {
  const steps = quickSteps(text, { project, mapId, after, keepsRest }, countIds());
  if ('sentences' in steps) return { sentences: steps.sentences, project, undone: project, entries: 0 };
  const result = run(openHistory(project), steps.command);
  if (result.kind === 'refused') throw new Error(result.sentence);
  const { history } = result;
  return {
    sentences: [],
    project: history.project,
    undone: undo(history).project,
    entries: history.past.length,
  };
}

const flowsAfter = (text: string, after: string | null = null): string[] =>
  flowsIn(typed(small(), text, after).project).sort();

describe('the place of a typed step', () => {
  it('is between a step and the next one', () => {
    expect(flowsAfter('Sort; 4m', 'log')).toEqual(['Demand > Log', 'Fix > Done', 'Log > Sort', 'Sort > Fix']);
  });

  it('is a way of its own out of a step where it takes a share', () => {
    expect(flowsAfter('Refuse; share 30%', 'log')).toContain('Log > Refuse 0.3');
    expect(flowsAfter('Refuse; share 30%', 'log')).toContain('Log > Fix');
    expect(flowsAfter('Refuse; <- Log 30%')).toContain('Log > Refuse 0.3');
  });

  it('is after the last open step where nothing is chosen', () => {
    const open = buildMap((m) => {
      m.start('start');
      m.step('a');
      m.path('start', 'a');
    }).project;
    expect(flowsIn(typed(open, 'B').project)).toEqual(['Start > A', 'A > B']);
  });

  it('is alone on an empty map', () => {
    const empty = buildMap(() => undefined).project;
    const { project } = typed(empty, 'First; 10m');
    expect(graphIn(project).nodes.map(({ name }) => name)).toEqual(['First']);
    expect(flowsIn(project)).toEqual([]);
  });

  it('is beside a step behind a fork, and branches come together in a join', () => {
    const { project, entries, undone } = typed(small(), 'Tell; parallel', 'fix');
    expect(flowsIn(project).sort()).toEqual(
      ['Demand > Log', 'Fix > Done', 'Log > fork', 'fork > Fix', 'fork > Tell'].sort(),
    );
    expect(entries).toBe(1);
    expect(undone).toEqual(small());
    const open = buildMap((m) => {
      m.start('start', { name: 'Demand' });
      m.step('a');
      m.path('start', 'a');
    }).project;
    const block = typed(open, 'B\nC; parallel\nD; join');
    expect(block.sentences).toEqual([]);
    expect(flowsIn(block.project).sort()).toEqual(
      ['A > fork', 'B > join', 'C > join', 'Demand > A', 'fork > B', 'fork > C', 'join > D'].sort(),
    );
  });

  it('leads on from a join to where the branches led', () => {
    const { project, sentences } = typed(small(), 'Tell; parallel\nClose; join Fix, Tell', 'fix');
    expect(sentences).toEqual([]);
    expect(flowsIn(project).sort()).toEqual(
      [
        'Close > Done',
        'Demand > Log',
        'Fix > join',
        'Log > fork',
        'Tell > join',
        'fork > Fix',
        'fork > Tell',
        'join > Close',
      ].sort(),
    );
  });

  it('puts a third branch on the fork that is there', () => {
    const { project } = typed(small(), 'Tell; parallel\nAsk; parallel with Tell', 'fix');
    expect(
      flowsIn(project)
        .filter((flow) => flow.startsWith('fork >'))
        .sort(),
    ).toEqual(['fork > Ask', 'fork > Fix', 'fork > Tell']);
  });
});

describe('what a typed step gets', () => {
  it('is all that the line says, unknown where it says nothing', () => {
    const { project } = typed(
      small(),
      'Sort; L1; team Night; 5m/10m/30m; wait 4h; 80%; NNVA legal; x2; review; assisted; incident management; engage',
      'log',
    );
    const step = graphIn(project).nodes.find(({ name }) => name === 'Sort');
    expect(step).toMatchObject({
      type: 'step',
      team: 'Night',
      processTime: { low: 5, likely: 10, high: 30 },
      wait: { likely: 240 },
      completeAccurate: { likely: 0.8 },
      value: 'NNVA',
      nnvaReason: 'legal',
      crew: { likely: 2 },
      kind: 'review',
      automation: 'assisted',
      practices: { 'incident-management': 1 },
      activity: 'engage',
    });
    expect(project.roles[step?.role ?? '']?.name).toBe('L1');
    const bare = graphIn(typed(small(), 'Sort', 'log').project).nodes.find(({ name }) => name === 'Sort');
    expect(Object.keys(bare ?? {}).sort()).toEqual(['id', 'map', 'name', 'order', 'type']);
  });

  it('waits for what the lead time leaves beside the work', () => {
    const { project } = typed(small(), 'Sort; 10m; lt 5h', 'log');
    expect(graphIn(project).nodes.find(({ name }) => name === 'Sort')?.wait).toEqual({ likely: 290 });
  });

  it('is a flow back for rework', () => {
    expect(flowsAfter('Check; 5m; -> Log 20%', 'fix')).toContain('Check > Log rework 0.2');
  });

  it('gives its share to the flow that leads on already', () => {
    const flows = flowsAfter('Sort; -> Fix 90%; -> Done 10%', 'log');
    expect(flows).toContain('Sort > Fix 0.9');
    expect(flows).toContain('Sort > Done 0.1');
    expect(flows.filter((flow) => flow.startsWith('Sort > Fix'))).toHaveLength(1);
  });
});

describe('several lines', () => {
  const text = 'A; L1; 10m; wait 1h\n\nB; L1; 20m; wait 2h\r\nC; 30m; wait 3h; -> A 50% rework';

  it('make several steps in one change, one after the other', () => {
    const { project, entries, undone } = typed(small(), text, 'log');
    expect(entries).toBe(1);
    expect(flowsIn(project).sort()).toEqual(
      ['A > B', 'B > C', 'C > A rework 0.5', 'C > Fix', 'Demand > Log', 'Fix > Done', 'Log > A'].sort(),
    );
    expect(Object.values(project.roles).map(({ name }) => name)).toEqual(['L1']);
    expect(undone).toEqual(small());
  });

  it('add up to the right lead time', () => {
    const chain = buildMap((m) => {
      m.start('start');
      m.end('end');
    }).project;
    const { project, sentences } = typed(chain, `${text}; -> End`, 'start');
    expect(sentences).toEqual([]);
    // By hand: half of C goes back, so each of A, B, C is done twice: 2 x (70 + 140 + 210) = 840 minutes.
    expect(computeFigures(graphIn(project)).figure.leadTimeExpected).toMatchObject({ value: 840 });
  });

  it('name the line of each problem, and make nothing', () => {
    const { sentences, project } = typed(small(), 'A; 10\nB; 5m\nC; -> Nowhere', 'log');
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(/^Line 1: “10”/);
    expect(sentences[1]).toBe('Line 3: No step is called “Nowhere”.');
    expect(project).toEqual(small());
  });

  it('are 300 at most, so that a document pasted by mistake does not hold up the window', () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, at) => `-> ${at}`).join('\n\n');
    expect(typed(small(), lines(300), 'log').sentences).toHaveLength(300);
    const { sentences, project } = typed(small(), lines(301), 'log');
    expect(sentences).toEqual([
      expect.stringMatching(/^These are more than 300 lines, and none was added\./),
    ]);
    expect(project).toEqual(small());
  });
});

describe('a line with a rest', () => {
  it('keeps it as the note where that is wanted', () => {
    const { project } = typed(small(), 'Sort; 10 or so; wait for Bob; note urgent', 'log', true);
    expect(graphIn(project).nodes.find(({ name }) => name === 'Sort')?.note).toBe(
      'urgent; 10 or so; wait for Bob',
    );
    expect(typed(small(), 'Sort; 10 or so', 'log').sentences).toHaveLength(1);
  });

  it('keeps also what stands behind the sixty parts that are read', () => {
    const { project } = typed(small(), `Sort; ${'; '.repeat(58)}5m; the last; word`, 'log', true);
    const sort = graphIn(project).nodes.find(({ name }) => name === 'Sort');
    expect(sort?.note).toBe('the last; word');
    expect(typed(small(), `Sort; ${'; '.repeat(57)}5m`, 'log').sentences).toEqual([]);
  });
});

describe('what is shown of a line', () => {
  const chips = (line: string, after: string | null): string[] => {
    const project = small();
    const context = quickContext(project, mapId, after);
    if (!context) throw new Error('no map');
    return chipsOf(parseQuickLine(line, context), graphIn(project), context).map(
      ({ field, value, tone }) => `${tone} ${field}: ${value}`,
    );
  };

  it('is the place and each field with its value, and what is not understood', () => {
    expect(chips('Sort; L1; 10m; wiat 4h; 80%; -> lgo 20%', 'log')).toEqual([
      'place Place: between Log and Fix',
      'exact Step: Sort',
      'new Role: L1 (new)',
      'exact Process time: 10m',
      'bad : wiat 4h',
      'exact %C&A: 80\u00a0%',
      'bad : -> lgo 20%',
    ]);
    expect(chips('Sort; -> Lo 20%', 'log').at(-1)).toBe(
      'alike Flow to: Log, 20\u00a0%, Rework (typed “-> Lo 20%”)',
    );
    expect(chips('', 'log')).toEqual([]);
  });
});

describe('suggestions', () => {
  const suggest = (line: string) => {
    const context = quickContext(small(), mapId, 'log');
    if (!context) throw new Error('no map');
    return suggestionsFor(line, line.length, context);
  };

  it('name steps behind an arrow, and practices and roles elsewhere', () => {
    expect(suggest('Sort; -> f')[0]).toMatchObject({ label: 'Fix', line: 'Sort; -> Fix', caret: 12 });
    expect(suggest('Sort; inci').map(({ label }) => label)).toContain('Incident management');
    expect(suggest('Sort; Boss').at(-1)).toMatchObject({ label: 'New role Boss', line: 'Sort; role "Boss"' });
  });

  it('say nothing while the name or a figure is typed', () => {
    expect(suggest('Incident')).toEqual([]);
    expect(suggest('Sort; 10m')).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenMaps, changeGroups, graphWith } from '../../../shared/analysis/change-groups';
import { changeStory } from '../../../shared/analysis/change-story';
import { forkAndJoin } from '../../../shared/analysis/fixes/parallelise';
import type { Command } from '../../../shared/commands/command';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { connect } from '../../../shared/commands/flows';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { addNode, setNode } from '../../../shared/commands/nodes';
import { addRole } from '../../../shared/commands/roles';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { buildMap, hours } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';
import { anyMove, commandOf } from '../../helpers/random-commands';
import { anyProject } from '../../helpers/random-project';

interface Future {
  readonly makeId: () => string;
  readonly before: string;
  readonly after: string;
  project: Project;
  /** The id on the future state of a node of the map. */
  readonly at: (id: string) => string;
  /** Does commands, passing over those that are refused. */
  readonly do: (...commands: readonly Command[]) => void;
}

function futureOf(project: Project, before: string): Future {
  const makeId = countIds();
  const copy = makeFutureCopy({ project, map: before, makeId });
  const future: Future = {
    makeId,
    before,
    after: copy.made[0],
    project,
    at: copy.idOf,
    do(...commands) {
      for (const command of commands) {
        const result = run(openHistory(future.project), command);
        if (result.kind !== 'refused') future.project = result.history.project;
      }
    },
  };
  future.do(copy);
  return future;
}

/** Log 1h after 2h, check 2h after 10h, fix 4h after 20h: 39 hours, 7 of them work. */
function repairs(): Future {
  const { project, mapId } = buildMap((m) => {
    m.role('desk', { people: 2, availability: 0.5 });
    m.start();
    m.step('log', { processTime: hours(1), wait: hours(2), role: 'desk', automation: 'manual' });
    m.step('check', { processTime: hours(2), wait: hours(10), completeAccurate: 0.8 });
    m.step('fix', { processTime: hours(4), wait: hours(20) });
    m.end();
    m.path('start', 'log', 'check', 'fix', 'end');
  });
  return futureOf(project, mapId);
}

const told = ({ project, before, after }: Future): string[] =>
  (changeStory({ project, before, after })?.lines ?? []).map(({ sentence }) =>
    sentence.replaceAll('\u00a0', ' '),
  );

describe('the changes of a map, each made alone', () => {
  it('together give the other map, whatever was done to it', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyProject, fc.array(anyMove, { minLength: 1, maxLength: 15 }), (project, moves) => {
        const [before] = Object.keys(project.maps);
        // Ids are random and therefore never the same in two tables, unlike those that are made up here.
        if (before === undefined || Object.keys(project.nodes).some((id) => id in project.flows)) return;
        const future = futureOf(project, before);
        for (const move of moves) future.do(commandOf(move, future.project, future.makeId));
        const between = betweenMaps(future.project, before, future.after);
        const now = graphOf(future.project, future.after);
        if (!between || !now) return;
        const groups = changeGroups(between.matched);
        const rows = groups.reduce((all, group) => group.apply(all), between.matched.old);
        const made = graphWith(between, rows, true);
        expect(made && computeFigures(made).figure.leadTimeExpected.value).toEqual(
          computeFigures(now).figure.leadTimeExpected.value,
        );
        expect(made?.nodes).toHaveLength(now.nodes.length);
        expect(made?.flows).toHaveLength(now.flows.length);
        compared += groups.length > 0 ? 1 : 0;
      }),
      { seed: 20_261_122, numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(30);
  });
});

describe('the story of a change', () => {
  it('says nothing of a copy that is as it was', () => {
    const { project, before, after } = repairs();
    const story = changeStory({ project, before, after });
    expect(story?.lines).toEqual([]);
    expect(story?.summary).toBe('Nothing was changed yet.');
  });

  it('says which step is taken out: 12 of 39 hours go', () => {
    const future = repairs();
    future.do(deleteNodes({ ids: [future.at('check')] }, future.makeId));
    expect(told(future)[0]).toBe('“Check” is taken out: expected lead time 39h to 27h');
  });

  it('orders changes by what they save, and says when they do not add up', () => {
    const future = repairs();
    future.do(
      setNode({ ids: [future.at('log')], patch: { wait: { likely: hours(1) } } }),
      setNode({ ids: [future.at('fix')], patch: { wait: { likely: hours(5) } } }),
    );
    expect(told(future)).toEqual([
      'The wait before “Fix” falls from 20h to 5h: expected lead time 39h to 24h',
      'The wait before “Log” is halved, from 2h to 1h: expected lead time 39h to 38h',
    ]);
    const { project, before, after } = future;
    const story = changeStory({ project, before, after });
    expect(story?.summary).toBe('Both changes together: expected lead time 39h to 23h.');
    expect(story?.note).toBeNull();
  });

  // Alone: no check saves 12 hours of 39, and a half of the items that come back for it 12 / 2 more than without; both on the same time.
  it('says that a step taken out twice over saves less than its parts', () => {
    const { project, mapId } = buildMap((m) => {
      m.start();
      m.step('work', { processTime: hours(10), wait: hours(10) });
      m.step('test', { processTime: hours(10), wait: 0 });
      m.end();
      m.path('start', 'work', 'test');
      m.flow('test', 'work', { kind: 'rework', share: 0.5 });
      m.flow('test', 'end', { share: 0.5 });
    });
    const future = futureOf(project, mapId);
    const back = Object.entries(future.project.flows).filter(
      ([, flow]) => flow.map === future.after && flow.from === future.at('test'),
    );
    // 60 hours; without the wait 40; without returns 30; without both 20: 20 + 30 saved alone, 40 together.
    future.do(setNode({ ids: [future.at('work')], patch: { wait: { likely: 0 } } }));
    future.project = structuredClone(future.project);
    for (const [id, flow] of back)
      if (flow.kind === 'rework') delete future.project.flows[id];
      else future.project.flows[id] = { ...flow, share: { likely: 1 } };
    expect(told(future)).toEqual([
      'Nothing returns from “Test” to “Work” any more: expected lead time 60h to 30h',
      'The wait before “Work” falls from 10h to 0m: expected lead time 60h to 40h',
    ]);
    expect(changeStory({ ...future })?.note).toBe(
      'Each line is computed alone. Added up they would save 50h, together they save 40h: some act on the same time, so the effects do not add up.',
    );
  });

  // The longer branch counts: 24 hours of fixing instead of 12 + 24.
  it('says which steps run in parallel', () => {
    const future = repairs();
    future.do({
      name: 'test.parallel',
      label: 'Parallel',
      refuse: () => null,
      apply: (draft) => forkAndJoin(draft, future.at('check'), future.at('fix'), future.makeId),
    });
    expect(told(future)).toEqual(['“Check” and “Fix” run in parallel: expected lead time 39h to 27h']);
  });

  it('says what is automated, who does it now, and what comes out', () => {
    const future = repairs();
    const robot = addRole({ name: 'Robot' }, future.makeId);
    future.do(
      robot,
      setNode({ ids: [future.at('log')], patch: { automation: 'automated', processTime: { likely: 6 } } }),
      setNode({ ids: [future.at('log')], patch: { role: robot.made[0] } }),
      setNode({ ids: [future.at('check')], patch: { completeAccurate: { likely: 0.9 } } }),
    );
    expect(told(future)).toEqual([
      '“Log” is now automated: expected lead time 39h to 38h 06m',
      '“Log” goes from “Desk” to “Robot”: no effect on the lead time or the effort',
      'Usable output of “Check” rises from 80 % to 90 %: no effect on the lead time or the effort',
    ]);
  });

  it('says which step is new, and that an unknown time leaves its effect unknown', () => {
    const future = repairs();
    const extra = addNode({ map: future.after, type: 'step', name: 'Ask' }, future.makeId);
    future.do(extra);
    const [ask = ''] = extra.made;
    future.do(
      connect({ from: future.at('start'), to: ask }, future.makeId),
      connect({ from: ask, to: future.at('log') }, future.makeId),
    );
    const { project, before, after } = future;
    expect(changeStory({ project, before, after })?.summary).toMatch(
      /: the effect on the lead time is not known, since figures are missing\.$/,
    );
    expect(told(future)[0]).toMatch(/“Ask”.*: effect not known, since figures are missing$/);
  });
});

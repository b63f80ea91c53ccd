import type { Command } from '../../../shared/commands/command';
import { connect, setFlow, setShares } from '../../../shared/commands/flows';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { setNode } from '../../../shared/commands/nodes';
import type { Project } from '../../../shared/model/project';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';

/** A template with a future state of it, and the means to change that by commands. */
export interface WhatIf {
  readonly before: string;
  readonly after: string;
  project(): Project;
  do(...commands: readonly Command[]): void;
  /** The id of a step of the future state by its name. */
  step(name: string): string;
  /** The id of a flow of the future state by the names of its ends. */
  flow(from: string, to: string): string;
  /** Adds a flow between two steps of the future state that carries this share, and gives others theirs. */
  lead(from: string, to: string, share: number, others: Readonly<Record<string, number>>): void;
}

/** The future state of a template, as somebody makes it in the app. */
export function futureOf(template: string): WhatIf {
  const makeId = countIds();
  const made = newFromTemplate(template, { makeId });
  if (!made) throw new Error(`there is no template ${template}`);
  const copy = makeFutureCopy({ project: made.project, map: made.mapId, makeId });
  let history = openHistory(made.project);
  const perform = (...commands: readonly Command[]): void => {
    for (const command of commands) {
      const result = run(history, command);
      if (result.kind === 'refused') throw new Error(result.sentence);
      history = result.history;
    }
  };
  perform(copy);
  const [after] = copy.made;
  const step = (name: string): string => {
    const found = Object.entries(history.project.nodes).find(
      ([, node]) => node.map === after && node.name === name,
    );
    if (!found) throw new Error(`there is no step ${name}`);
    return found[0];
  };
  const flow = (from: string, to: string): string => {
    const ends = [step(from), step(to)];
    const found = Object.entries(history.project.flows).find(
      ([, each]) => each.from === ends[0] && each.to === ends[1],
    );
    if (!found) throw new Error(`there is no flow from ${from} to ${to}`);
    return found[0];
  };
  return {
    before: made.mapId,
    after,
    project: () => history.project,
    do: perform,
    step,
    flow,
    lead(from, to, share, others) {
      const way = connect({ from: step(from), to: step(to) }, makeId);
      perform(way);
      const shares = Object.entries(others).map(([target, likely]) => [flow(from, target), { likely }]);
      perform(
        setFlow({ ids: way.made, patch: { share: { likely: share } } }),
        setShares({ shares: Object.fromEntries(shares) }),
      );
    },
  };
}

const fill = 'Check the request is complete';
const test = 'Test in staging';

/** 80 % of requests need no approval: of the 80 % that are complete four fifths go straight on to the licence. */
export function requestsSkipApprovals(): WhatIf {
  const future = futureOf('service-request-fulfilment');
  future.lead(fill, 'Reserve or buy a licence', 0.64, { 'Line manager approves': 0.16 });
  return future;
}

/** Half as many tests come back to the builders. */
export function halfTheTestReturns(): WhatIf {
  const future = futureOf('normal-change');
  future.do(
    setShares({
      shares: {
        [future.flow(test, 'Build and unit-test')]: { likely: 0.14 },
        [future.flow(test, 'Weekly change advisory board')]: { likely: 0.86 },
      },
    }),
  );
  return future;
}

/** 40 % of the 72 % of changes that pass the test go straight to deployment. */
export function changesGoStraightToDeployment(): WhatIf {
  const future = futureOf('normal-change');
  future.lead(test, 'Deploy in the change window', 0.288, { 'Weekly change advisory board': 0.432 });
  return future;
}

/** The change board meets twice as often: its waits of 8, 22 and 44 hours are halved. */
export function boardWaitsHalved(): WhatIf {
  const future = futureOf('normal-change');
  future.do(
    setNode({
      ids: [future.step('Weekly change advisory board')],
      patch: { wait: { low: 240, likely: 660, high: 1320 } },
    }),
  );
  return future;
}

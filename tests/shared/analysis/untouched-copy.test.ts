import { expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { compareMaps } from '../../../shared/analysis/compare-maps';
import { exampleMapId, exampleProject } from '../../../shared/analysis/example';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { openHistory, run } from '../../../shared/commands/history';
import { countIds } from '../../helpers/count-ids';
import { today } from './judge-map';

const judged = { pack: itil4, profile: 'review', today } as const;

it('finds nothing resolved and nothing new on a copy that nobody touched, whatever the map', () => {
  const examples = allRules.flatMap(({ id, examples: { flagged } }) =>
    flagged.slice(0, 1).map((example) => ({ id, project: exampleProject(example) })),
  );
  expect(examples).toHaveLength(allRules.length);
  const differing = examples.flatMap(({ id, project }) => {
    const copy = makeFutureCopy({ project, map: exampleMapId, makeId: countIds() });
    const done = run(openHistory(project), copy);
    if (done.kind === 'refused') throw new Error(done.sentence);
    const pair = { before: exampleMapId, after: copy.made[0], application: [] };
    const found = compareMaps({ ...judged, ...pair, project: done.history.project });
    const rules = [...(found?.appears ?? []), ...(found?.disappears ?? [])].map(({ rule }) => rule);
    return rules.length === 0 ? [] : [{ id, rules }];
  });
  expect(differing).toEqual([]);
});

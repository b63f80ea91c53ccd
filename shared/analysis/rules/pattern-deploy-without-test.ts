import { patternRulesText } from '../../text/rules-pattern';
import type { Facts } from '../facts';
import { type IsTest, untestedDeploys } from '../facts-untested';
import { addStepAt } from '../fixes/structure';
import { guessedTime } from '../fixes/guessed-time';
import { defineRule } from '../rule';

const text = patternRulesText['pattern-deploy-without-test'];

const testing = 'service-validation-testing';

function testJudge({ pack }: Facts): IsTest {
  const knowsTesting = pack.practices.some(({ id }) => id === testing);
  return ({ kind, practices }) => {
    if (kind === 'inspection' || kind === 'verify') return true;
    if (knowsTesting && practices?.includes(testing) === true) return true;
    if (kind === null) return null;
    const mayBe = kind === 'work' || kind === 'review';
    return knowsTesting && mayBe && practices === null ? null : false;
  };
}

const plain = ['software-development-management'];

const test = {
  name: text.step,
  kind: 'inspection',
  value: 'NNVA',
  nnvaReason: 'risk',
  automation: 'automated',
  processTime: guessedTime(10),
  wait: guessedTime(0),
} as const;

/** A way from building to going live without a check. */
export const deployWithoutTest = defineRule({
  ...text,
  id: 'pattern-deploy-without-test',
  category: 'value',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['kind', 'practices'],
  principles: ['focus-on-value', 'progress-iteratively-with-feedback'],
  wastes: ['defects'],
  dimensions: ['information-technology'],
  valueClasses: ['VA'],
  options: {},
  evidence: { build: 'text' },
  check: (facts, _options, report) => {
    const isTest = testJudge(facts);
    const certain = untestedDeploys(facts, isTest, false);
    for (const [id, build] of certain.deployedFrom)
      report.finding({ about: [id], involves: [build.id], evidence: { build: build.name } });
    // Where nobody has named a step that builds or one that deploys, the pattern is not asked for.
    if (!facts.steps.some(({ kind }) => kind === 'build' || kind === 'deploy')) return;
    const possible = untestedDeploys(facts, isTest, true);
    if (possible.deployedFrom.size > certain.deployedFrom.size)
      for (const step of possible.open) report.gap(step.id, step.kind === null ? 'kind' : 'practices');
  },
  say: (e) => text.say(e),
  suggest: [{ kind: 'improve', label: text.add, command: addStepAt('before', test) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Built in the morning, live at noon',
        steps: {
          build: { kind: 'build', practices: plain },
          approve: { kind: 'approval', practices: ['change-enablement'] },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
        },
        finds: ['deploy'],
      },
      {
        title: 'The repair goes past the test',
        steps: {
          build: { kind: 'build', practices: plain },
          test: { kind: 'inspection', practices: ['service-validation-testing'] },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
          repair: { kind: 'build', practices: plain },
        },
        flows: [
          { from: 'start', to: 'build' },
          { from: 'build', to: 'test' },
          { from: 'test', to: 'deploy', share: 0.8 },
          { from: 'test', to: 'repair', share: 0.2, kind: 'rework' },
          { from: 'repair', to: 'deploy' },
          { from: 'deploy', to: 'end' },
        ],
        finds: ['deploy'],
      },
    ],
    clean: [
      {
        title: 'Tested before it goes live',
        steps: {
          build: { kind: 'build' },
          test: { kind: 'inspection' },
          deploy: { kind: 'deploy' },
        },
      },
      {
        title: 'The join waits for the test',
        steps: {
          build: { kind: 'build' },
          both: { type: 'fork' },
          test: { kind: 'work', practices: ['service-validation-testing'] },
          pack: { kind: 'handoff' },
          met: { type: 'join' },
          deploy: { kind: 'deploy' },
        },
        flows: [
          { from: 'start', to: 'build' },
          { from: 'build', to: 'both' },
          { from: 'both', to: 'test' },
          { from: 'both', to: 'pack' },
          { from: 'test', to: 'met' },
          { from: 'pack', to: 'met' },
          { from: 'met', to: 'deploy' },
          { from: 'deploy', to: 'end' },
        ],
      },
      {
        title: 'A restart builds nothing',
        steps: { restart: { kind: 'deploy' }, verify: { kind: 'verify' } },
      },
    ],
  },
});

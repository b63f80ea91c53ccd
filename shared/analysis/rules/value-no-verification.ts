import { quoteNames } from '../../text/rules';
import { valueRulesText } from '../../text/rules-value';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { nodesBehind } from '../facts-onward';
import { touchesConsumer } from '../facts-touch';
import { addStepAt } from '../fixes/structure';
import { guessedTime } from '../fixes/guessed-time';
import { stepsMeant } from '../fixes/fix';
import { defineRule } from '../rule';

const text = valueRulesText['value-no-verification'];

/** Steps that do what the consumer waits for, and that no other such step follows. */
function lastDoing(facts: Facts): StepFacts[] {
  const aside = new Set(facts.structure.aside);
  const doing = facts.steps.filter(
    ({ id, kind, afterValue, isRework, detached }) =>
      (kind === 'work' || kind === 'build' || kind === 'deploy') &&
      !afterValue &&
      !isRework &&
      !detached &&
      !aside.has(id),
  );
  const before = nodesBehind(
    facts,
    doing.map((step) => step.id),
    true,
  );
  const last = doing.filter((step) => !before.has(step.id));
  return last.length === 0 ? doing : last;
}

/** Whether the consumer is asked or told in a step; null where that is unknown. */
function confirms(step: StepFacts): boolean | null {
  const touches = touchesConsumer(step);
  if (touches === false) return false;
  if (step.kind === null) return null;
  return step.kind === 'verify' || step.kind === 'communication' ? touches : false;
}

const confirmation = {
  name: text.step,
  kind: 'verify',
  value: 'VA',
  touchesConsumer: true,
  processTime: guessedTime(5),
  wait: guessedTime(0),
} as const;

/** A stream in which nobody checks with the consumer that the need was met. */
export const noVerification = defineRule({
  ...text,
  id: 'value-no-verification',
  category: 'value',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 1,
  needs: ['kind', 'touches_consumer'],
  principles: ['focus-on-value', 'progress-iteratively-with-feedback'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  valueClasses: ['VA'],
  options: {},
  evidence: { after: 'text', late: 'text?' },
  check: (facts, _options, report) => {
    const last = lastDoing(facts);
    if (last.length === 0) {
      for (const step of facts.steps) if (step.kind === null && !step.afterValue) report.gap(step.id, 'kind');
      return;
    }
    const behind = nodesBehind(
      facts,
      last.map((step) => step.id),
    );
    const following = facts.steps.filter((step) => behind.has(step.id));
    if (following.some((step) => !step.afterValue && confirms(step) === true)) return;
    const late = following.find((step) => confirms(step) === true);
    const open = following.filter((step) => confirms(step) === null && !(late && step.afterValue));
    if (open.length > 0) {
      for (const step of open) {
        if (step.kind === null) report.gap(step.id, 'kind');
        if (touchesConsumer(step) === null) report.gap(step.id, 'touches_consumer');
      }
      return;
    }
    report.finding({
      about: [facts.map.id],
      involves: last.map((step) => step.id),
      severity: late === undefined ? 'high' : 'low',
      evidence: { after: quoteNames(last.map((step) => step.name)), late: late?.name ?? null },
    });
  },
  say: (e) => text.say(e),
  suggest: [{ kind: 'improve', label: text.add, command: addStepAt('after', confirmation, stepsMeant) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The mail goes to the manager, not to the user',
        steps: { provision: { kind: 'work' }, report: { kind: 'communication', touchesConsumer: false } },
        finds: ['map'],
      },
      {
        title: 'The user is asked when value has long been claimed',
        steps: {
          deploy: { kind: 'deploy' },
          ask: { kind: 'verify', touchesConsumer: true, afterValue: true },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'The user confirms',
        steps: { provision: { kind: 'work' }, confirm: { kind: 'verify', touchesConsumer: true } },
      },
      {
        title: 'The consumer does the check',
        steps: { provision: { kind: 'work' }, accept: { kind: 'verify', party: 'consumer' } },
      },
      {
        title: 'Work on a branch that ends on its own does not count as the last work',
        steps: {
          part: { type: 'fork' },
          file: { kind: 'work' },
          provision: { kind: 'work' },
          confirm: { kind: 'verify', touchesConsumer: true },
        },
        flows: [
          { from: 'start', to: 'part' },
          { from: 'part', to: 'file' },
          { from: 'part', to: 'provision' },
          { from: 'provision', to: 'confirm' },
          { from: 'confirm', to: 'end' },
        ],
      },
      {
        title: 'Rework after the check does not count as the last work',
        steps: {
          fix: { kind: 'work' },
          confirm: { kind: 'verify', touchesConsumer: true },
          'fix-again': { kind: 'work' },
        },
        flows: [
          { from: 'start', to: 'fix' },
          { from: 'fix', to: 'confirm' },
          { from: 'confirm', to: 'end', share: 0.9 },
          { from: 'confirm', to: 'fix-again', share: 0.1, kind: 'rework' },
          { from: 'fix-again', to: 'end' },
        ],
      },
    ],
  },
});

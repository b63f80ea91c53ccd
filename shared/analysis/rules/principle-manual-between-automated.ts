import type { WorkKind } from '../../model/value-sets';
import { principleRulesText } from '../../text/rules-principle';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { effortPerMonth, timePerItem } from '../facts-worth';
import { leastTrust } from '../measure';
import { setAutomation } from '../fixes/fields';
import { defineRule } from '../rule';
import { maybeHours, maybeTime } from '../wording';

const text = principleRulesText['principle-manual-between-automated'];

/** Kinds of work for which a person is wanted on purpose. */
const humanOnPurpose: readonly WorkKind[] = ['approval', 'decision', 'verify', 'inspection', 'review'];

/** The one node at the other end of the flows of each node; null where there are several. */
function onlyNeighbours(facts: Facts, of: 'from' | 'to'): Map<string, string | null> {
  const other = of === 'from' ? 'to' : 'from';
  const found = new Map<string, string | null>();
  for (const flow of facts.flows) {
    if (flow.likelihood === 0) continue;
    const before = found.get(flow[of]);
    found.set(flow[of], before === undefined || before === flow[other] ? flow[other] : null);
  }
  return found;
}

const mayBe = (step: StepFacts, level: 'manual' | 'automated'): boolean =>
  step.automation === null || step.automation === level;

/** A person who carries items from one machine to the next. */
export const manualBetweenAutomated = defineRule({
  ...text,
  id: 'principle-manual-between-automated',
  category: 'principle:optimize-and-automate',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 2,
  needs: ['automation', 'kind'],
  principles: ['optimize-and-automate'],
  wastes: ['motion', 'waiting'],
  dimensions: ['information-technology'],
  options: {},
  evidence: { before: 'text', after: 'text', minutesPerItem: 'minutes?', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, _options, report) => {
    const steps = new Map(facts.steps.map((step) => [step.id, step]));
    const sources = onlyNeighbours(facts, 'to');
    const targets = onlyNeighbours(facts, 'from');
    for (const step of facts.steps) {
      const before = steps.get(sources.get(step.id) ?? '');
      const after = steps.get(targets.get(step.id) ?? '');
      if (before === undefined || after === undefined || before === after) continue;
      if (step.kind !== null && humanOnPurpose.includes(step.kind)) continue;
      if (!mayBe(step, 'manual') || !mayBe(before, 'automated') || !mayBe(after, 'automated')) continue;
      const blank = [before, step, after].filter((each) => each.automation === null);
      if (blank.length > 1) continue;
      if (blank.length === 1 || step.kind === null) {
        for (const each of blank) report.gap(each.id, 'automation');
        if (step.kind === null) report.gap(step.id, 'kind');
        continue;
      }
      const work = effortPerMonth(step);
      const time = timePerItem(step);
      report.finding({
        about: [step.id],
        involves: [before.id, after.id],
        trust: leastTrust([step.processTime, step.wait]),
        impact: { leadTime: step.movesClock ? time : 0, effortPerMonth: work },
        evidence: {
          before: before.name,
          after: after.name,
          minutesPerItem: time,
          hoursPerMonth: work === null ? null : work / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      before: e.before,
      after: e.after,
      perItem: maybeTime(e.minutesPerItem),
      perMonth: maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.connect,
      command: setAutomation('automated', { processTime: 0.1, wait: 0 }),
    },
  ],
  supersedes: ['principle-manual-standard-work'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Somebody copies the order from shop to store',
        stream: { demandPerMonth: 600 },
        steps: {
          order: { automation: 'automated' },
          copy: { automation: 'manual', kind: 'entry', processTime: 4, wait: 120 },
          ship: { automation: 'automated' },
        },
        finds: ['copy'],
      },
      {
        title: 'A command is typed between two pipelines',
        steps: {
          build: { automation: 'automated', kind: 'build' },
          'start-release': { automation: 'manual', kind: 'work' },
          deploy: { automation: 'automated', kind: 'deploy' },
        },
        finds: ['start-release'],
      },
    ],
    clean: [
      {
        title: 'A human look on purpose',
        steps: {
          build: { automation: 'automated' },
          inspect: { automation: 'manual', kind: 'inspection' },
          deploy: { automation: 'automated' },
        },
      },
      {
        title: 'A machine on one side alone',
        steps: {
          order: { automation: 'automated' },
          pack: { automation: 'manual', kind: 'work' },
          carry: { automation: 'assisted' },
        },
      },
      {
        title: 'Many ways lead here',
        steps: {
          'order-online': { automation: 'automated' },
          'order-by-post': { automation: 'manual', kind: 'entry' },
          pack: { automation: 'manual', kind: 'work' },
          ship: { automation: 'automated' },
        },
        flows: [
          { from: 'start', to: 'order-online', share: 0.8 },
          { from: 'start', to: 'order-by-post', share: 0.2 },
          { from: 'order-online', to: 'pack' },
          { from: 'order-by-post', to: 'pack' },
          { from: 'pack', to: 'ship' },
          { from: 'ship', to: 'end' },
        ],
      },
    ],
  },
});

import { quoteNames } from '../../text/rules';
import { patternRulesText } from '../../text/rules-pattern';
import { reachOf } from '../facts-onward';
import type { StepFacts } from '../facts-steps';
import { effortPerMonth, sumOf, timePerItem } from '../facts-worth';
import { atLeast, leastTrust } from '../measure';
import { pastEach } from '../fixes/past-each';
import { defineRule } from '../rule';
import { maybeTime, partOfAll } from '../wording';

const text = patternRulesText['pattern-approval-on-standard-request'];

const requests = 'service-request-management';

const isRequired = ({ nnvaReason }: StepFacts): boolean =>
  nnvaReason === 'legal' || nnvaReason === 'regulatory' || nnvaReason === 'contract';

const times = (share: number, amount: number | null): number | null =>
  amount === null ? null : share * amount;

/** An order that part of the users need an approval for. */
function approvedFor(share: number) {
  return {
    steps: {
      order: { kind: 'entry', practices: [requests] },
      approve: { kind: 'approval', practices: [requests], wait: 480, processTime: 5 },
      provision: { kind: 'work', practices: ['deployment-management'] },
    },
    flows: [
      { from: 'start', to: 'order' },
      { from: 'order', to: 'approve', share },
      { from: 'order', to: 'provision', share: 1 - share },
      { from: 'approve', to: 'provision' },
      { from: 'provision', to: 'end' },
    ],
  } as const;
}

/** Approvals that nearly all requests of a catalogue have to pass. */
export const approvalOnStandardRequest = defineRule({
  ...text,
  id: 'pattern-approval-on-standard-request',
  category: 'waste:overprocessing',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['practices', 'kind', 'share'],
  principles: ['keep-it-simple-and-practical', 'optimize-and-automate', 'focus-on-value'],
  wastes: ['overprocessing', 'waiting'],
  dimensions: ['value-streams-processes'],
  valueClasses: ['NNVA', 'NVA'],
  options: {
    q: { label: text.options.q, unit: 'share', default: 0.8, min: 0, max: 1 },
    stream: { label: text.options.stream, unit: 'share', default: 0.3, min: 0, max: 1 },
    share: { label: text.options.share, unit: 'share', default: 0.8, min: 0, max: 1 },
  },
  evidence: { reach: 'share', names: 'text', wait: 'minutes?' },
  check: (facts, options, report) => {
    const { steps, map, pack } = facts;
    if (!pack.practices.some(({ id }) => id === requests) || steps.length === 0) return;
    const ordering = steps.filter((step) => step.practices?.includes(requests) === true).length;
    const blank = steps.filter((step) => step.practices === null);
    const isStream = (count: number): boolean => count > 0 && atLeast(count / steps.length, options.stream);
    if (!isStream(ordering + blank.length)) return;
    const reach = reachOf(facts);
    const partOf = (step: StepFacts): number | null => reach.get(step.id) ?? null;
    const mayCount = steps.filter(
      (step) => (step.kind ?? 'approval') === 'approval' && !isRequired(step) && !step.isRework,
    );
    const met = mayCount.filter((step) => {
      const part = partOf(step);
      return part === null || atLeast(part, options.q);
    });
    const approvals = met.filter((step) => step.kind === 'approval' && partOf(step) !== null);
    if (approvals.length > 0 && isStream(ordering)) {
      const onClock = approvals.filter((step) => step.movesClock);
      report.finding({
        about: [map.id],
        involves: approvals.map((step) => step.id),
        trust: leastTrust(approvals.flatMap((step) => [step.wait, step.processTime])),
        impact: {
          leadTime: times(options.share, sumOf(onClock.map(timePerItem))),
          effortPerMonth: times(options.share, sumOf(approvals.map(effortPerMonth))),
        },
        evidence: {
          reach: Math.max(...approvals.map((step) => partOf(step) ?? 0)),
          names: quoteNames(approvals.map((step) => step.name)),
          wait: sumOf(approvals.map((step) => step.wait?.mean ?? null)) || null,
        },
      });
      return;
    }
    if (approvals.length > 0) for (const step of blank) report.gap(step.id, 'practices');
    else if (isStream(ordering)) {
      for (const step of met) if (step.kind === null) report.gap(step.id, 'kind');
      if (met.some((step) => step.kind === 'approval'))
        for (const { about, field } of facts.visitsMissing) report.gap(about, field);
    }
  },
  say: (e) => text.say({ share: partOfAll(e.reach), names: e.names, wait: maybeTime(e.wait) }),
  suggest: [{ kind: 'improve', label: text.split, command: pastEach({ share: 0.8, label: text.label }) }],
  supersedes: [
    'waste-overprocessing-approvals',
    'waste-overprocessing-rubber-stamp',
    'waste-waiting-approval',
  ],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two signatures for an item of the catalogue',
        stream: { demandPerMonth: 900 },
        steps: {
          order: { kind: 'entry', practices: [requests] },
          'manager-approves': { kind: 'approval', practices: [requests], wait: 480, processTime: 3 },
          'security-approves': {
            kind: 'approval',
            practices: ['risk-management'],
            wait: 600,
            processTime: 10,
          },
          provision: { kind: 'work', practices: ['deployment-management', requests] },
        },
        finds: ['map'],
      },
      { title: 'Four of five orders', ...approvedFor(0.8), finds: ['map'] },
    ],
    clean: [
      { title: 'A little less than four of five', ...approvedFor(0.79) },
      {
        title: 'A law wants this signature',
        steps: {
          order: { kind: 'entry', practices: [requests] },
          approve: { kind: 'approval', practices: [requests], nnvaReason: 'legal' },
          provision: { kind: 'work', practices: ['deployment-management'] },
        },
      },
      {
        title: 'One order does not make a stream of requests',
        steps: {
          hire: { kind: 'entry', practices: ['workforce-talent-management'] },
          approve: { kind: 'approval', practices: ['workforce-talent-management'] },
          order: { kind: 'entry', practices: [requests] },
          train: { kind: 'work', practices: ['knowledge-management'] },
        },
      },
    ],
  },
});

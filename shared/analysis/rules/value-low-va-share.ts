import { formatShare } from '../../model/units-format';
import type { ValueClass } from '../../model/value-sets';
import { valueRulesText } from '../../text/rules-value';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { effortPerItem } from '../facts-touch';
import type { FieldName } from '../fields';
import { above, leastTrust } from '../measure';
import { defineRule, type Reporter } from '../rule';
import { roundTime } from '../wording';

const text = valueRulesText['value-low-va-share'];

const sum = (steps: readonly StepFacts[]): number =>
  steps.reduce((total, step) => total + (effortPerItem(step) ?? 0), 0);

/** What keeps the effort of a step, or its class, unknown. */
function ask(step: StepFacts, facts: Facts, report: Pick<Reporter<never>, 'gap'>): void {
  const own: [string, FieldName][] = [];
  if (step.value === null) own.push([step.id, 'value']);
  if (step.processTime === null) own.push([step.id, 'process_time']);
  if (step.visits === null) for (const { about, field } of facts.visitsMissing) own.push([about, field]);
  for (const [about, field] of own) report.gap(about, field);
}

/** A stream of whose effort little adds value. */
export const lowValueAddingShare = defineRule({
  ...text,
  id: 'value-low-va-share',
  category: 'value',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['value', 'process_time'],
  principles: ['focus-on-value'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  valueClasses: ['VA', 'NNVA', 'NVA'],
  options: { limit: { label: text.options.limit, unit: 'share', default: 0.4, min: 0, max: 1 } },
  evidence: {
    share: 'share',
    bound: 'text',
    necessary: 'share',
    waste: 'share',
    unclassified: 'share',
    effort: 'minutes',
  },
  check: (facts, options, report) => {
    const { steps, map, stream } = facts;
    const inClass = (value: ValueClass | null): StepFacts[] => steps.filter((step) => step.value === value);
    const unknown = steps.filter((step) => effortPerItem(step) === null);
    const effort = sum(steps);
    const most = sum(inClass('VA')) + sum(inClass(null));
    const isBounded = unknown.every((step) => step.value === 'NNVA' || step.value === 'NVA');
    if (effort > 0 && isBounded && above(options.limit, most / effort)) {
      const excess = effort - most / Math.max(options.limit, most / effort);
      report.finding({
        about: [map.id],
        involves: [...inClass('NNVA'), ...inClass('NVA')].map((step) => step.id),
        trust: leastTrust(steps.map((step) => step.processTime)),
        impact: {
          effortPerMonth: stream.demandPerMonth === null ? null : excess * stream.demandPerMonth,
        },
        evidence: {
          share: most / effort,
          bound: unknown.length > 0 || sum(inClass(null)) > 0 ? 'at most' : 'exact',
          necessary: sum(inClass('NNVA')) / effort,
          waste: sum(inClass('NVA')) / effort,
          unclassified: sum(inClass(null)) / effort,
          effort,
        },
      });
      return;
    }
    const isOpen = unknown.length > 0 || above(options.limit, sum(inClass('VA')) / Math.max(effort, 1e-12));
    if (isOpen) for (const step of steps) ask(step, facts, report);
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      isAtMost: e.bound === 'at most',
      necessary: formatShare(e.necessary, 0),
      waste: formatShare(e.waste, 0),
      perItem: roundTime(e.effort),
    }),
  suggest: [
    { kind: 'open', label: text.classify, place: 'classify' },
    { kind: 'task', label: text.challenge },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Thirty of a hundred minutes help the user',
        stream: { demandPerMonth: 60 },
        steps: {
          check: { value: 'NVA', processTime: 20 },
          approve: { value: 'NNVA', nnvaReason: 'risk', processTime: 50 },
          provision: { value: 'VA', processTime: 30 },
        },
        finds: ['map'],
      },
      {
        title: 'Just below two fifths',
        steps: {
          record: { value: 'NNVA', nnvaReason: 'legal', processTime: 61 },
          advise: { value: 'VA', processTime: 39 },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Two fifths',
        steps: {
          record: { value: 'NNVA', nnvaReason: 'legal', processTime: 60 },
          advise: { value: 'VA', processTime: 40 },
        },
      },
      {
        title: 'What is not classed may add value',
        steps: {
          record: { value: 'NNVA', nnvaReason: 'legal', processTime: 60 },
          advise: { processTime: 40 },
        },
      },
    ],
  },
});

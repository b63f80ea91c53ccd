import { formatShare } from '../../model/units-format';
import type { ValueClass } from '../../model/value-sets';
import { valueRulesText } from '../../text/rules-value';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { effortPerItem } from '../facts-touch';
import { above, leastTrust } from '../measure';
import { defineRule, type Reporter } from '../rule';
import { roundTime } from '../wording';

const text = valueRulesText['value-low-va-share'];

/** Minutes of effort per item in each value class, and the steps of which it is unknown. */
function effortByClass(steps: readonly StepFacts[]) {
  const minutes: Record<ValueClass | 'none', number> = { VA: 0, NNVA: 0, NVA: 0, none: 0 };
  const unknown: StepFacts[] = [];
  for (const step of steps) {
    const effort = effortPerItem(step);
    if (effort === null) unknown.push(step);
    else minutes[step.value ?? 'none'] += effort;
  }
  return { minutes, all: minutes.VA + minutes.NNVA + minutes.NVA + minutes.none, unknown };
}

/** Asks for what keeps the effort of steps, or their classes, unknown. */
function ask({ steps, visitsMissing }: Facts, report: Pick<Reporter<never>, 'gap'>): void {
  for (const step of steps) {
    if (step.value === null) report.gap(step.id, 'value');
    if (step.processTime === null) report.gap(step.id, 'process_time');
  }
  for (const { about, field } of visitsMissing) report.gap(about, field);
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
    const { minutes, all, unknown } = effortByClass(steps);
    const most = minutes.VA + minutes.none;
    const isBounded = unknown.every((step) => step.value === 'NNVA' || step.value === 'NVA');
    if (all > 0 && isBounded && above(options.limit, most / all)) {
      const excess = all - most / options.limit;
      report.finding({
        about: [map.id],
        involves: steps.filter(({ value }) => value === 'NNVA' || value === 'NVA').map(({ id }) => id),
        trust: leastTrust(steps.map((step) => step.processTime)),
        impact: {
          effortPerMonth: stream.demandPerMonth === null ? null : excess * stream.demandPerMonth,
        },
        evidence: {
          share: most / all,
          bound: unknown.length > 0 || minutes.none > 0 ? 'at most' : 'exact',
          necessary: minutes.NNVA / all,
          waste: minutes.NVA / all,
          unclassified: minutes.none / all,
          effort: all,
        },
      });
      return;
    }
    const isOpen = unknown.length > 0 || (all > 0 && above(options.limit, minutes.VA / all));
    if (isOpen) ask(facts, report);
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      isAtMost: e.bound === 'at most',
      necessary: formatShare(e.necessary, 0),
      waste: e.waste === 0 ? null : formatShare(e.waste, 0),
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

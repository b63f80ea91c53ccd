import { formatNumber, formatShare } from '../../model/units-format';
import { nameList } from '../../text/name-list';
import { defectsText } from '../../text/rules-waste-defects';
import { repairFacts } from '../facts-repair';
import { setStep } from '../fixes/fields';
import { above, atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = defectsText['waste-defects-low-quality-output'];

/** How far the share of repeats may lie below the share of faults and still account for it. */
const nearly = 0.05;

const twoDigits = (value: number): string =>
  formatNumber(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)));

/** Output that is often not usable as it is. */
export const lowQualityOutput = defineRule({
  ...text,
  id: 'waste-defects-low-quality-output',
  category: 'waste:defects',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['complete_accurate'],
  principles: ['focus-on-value', 'collaborate-and-promote-visibility'],
  wastes: ['defects'],
  dimensions: ['information-technology', 'value-streams-processes'],
  options: {
    warn: { label: text.options.warn, unit: 'share', default: 0.8, min: 0, max: 1 },
    bad: { label: text.options.bad, unit: 'share', default: 0.6, min: 0, max: 1 },
    few: { label: text.options.few, unit: 'count', default: 1, min: 0, max: 1000 },
  },
  ordered: [['bad', 'warn']],
  evidence: {
    wrong: 'share',
    wrongPerMonth: 'count?',
    outputsPerMonth: 'count?',
    receivers: 'text?',
    repairPerMonth: 'hoursPerMonth?',
  },
  check: (facts, options, report) => {
    const { receiversOf, repairOf, repeatedBy } = repairFacts(facts);
    const demand = facts.stream.demandPerMonth;
    for (const step of facts.steps) {
      const { completeAccurate, visits } = step;
      if (completeAccurate === null) report.gap(step.id, 'complete_accurate');
      if (completeAccurate === null || !above(options.warn, completeAccurate.mean)) continue;
      if (demand === null) report.gap(facts.map.id, 'demand_per_month');
      if (visits === null) for (const { about, field } of facts.visitsMissing) report.gap(about, field);
      const wrong = 1 - completeAccurate.mean;
      const perMonth = demand === null || visits === null ? null : demand * visits;
      const isFew = perMonth !== null && !atLeast(perMonth, options.few);
      const repeated = repeatedBy(step);
      if (isFew || (repeated > 0 && atLeast(repeated, wrong - nearly))) continue;
      const perItem = repairOf(step);
      const repair = perItem === null || demand === null ? null : perItem * demand;
      const receivers = [...new Set(receiversOf(step).map((each) => each.step.name))];
      report.finding({
        about: [step.id],
        severity: step.afterValue ? 'low' : above(options.bad, completeAccurate.mean) ? 'high' : 'medium',
        trust: leastTrust([completeAccurate]),
        impact: { effortPerMonth: repair },
        evidence: {
          wrong,
          wrongPerMonth: perMonth === null ? null : perMonth * wrong,
          outputsPerMonth: perMonth,
          receivers: receivers.length === 0 ? null : nameList(receivers),
          repairPerMonth: repair === null || repair === 0 ? null : repair / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      wrong: formatShare(e.wrong, 0),
      perMonth:
        e.wrongPerMonth === null || e.outputsPerMonth === null
          ? null
          : text.outputs(twoDigits(e.wrongPerMonth), twoDigits(e.outputsPerMonth)),
      repair: maybeHours(e.repairPerMonth),
      receivers: e.receivers,
    }),
  suggest: [
    { kind: 'task', label: text.criteria },
    {
      kind: 'improve',
      label: text.mandatory,
      command: setStep(({ automation }) => ({
        automation: automation === 'automated' ? automation : 'assisted',
        completeAccurate: { likely: 0.9, source: 'guess' },
      })),
    },
    {
      kind: 'improve',
      label: text.raise,
      command: setStep({ completeAccurate: { likely: 0.95, source: 'guess' } }),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'More than a quarter of the registrations is incomplete',
        stream: { demandPerMonth: 120 },
        steps: {
          register: { completeAccurate: 0.72 },
          screen: { completeAccurate: 0.9, processTime: 20 },
        },
        finds: ['register'],
      },
      {
        title: 'A little less than 80 %',
        steps: { analyse: { completeAccurate: 0.79 }, build: { completeAccurate: 0.95 } },
        finds: ['analyse'],
      },
    ],
    clean: [
      {
        title: 'Exactly 80 %',
        steps: { analyse: { completeAccurate: 0.8 }, build: { completeAccurate: 0.95 } },
      },
      {
        title: 'The step repeats itself until it is right',
        steps: { analyse: { completeAccurate: 0.75 }, build: { completeAccurate: 0.95 } },
        flows: [
          { from: 'start', to: 'analyse' },
          { from: 'analyse', to: 'analyse', share: 0.25, kind: 'rework' },
          { from: 'analyse', to: 'build', share: 0.75 },
          { from: 'build', to: 'end' },
        ],
      },
      {
        title: 'Five outputs a year say little',
        stream: { demandPerMonth: 0.4 },
        steps: { design: { completeAccurate: 0.7 }, build: { completeAccurate: 0.95 } },
      },
    ],
  },
});

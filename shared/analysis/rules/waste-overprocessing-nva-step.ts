import { processingText } from '../../text/rules-waste-processing';
import { wasteRemedies } from '../../text/rules-waste-remedies';
import { clockGain, timePerItem } from '../facts-worth';
import { removeStep } from '../fixes/structure';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours, maybeTime } from '../wording';

const text = processingText['waste-overprocessing-nva-step'];

const isLittle = (minutes: number | null, least: number): boolean =>
  minutes !== null && !atLeast(minutes, least);

/** A step that adds no value and that nobody requires. */
export const nvaStep = defineRule({
  ...text,
  id: 'waste-overprocessing-nva-step',
  category: 'waste:overprocessing',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['value', 'wait', 'process_time', 'demand_per_month'],
  principles: ['focus-on-value', 'keep-it-simple-and-practical'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  options: {
    least: { label: text.options.least, unit: 'hours', default: 1 / 60, min: 0, max: 1000 },
    work: { label: text.options.work, unit: 'hoursPerMonth', default: 1, min: 0, max: 10_000 },
  },
  evidence: { timePerItem: 'minutes?', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, options, report) => {
    for (const step of facts.steps) {
      if (step.isRework) continue;
      if (step.value === null) report.gap(step.id, 'value');
      if (step.value !== 'NVA') continue;
      const time = timePerItem(step);
      const work = step.workPerMonth === null ? null : step.workPerMonth * step.crew;
      if (step.wait === null) report.gap(step.id, 'wait');
      if (step.processTime === null) report.gap(step.id, 'process_time');
      if (step.visits === null) for (const { about, field } of facts.visitsMissing) report.gap(about, field);
      if (isLittle(time, options.least * 60) && isLittle(work ?? 0, options.work * 60)) {
        if (work === null && time !== 0) report.gap(facts.map.id, 'demand_per_month');
        continue;
      }
      report.finding({
        about: [step.id],
        trust: leastTrust([step.wait, step.processTime]),
        impact: { leadTime: clockGain(facts, step, time), effortPerMonth: work },
        evidence: { timePerItem: time, hoursPerMonth: work === null ? null : work / 60 },
      });
    }
  },
  say: (e) =>
    text.say({
      perItem: maybeTime(e.timePerItem || null),
      perMonth: maybeHours(e.hoursPerMonth || null),
    }),
  suggest: [
    { kind: 'improve', label: wasteRemedies.nvaStep.remove, command: removeStep() },
    { kind: 'open', label: wasteRemedies.nvaStep.reason, place: 'step' },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Routing adds nothing',
        stream: { demandPerMonth: 480 },
        steps: {
          route: { value: 'NVA', processTime: 3, wait: 60 },
          diagnose: { value: 'VA', processTime: 60, wait: 60 },
        },
        finds: ['route'],
      },
      {
        title: 'Half a minute for each of very many items',
        stream: { demandPerMonth: 1200 },
        steps: {
          stamp: { value: 'NVA', processTime: 0.5, wait: 0 },
          fulfil: { value: 'VA', processTime: 60, wait: 60 },
        },
        finds: ['stamp'],
      },
    ],
    clean: [
      {
        title: 'A machine routes, and it takes no time',
        stream: { demandPerMonth: 1200 },
        steps: {
          route: { value: 'NVA', automation: 'automated', processTime: 0, wait: 0 },
          diagnose: { value: 'VA', processTime: 60, wait: 60 },
        },
      },
      {
        title: 'A step that only rework leads to is judged at its loop',
        steps: { verify: { value: 'VA' }, repair: { value: 'NVA' } },
        flows: [
          { from: 'start', to: 'verify' },
          { from: 'verify', to: 'end', share: 0.9 },
          { from: 'verify', to: 'repair', share: 0.1, kind: 'rework' },
          { from: 'repair', to: 'verify' },
        ],
      },
      { title: 'Necessary is not waste', steps: { approve: { value: 'NNVA', nnvaReason: 'risk' } } },
    ],
  },
});

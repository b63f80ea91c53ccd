import { wasteText } from '../../text/rules-waste';
import type { StepFacts } from '../facts-steps';
import { setAutomation } from '../fixes/fields';
import { removeStep } from '../fixes/structure';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeTime, roundTime } from '../wording';
import { clockGain, effortPerMonth, timePerItem } from '../facts-worth';

const text = wasteText['waste-transport-pass-through'];

/** True for a step that may be found: people pass work on, and nobody agreed on the wait. */
const mayPassOn = ({ kind, value, automation, requiredWait, wait }: StepFacts): boolean =>
  kind === 'handoff' && value !== 'VA' && automation !== 'automated' && !requiredWait && wait?.mean !== 0;

/** A step that only passes work on. */
export const passThrough = defineRule({
  ...text,
  id: 'waste-transport-pass-through',
  category: 'waste:transport',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['kind', 'process_time', 'wait'],
  principles: ['optimize-and-automate', 'keep-it-simple-and-practical'],
  wastes: ['transport', 'waiting'],
  dimensions: ['information-technology'],
  options: { mult: { label: text.options.mult, unit: 'factor', default: 2, min: 0.1, max: 100 } },
  evidence: {
    wait: 'minutes',
    processTime: 'minutes',
    timePerItem: 'minutes?',
    hoursPerMonth: 'hoursPerMonth?',
  },
  check: (facts, options, report) => {
    for (const step of facts.steps) {
      const { wait, processTime } = step;
      const isLong = wait === null || atLeast(wait.mean, options.mult * (processTime?.mean ?? 0));
      if (!isLong) continue;
      if (step.kind === null && mayPassOn({ ...step, kind: 'handoff' })) report.gap(step.id, 'kind');
      if (!mayPassOn(step)) continue;
      if (wait === null) report.gap(step.id, 'wait');
      if (processTime === null) report.gap(step.id, 'process_time');
      if (wait === null || processTime === null) continue;
      const time = timePerItem(step);
      const work = effortPerMonth(step);
      report.finding({
        about: [step.id],
        trust: leastTrust([wait, processTime]),
        impact: { leadTime: clockGain(facts, step, time), effortPerMonth: work },
        evidence: {
          wait: wait.mean,
          processTime: processTime.mean,
          timePerItem: time,
          hoursPerMonth: work === null ? null : work / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      wait: roundTime(e.wait),
      work: e.processTime > 0 ? roundTime(e.processTime) : null,
      perItem: maybeTime(e.timePerItem),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.automate,
      command: setAutomation('automated', { processTime: 0, wait: 0 }),
    },
    { kind: 'improve', label: text.remove, command: removeStep() },
  ],
  supersedes: ['waste-overprocessing-nva-step'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A dispatcher forwards tickets',
        stream: { demandPerMonth: 480 },
        steps: {
          route: { kind: 'handoff', value: 'NVA', automation: 'manual', processTime: 3, wait: 30 },
          diagnose: { kind: 'work', value: 'VA', processTime: 60, wait: 60 },
        },
        finds: ['route'],
      },
      {
        title: 'Exactly twice the work is waiting',
        steps: {
          forward: { kind: 'handoff', value: 'NNVA', processTime: 10, wait: 20 },
          fulfil: { kind: 'work', value: 'VA' },
        },
        finds: ['forward'],
      },
    ],
    clean: [
      {
        title: 'The wait is a little less than twice the work',
        steps: { forward: { kind: 'handoff', value: 'NVA', processTime: 10, wait: 19 } },
      },
      {
        title: 'A machine routes',
        steps: { route: { kind: 'handoff', value: 'NVA', automation: 'automated', processTime: 0, wait: 1 } },
      },
      {
        title: 'A dispatcher who spots that many reports are one failure adds value',
        steps: { dispatch: { kind: 'handoff', value: 'VA', processTime: 3, wait: 30 } },
      },
    ],
  },
});

import { dataQualityText } from '../../text/rules-data-quality';
import type { ExampleStep } from '../example';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { atLeast, leastTrust, type Measure } from '../measure';
import { defineRule } from '../rule';

const text = dataQualityText['dq-too-neat'];

/** What people call a round time: five minutes, half hours from one hour on, whole hours from a day on. */
function isRound({ likely, isRange, source }: Measure): boolean {
  if (isRange || source === 'measured' || source === 'log') return false;
  const grain = likely < 60 ? 5 : likely < 480 ? 30 : 60;
  return Math.abs(likely / grain - Math.round(likely / grain)) < 1e-9;
}

const timesOf = ({ wait, processTime }: StepFacts): Measure[] =>
  [wait, processTime].filter((each) => each !== null);

/** True where nothing on the map is less than perfect, as far as anything is known. */
function isNeat({ steps, flows }: Facts): boolean {
  const isRepeated = flows.some(
    ({ kind, passes }) => (kind === 'rework' || kind === 'iteration') && passes !== 0,
  );
  return (
    !isRepeated &&
    steps.every(
      (step) =>
        !step.isRework &&
        (step.completeAccurate === null || atLeast(step.completeAccurate.mean, 1)) &&
        timesOf(step).every(isRound),
    )
  );
}

const neat = (more: ExampleStep = {}): Record<string, ExampleStep> => ({
  register: { processTime: 10, wait: 30 },
  assess: { processTime: 30, wait: 480 },
  approve: { processTime: 5, wait: 960 },
  build: { processTime: 480, wait: 60 },
  deploy: { processTime: 60, wait: 90, ...more },
});

/** A map without any fault. */
export const tooNeat = defineRule({
  ...text,
  id: 'dq-too-neat',
  category: 'data-quality',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 1,
  needs: ['process_time', 'wait', 'complete_accurate'],
  principles: ['start-where-you-are'],
  wastes: ['defects'],
  dimensions: ['information-technology'],
  options: { n: { label: text.options.n, unit: 'count', default: 5, min: 2, max: 100 } },
  evidence: { steps: 'count', times: 'count', quality: 'text' },
  check: (facts, options, report) => {
    const { map, steps } = facts;
    if (map.state !== 'current' || !atLeast(steps.length, options.n)) return;
    if (steps.every((step) => step.automation === 'automated') || !isNeat(facts)) return;
    const filled = steps.filter((step) => step.wait !== null && step.processTime !== null);
    if (filled.length > 0 && !atLeast(filled.length, options.n)) {
      for (const step of steps) if (step.wait === null) report.gap(step.id, 'wait');
      for (const step of steps) if (step.processTime === null) report.gap(step.id, 'process_time');
    }
    if (!atLeast(filled.length, options.n)) return;
    const judged = steps.filter((step) => step.completeAccurate !== null).length;
    const times = steps.flatMap(timesOf);
    report.finding({
      about: [map.id],
      trust: leastTrust(times),
      evidence: {
        steps: steps.length,
        times: times.length,
        quality: judged === steps.length ? 'perfect' : 'not told',
      },
    });
  },
  say: ({ steps, times, quality }) => text.say({ steps, times, isPerfect: quality === 'perfect' }),
  suggest: [{ kind: 'task', label: text.walk }],
  supersedes: ['dq-implausible-quality'],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      { title: 'Five steps, ten round times, nothing ever comes back', steps: neat(), finds: ['map'] },
      {
        title: 'The same with a quality of 100 % at one step',
        steps: neat({ completeAccurate: 1 }),
        finds: ['map'],
      },
    ],
    clean: [
      { title: 'One time is odd', steps: neat({ processTime: 47 }) },
      { title: 'One step has faults', steps: neat({ completeAccurate: 0.95 }) },
      {
        title: 'Some work comes back',
        steps: neat(),
        flows: [
          { from: 'start', to: 'register' },
          { from: 'register', to: 'assess' },
          { from: 'assess', to: 'register', kind: 'rework', share: 0.1 },
          { from: 'assess', to: 'approve', share: 0.9 },
          { from: 'approve', to: 'build' },
          { from: 'build', to: 'deploy' },
          { from: 'deploy', to: 'end' },
        ],
      },
      {
        title: 'Four steps of a first sketch have both times',
        steps: {
          register: { processTime: 10, wait: 30 },
          assess: { processTime: 30, wait: 480 },
          build: { processTime: 480, wait: 60 },
          deploy: { processTime: 60, wait: 90 },
          tell: { processTime: 5 },
        },
      },
      { title: 'A wish may be neat', map: { state: 'future' }, steps: neat() },
    ],
  },
});

import { formatShare } from '../../model/units-format';
import { principleRulesText } from '../../text/rules-principle';
import { longestSilence } from '../facts-silence';
import { touchesConsumer } from '../facts-touch';
import { atLeast, trustOfPart } from '../measure';
import { addStepAt } from '../fixes/structure';
import { guessedTime } from '../fixes/guessed-time';
import { halfWay } from '../fixes/half-way';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = principleRulesText['principle-silent-wait'];

const message = {
  name: text.step,
  kind: 'communication',
  value: 'VA',
  automation: 'automated',
  party: 'provider',
  touchesConsumer: true,
  processTime: guessedTime(0),
  wait: guessedTime(0),
} as const;

/** A long part of the way on which the consumer hears nothing. */
export const silentWait = defineRule({
  ...text,
  id: 'principle-silent-wait',
  category: 'principle:collaborate-and-promote-visibility',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['touches_consumer', 'wait', 'process_time'],
  principles: ['collaborate-and-promote-visibility', 'focus-on-value'],
  wastes: ['waiting', 'defects'],
  dimensions: ['information-technology'],
  options: {
    share: { label: text.options.share, unit: 'share', default: 0.5, min: 0, max: 1 },
    hours: { label: text.options.hours, unit: 'hours', default: 8, min: 0, max: 10_000 },
  },
  evidence: { silence: 'minutes', share: 'share', from: 'text?', to: 'text?', unsaid: 'count' },
  check: (facts, options, report) => {
    const before = facts.steps.filter((step) => !step.afterValue);
    if (!before.some((step) => touchesConsumer(step) === true)) {
      for (const step of before) if (touchesConsumer(step) === null) report.gap(step.id, 'touches_consumer');
      return;
    }
    const leadTime = facts.leadTime.value;
    if (leadTime === null) {
      for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      return;
    }
    const silence = longestSilence(facts);
    if (silence === null || leadTime === 0) return;
    const share = Math.min(1, silence.minutes / leadTime);
    if (!atLeast(share, options.share) || !atLeast(silence.minutes, options.hours * 60)) return;
    for (const id of silence.unsaid) report.gap(id, 'touches_consumer');
    report.finding({
      about: [facts.map.id],
      involves: silence.steps,
      trust: silence.unsaid.length > 0 ? Math.min(facts.leadTime.trust, trustOfPart) : facts.leadTime.trust,
      evidence: {
        silence: silence.minutes,
        share,
        from: silence.from,
        to: silence.to,
        unsaid: silence.unsaid.length,
      },
    });
  },
  say: (e) =>
    text.say({
      silence: roundTime(e.silence),
      share: formatShare(e.share, 0),
      from: e.from,
      to: e.to,
      isGuess: e.unsaid > 0,
    }),
  suggest: [
    { kind: 'improve', label: text.tell, command: addStepAt('before', message, halfWay) },
    { kind: 'task', label: text.page },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Three days of silence after the order',
        steps: {
          order: { touchesConsumer: true, wait: 0, processTime: 10 },
          approve: { touchesConsumer: false, wait: 960, processTime: 10 },
          provision: { touchesConsumer: false, wait: 480, processTime: 30 },
          'hand-over': { touchesConsumer: true, wait: 60, processTime: 20 },
        },
        finds: ['map'],
      },
      {
        title: 'Exactly eight hours, half of the time',
        steps: {
          order: { touchesConsumer: true, wait: 0, processTime: 240 },
          fulfil: { touchesConsumer: false, wait: 200, processTime: 40 },
          pack: { touchesConsumer: false, wait: 200, processTime: 40 },
          train: { touchesConsumer: true, wait: 0, processTime: 240 },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'A little less than eight hours',
        steps: {
          order: { touchesConsumer: true, wait: 0, processTime: 240 },
          fulfil: { touchesConsumer: false, wait: 439, processTime: 40 },
          train: { touchesConsumer: true, wait: 0, processTime: 200 },
        },
      },
      {
        title: 'A little less than half of the time',
        steps: {
          order: { touchesConsumer: true, wait: 0, processTime: 241 },
          fulfil: { touchesConsumer: false, wait: 440, processTime: 40 },
          train: { touchesConsumer: true, wait: 0, processTime: 240 },
        },
      },
      {
        title: 'While one branch waits, the other one tells the user',
        steps: {
          order: { touchesConsumer: true, wait: 0, processTime: 10 },
          both: { type: 'fork' },
          build: { touchesConsumer: false, wait: 960, processTime: 480 },
          inform: { touchesConsumer: true, wait: 60, processTime: 30 },
          met: { type: 'join' },
          'hand-over': { touchesConsumer: true, wait: 60, processTime: 20 },
        },
        flows: [
          { from: 'start', to: 'order' },
          { from: 'order', to: 'both' },
          { from: 'both', to: 'build' },
          { from: 'both', to: 'inform' },
          { from: 'build', to: 'met' },
          { from: 'inform', to: 'met' },
          { from: 'met', to: 'hand-over' },
          { from: 'hand-over', to: 'end' },
        ],
      },
    ],
  },
});

import { hoursPerDay, hoursPerMonth } from '../../model/calendar';
import type { Quantity } from '../../model/quantity';
import { formatNumber } from '../../model/units-format';
import { wasteText } from '../../text/rules-waste';
import type { Facts } from '../facts';
import { amountTimes, guessed } from '../fixes/amounts';
import { setStep } from '../fixes/fields';
import { clockGain } from '../facts-worth';
import { above, leastTrust } from '../measure';
import { defineRule } from '../rule';

const text = wasteText['waste-inventory-queue'];

/** Items that leave the stream in a working day: as counted, else as demanded; null where neither is known. */
function paceOf({ stream, map }: Facts): number | null {
  const perMonth = stream.departuresPerMonth ?? stream.demandPerMonth;
  const month = hoursPerMonth(map.calendar);
  return perMonth === null || month <= 0 ? null : (perMonth / month) * hoursPerDay(map.calendar);
}

/** Shortens the queue to the limit, and its wait in the same measure. */
const workOff = setStep(({ wip, wait }, { evidence }) => {
  const factor = Number(evidence.allowed) / Number(evidence.items);
  if (wip === undefined || !(factor < 1)) return null;
  const shorter = (amount: Quantity): Quantity => guessed(amountTimes(amount, factor));
  return { wip: shorter(wip), ...(wait === undefined ? {} : { wait: shorter(wait) }) };
});

const round = (value: number): string => formatNumber(Number(value.toPrecision(2)));

/** A queue that holds too many days of work. */
export const longQueue = defineRule({
  ...text,
  id: 'waste-inventory-queue',
  category: 'waste:inventory',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 2,
  needs: ['wip', 'demand_per_month'],
  principles: ['keep-it-simple-and-practical', 'focus-on-value'],
  wastes: ['inventory'],
  dimensions: ['value-streams-processes'],
  options: { maxDays: { label: text.options.maxDays, unit: 'days', default: 5, min: 0.1, max: 250 } },
  evidence: { items: 'count', days: 'count', pacePerDay: 'count', allowed: 'count' },
  check: (facts, { maxDays }, report) => {
    const pace = paceOf(facts);
    const day = hoursPerDay(facts.map.calendar) * 60;
    for (const step of facts.steps) {
      const { wip, wait, visits } = step;
      if (step.requiredWait || wip?.mean === 0) continue;
      if (wip === null) {
        if (wait === null || above(wait.mean, maxDays * day)) report.gap(step.id, 'wip');
        continue;
      }
      if (pace === null) report.gap(facts.map.id, 'demand_per_month');
      if (visits === null) for (const { about, field } of facts.visitsMissing) report.gap(about, field);
      if (pace === null || visits === null || pace <= 0 || visits <= 0) continue;
      const pacePerDay = pace * visits;
      const days = wip.mean / pacePerDay;
      if (!Number.isFinite(days) || !above(days, maxDays)) continue;
      const excess = (days - maxDays) * day;
      const saved = wait === null ? null : visits * Math.min(wait.mean, excess);
      report.finding({
        about: [step.id],
        trust: leastTrust([wip]),
        impact: { leadTime: clockGain(facts, step, saved) },
        evidence: { items: wip.mean, days, pacePerDay, allowed: maxDays * pacePerDay },
      });
    }
  },
  say: (e) => text.say({ items: round(e.items), days: round(e.days), pace: round(e.pacePerDay) }),
  suggest: [
    { kind: 'improve', label: text.workOff, command: workOff },
    { kind: 'task', label: text.burnDown },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Forty changes before the testers, five a day',
        stream: { demandPerMonth: 108 },
        steps: { build: { wait: 60 }, test: { processTime: 60, wip: 40 }, deploy: { wait: 60 } },
        finds: ['test'],
      },
      {
        title: 'Half of the items come here, so the queue is twice as long',
        stream: { demandPerMonth: 130 },
        steps: { triage: { wait: 10 }, diagnose: { wip: 16, wait: 2880 } },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'diagnose', share: 0.5 },
          { from: 'triage', to: 'end', share: 0.5 },
          { from: 'diagnose', to: 'end' },
        ],
        finds: ['diagnose'],
      },
    ],
    clean: [
      {
        title: 'Exactly five days of work',
        stream: { demandPerMonth: 130 },
        steps: { test: { wip: 30, wait: 60 } },
      },
      {
        title: 'They wait for an agreed window',
        stream: { demandPerMonth: 60 },
        steps: { deploy: { wip: 40, wait: 2400, requiredWait: true } },
      },
    ],
  },
});

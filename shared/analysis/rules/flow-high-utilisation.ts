import { formatShare } from '../../model/units-format';
import { loadText } from '../../text/rules-flow-load';
import { loadsOf, waitForRole, withoutRole } from '../facts-load';
import type { StepFacts } from '../facts-steps';
import { setRoleOf } from '../fixes/fields';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeTime } from '../wording';

const text = loadText['flow-high-utilisation'];

/** Minutes per item that a shorter queue saves, at most the waits that are written down. */
function saving(steps: readonly StepFacts[], shorter: number): number {
  return steps.reduce((sum, { movesClock, visits, wait }) => {
    if (!movesClock || visits === null) return sum;
    return sum + visits * Math.max(0, Math.min(shorter, wait?.mean ?? shorter));
  }, 0);
}

/** A role that is nearly always busy. */
export const highUtilisation = defineRule({
  ...text,
  id: 'flow-high-utilisation',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'role',
  tier: 1,
  needs: ['role', 'demand_per_month', 'process_time', 'people', 'availability'],
  principles: ['optimize-and-automate', 'think-and-work-holistically'],
  wastes: ['waiting'],
  dimensions: ['organizations-people'],
  options: {
    warn: { label: text.options.warn, unit: 'share', default: 0.85, min: 0.1, max: 1 },
    full: { label: text.options.full, unit: 'share', default: 1, min: 0.5, max: 3 },
    calm: { label: text.options.calm, unit: 'share', default: 0.8, min: 0.1, max: 0.99 },
  },
  ordered: [
    ['warn', 'full'],
    ['calm', 'warn'],
  ],
  evidence: { role: 'text', load: 'share', calm: 'share', wait: 'minutes?', calmWait: 'minutes?' },
  check: (facts, options, report) => {
    for (const id of withoutRole(facts)) report.gap(id, 'role');
    for (const load of loadsOf(facts)) {
      const { role, utilisation, least, missing } = load;
      if (role.steps.every((step) => step.automation === 'automated')) continue;
      if (utilisation === null) {
        if (!atLeast(least, options.full)) for (const { about, field } of missing) report.gap(about, field);
        continue;
      }
      if (!atLeast(utilisation, options.warn) || atLeast(utilisation, options.full)) continue;
      const wait = waitForRole(load);
      const calmWait = waitForRole(load, options.calm / utilisation);
      report.finding({
        about: [role.id],
        involves: role.steps.map(({ id }) => id),
        trust: leastTrust(role.steps.map((step) => step.processTime)),
        impact: {
          leadTime: wait === null || calmWait === null ? null : saving(role.steps, wait - calmWait),
        },
        evidence: { role: role.name, load: utilisation, calm: options.calm, wait, calmWait },
      });
    }
  },
  say: (e) =>
    text.say({
      role: e.role,
      load: formatShare(e.load, 0),
      calm: formatShare(e.calm, 0),
      wait: maybeTime(e.wait),
      calmWait: maybeTime(e.calmWait),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.add,
      command: setRoleOf(({ people }, { evidence: { load, calm } }) =>
        people === undefined || typeof load !== 'number' || typeof calm !== 'number'
          ? null
          : { people: Math.ceil((people * load) / calm - 1e-9) },
      ),
    },
    { kind: 'task', label: text.even },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'One person, 90 % busy: items wait nine hours for an hour of work',
        stream: { demandPerMonth: 156 },
        steps: { diagnose: { role: 'specialist', processTime: 60, wait: 60 } },
        roles: { specialist: { people: 1, availability: 1 } },
        finds: ['specialist'],
      },
      {
        title: 'Exactly 85 %',
        stream: { demandPerMonth: 442 },
        steps: { diagnose: { role: 'specialist', processTime: 60, wait: 60 } },
        roles: { specialist: { people: 4, availability: 0.75 } },
        finds: ['specialist'],
      },
    ],
    clean: [
      {
        title: 'A little less than 85 %',
        stream: { demandPerMonth: 441 },
        steps: { diagnose: { role: 'specialist', processTime: 60, wait: 60 } },
        roles: { specialist: { people: 4, availability: 0.75 } },
      },
      {
        title: 'A machine may run hot',
        stream: { demandPerMonth: 156 },
        steps: { deploy: { role: 'pipeline', automation: 'automated', processTime: 60, wait: 60 } },
        roles: { pipeline: { people: 1, availability: 1 } },
      },
      {
        title: 'More work than time is another matter',
        stream: { demandPerMonth: 174 },
        steps: { diagnose: { role: 'specialist', processTime: 60, wait: 60 } },
        roles: { specialist: { people: 1, availability: 1 } },
      },
    ],
  },
});

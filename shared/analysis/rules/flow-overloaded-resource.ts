import { formatShare } from '../../model/units-format';
import { loadText } from '../../text/rules-flow-load';
import { loadsOf, withoutRole } from '../facts-load';
import { setRoleOf } from '../fixes/fields';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = loadText['flow-overloaded-resource'];

/** A role with more work than time. */
export const overloadedResource = defineRule({
  ...text,
  id: 'flow-overloaded-resource',
  category: 'flow',
  defaultSeverity: 'high',
  scope: 'role',
  tier: 1,
  needs: ['role', 'demand_per_month', 'process_time', 'people', 'availability'],
  principles: ['think-and-work-holistically', 'optimize-and-automate'],
  wastes: ['inventory', 'waiting'],
  dimensions: ['organizations-people'],
  options: {
    limit: { label: text.options.limit, unit: 'share', default: 1, min: 0.5, max: 3 },
    aim: { label: text.options.aim, unit: 'share', default: 0.85, min: 0.1, max: 1 },
  },
  ordered: [['aim', 'limit']],
  evidence: {
    role: 'text',
    work: 'hoursPerMonth',
    capacity: 'hoursPerMonth',
    load: 'share',
    bound: 'text?',
    people: 'count',
    needed: 'count',
  },
  check: (facts, options, report) => {
    for (const id of withoutRole(facts)) report.gap(id, 'role');
    for (const { role, work, capacity, mostCapacity, utilisation, least, missing } of loadsOf(facts)) {
      const has = capacity ?? mostCapacity;
      const { people } = role;
      if (has === null || people === null || !atLeast(least, options.limit)) {
        if (utilisation === null) for (const { about, field } of missing) report.gap(about, field);
        continue;
      }
      const perPerson = has / people;
      report.finding({
        about: [role.id],
        involves: role.steps.map(({ id }) => id),
        trust: leastTrust(role.steps.map((step) => step.processTime)),
        impact: { effortPerMonth: work - has },
        evidence: {
          role: role.name,
          work: work / 60,
          capacity: has / 60,
          load: least,
          bound: utilisation === null ? 'at least' : null,
          people,
          needed: Math.max(0, Math.ceil(work / perPerson / options.aim - 1e-9) - people),
        },
      });
    }
  },
  say: (e) =>
    text.say({
      role: e.role,
      work: roundTime(e.work * 60),
      capacity: roundTime(e.capacity * 60),
      load: formatShare(e.load, 0),
      isAtLeast: e.bound === 'at least',
      isFull: atLeast(e.load, 1),
      needed: e.needed,
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.add,
      command: setRoleOf(({ people }, { evidence }) =>
        people === undefined || typeof evidence.needed !== 'number' || evidence.needed <= 0
          ? null
          : { people: people + evidence.needed },
      ),
    },
    { kind: 'task', label: text.reduce },
  ],
  supersedes: ['flow-high-utilisation'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two people for the work of 2.4',
        stream: { demandPerMonth: 416 },
        steps: { diagnose: { role: 'specialist', processTime: 60, wait: 60 } },
        roles: { specialist: { people: 2, availability: 1 } },
        finds: ['specialist'],
      },
      {
        title: 'Exactly full with the known work alone',
        stream: { demandPerMonth: 173.3334 },
        steps: { triage: { role: 'desk' }, diagnose: { role: 'desk', processTime: 60 } },
        roles: { desk: { people: 1, availability: 1 } },
        finds: ['desk'],
      },
    ],
    clean: [
      {
        title: 'A little less than full',
        stream: { demandPerMonth: 173 },
        steps: { diagnose: { role: 'desk', processTime: 60 } },
        roles: { desk: { people: 1, availability: 1 } },
      },
      {
        title: 'Nobody said how many people there are',
        stream: { demandPerMonth: 416 },
        steps: { diagnose: { role: 'specialist', processTime: 60, wait: 60 } },
      },
    ],
  },
});

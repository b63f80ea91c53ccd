import { nameList } from '../../text/name-list';
import { loadText } from '../../text/rules-flow-load';
import { withoutRole } from '../facts-load';
import { setRoleOf } from '../fixes/fields';
import { above, atLeast } from '../measure';
import { defineRule } from '../rule';

const text = loadText['dimension-single-person'];

/** Rounded down, so that what lies below the limit is never said as the limit: one decimal below 20. */
function roundedDown(perMonth: number): number {
  if (perMonth < 1) return 0;
  const parts = perMonth < 20 ? 10 : 1;
  return Math.floor(perMonth * parts + 1e-6) / parts;
}

/** A role that stands or falls with one person. */
export const singlePerson = defineRule({
  ...text,
  id: 'dimension-single-person',
  category: 'dimension:organizations-people',
  defaultSeverity: 'medium',
  scope: 'role',
  tier: 1,
  needs: ['people', 'role'],
  principles: ['collaborate-and-promote-visibility', 'think-and-work-holistically'],
  wastes: ['skills', 'waiting'],
  dimensions: ['organizations-people'],
  options: {
    people: { label: text.options.people, unit: 'count', default: 1, min: 0, max: 10 },
    visits: { label: text.options.visits, unit: 'count', default: 0.5, min: 0, max: 10 },
    rare: { label: text.options.rare, unit: 'count', default: 10, min: 0, max: 1000 },
  },
  evidence: { people: 'count', visits: 'count', steps: 'text', perMonth: 'count?' },
  check: (facts, options, report) => {
    for (const id of withoutRole(facts)) report.gap(id, 'role');
    for (const { id, people, steps } of facts.roles) {
      const own = steps.filter((step) => step.automation !== 'automated');
      if (own.length === 0 || (people !== null && above(people, options.people))) continue;
      const visits = own.reduce((sum, step) => sum + (step.visits ?? 0), 0);
      const isOpen = own.some((step) => step.visits === null);
      if (!atLeast(visits, options.visits)) {
        if (isOpen) for (const { about, field } of facts.visitsMissing) report.gap(about, field);
        continue;
      }
      if (people === null || people === 0) {
        report.gap(id, 'people');
        continue;
      }
      const demand = facts.stream.demandPerMonth;
      const perMonth = demand === null || isOpen ? null : demand * visits;
      report.finding({
        about: [id],
        involves: own.map((step) => step.id),
        severity: perMonth !== null && above(options.rare, perMonth) ? 'low' : 'medium',
        evidence: { people, visits, steps: nameList(own.map((step) => step.name)), perMonth },
      });
    }
  },
  say: (e) =>
    text.say({
      people: e.people,
      steps: e.steps,
      perMonth: e.perMonth === null ? null : roundedDown(e.perMonth),
    }),
  suggest: [
    { kind: 'task', label: text.deputy },
    {
      kind: 'improve',
      label: text.second,
      command: setRoleOf(({ people }) => (people === undefined || people >= 2 ? null : { people: 2 })),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'One person approves half of all orders',
        stream: { demandPerMonth: 40 },
        steps: { order: {}, approve: { role: 'manager' }, deliver: {} },
        flows: [
          { from: 'start', to: 'order' },
          { from: 'order', to: 'approve', share: 0.5 },
          { from: 'order', to: 'deliver', share: 0.5 },
          { from: 'approve', to: 'deliver' },
          { from: 'deliver', to: 'end' },
        ],
        roles: { manager: { people: 1 } },
        finds: ['manager'],
      },
      {
        title: 'Nine times a month it is only a hint',
        stream: { demandPerMonth: 9 },
        steps: { lead: { role: 'incident-manager' }, restore: {} },
        roles: { 'incident-manager': { people: 1 } },
        finds: ['incident-manager'],
      },
    ],
    clean: [
      {
        title: 'Two people',
        steps: { approve: { role: 'manager' }, deliver: {} },
        roles: { manager: { people: 2 } },
      },
      {
        title: 'Fewer than half of the items need that person',
        steps: { order: {}, approve: { role: 'manager' }, deliver: {} },
        flows: [
          { from: 'start', to: 'order' },
          { from: 'order', to: 'approve', share: 0.49 },
          { from: 'order', to: 'deliver', share: 0.51 },
          { from: 'approve', to: 'deliver' },
          { from: 'deliver', to: 'end' },
        ],
        roles: { manager: { people: 1 } },
      },
      {
        title: 'A machine does it',
        steps: { deploy: { role: 'pipeline', automation: 'automated' }, tell: {} },
        roles: { pipeline: { people: 1 } },
      },
    ],
  },
});

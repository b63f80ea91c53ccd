import { cadenceWait } from '../../figures/queueing';
import { formatShare } from '../../model/units-format';
import { loadText } from '../../text/rules-flow-load';
import { shareOfClock } from '../facts-clock';
import { loadsOf, waitForRole } from '../facts-load';
import { above } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = loadText['flow-wait-not-capacity'];

const rest = { 'get-going': { processTime: 60, wait: 60 } };

/** A wait that the load of its people does not explain. */
export const waitNotCapacity = defineRule({
  ...text,
  id: 'flow-wait-not-capacity',
  category: 'flow',
  defaultSeverity: 'info',
  scope: 'step',
  tier: 1,
  needs: ['wait', 'role', 'people', 'availability', 'demand_per_month', 'process_time'],
  principles: ['think-and-work-holistically', 'collaborate-and-promote-visibility'],
  wastes: ['waiting'],
  dimensions: ['organizations-people', 'value-streams-processes'],
  options: {
    mult: { label: text.options.mult, unit: 'factor', default: 3, min: 1, max: 100 },
    share: { label: text.options.share, unit: 'share', default: 0.2, min: 0, max: 1 },
  },
  evidence: { wait: 'minutes', estimate: 'minutes', load: 'share', visits: 'count' },
  check: (facts, options, report) => {
    const loadOf = new Map(loadsOf(facts).map((load) => [load.role.id, load]));
    for (const step of facts.steps) {
      const { id, wait, visits, cadence, cutoff } = step;
      if (!step.movesClock || step.requiredWait || step.party === 'consumer') continue;
      const verdict = shareOfClock(
        facts,
        wait === null || visits === null ? null : visits * wait.mean,
        options.share,
      );
      if (verdict.kind === 'below') continue;
      if (wait === null) report.gap(id, 'wait');
      if (verdict.kind === 'open' || verdict.isOfKnown)
        for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      if (verdict.kind === 'open' || wait === null || visits === null) continue;
      const load = step.role === null ? undefined : loadOf.get(step.role);
      if (load === undefined) report.gap(id, 'role');
      else if (load.utilisation === null)
        for (const { about, field } of load.missing) report.gap(about, field);
      if (load === undefined || load.utilisation === null) continue;
      const estimate = waitForRole(load);
      const explained = cadence === null ? 0 : cadenceWait(cadence.mean, cutoff?.mean ?? 0);
      if (estimate === null || !above(wait.mean - explained, options.mult * estimate)) continue;
      report.finding({
        about: [id],
        trust: Math.min(verdict.trust, wait.trust, step.processTime?.trust ?? 1),
        impact: { leadTime: visits * (wait.mean - explained - estimate) },
        evidence: { wait: wait.mean, estimate, load: load.utilisation, visits },
      });
    }
  },
  say: (e) =>
    text.say({
      wait: roundTime(e.wait),
      load: formatShare(e.load, 0),
      estimate: roundTime(e.estimate),
    }),
  suggest: [{ kind: 'task', label: text.ask }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Half busy with an hour of work each explains an hour: 181 min are over three times that',
        stream: { demandPerMonth: 86.6667 },
        steps: { ...rest, approve: { role: 'manager', processTime: 60, wait: 181 } },
        roles: { manager: { people: 1, availability: 1 } },
        finds: ['approve'],
      },
      {
        title: 'A day of waiting for a manager who has time',
        stream: { demandPerMonth: 40 },
        steps: { ...rest, approve: { role: 'manager', processTime: 5, wait: 480 } },
        roles: { manager: { people: 1, availability: 0.5 } },
        finds: ['approve'],
      },
    ],
    clean: [
      {
        title: 'Exactly three times what the load explains',
        stream: { demandPerMonth: 86.6667 },
        steps: { ...rest, approve: { role: 'manager', processTime: 60, wait: 180 } },
        roles: { manager: { people: 1, availability: 1 } },
      },
      {
        title: 'The weekly board explains it',
        stream: { demandPerMonth: 40 },
        steps: { ...rest, approve: { role: 'board', processTime: 5, wait: 1200, cadence: 2400 } },
        roles: { board: { people: 1, availability: 0.5 } },
      },
    ],
  },
});

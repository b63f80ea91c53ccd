import { nameList } from '../../text/name-list';
import { ownWasteText } from '../../text/rules-waste-own';
import { effortPerMonth } from '../facts-worth';
import { setAutomation } from '../fixes/fields';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = ownWasteText['waste-motion-many-systems'];

/** One visit that needs many systems. */
export const manySystems = defineRule({
  ...text,
  id: 'waste-motion-many-systems',
  category: 'waste:motion',
  defaultSeverity: 'low',
  scope: 'step',
  tier: 1,
  needs: ['systems'],
  principles: ['optimize-and-automate', 'keep-it-simple-and-practical'],
  wastes: ['motion'],
  dimensions: ['information-technology'],
  options: { n: { label: text.options.n, unit: 'count', default: 5, min: 2, max: 50 } },
  evidence: { systems: 'count', names: 'text', hoursPerMonth: 'hoursPerMonth?' },
  check: ({ steps }, { n }, report) => {
    for (const step of steps) {
      if (step.automation === 'automated' || step.party === 'consumer') continue;
      if (step.systems === null) report.gap(step.id, 'systems');
      if (step.systems === null || !atLeast(step.systems.length, n)) continue;
      const work = effortPerMonth(step);
      report.finding({
        about: [step.id],
        trust: leastTrust([step.processTime]),
        evidence: {
          systems: step.systems.length,
          names: nameList(step.systems.map((system) => system.name)),
          hoursPerMonth: work === null ? null : work / 60,
        },
      });
    }
  },
  say: (e) => text.say({ systems: e.systems, names: e.names, perMonth: maybeHours(e.hoursPerMonth) }),
  suggest: [
    { kind: 'task', label: text.watch },
    {
      kind: 'improve',
      label: text.connect,
      command: setAutomation('automated', { processTime: 0.1, wait: 0 }),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Access is given in the directory and in four applications',
        stream: { demandPerMonth: 30 },
        steps: {
          'create-accounts': {
            automation: 'manual',
            processTime: 52,
            systems: ['directory', 'payroll', 'sales-tool', 'wiki', 'time-sheet'],
          },
        },
        finds: ['create-accounts'],
      },
      {
        title: 'Six systems, with a tool’s help',
        steps: {
          'plan-release': {
            automation: 'assisted',
            systems: ['ticket-tool', 'calendar', 'e-mail', 'chat', 'wiki', 'pipeline'],
          },
        },
        finds: ['plan-release'],
      },
    ],
    clean: [
      {
        title: 'A specialist looks into four systems',
        steps: { diagnose: { systems: ['ticket-tool', 'monitoring', 'logs', 'asset-register'] } },
      },
      {
        title: 'A machine fills five systems',
        steps: {
          'create-accounts': {
            automation: 'automated',
            systems: ['directory', 'payroll', 'sales-tool', 'wiki', 'time-sheet'],
          },
        },
      },
    ],
  },
});

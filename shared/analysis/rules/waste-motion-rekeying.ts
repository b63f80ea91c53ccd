import { listNames, rulesText } from '../../text/rules';
import type { Facts } from '../facts';
import { stepsBefore } from '../facts-flows';
import type { StepFacts } from '../facts-steps';
import { leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours, maybeTime } from '../wording';

const text = rulesText['waste-motion-rekeying'];

/** True where the step records what earlier steps have put into other systems. */
function recordsAgain(step: StepFacts, facts: Facts): boolean {
  const inputs = step.inputs ?? [];
  if ((step.kind !== 'entry' && step.kind !== 'record') || inputs.length === 0) return false;
  const earlier = stepsBefore(facts.flows, step.id);
  const makers = facts.steps.filter((maker) => earlier.has(maker.id));
  const sources = inputs.map((input) => makers.filter((maker) => maker.outputs?.includes(input)));
  if (sources.some((each) => each.length === 0)) return false;
  const own = new Set(step.systems?.map((system) => system.id));
  return (
    own.size > 0 &&
    sources.flat().every(({ systems }) => systems !== null && !systems.some((system) => own.has(system.id)))
  );
}

const isDoneByMachine = (step: StepFacts): boolean => step.automation === 'automated';

/** The same data typed again. */
export const rekeying = defineRule({
  ...text,
  id: 'waste-motion-rekeying',
  category: 'waste:motion',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['rekeys', 'systems'],
  principles: ['optimize-and-automate', 'keep-it-simple-and-practical'],
  wastes: ['motion', 'overprocessing', 'defects'],
  dimensions: ['information-technology'],
  options: {},
  evidence: { systems: 'text?', minutesPerItem: 'minutes?', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, _options, report) => {
    for (const step of facts.steps) {
      if (step.rekeys === true || recordsAgain(step, facts)) {
        const work = step.workPerMonth;
        const perVisit = step.processTime?.mean ?? null;
        const names = step.systems?.map((system) => system.name) ?? [];
        report.finding({
          about: [step.id],
          trust: leastTrust([step.processTime]),
          impact: { effortPerMonth: work },
          evidence: {
            systems: names.length === 0 ? null : listNames(names),
            minutesPerItem: perVisit === null || step.visits === null ? null : step.visits * perVisit,
            hoursPerMonth: work === null ? null : work / 60,
          },
        });
      } else if (step.rekeys === null && !isDoneByMachine(step)) report.gap(step.id, 'rekeys');
    }
  },
  say: (e) =>
    text.say({
      systems: e.systems,
      perItem: maybeTime(e.minutesPerItem),
      perMonth: maybeHours(e.hoursPerMonth),
    }),
  suggest: [],
  supersedes: ['waste-overprocessing-nva-step'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Somebody marked the step as re-keying',
        stream: { demandPerMonth: 600 },
        steps: {
          provision: { processTime: 20, rekeys: false },
          register: { processTime: 6, rekeys: true, systems: ['asset-register'] },
        },
        finds: ['register'],
      },
      {
        title: 'The record goes into a system that does not know the request',
        steps: {
          order: { kind: 'entry', outputs: ['request'], systems: ['portal'] },
          book: { kind: 'record', inputs: ['request'], systems: ['finance-tool'] },
        },
        finds: ['book'],
      },
    ],
    clean: [
      {
        title: 'The record is made where the request already is',
        steps: {
          order: { kind: 'entry', outputs: ['request'], systems: ['portal'], rekeys: false },
          book: { kind: 'record', inputs: ['request'], systems: ['portal', 'finance-tool'], rekeys: false },
        },
      },
    ],
  },
});

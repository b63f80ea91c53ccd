import type { Quantity } from '../../model/quantity';
import { listNames, rulesText } from '../../text/rules';
import { wasteRemedies } from '../../text/rules-waste-remedies';
import type { Facts } from '../facts';
import { stepsBefore } from '../facts-flows';
import type { StepFacts } from '../facts-steps';
import { amountTimes, guessed } from '../fixes/amounts';
import { setStep } from '../fixes/fields';
import { removeStep } from '../fixes/structure';
import { leastTrust, trustOfPart } from '../measure';
import { defineRule } from '../rule';
import { maybeHours, maybeTime } from '../wording';

const text = rulesText['waste-motion-rekeying'];
const { rekeying: remedies } = wasteRemedies;

type Makers = ReadonlyMap<string, readonly StepFacts[]>;

function makersOf(steps: readonly StepFacts[]): Makers {
  const makers = new Map<string, StepFacts[]>();
  for (const step of steps)
    for (const output of step.outputs ?? []) {
      const known = makers.get(output);
      if (known) known.push(step);
      else makers.set(output, [step]);
    }
  return makers;
}

/** The systems of earlier steps that hold what the step records in others; null where it does not. */
function holdersOf(step: StepFacts, makers: Makers, facts: Facts): readonly string[] | null {
  const { inputs, systems, kind } = step;
  if ((kind !== 'entry' && kind !== 'record') || !inputs?.length || !systems?.length) return null;
  const sources = inputs.map((input) => makers.get(input) ?? []);
  const own = new Set(systems.map((system) => system.id));
  const isElsewhere = (maker: StepFacts): boolean =>
    maker.systems !== null && !maker.systems.some((system) => own.has(system.id));
  if (!sources.every((each) => each.some(isElsewhere))) return null;
  const before = stepsBefore(facts.flows, step.id);
  const earlier = sources.map((each) => each.filter((maker) => before.has(maker.id)));
  if (!earlier.every((each) => each.length > 0 && each.every(isElsewhere))) return null;
  const holders = earlier.flat().flatMap(({ systems: held }) => held ?? []);
  return [...new Set(holders.map(({ name }) => name))];
}

const isDoneByMachine = (step: StepFacts): boolean => step.automation === 'automated';

/** An interface takes over: no work and no wait is left. */
const connect = setStep(({ processTime, wait }) => {
  const none = (amount: Quantity): Quantity => guessed(amountTimes(amount, 0));
  return {
    automation: 'automated',
    rekeys: false,
    ...(processTime && { processTime: none(processTime) }),
    ...(wait && { wait: none(wait) }),
  };
});

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
  evidence: {
    systems: 'text?',
    holders: 'text?',
    minutesPerItem: 'minutes?',
    hoursPerMonth: 'hoursPerMonth?',
  },
  check: (facts, _options, report) => {
    const makers = makersOf(facts.steps);
    for (const step of facts.steps) {
      const mayBe = step.rekeys === null && !isDoneByMachine(step);
      const holders = mayBe ? holdersOf(step, makers, facts) : null;
      if (mayBe) report.gap(step.id, 'rekeys');
      if (step.rekeys === true || holders !== null) {
        const work = step.workPerMonth;
        const perVisit = step.processTime?.mean ?? null;
        const names = step.systems?.map((system) => system.name) ?? [];
        report.finding({
          about: [step.id],
          severity: holders === null ? 'medium' : 'low',
          trust: Math.min(leastTrust([step.processTime]), holders === null ? 1 : trustOfPart),
          impact: { effortPerMonth: work },
          evidence: {
            systems: names.length === 0 ? null : listNames(names),
            holders: holders === null ? null : listNames(holders),
            minutesPerItem: perVisit === null || step.visits === null ? null : step.visits * perVisit,
            hoursPerMonth: work === null ? null : work / 60,
          },
        });
      }
    }
  },
  say: (e) =>
    text.say({
      systems: e.systems,
      holders: e.holders,
      perItem: maybeTime(e.minutesPerItem),
      perMonth: maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    { kind: 'improve', label: remedies.connect, command: connect },
    { kind: 'improve', label: remedies.drop, command: removeStep() },
  ],
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

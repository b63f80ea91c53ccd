import { principleRulesText } from '../../text/rules-principle';
import type { Facts } from '../facts';
import { atLeast } from '../measure';
import { defineRule } from '../rule';

const text = principleRulesText['principle-single-practice-stream'];

/** What all steps have in common; `unknown` where a step does not say. */
interface Common {
  /** The one id, or null where there are several or none. */
  readonly id: string | null;
  readonly unknown: readonly string[];
}

function common(facts: Facts, idsOf: (step: Facts['steps'][number]) => readonly string[] | null): Common {
  const ids = new Set(facts.steps.flatMap((step) => idsOf(step) ?? []));
  const [id] = ids;
  return {
    id: ids.size === 1 ? (id ?? null) : null,
    unknown: facts.steps.filter((step) => idsOf(step) === null).map((step) => step.id),
  };
}

/** A stream in which only one practice works, or that stays in one activity. */
export const singlePracticeStream = defineRule({
  ...text,
  id: 'principle-single-practice-stream',
  category: 'principle:think-and-work-holistically',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['practices', 'activity'],
  principles: ['think-and-work-holistically'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: { least: { label: text.options.least, unit: 'count', default: 3, min: 1, max: 100 } },
  evidence: { steps: 'count', practice: 'text?', activity: 'text?' },
  check: (facts, options, report) => {
    const { steps, pack, map } = facts;
    if (!atLeast(steps.length, options.least)) return;
    const practice = common(facts, (step) => step.practices);
    const activity = common(facts, (step) => (step.activity === null ? null : [step.activity]));
    const nameIn = (things: readonly { id: string; name: string }[], { id, unknown }: Common) =>
      id === null || unknown.length > 0 ? null : (things.find((each) => each.id === id)?.name ?? id);
    const evidence = {
      steps: steps.length,
      practice: pack.practices.length > 1 ? nameIn(pack.practices, practice) : null,
      activity: pack.activities.length > 1 ? nameIn(pack.activities, activity) : null,
    };
    if (evidence.practice !== null || evidence.activity !== null)
      report.finding({ about: [map.id], evidence });
    if (practice.id !== null) for (const id of practice.unknown) report.gap(id, 'practices');
    if (activity.id !== null) for (const id of activity.unknown) report.gap(id, 'activity');
  },
  say: (e) => text.say(e),
  suggest: [{ kind: 'open', label: text.extend, place: 'charter' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The inside of the service desk',
        steps: {
          log: { practices: ['service-desk'], activity: 'engage' },
          sort: { practices: ['service-desk'], activity: 'deliver-support' },
          answer: { practices: ['service-desk'], activity: 'deliver-support' },
        },
        finds: ['map'],
      },
      {
        title: 'Three practices, but all of them deliver',
        steps: {
          sort: { practices: ['service-desk'], activity: 'deliver-support' },
          diagnose: { practices: ['incident-management'], activity: 'deliver-support' },
          restore: { practices: ['infrastructure-platform-management'], activity: 'deliver-support' },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Two practices in two activities',
        steps: {
          log: { practices: ['service-desk'], activity: 'engage' },
          diagnose: { practices: ['incident-management'], activity: 'deliver-support' },
          restore: { practices: ['incident-management'], activity: 'deliver-support' },
        },
      },
      {
        title: 'Two steps are a sketch',
        steps: {
          log: { practices: ['service-desk'], activity: 'engage' },
          answer: { practices: ['service-desk'], activity: 'engage' },
        },
      },
    ],
  },
});

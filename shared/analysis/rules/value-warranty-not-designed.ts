import { listNames } from '../../text/rules';
import { valueRulesText } from '../../text/rules-value';
import type { Facts } from '../facts';
import { defineRule } from '../rule';

const text = valueRulesText['value-warranty-not-designed'];

const creating = ['service-design', 'portfolio-management'];
const caring = [
  'service-level-management',
  'availability-management',
  'capacity-performance-management',
  'service-continuity-management',
  'information-security-management',
];

/** The practices of a list that the framework knows. */
const known = (facts: Facts, ids: readonly string[]): { id: string; name: string }[] =>
  facts.pack.practices.filter((practice) => ids.includes(practice.id));

/** What a practice looks after: “Availability management” looks after availability. */
const subjectOf = (name: string): string => name.replace(/ management$/i, '').toLowerCase();

/** A stream that makes a service and in which nobody looks after its warranty. */
export const warrantyNotDesigned = defineRule({
  ...text,
  id: 'value-warranty-not-designed',
  category: 'value',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['practices', 'kind'],
  principles: ['focus-on-value', 'think-and-work-holistically'],
  wastes: [],
  dimensions: ['information-technology'],
  valueClasses: ['VA'],
  options: {},
  evidence: { missing: 'text' },
  check: (facts, _options, report) => {
    const { steps } = facts;
    const missing = known(facts, caring);
    const makers = new Set(known(facts, creating).map(({ id }) => id));
    if (missing.length === 0 || makers.size === 0 || steps.some((step) => step.warranty === true)) return;
    const uses = (ids: readonly string[]): boolean =>
      steps.some((step) => step.practices?.some((id) => ids.includes(id)) === true);
    if (uses(caring)) return;
    const knowsPractices = steps.every((step) => step.practices !== null);
    const creates = uses([...makers]);
    const has = (kind: 'build' | 'deploy'): boolean => steps.some((step) => step.kind === kind);
    const mayHave = (kind: 'build' | 'deploy'): boolean =>
      has(kind) || steps.some((step) => step.kind === null);
    if (creates && knowsPractices && has('build') && has('deploy')) {
      report.finding({
        about: [facts.map.id],
        involves: steps
          .filter((step) => step.practices?.some((id) => makers.has(id)) === true)
          .map((step) => step.id),
        evidence: { missing: listNames(missing.map(({ name }) => subjectOf(name))) },
      });
      return;
    }
    const isPossible = (creates || !knowsPractices) && mayHave('build') && mayHave('deploy');
    // A map on which nobody has named what kind of work is done is not asked for it here.
    if (!isPossible || !(creates || (has('build') && has('deploy')))) return;
    for (const step of steps) {
      if (step.practices === null) report.gap(step.id, 'practices');
      if (step.kind === null && !(has('build') && has('deploy'))) report.gap(step.id, 'kind');
    }
  },
  say: (e) => text.say(e),
  suggest: [{ kind: 'task', label: text.checklist }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A service is designed, built and put live, and that is all',
        steps: {
          design: { kind: 'work', practices: ['service-design'] },
          build: { kind: 'build', practices: ['software-development-management'] },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
        },
        finds: ['map'],
      },
      {
        title: 'Money was granted for it, but not for keeping it up',
        steps: {
          invest: { kind: 'approval', practices: ['portfolio-management'] },
          build: { kind: 'build', practices: ['software-development-management'] },
          test: { kind: 'inspection', practices: ['service-validation-testing'] },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Service levels are designed in',
        steps: {
          design: { kind: 'work', practices: ['service-design', 'service-level-management'] },
          build: { kind: 'build', practices: ['software-development-management'] },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
        },
      },
      {
        title: 'A change of an existing service inherits its levels',
        steps: {
          build: { kind: 'build', practices: ['software-development-management'] },
          deploy: { kind: 'deploy', practices: ['deployment-management', 'change-enablement'] },
        },
      },
      {
        title: 'A step is marked as looking after warranty',
        steps: {
          design: { kind: 'work', practices: ['service-design'], warranty: true },
          build: { kind: 'build', practices: ['software-development-management'] },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
        },
      },
    ],
  },
});

import { listNames } from '../../text/rules';
import { patternRulesText } from '../../text/rules-pattern';
import { atLeast } from '../measure';
import { addPractice } from '../fixes/fields';
import type { Choose } from '../fixes/fix';
import { defineRule } from '../rule';

const text = patternRulesText['pattern-incidents-without-learning'];

const incident = 'incident-management';
const learning = ['problem-management', 'knowledge-management', 'continual-improvement'];

const lastInvolved: Choose = ({ involves }) => involves.slice(-1);

/** A stream of incidents whose causes reach nobody. */
export const incidentsWithoutLearning = defineRule({
  ...text,
  id: 'pattern-incidents-without-learning',
  category: 'principle:think-and-work-holistically',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['practices'],
  principles: ['think-and-work-holistically', 'progress-iteratively-with-feedback'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes', 'information-technology'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.4, min: 0, max: 1 } },
  evidence: { incident: 'count', steps: 'count', learning: 'text', missing: 'count' },
  check: ({ map, steps, pack }, options, report) => {
    const known = pack.practices.filter(({ id }) => learning.includes(id));
    if (known.length === 0 || !pack.practices.some(({ id }) => id === incident) || steps.length === 0) return;
    const uses = (ids: readonly string[]) =>
      steps.filter((step) => step.practices?.some((id) => ids.includes(id)) === true);
    if (uses(learning).length > 0) return;
    const handling = uses([incident]);
    const blank = steps.filter((step) => step.practices === null);
    const isStream = (count: number): boolean => atLeast(count / steps.length, options.share);
    if (blank.length === 0 && handling.length > 0 && isStream(handling.length))
      report.finding({
        about: [map.id],
        involves: handling.map((step) => step.id),
        evidence: {
          incident: handling.length,
          steps: steps.length,
          learning: listNames(known.map(({ name }) => name)),
          missing: known.length,
        },
      });
    else if (blank.length > 0 && isStream(handling.length + blank.length))
      for (const step of blank) report.gap(step.id, 'practices');
  },
  say: (e) => text.say({ ...e, isOne: e.missing === 1 }),
  suggest: [
    { kind: 'improve', label: text.practice, command: addPractice('knowledge-management', lastInvolved) },
    { kind: 'task', label: text.link },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Restored, closed, forgotten',
        steps: {
          log: { practices: ['service-desk', 'incident-management'] },
          diagnose: { practices: ['incident-management'] },
          restore: { practices: ['infrastructure-platform-management'] },
        },
        finds: ['map'],
      },
      {
        title: 'Two of five steps handle incidents',
        steps: {
          log: { practices: ['service-desk'] },
          diagnose: { practices: ['incident-management'] },
          restore: { practices: ['incident-management'] },
          deploy: { practices: ['deployment-management'] },
          tell: { practices: ['relationship-management'] },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'The cause is passed on',
        steps: {
          log: { practices: ['service-desk', 'incident-management'] },
          restore: { practices: ['incident-management'] },
          close: { practices: ['problem-management'] },
        },
      },
      {
        title: 'One of three steps is no stream of incidents',
        steps: {
          order: { practices: ['service-request-management'] },
          provision: { practices: ['deployment-management'] },
          mend: { practices: ['incident-management'] },
        },
      },
    ],
  },
});

import { quoteNames } from '../../text/rules';
import { dimensionRulesText } from '../../text/rules-dimension';
import { marksOf } from '../facts-marks';
import { atLeast } from '../measure';
import { defineRule } from '../rule';
import { partOfAll } from '../wording';

const text = dimensionRulesText['dimension-imbalance'];

const tool = { dimension: 'information-technology' };
const people = { dimension: 'organizations-people' };

/** Ideas and barriers that nearly all lie in one dimension. */
export const imbalance = defineRule({
  ...text,
  id: 'dimension-imbalance',
  category: 'dimension:value-streams-processes',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 2,
  needs: ['improvements'],
  principles: ['think-and-work-holistically'],
  wastes: [],
  dimensions: [
    'organizations-people',
    'information-technology',
    'partners-suppliers',
    'value-streams-processes',
  ],
  options: {
    share: { label: text.options.share, unit: 'share', default: 0.8, min: 0, max: 1 },
    n: { label: text.options.n, unit: 'count', default: 5, min: 1, max: 1000 },
  },
  evidence: { share: 'share', marks: 'count', dimension: 'text', others: 'text?' },
  check: (facts, options, report) => {
    const { total, unsaid, perDimension } = marksOf(facts);
    const [most] = perDimension;
    if (most === undefined || perDimension.length < 2 || !atLeast(total, options.n)) return;
    if (atLeast(most.marks / total, options.share)) {
      const others = perDimension.filter(({ marks }) => marks === 0).map(({ name }) => name);
      report.finding({
        about: [facts.map.id],
        involves: facts.steps.filter((step) => (step.barriers ?? []).length > 0).map((step) => step.id),
        evidence: {
          share: most.marks / total,
          marks: total,
          dimension: most.name,
          others: others.length === 0 ? null : quoteNames(others),
        },
      });
    } else if (unsaid > 0 && atLeast((most.marks + unsaid) / total, options.share))
      report.gap(facts.map.id, 'improvements');
  },
  say: (e) => text.say({ ...e, share: partOfAll(e.share) }),
  suggest: [{ kind: 'open', label: text.check, place: 'improvements' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Four of five ideas are tools',
        steps: { order: {}, fulfil: {} },
        improvements: { portal: tool, bot: tool, scanner: tool, board: tool, training: people },
        finds: ['map'],
      },
      {
        title: 'All barriers are people',
        steps: {
          approve: { barriers: ['shared-people', 'interruptions', 'approvals'] },
          assess: { barriers: ['shared-people', 'knowledge', 'interruptions'] },
          fulfil: { barriers: ['shared-people', 'interruptions'] },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Four ideas are too few to judge',
        steps: { order: {}, fulfil: {} },
        improvements: { portal: tool, bot: tool, scanner: tool, board: tool },
      },
      {
        title: 'Less than four fifths',
        steps: { order: {}, fulfil: {} },
        improvements: { portal: tool, bot: tool, scanner: tool, training: people, roster: people },
      },
    ],
  },
});

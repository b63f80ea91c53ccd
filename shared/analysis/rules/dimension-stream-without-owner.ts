import { dimensionRulesText } from '../../text/rules-dimension';
import { defineRule } from '../rule';

const text = dimensionRulesText['dimension-stream-without-owner'];

/** A stream for which nobody answers as a whole. */
export const streamWithoutOwner = defineRule({
  ...text,
  id: 'dimension-stream-without-owner',
  category: 'dimension:organizations-people',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['owner'],
  principles: ['think-and-work-holistically', 'collaborate-and-promote-visibility'],
  wastes: [],
  dimensions: ['organizations-people'],
  options: {},
  evidence: { steps: 'count', teams: 'count' },
  check: ({ map, stream, steps, handoffs }, _options, report) => {
    if (steps.length === 0 || stream.isSparedTemplate || stream.owner?.trim()) return;
    const teams = handoffs.byRole ? 0 : new Set(steps.flatMap(({ team }) => team?.trim() || [])).size;
    report.finding({ about: [map.id], evidence: { steps: steps.length, teams } });
  },
  say: (e) => text.say(e),
  suggest: [{ kind: 'open', label: text.name, place: 'charter' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      { title: 'The charter names nobody', steps: { order: {}, fulfil: {} }, finds: ['map'] },
      {
        title: 'Three teams, and nobody for the whole',
        stream: { owner: ' ' },
        steps: { order: { team: 'Desk' }, approve: { team: 'Security' }, fulfil: { team: 'Platform' } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'One person answers for it',
        stream: { owner: 'Head of workplace' },
        steps: { order: {}, fulfil: {} },
      },
      { title: 'Nothing is drawn yet', steps: {} },
    ],
  },
});

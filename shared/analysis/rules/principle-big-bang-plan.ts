import { principleRulesText } from '../../text/rules-principle';
import { daysBetween, planOf } from '../facts-plan';
import { above } from '../measure';
import { defineRule } from '../rule';

const text = principleRulesText['principle-big-bang-plan'];

const change = (due: string) => ({ status: 'planned' as const, due });

/** A plan whose changes land together, or whose first result comes late. */
export const bigBangPlan = defineRule({
  ...text,
  id: 'principle-big-bang-plan',
  category: 'principle:progress-iteratively-with-feedback',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['improvements'],
  principles: ['progress-iteratively-with-feedback'],
  wastes: ['overproduction'],
  dimensions: ['value-streams-processes'],
  options: {
    k: { label: text.options.k, unit: 'count', default: 5, min: 1, max: 100 },
    d: { label: text.options.d, unit: 'days', default: 60, min: 1, max: 3650 },
  },
  evidence: {
    changes: 'count?',
    date: 'date',
    days: 'count?',
    first: 'date',
    from: 'text',
  },
  check: (facts, options, report) => {
    const { map, stream, today } = facts;
    const { busiest, first, undated } = planOf(facts);
    if (busiest === null) {
      if (undated > 0) report.gap(map.id, 'improvements');
      return;
    }
    const isMuch = above(busiest.changes, options.k);
    const days = first === null ? null : daysBetween(stream.startsOn ?? today, first);
    const isLate = days !== null && above(days, options.d);
    if (isMuch || isLate)
      report.finding({
        about: [map.id],
        evidence: {
          changes: isMuch ? busiest.changes : null,
          date: busiest.date,
          days: isLate ? days : null,
          first: first ?? busiest.date,
          from: stream.startsOn === null ? 'today' : 'start',
        },
      });
    else if (above(busiest.changes + undated, options.k)) report.gap(map.id, 'improvements');
  },
  say: ({ from, ...e }) => text.say({ ...e, isFromStart: from === 'start' }),
  suggest: [
    { kind: 'open', label: text.split, place: 'improvements' },
    { kind: 'task', label: text.checkpoint },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Six changes on one day',
        steps: { order: {}, fulfil: {} },
        improvements: {
          form: change('2026-12-15'),
          portal: change('2026-12-15'),
          rights: change('2026-12-15'),
          stock: change('2026-12-15'),
          bot: change('2026-12-15'),
          survey: change('2026-12-15'),
        },
        finds: ['map'],
      },
      {
        title: 'The first result comes after 61 days',
        steps: { order: {}, fulfil: {} },
        improvements: { form: change('2027-01-21'), portal: change('2027-03-01') },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Five changes on one day, after 60 days',
        steps: { order: {}, fulfil: {} },
        improvements: {
          form: change('2027-01-20'),
          portal: change('2027-01-20'),
          rights: change('2027-01-20'),
          stock: change('2027-01-20'),
          bot: change('2027-01-20'),
        },
      },
      {
        title: 'A first change is done already',
        steps: { order: {}, fulfil: {} },
        improvements: {
          form: { status: 'done', due: '2026-10-01' },
          portal: change('2027-03-01'),
        },
      },
      { title: 'There is no plan yet', steps: { order: {}, fulfil: {} }, improvements: { form: {} } },
    ],
  },
});

import { formatNumber, formatShare } from '../../model/units-format';
import { processingText } from '../../text/rules-waste-processing';
import { clockGain, effortPerMonth, waitPerItem } from '../facts-worth';
import { setStep } from '../fixes/fields';
import { splitPath } from '../fixes/structure';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeTime, smallShare } from '../wording';

const text = processingText['waste-overprocessing-rubber-stamp'];

/** Part of the items that a rule could let pass. */
const spared = 0.9;

const part = (value: number | null): number | null => (value === null ? null : value * spared);

const round = (value: number): string => formatNumber(Number(value.toPrecision(2)));

/** Fewer refusals a month than this are as good as none: one in ten years. */
const hardlyAny = 1 / 120;

/** How many it refuses in a month, or how seldom; null where the demand is unknown or hardly anything is refused. */
function perMonth(refused: number | null, items: number | null): string | null {
  if (refused === null || items === null || refused < hardlyAny) return null;
  return refused >= 1
    ? text.of(round(refused), formatNumber(Math.round(items)))
    : text.seldom(round(1 / refused));
}

/** An approval that almost never says no. */
export const rubberStamp = defineRule({
  ...text,
  id: 'waste-overprocessing-rubber-stamp',
  category: 'waste:overprocessing',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['kind', 'reject_rate'],
  principles: ['keep-it-simple-and-practical', 'optimize-and-automate', 'focus-on-value'],
  wastes: ['overprocessing', 'waiting'],
  dimensions: ['value-streams-processes'],
  options: { limit: { label: text.options.limit, unit: 'share', default: 0.03, min: 0, max: 0.5 } },
  evidence: {
    refused: 'share',
    refusedPerMonth: 'count?',
    itemsPerMonth: 'count?',
    sentBack: 'share?',
    wait: 'minutes?',
  },
  check: (facts, { limit }, report) => {
    const { steps, nodes, stream } = facts;
    const exits = new Map(nodes.map((node) => [node.id, node.exits]));
    for (const step of steps) {
      const { kind, rejectRate, visits, wait } = step;
      if (kind === 'approval' && rejectRate === null) report.gap(step.id, 'reject_rate');
      if (rejectRate === null || !atLeast(limit, rejectRate.mean)) continue;
      if (kind === null) report.gap(step.id, 'kind');
      if (kind !== 'approval') continue;
      const isDemanded = step.nnvaReason === 'legal' || step.nnvaReason === 'regulatory';
      const items = visits === null || stream.demandPerMonth === null ? null : visits * stream.demandPerMonth;
      const back = (exits.get(step.id) ?? [])
        .filter((flow) => flow.kind === 'rework')
        .reduce((sum, flow) => sum + (flow.likelihood ?? 0), 0);
      report.finding({
        about: [step.id],
        severity: isDemanded ? 'info' : 'medium',
        trust: leastTrust([rejectRate]),
        impact: {
          leadTime: clockGain(facts, step, part(waitPerItem(step))),
          effortPerMonth: part(effortPerMonth(step)),
        },
        evidence: {
          refused: rejectRate.mean,
          refusedPerMonth: items === null ? null : items * rejectRate.mean,
          itemsPerMonth: items,
          sentBack: back > 0 ? back : null,
          wait: wait === null || wait.mean === 0 ? null : wait.mean,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      refused: smallShare(e.refused),
      perMonth: perMonth(e.refusedPerMonth, e.itemsPerMonth),
      sentBack: e.sentBack === null ? null : formatShare(e.sentBack, 0),
      wait: maybeTime(e.wait),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.rule,
      command: splitPath({ share: spared, label: text.ruled }),
    },
    {
      kind: 'improve',
      label: text.notify,
      command: setStep({
        kind: 'communication',
        wait: { likely: 0, source: 'guess' },
        rejectRate: undefined,
      }),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two of a hundred are turned down, all wait a day',
        stream: { demandPerMonth: 900 },
        steps: {
          approve: { kind: 'approval', processTime: 3, wait: 480, rejectRate: 0.02 },
          fulfil: { kind: 'work' },
        },
        finds: ['approve'],
      },
      {
        title: 'Exactly three of a hundred',
        steps: { approve: { kind: 'approval', processTime: 5, wait: 60, rejectRate: 0.03 } },
        finds: ['approve'],
      },
    ],
    clean: [
      {
        title: 'A little more than three of a hundred',
        steps: { approve: { kind: 'approval', rejectRate: 0.031 } },
      },
      {
        title: 'A test that finds little is no approval',
        steps: { test: { kind: 'inspection', rejectRate: 0.01 } },
      },
    ],
  },
});

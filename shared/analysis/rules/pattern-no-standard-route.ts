import { formatNumber } from '../../model/units-format';
import { patternRulesText } from '../../text/rules-pattern';
import { reachOf } from '../facts-onward';
import { effortPerMonth, timePerItem } from '../facts-worth';
import { atLeast, leastTrust } from '../measure';
import { splitPath } from '../fixes/structure';
import { defineRule } from '../rule';
import { maybeTime, partOfAll } from '../wording';

const text = patternRulesText['pattern-no-standard-route'];

const enablement = 'change-enablement';

const times = (a: number, b: number | null): number | null => (b === null ? null : a * b);

/** A board that half of the changes pass by, in a row of assessing, deciding and deploying. */
function withBypass(share: number) {
  return {
    steps: {
      assess: { kind: 'work', practices: [enablement] },
      board: { kind: 'approval', practices: [enablement], external: true, wait: 1200, processTime: 6 },
      deploy: { kind: 'deploy', practices: ['deployment-management'] },
    },
    flows: [
      { from: 'start', to: 'assess' },
      { from: 'assess', to: 'board', share: 1 - share },
      { from: 'assess', to: 'deploy', share, label: 'standard change' },
      { from: 'board', to: 'deploy' },
      { from: 'deploy', to: 'end' },
    ],
  } as const;
}

/** A change board that nearly all changes have to pass. */
export const noStandardRoute = defineRule({
  ...text,
  id: 'pattern-no-standard-route',
  category: 'principle:keep-it-simple-and-practical',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['practices', 'kind', 'external', 'share'],
  principles: ['keep-it-simple-and-practical', 'focus-on-value', 'optimize-and-automate'],
  wastes: ['overprocessing', 'waiting'],
  dimensions: ['value-streams-processes'],
  valueClasses: ['NNVA', 'NVA'],
  options: {
    q: { label: text.options.q, unit: 'share', default: 0.8, min: 0, max: 1 },
    share: { label: text.options.share, unit: 'share', default: 0.4, min: 0, max: 1 },
  },
  evidence: { reach: 'share', perMonth: 'count?', wait: 'minutes?' },
  check: (facts, options, report) => {
    if (!facts.pack.practices.some(({ id }) => id === enablement)) return;
    const reach = reachOf(facts);
    const knowsChange = facts.steps.some((step) => step.practices?.includes(enablement) === true);
    let isReachOpen = false;
    for (const step of facts.steps) {
      if ((step.kind ?? 'approval') !== 'approval' || step.isRework) continue;
      if (step.practices !== null && !step.practices.includes(enablement)) continue;
      const isBoard = step.external ?? (step.cadence === null ? null : true);
      const part = reach.get(step.id) ?? null;
      if (isBoard === false || (part !== null && !atLeast(part, options.q))) continue;
      const isOpen = step.kind === null || step.practices === null || isBoard === null || part === null;
      if (isOpen) {
        // Only a step that somebody has placed near changes is asked about.
        if (step.practices === null && !(step.kind === 'approval' && isBoard === true)) continue;
        if (step.kind === null && !(knowsChange && isBoard === true)) continue;
        if (step.kind === null) report.gap(step.id, 'kind');
        if (step.practices === null) report.gap(step.id, 'practices');
        if (isBoard === null) report.gap(step.id, 'external');
        isReachOpen ||= part === null;
        continue;
      }
      report.finding({
        about: [step.id],
        trust: leastTrust([step.wait, step.processTime]),
        impact: {
          leadTime: step.movesClock ? times(options.share, timePerItem(step)) : 0,
          effortPerMonth: times(options.share, effortPerMonth(step)),
        },
        evidence: {
          reach: part,
          perMonth: times(part, facts.stream.demandPerMonth),
          wait: step.wait?.mean || null,
        },
      });
    }
    if (isReachOpen) for (const { about, field } of facts.visitsMissing) report.gap(about, field);
  },
  say: (e) =>
    text.say({
      share: partOfAll(e.reach),
      perMonth: e.perMonth === null ? null : formatNumber(Math.round(e.perMonth)),
      wait: maybeTime(e.wait),
    }),
  suggest: [
    { kind: 'improve', label: text.split, command: splitPath({ share: 0.4, label: text.label }) },
    { kind: 'task', label: text.models },
  ],
  supersedes: ['waste-waiting-approval', 'waste-overprocessing-rubber-stamp'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Every change meets the board',
        stream: { demandPerMonth: 120 },
        steps: {
          assess: { kind: 'work', practices: [enablement] },
          board: {
            kind: 'approval',
            practices: [enablement],
            external: true,
            wait: 1200,
            processTime: 6,
          },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
        },
        finds: ['board'],
      },
      { title: 'One in five is a standard change', ...withBypass(0.2), finds: ['board'] },
    ],
    clean: [
      { title: 'A little more than one in five', ...withBypass(0.21) },
      {
        title: 'The team decides itself',
        steps: {
          assess: { kind: 'work', practices: [enablement] },
          approve: { kind: 'approval', practices: [enablement], external: false },
          deploy: { kind: 'deploy', practices: ['deployment-management'] },
        },
      },
      {
        title: 'A board that grants money is no change board',
        steps: {
          fund: { kind: 'approval', practices: ['portfolio-management'], external: true },
          change: { kind: 'work', practices: [enablement] },
        },
      },
    ],
  },
});

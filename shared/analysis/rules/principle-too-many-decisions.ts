import { formatShare } from '../../model/units-format';
import { principleRulesText } from '../../text/rules-principle';
import type { Facts } from '../facts';
import { leadsOn, reachOf } from '../facts-onward';
import { above, atLeast } from '../measure';
import { defineRule } from '../rule';

const text = principleRulesText['principle-too-many-decisions'];

/** Nodes at which items part for good: two or more ways on. */
function choicesOf(facts: Facts): string[] {
  const steps = new Set(facts.steps.map((step) => step.id));
  return facts.nodes
    .filter(({ type }) => type === 'step' || type === 'decision')
    .filter(
      ({ id, type, exits }) => (type === 'decision' || steps.has(id)) && exits.filter(leadsOn).length > 1,
    )
    .map(({ id }) => id);
}

/** A clean example: eight usual steps, and a way for rare cases. */
function withRareCases(share: number) {
  const usual = ['log', 'sort', 'assess', 'plan', 'build', 'test', 'deploy', 'confirm'];
  return {
    steps: Object.fromEntries([...usual, 'ask-abroad', 'translate'].map((id) => [id, {}])),
    flows: [
      { from: 'start', to: 'log' },
      ...usual
        .slice(1)
        .map((to, at) => ({ from: usual[at] ?? '', to, ...(at === 0 ? { share: 1 - share } : {}) })),
      { from: 'log', to: 'ask-abroad', share },
      { from: 'ask-abroad', to: 'translate' },
      { from: 'translate', to: 'assess' },
      { from: 'confirm', to: 'end' },
    ],
  };
}

/** A way with many branches, most of them for rare cases. */
export const tooManyDecisions = defineRule({
  ...text,
  id: 'principle-too-many-decisions',
  category: 'principle:keep-it-simple-and-practical',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 2,
  needs: ['share'],
  principles: ['keep-it-simple-and-practical'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  options: {
    p0: { label: text.options.p0, unit: 'share', default: 0.05, min: 0, max: 1 },
    share: { label: text.options.share, unit: 'share', default: 0.2, min: 0, max: 1 },
    d: { label: text.options.d, unit: 'share', default: 0.4, min: 0, max: 1 },
    rare: { label: text.options.rare, unit: 'count', default: 2, min: 1, max: 100 },
    least: { label: text.options.least, unit: 'count', default: 5, min: 1, max: 100 },
  },
  evidence: { rare: 'count?', limit: 'share', choices: 'count?', steps: 'count' },
  check: (facts, options, report) => {
    const { steps, map, nodes } = facts;
    if (!atLeast(steps.length, options.least)) return;
    const reach = reachOf(facts);
    const reachOfStep = (id: string): number | null => reach.get(id) ?? null;
    const direct = steps.filter((step) => !step.isRework);
    const rare = direct.filter((step) => {
      const part = reachOfStep(step.id);
      return part !== null && above(options.p0, part);
    });
    const choices = choicesOf(facts);
    const isPattern = (count: number): boolean =>
      atLeast(count, options.rare) && atLeast(count / steps.length, options.share);
    const hasMany = above(choices.length / steps.length, options.d);
    if (isPattern(rare.length) || hasMany) {
      const involved = [
        ...(isPattern(rare.length) ? rare.map(({ id }) => id) : []),
        ...(hasMany ? choices : []),
      ];
      report.finding({
        about: [map.id],
        involves: [...new Set(involved)],
        evidence: {
          rare: isPattern(rare.length) ? rare.length : null,
          limit: options.p0,
          choices: hasMany ? choices.length : null,
          steps: steps.length,
        },
      });
    }
    const unknown = direct.filter((step) => reachOfStep(step.id) === null);
    if (unknown.length > 0 && !isPattern(rare.length) && isPattern(rare.length + unknown.length))
      for (const { exits } of nodes)
        for (const flow of exits.filter(leadsOn).length > 1 ? exits : [])
          if (flow.share === null) report.gap(flow.id, 'share');
  },
  say: (e) => text.say({ ...e, limit: formatShare(e.limit, 0) }),
  suggest: [{ kind: 'task', label: text.fold }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      { title: 'Two of ten steps for one case in twenty-five', ...withRareCases(0.04), finds: ['map'] },
      {
        title: 'A choice at every other step',
        steps: { log: {}, sort: {}, check: {}, fix: {}, close: {} },
        flows: [
          { from: 'start', to: 'log' },
          { from: 'log', to: 'sort', share: 0.6 },
          { from: 'log', to: 'fix', share: 0.4 },
          { from: 'sort', to: 'check', share: 0.5 },
          { from: 'sort', to: 'fix', share: 0.5 },
          { from: 'check', to: 'fix', share: 0.7 },
          { from: 'check', to: 'close', share: 0.3 },
          { from: 'fix', to: 'close' },
          { from: 'close', to: 'end' },
        ],
        finds: ['map'],
      },
    ],
    clean: [
      { title: 'One case in twenty is not rare', ...withRareCases(0.05) },
      {
        title: 'Two choices in five steps, and checks that send back',
        steps: { log: {}, sort: {}, check: {}, fix: {}, close: {} },
        flows: [
          { from: 'start', to: 'log' },
          { from: 'log', to: 'sort', share: 0.6 },
          { from: 'log', to: 'fix', share: 0.4 },
          { from: 'sort', to: 'check', share: 0.5 },
          { from: 'sort', to: 'fix', share: 0.5 },
          { from: 'check', to: 'fix' },
          { from: 'fix', to: 'close', share: 0.8 },
          { from: 'fix', to: 'sort', share: 0.2, kind: 'rework' },
          { from: 'close', to: 'end' },
        ],
      },
    ],
  },
});

import { nameList } from '../../text/name-list';
import { dataQualityText } from '../../text/rules-data-quality';
import { endlessLoops } from '../facts-broken-ways';
import { type Choose, graphFor } from '../fixes/fix';
import { setShareOf } from '../fixes/flows';
import { leadToEnd } from '../fixes/lead-to-end';
import { defineRule } from '../rule';

const text = dataQualityText['dq-loop-without-exit'];

const loopOf: Choose = ({ about, involves }) => [...about, ...involves];

/** Flows that are drawn out of the loop although nothing takes them. */
const waysOut: Choose = (context) => {
  const loop = new Set(loopOf(context));
  const flows = graphFor(context)?.flows ?? [];
  return flows.filter(({ from, to }) => loop.has(from) && !loop.has(to)).map(({ id }) => id);
};

/** A loop that nothing leaves. */
export const loopWithoutExit = defineRule({
  ...text,
  id: 'dq-loop-without-exit',
  category: 'data-quality',
  defaultSeverity: 'error',
  scope: 'step',
  tier: 1,
  needs: ['share'],
  principles: ['think-and-work-holistically'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { steps: 'count', names: 'text' },
  check: (facts, _options, report) => {
    const node = new Map(facts.nodes.map((each) => [each.id, each]));
    for (const loop of endlessLoops(facts)) {
      const steps = loop.flatMap((id) => (node.get(id)?.type === 'step' ? (node.get(id) ?? []) : []));
      report.finding({
        about: loop.slice(0, 1),
        involves: loop.slice(1),
        evidence: { steps: steps.length, names: nameList(steps.map(({ name }) => name)) },
      });
    }
    const open = facts.visitsMissing.filter(({ field }) => field === 'share');
    for (const { about, field } of open) report.gap(about, field);
  },
  suggest: [
    { kind: 'correct', label: text.leaveHalf, command: setShareOf(0.5, waysOut) },
    {
      kind: 'correct',
      label: text.lead,
      command: (context) => (waysOut(context).length > 0 ? null : leadToEnd(loopOf)(context)),
    },
  ],
  supersedes: [],
  blocksCalculation: true,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Assessing and asking back never ends',
        steps: { assess: {}, 'ask-back': {}, decide: {} },
        flows: [
          { from: 'start', to: 'assess' },
          { from: 'assess', to: 'ask-back' },
          { from: 'ask-back', to: 'assess', kind: 'rework' },
          { from: 'decide', to: 'end' },
        ],
        finds: ['assess'],
      },
      {
        title: 'The way out is drawn, but nothing takes it',
        steps: { test: {}, deploy: {} },
        flows: [
          { from: 'start', to: 'test' },
          { from: 'test', to: 'test', share: 1, kind: 'rework' },
          { from: 'test', to: 'deploy', share: 0 },
          { from: 'deploy', to: 'end' },
        ],
        finds: ['test'],
      },
    ],
    clean: [
      {
        title: 'One in a hundred gets out at a time',
        steps: { test: {}, deploy: {} },
        flows: [
          { from: 'start', to: 'test' },
          { from: 'test', to: 'test', share: 0.99, kind: 'rework' },
          { from: 'test', to: 'deploy', share: 0.01 },
          { from: 'deploy', to: 'end' },
        ],
      },
      { title: 'No loop at all', steps: { log: {}, restore: {} } },
    ],
  },
  say: text.say,
});

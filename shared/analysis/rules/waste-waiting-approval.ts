import { hoursPerDay } from '../../model/calendar';
import type { MapNode } from '../../model/project';
import { meanOf } from '../../model/quantity';
import { lookUp } from '../../model/queries';
import { formatShare } from '../../model/units-format';
import { wasteText } from '../../text/rules-waste';
import { shareOfClock } from '../facts-clock';
import type { StepFacts } from '../facts-steps';
import { scaleField } from '../fixes/fields';
import { type Choose, graphFor } from '../fixes/fix';
import { entrancesOf, exitsOf, isForward } from '../fixes/rewire';
import { parallelise, splitPath } from '../fixes/structure';
import { atLeast } from '../measure';
import { defineRule } from '../rule';
import { perItemOf, roundTime, smallShare } from '../wording';
import { clockGain, waitPerItem } from '../facts-worth';

const text = wasteText['waste-waiting-approval'];

/** Part of the items that a limit of risk or cost usually spares. */
const spared = 0.7;

/** Shortens the wait to one working day of the map; no change where it is shorter. */
const withinOneDay = scaleField('wait', ({ wait }, context) => {
  const calendar = graphFor(context)?.calendar;
  const day = calendar === undefined ? 0 : hoursPerDay(calendar) * 60;
  return wait === undefined || day === 0 || meanOf(wait) <= day ? 1 : day / meanOf(wait);
});

const leadTimeOf = ({ wait, processTime }: MapNode): number =>
  (wait === undefined ? 0 : meanOf(wait)) + (processTime === undefined ? 0 : meanOf(processTime));

/** The approval and the steps beside it that take at least as long: only those can hide its wait. */
const withLongerNeighbour: Choose = ({ project, about: [id = ''] }) => {
  const approval = lookUp(project.nodes, id);
  const before = entrancesOf(project, id).filter(isForward);
  const after = exitsOf(project, id).filter(isForward);
  const beside = [...before.map(({ flow }) => flow.from), ...after.map(({ flow }) => flow.to)];
  const long = beside.filter((each) => {
    const step = lookUp(project.nodes, each);
    return approval !== undefined && step?.type === 'step' && leadTimeOf(step) >= leadTimeOf(approval);
  });
  return long.length === 0 ? [] : [...long, id];
};

/** True unless its times show that the wait is short against the work. */
const mayWaitLong = ({ wait, processTime }: StepFacts, mult: number): boolean =>
  wait === null || (wait.mean > 0 && atLeast(wait.mean, mult * (processTime?.mean ?? 0)));

/** An approval that waits far longer than it takes. */
export const waitingApproval = defineRule({
  ...text,
  id: 'waste-waiting-approval',
  category: 'waste:waiting',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['kind', 'process_time', 'wait'],
  principles: ['focus-on-value', 'keep-it-simple-and-practical', 'collaborate-and-promote-visibility'],
  wastes: ['waiting', 'overprocessing'],
  dimensions: ['organizations-people', 'value-streams-processes'],
  options: {
    mult: { label: text.options.mult, unit: 'factor', default: 10, min: 1, max: 1000 },
    share: { label: text.options.share, unit: 'share', default: 0.05, min: 0.01, max: 1 },
  },
  evidence: {
    wait: 'minutes',
    processTime: 'minutes',
    visits: 'count',
    share: 'share',
    of: 'text?',
    refused: 'share?',
  },
  check: (facts, options, report) => {
    for (const step of facts.steps) {
      const { wait, processTime, kind, visits } = step;
      if (!step.movesClock || step.requiredWait || (kind !== 'approval' && kind !== null)) continue;
      if (!mayWaitLong(step, options.mult)) continue;
      const total = waitPerItem(step);
      const verdict = shareOfClock(facts, total, options.share);
      if (verdict.kind === 'below') continue;
      const isOpen = verdict.kind === 'open' || wait === null || processTime === null;
      if (kind === null) report.gap(step.id, 'kind');
      if (wait === null) report.gap(step.id, 'wait');
      if (processTime === null) report.gap(step.id, 'process_time');
      if (isOpen || verdict.isOfKnown)
        for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      if (kind === null || isOpen || visits === null || total === null) continue;
      const isDemanded = step.nnvaReason === 'legal' || step.nnvaReason === 'regulatory';
      report.finding({
        about: [step.id],
        severity: isDemanded ? 'medium' : 'high',
        trust: verdict.trust,
        impact: { leadTime: clockGain(facts, step, total * spared) },
        evidence: {
          wait: wait.mean,
          processTime: processTime.mean,
          visits,
          share: verdict.share,
          of: verdict.isOfKnown ? 'known lead time' : null,
          refused: step.rejectRate?.mean ?? null,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      wait: roundTime(e.wait),
      work: e.processTime > 0 ? roundTime(e.processTime) : null,
      at: perItemOf(e.wait, e.visits),
      share: formatShare(e.share, 0),
      isOfKnown: e.of !== null,
      refused: e.refused === null ? null : smallShare(e.refused),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.delegate,
      command: splitPath({ share: spared, label: text.delegated }),
    },
    { kind: 'improve', label: text.consent, command: withinOneDay },
    { kind: 'improve', label: text.parallel, command: parallelise(withLongerNeighbour) },
  ],
  supersedes: ['flow-dominant-wait', 'waste-overprocessing-rubber-stamp'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Five days for ten minutes of deciding',
        steps: {
          request: { kind: 'entry', processTime: 20, wait: 0 },
          prepare: { kind: 'work', processTime: 1800, wait: 960 },
          approve: { kind: 'approval', processTime: 10, wait: 2400 },
          fulfil: { kind: 'work', processTime: 120, wait: 480 },
        },
        finds: ['approve'],
      },
      {
        title: 'Exactly ten times the work, and exactly a twentieth of the lead time',
        steps: {
          approve: { kind: 'approval', processTime: 5, wait: 50 },
          fulfil: { kind: 'work', processTime: 545, wait: 400 },
        },
        finds: ['approve'],
      },
    ],
    clean: [
      {
        title: 'Nine times the work',
        steps: {
          approve: { kind: 'approval', processTime: 10, wait: 90 },
          fulfil: { kind: 'work', processTime: 300, wait: 400 },
        },
      },
      {
        title: 'Less than a twentieth of the lead time',
        steps: {
          approve: { kind: 'approval', processTime: 4, wait: 40 },
          fulfil: { kind: 'work', processTime: 500, wait: 400 },
        },
      },
      {
        title: 'The wait was agreed on',
        steps: {
          approve: { kind: 'approval', processTime: 10, wait: 2400, requiredWait: true },
          fulfil: { kind: 'work', processTime: 120, wait: 480 },
        },
      },
    ],
  },
});

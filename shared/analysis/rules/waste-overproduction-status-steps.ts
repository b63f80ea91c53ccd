import { nameList } from '../../text/name-list';
import { ownWasteText } from '../../text/rules-waste-own';
import type { StepFacts } from '../facts-steps';
import { mostOnOneWay } from '../facts-ways';
import { effortPerMonth, sumOf } from '../facts-worth';
import { removeStep } from '../fixes/structure';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = ownWasteText['waste-overproduction-status-steps'];

/** True for communication by people of the provider that the consumer gets nothing of. */
const mayOnlyReport = ({ kind, automation, touchesConsumer, party }: StepFacts): boolean =>
  (kind === 'communication' || kind === null) &&
  automation !== 'automated' &&
  touchesConsumer !== true &&
  party !== 'consumer';

const isReport = (step: StepFacts): boolean =>
  mayOnlyReport(step) && step.kind !== null && (step.value === 'NVA' || step.value === 'NNVA');

const mayReport = (step: StepFacts): boolean => mayOnlyReport(step) && step.value !== 'VA';

/** Steps that only report. */
export const statusSteps = defineRule({
  ...text,
  id: 'waste-overproduction-status-steps',
  category: 'waste:overproduction',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 1,
  needs: ['kind', 'value'],
  principles: ['collaborate-and-promote-visibility', 'keep-it-simple-and-practical'],
  wastes: ['overproduction'],
  dimensions: ['value-streams-processes'],
  options: { n: { label: text.options.n, unit: 'count', default: 2, min: 1, max: 50 } },
  evidence: { reports: 'count', names: 'text', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, { n }, report) => {
    const onWay = (isMeant: (step: StepFacts) => boolean): StepFacts[] => {
      const meant = new Map(facts.steps.filter(isMeant).map((step) => [step.id, step]));
      return mostOnOneWay(facts, (id) => meant.has(id)).flatMap((id) => meant.get(id) ?? []);
    };
    const reports = onWay(isReport);
    if (!atLeast(reports.length, n)) {
      const possible = onWay((step) => mayReport(step) && (step.kind !== null || step.value !== null));
      if (atLeast(possible.length, n))
        for (const step of possible) {
          if (step.kind === null) report.gap(step.id, 'kind');
          else if (step.value === null) report.gap(step.id, 'value');
        }
      return;
    }
    const work = sumOf(reports.map(effortPerMonth));
    report.finding({
      about: [facts.map.id],
      involves: reports.map((step) => step.id),
      trust: leastTrust(reports.map((step) => step.processTime)),
      impact: { effortPerMonth: work },
      evidence: {
        reports: reports.length,
        names: nameList(reports.map((step) => step.name)),
        hoursPerMonth: work === null ? null : work / 60,
      },
    });
  },
  say: (e) => text.say({ reports: e.reports, names: e.names, perMonth: maybeHours(e.hoursPerMonth) }),
  suggest: [
    { kind: 'task', label: text.board },
    {
      kind: 'improve',
      label: text.drop,
      command: removeStep(({ involves }) => involves.slice(0, -1)),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two steps report to managers',
        stream: { demandPerMonth: 120 },
        steps: {
          build: { kind: 'build', value: 'VA', processTime: 300 },
          'report-progress': { kind: 'communication', value: 'NNVA', processTime: 15 },
          deploy: { kind: 'deploy', value: 'VA', processTime: 60 },
          'write-status-mail': { kind: 'communication', value: 'NVA', processTime: 10 },
        },
        finds: ['map'],
      },
      {
        title: 'Three reports in a row',
        steps: {
          'tell-lead': { kind: 'communication', value: 'NVA' },
          'tell-office': { kind: 'communication', value: 'NVA' },
          'tell-board': { kind: 'communication', value: 'NNVA' },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'One report, and the user is told',
        steps: {
          build: { kind: 'build', value: 'VA' },
          'report-progress': { kind: 'communication', value: 'NNVA' },
          'tell-user': { kind: 'communication', value: 'NNVA', touchesConsumer: true },
        },
      },
      {
        title: 'The tool sends the reports',
        steps: {
          'report-progress': { kind: 'communication', value: 'NNVA', automation: 'automated' },
          'send-status': { kind: 'communication', value: 'NVA', automation: 'automated' },
        },
      },
    ],
  },
});

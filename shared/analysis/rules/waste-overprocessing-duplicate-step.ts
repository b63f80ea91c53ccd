import { canvasText } from '../../text/canvas';
import { listNames } from '../../text/rules';
import { nameList } from '../../text/name-list';
import { processingText } from '../../text/rules-waste-processing';
import { duplicatesIn, halfKnownDuplicates } from '../facts-duplicates';
import { groupNamer } from '../facts-groups';
import type { StepFacts } from '../facts-steps';
import { effortPerMonth, sumOf, timePerItem } from '../facts-worth';
import { mergeSteps } from '../fixes/structure';
import { leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = processingText['waste-overprocessing-duplicate-step'];

/** Reasons for which somebody wants a second, independent look. */
const asksForSecond: readonly (string | null)[] = ['legal', 'regulatory', 'contract', 'risk'];

const mayRepeat = ({ isRework, nnvaReason, name }: StepFacts): boolean =>
  !isRework && !asksForSecond.includes(nnvaReason) && name.trim() !== '' && name !== canvasText.newName.step;

/** What is left over when the largest part is taken away; null where one is unknown. */
function allButLargest(parts: readonly (number | null)[]): number | null {
  const sum = sumOf(parts);
  return sum === null ? null : sum - Math.max(...parts.map((part) => part ?? 0));
}

/** The same work done twice. */
export const duplicateStep = defineRule({
  ...text,
  id: 'waste-overprocessing-duplicate-step',
  category: 'waste:overprocessing',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 2,
  needs: ['practices', 'kind', 'outputs', 'team'],
  principles: ['keep-it-simple-and-practical', 'collaborate-and-promote-visibility'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  options: {
    similarity: { label: text.options.similarity, unit: 'share', default: 0.8, min: 0.5, max: 1 },
  },
  evidence: { names: 'text', teams: 'text?', steps: 'count', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, { similarity }, report) => {
    const teamOf = groupNamer(facts);
    const steps = facts.steps.filter(mayRepeat);
    for (const same of duplicatesIn(facts, steps, { similarity, teamOf })) {
      const teams = [...new Set(same.flatMap((step) => teamOf(step) ?? []))];
      const work = allButLargest(same.map(effortPerMonth));
      const isOnClock = same.every((step) => step.movesClock);
      report.finding({
        about: same.map((step) => step.id),
        trust: leastTrust(same.map((step) => step.processTime)),
        impact: { leadTime: isOnClock ? allButLargest(same.map(timePerItem)) : 0, effortPerMonth: work },
        evidence: {
          names: nameList(same.map((step) => step.name)),
          teams: teams.length > 1 ? listNames(teams) : null,
          steps: same.length,
          hoursPerMonth: work === null ? null : work / 60,
        },
      });
    }
    for (const { step, part } of halfKnownDuplicates(steps, teamOf))
      report.gap(step, part === 'team' && facts.handoffs.byRole ? 'role' : part);
  },
  say: (e) => text.say({ names: e.names, teams: e.teams, perMonth: maybeHours(e.hoursPerMonth) }),
  suggest: [{ kind: 'improve', label: text.once, command: mergeSteps({ work: 'longer' }) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two teams classify the same incident',
        stream: { demandPerMonth: 600 },
        steps: {
          'classify-the-incident': { team: 'Service desk', processTime: 10, wait: 5 },
          route: { team: 'Service desk', processTime: 2, wait: 30 },
          'incident-classified-again': {
            name: 'Classify incident',
            team: 'Second line',
            processTime: 6,
            wait: 60,
          },
          diagnose: { team: 'Second line', processTime: 60, wait: 10 },
        },
        finds: ['classify-the-incident incident-classified-again'],
      },
      {
        title: 'Different names, the same practice, kind of work and result',
        steps: {
          triage: {
            team: 'Service desk',
            kind: 'work',
            practices: ['incident-management'],
            outputs: ['assessment'],
          },
          'look-into-it': {
            team: 'Second line',
            kind: 'work',
            practices: ['incident-management'],
            outputs: ['assessment'],
          },
        },
        finds: ['triage look-into-it'],
      },
    ],
    clean: [
      {
        title: 'Two of three words agree, but hardware is not software',
        steps: { 'install-hardware-components': {}, 'install-software-components': {} },
      },
      {
        title: 'A number tells them apart',
        steps: { 'deploy-stage-1': {}, 'deploy-stage-2': {} },
      },
      {
        title: 'No item meets both',
        steps: { triage: {}, 'inform-user': {}, 'inform-the-user': {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'inform-user', share: 0.6 },
          { from: 'triage', to: 'inform-the-user', share: 0.4 },
          { from: 'inform-user', to: 'end' },
          { from: 'inform-the-user', to: 'end' },
        ],
      },
      {
        title: 'A regulation asks for the second look',
        steps: {
          'assess-risk': { value: 'NNVA', nnvaReason: 'coordination' },
          'assess-the-risk': { value: 'NNVA', nnvaReason: 'regulatory' },
        },
      },
    ],
  },
});

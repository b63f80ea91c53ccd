import { formatShare } from '../../model/units-format';
import { nameList } from '../../text/name-list';
import { processingText } from '../../text/rules-waste-processing';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { mostOnOneWay } from '../facts-ways';
import { sumOf } from '../facts-worth';
import { setAutomation } from '../fixes/fields';
import { above, atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';

const text = processingText['waste-overprocessing-inspections'];

/** True for what would be a check too many if its kind of work were a check. */
const mayCount = (step: StepFacts): boolean =>
  step.party !== 'consumer' &&
  step.touchesConsumer !== true &&
  step.value !== 'VA' &&
  step.automation !== 'automated' &&
  !step.afterValue;

const isCheck = (step: StepFacts): boolean =>
  (step.kind === 'inspection' || step.kind === 'verify') && mayCount(step);

/** Work on a step per item, person-minutes; null where it is unknown. */
const effortOf = ({ visits, processTime, crew }: StepFacts): number | null =>
  visits === null || processTime === null ? null : visits * processTime.mean * crew;

interface Checks {
  /** Those that one item can meet. */
  readonly onWay: readonly StepFacts[];
  readonly all: readonly StepFacts[];
  /** Their share of the effort, and the most that it can be. */
  readonly share: number | null;
  readonly most: number;
}

function checksOf(facts: Facts): Checks {
  const all = facts.steps.filter(isCheck);
  const ids = new Set(all.map((step) => step.id));
  const onWay = new Set(mostOnOneWay(facts, (id) => ids.has(id)));
  const own = sumOf(all.map(effortOf));
  const { value, lower } = facts.figures.effortPersonHours;
  return {
    onWay: all.filter((step) => onWay.has(step.id)),
    all,
    share: own === null || value === null || value <= 0 ? null : own / value,
    most: own === null || !lower ? 1 : own / lower,
  };
}

/** Steps of unknown kind that would make the checks too many, or too costly, if they were checks. */
function unknownKinds(facts: Facts, { n, share }: { n: number; share: number }): readonly string[] {
  const unknown = facts.steps.filter((step) => step.kind === null && mayCount(step));
  if (unknown.length === 0) return [];
  const possible = [...facts.steps.filter(isCheck), ...unknown];
  const ids = new Set(possible.map((step) => step.id));
  const way = new Set(mostOnOneWay(facts, (id) => ids.has(id)));
  const effort = sumOf(possible.map(effortOf));
  const { lower } = facts.figures.effortPersonHours;
  if (effort === null || !lower || above(effort / lower, share)) return unknown.map((step) => step.id);
  return atLeast(way.size, n) ? unknown.flatMap((step) => (way.has(step.id) ? [step.id] : [])) : [];
}

/** Repeated checks instead of quality at the source. */
export const repeatedChecks = defineRule({
  ...text,
  id: 'waste-overprocessing-inspections',
  category: 'waste:overprocessing',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['kind', 'process_time'],
  principles: ['keep-it-simple-and-practical', 'optimize-and-automate'],
  wastes: ['overprocessing', 'defects'],
  dimensions: ['value-streams-processes'],
  options: {
    n: { label: text.options.n, unit: 'count', default: 2, min: 1, max: 50 },
    share: { label: text.options.share, unit: 'share', default: 0.15, min: 0.01, max: 1 },
  },
  evidence: { checks: 'count', names: 'text', effortShare: 'share?' },
  check: (facts, options, report) => {
    const { onWay, all, share, most } = checksOf(facts);
    const isMany = atLeast(onWay.length, options.n);
    const isCostly = share !== null && above(share, options.share);
    if (isMany || isCostly) {
      const shown = isMany ? onWay : all;
      report.finding({
        about: [facts.map.id],
        involves: shown.map((step) => step.id),
        trust: leastTrust(share === null ? [] : all.map((step) => step.processTime)),
        evidence: {
          checks: shown.length,
          names: nameList(shown.map((step) => step.name)),
          effortShare: shown.length === all.length ? share : null,
        },
      });
      return;
    }
    for (const id of unknownKinds(facts, options)) report.gap(id, 'kind');
    if (all.length > 0 && share === null && above(most, options.share))
      for (const { about, field } of facts.figures.effortPersonHours.missing) report.gap(about, field);
  },
  say: (e) =>
    text.say({
      checks: e.checks,
      names: e.names,
      share: e.effortShare === null ? null : formatShare(e.effortShare, 0),
    }),
  suggest: [
    { kind: 'task', label: text.criteria },
    {
      kind: 'improve',
      label: text.automate,
      command: setAutomation('automated', { processTime: 0.1, wait: 0 }),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The form is checked, then the build',
        steps: {
          register: { kind: 'entry', processTime: 40 },
          'check-form': { kind: 'inspection', processTime: 20 },
          build: { kind: 'build', processTime: 700 },
          test: { kind: 'inspection', processTime: 60 },
        },
        finds: ['map'],
      },
      {
        title: 'One check takes a little more than 15 % of the effort',
        steps: {
          build: { kind: 'build', processTime: 84 },
          test: { kind: 'inspection', processTime: 16 },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'One check that takes exactly 15 %',
        steps: {
          build: { kind: 'build', processTime: 85 },
          test: { kind: 'inspection', processTime: 15 },
        },
      },
      {
        title: 'Users try it out, and a machine tests',
        steps: {
          build: { kind: 'build', processTime: 300 },
          test: { kind: 'inspection', automation: 'automated', processTime: 10 },
          'try-out': { kind: 'verify', touchesConsumer: true, processTime: 60 },
        },
      },
      {
        title: 'Two checks, but no item meets both',
        steps: {
          sort: { kind: 'work', processTime: 100 },
          'check-small': { kind: 'inspection', processTime: 5 },
          'check-large': { kind: 'inspection', processTime: 20 },
        },
        flows: [
          { from: 'start', to: 'sort' },
          { from: 'sort', to: 'check-small', share: 0.7 },
          { from: 'sort', to: 'check-large', share: 0.3 },
          { from: 'check-small', to: 'end' },
          { from: 'check-large', to: 'end' },
        ],
      },
    ],
  },
});

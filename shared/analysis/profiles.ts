import { knownMean } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { findingsText } from '../text/findings';
import type { AnalysisRule } from './rule';
import type { Severity } from '../model/value-sets';
import type { ProfileId } from './types';

/** How loud the analysis is: limits and severities that differ from the rules' defaults, and what the panel shows at first. */
export interface Profile {
  readonly id: ProfileId;
  readonly name: string;
  readonly description: string;
  /** By rule id. It replaces the default severity of a rule; what a rule raises or lowers itself stays. */
  readonly severity: Readonly<Record<string, Severity>>;
  /** By rule id, then by option name. */
  readonly options: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Most findings that the panel shows before "more"; null for all. */
  readonly shown: number | null;
  /** Ids of rules that the panel shows only after "more". */
  readonly background: readonly string[];
}

const { profiles: words } = findingsText;

/** The three profiles. Workshop and review judge alike; they differ in what they show first. */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  workshop: {
    id: 'workshop',
    ...words.workshop,
    severity: {},
    options: {},
    shown: 7,
    background: ['dq-unclassified-steps', 'value-nnva-without-reason', 'dimension-step-undescribed'],
  },
  review: { id: 'review', ...words.review, severity: {}, options: {}, shown: null, background: [] },
  audit: {
    id: 'audit',
    ...words.audit,
    severity: { 'dq-unclassified-steps': 'medium', 'value-nnva-without-reason': 'high' },
    options: {
      'dq-missing-measures': { maxCa: 0, high: 0.1 },
      'flow-dominant-wait': { share: 0.15, mult: 2 },
      'flow-lead-time-over-target': { critFactor: 1.2 },
      'flow-low-activity-ratio': { warn: 0.25, bad: 0.1 },
      'flow-high-utilisation': { warn: 0.8, calm: 0.7 },
      'flow-wait-not-capacity': { share: 0.1 },
      'flow-target-hit-rate': { goal: 0.95 },
      'flow-cadence-wait': { share: 0.03 },
      'flow-large-batch': { share: 0.03 },
      'flow-changeover': { share: 0.1 },
      'flow-unbalanced-parallel': { mult: 1.5, share: 0.05 },
      'flow-could-run-in-parallel': { share: 0.03 },
      'flow-wip-above-need': { mult: 1.2 },
      'flow-long-return': { k: 2, p0: 0.03 },
      'dq-littles-law-mismatch': { factor: 1.25 },
      'dq-implausible-quality': { gap: 0.15 },
      'dimension-single-person': { visits: 0.2, rare: 1 },
      'waste-transport-handoffs': { limit: 4, high: 8 },
      'waste-transport-ping-pong': { limit: 0.1, reach: 0.1 },
      'waste-motion-many-systems': { n: 4 },
      'waste-inventory-queue': { maxDays: 3 },
      'waste-inventory-backlog-growth': { tol: 0.02 },
      'waste-waiting-approval': { mult: 5, share: 0.03 },
      'waste-waiting-consumer': { share: 0.15 },
      'waste-waiting-supplier': { share: 0.1 },
      'waste-waiting-known-barrier': { share: 0.05 },
      'waste-overprocessing-rubber-stamp': { limit: 0.05 },
      'waste-overprocessing-inspections': { share: 0.1 },
      'waste-defects-low-quality-output': { warn: 0.85, bad: 0.7 },
      'waste-defects-rolled-quality': { warn: 0.9, bad: 0.8 },
      'waste-defects-rework-loop': { warn: 0.05, bad: 0.15, cond: 0.1, reach: 0.1 },
      'waste-defects-rework-effort': { warn: 0.1, bad: 0.2 },
      'waste-defects-failure-demand': { limit: 0.1 },
      'waste-skills-escalation': { limit: 0.25 },
      'waste-skills-expert-on-routine': { k: 1 },
      'principle-unobserved-current-state': { maxAgeDays: 90, guessShare: 0.25 },
      'principle-manual-standard-work': { hours: 10 },
      'principle-big-bang-plan': { k: 3, d: 45 },
      'principle-invisible-work': { hours: 2 },
      'principle-silent-wait': { share: 0.4, hours: 4 },
      'principle-automating-waste': { lim: 0.9 },
      'value-low-va-share': { limit: 0.5 },
      'value-consumer-effort': { hours: 0.25, share: 0.15 },
      'pattern-no-standard-route': { q: 0.6 },
      'pattern-approval-on-standard-request': { q: 0.5, stream: 0.2 },
      'dimension-imbalance': { share: 0.7 },
    },
    shown: null,
    background: [],
  },
};

/** True while fewer than half of the steps have both of their times: the room is still drawing, and what is missing goes without saying. */
export function isYoung(graph: MapGraph): boolean {
  const steps = graph.nodes.filter((node) => node.type === 'step');
  const isTimed = (step: (typeof steps)[number]): boolean =>
    knownMean(step.processTime) !== null && knownMean(step.wait) !== null;
  return steps.filter(isTimed).length * 2 < steps.length;
}

/** True where a profile shows the findings of a rule only after "more": what it names, and (in a workshop, while the map is young) what nags about data without making a figure wrong. */
export function isBackgroundRule(
  profile: ProfileId,
  rule: AnalysisRule | undefined,
  graph: MapGraph,
): boolean {
  if (rule === undefined || profiles[profile].background.includes(rule.id)) return true;
  const isNagging = rule.category === 'data-quality' && !rule.blocksCalculation;
  return profile === 'workshop' && isNagging && isYoung(graph);
}

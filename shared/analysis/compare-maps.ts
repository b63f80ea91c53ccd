import type { FrameworkPack } from '../catalogue/types';
import { linkBetween } from '../commands/future-copy';
import type { SampledLeadTime } from '../figures/types';
import type { Project } from '../model/project';
import { graphOf, type MapGraph } from '../model/queries';
import { analyse } from './analyse';
import { type ChangeLine, changesBetween } from './changed-map';
import { compareFigures, type FigureChange } from './compare-figures';
import { type PlacedFinding, placed } from './placed-findings';
import type { RuleSettings } from './rule-settings';
import type { Finding, ProfileId } from './types';

/** Two maps of a stream, the second one copied from the first, and how rules judge. */
export interface MapPair {
  readonly project: Project;
  /** The state of the project that the first map is taken from, where that is another one. */
  readonly earlier?: Project;
  readonly before: string;
  readonly after: string;
  readonly pack: FrameworkPack;
  readonly profile: ProfileId;
  /** ISO date. */
  readonly today: string;
  readonly application: RuleSettings['application'];
  /** Samples the lead time of a map, where percentiles are wanted. */
  readonly sample?: (graph: MapGraph) => SampledLeadTime | null;
}

/** What differs between two maps. */
export interface MapComparison {
  readonly changes: readonly ChangeLine[];
  readonly figures: readonly FigureChange[];
  /** Findings that only one of them has. */
  readonly appears: readonly PlacedFinding[];
  readonly disappears: readonly PlacedFinding[];
}

/** Rules that judge how a map came about or what is planned for it: its state, when it was observed, totals that were stated. They say nothing of what a change brings. */
const ofTheMapping: ReadonlySet<string> = new Set([
  'principle-unobserved-current-state',
  'principle-future-without-current',
  'principle-constraint-ignored',
  'dq-too-neat',
  'dq-lead-shorter-than-process',
]);

/** Compares a map with a copy of it: what was changed, the main figures, the findings. Null where one of them is gone. */
export function compareMaps(pair: MapPair): MapComparison | null {
  const { project, earlier = project, before, after, pack, profile, today, application, sample } = pair;
  const [then, now] = [graphOf(earlier, before), graphOf(project, after)];
  if (!then || !now) return null;
  const { onSource } = linkBetween(project, before, after, earlier);
  const seenOn = (graph: MapGraph, { waivers, ruleSettings }: Project): Finding[] =>
    analyse(graph, {
      pack,
      profile,
      today,
      suppressForTemplates: false,
      waivers,
      settings: { application, project: ruleSettings },
    }).findings.filter((each) => each.supersededBy === null && !each.waived && !ofTheMapping.has(each.rule));
  const keyOf = ({ rule, about }: Finding): string =>
    `${rule} ${about
      .map((id) => onSource(id) ?? id)
      .sort()
      .join(' ')}`;
  const [old, fresh] = [seenOn(then, earlier), seenOn(now, project)];
  const [oldKeys, freshKeys] = [new Set(old.map(keyOf)), new Set(fresh.map(keyOf))];
  return {
    changes: changesBetween(project, before, after, pack, earlier),
    figures: compareFigures(then, now, sample && { before: sample(then), after: sample(now) }),
    appears: fresh.filter((each) => !oldKeys.has(keyOf(each))).map((each) => placed(now, each)),
    disappears: old.filter((each) => !freshKeys.has(keyOf(each))).map((each) => placed(then, each)),
  };
}

import { analyse } from '../../../shared/analysis/analyse';
import type { AnalysisRule } from '../../../shared/analysis/rule';
import type { RuleSettings } from '../../../shared/analysis/rule-settings';
import type { Finding, ProfileId, Report } from '../../../shared/analysis/types';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import type { Project } from '../../../shared/model/project';
import { buildMap, type BuiltMap, type MapBuilder } from '../../helpers/build-map';

export interface JudgeOptions {
  readonly profile?: ProfileId;
  readonly suppressForTemplates?: boolean;
  readonly rules?: readonly AnalysisRule[];
  readonly waivers?: Project['waivers'];
  readonly settings?: RuleSettings;
}

/** The day on which the tests judge. */
export const today = '2026-11-21';

/** The report of a built map on 21 November 2026 by the profile "review". */
export function judge({ graph }: BuiltMap, options: JudgeOptions = {}): Report {
  return analyse(graph, { pack: itil4, profile: 'review', today, suppressForTemplates: false, ...options });
}

/** The findings of one rule on a map that is told like a sentence. */
export function findingsOf(rule: string, tell: (m: MapBuilder) => void, options?: JudgeOptions): Finding[] {
  return judge(buildMap(tell), options).findings.filter((finding) => finding.rule === rule);
}

/** `start`, the given steps and `end`, in a row. */
export function inARow(
  m: MapBuilder,
  steps: Readonly<Record<string, Parameters<MapBuilder['step']>[1]>>,
): void {
  m.start();
  for (const [id, fields] of Object.entries(steps)) m.step(id, fields);
  m.end();
  m.path('start', ...Object.keys(steps), 'end');
}

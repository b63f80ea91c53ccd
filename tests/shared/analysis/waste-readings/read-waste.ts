import { buildMap, type BuiltMap, type MapBuilder } from '../../../helpers/build-map';
import { judge } from '../judge-map';
import { targetOf } from '../published-streams';

/** A map told like a sentence. */
export type Tell = (m: MapBuilder) => void;

/** The findings of waste that the panel shows for a map, as `rule target`, without the word “waste”; those that another folds are left out. */
export function shown(built: BuiltMap): string[] {
  return judge(built)
    .findings.filter(({ rule, supersededBy }) => rule.startsWith('waste-') && supersededBy === null)
    .map(({ rule, about }) => `${rule.replace('waste-', '')} ${targetOf(built.graph, about)}`)
    .sort();
}

/** What a map that is told like a sentence is found to waste. */
export const reading = (tell: Tell): string[] => shown(buildMap(tell));

/** The sentence of one finding. */
export function sentence(rule: string, tell: Tell): string {
  return judge(buildMap(tell)).findings.find((finding) => finding.rule === rule)?.message ?? 'nothing';
}

/** What keeps a step out of the way of a reading: nearly all right, nothing typed twice. */
export const good = { completeAccurate: 0.97, rekeys: false } as const;

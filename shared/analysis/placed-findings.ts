import type { MapGraph } from '../model/queries';
import { fixesText } from '../text/fixes';
import { whereOf } from './present-findings';
import type { Finding } from './types';

/** A finding beside others of which one cannot see where they are. */
export interface PlacedFinding extends Finding {
  /** Where it is and what it says: `“Assess”: Waits 23h for 8m of work`; of the whole map, and where the sentence names the place, only what it says. */
  readonly sentence: string;
}

/** Puts the place of a finding before its sentence. */
export function placed(graph: MapGraph, finding: Finding): PlacedFinding {
  const isOfMap = finding.about.length === 1 && finding.about[0] === graph.id;
  const place = isOfMap ? null : whereOf(graph, finding).name;
  const isSaid = place === null || finding.message.includes(place);
  const sentence = isSaid ? finding.message : fixesText.preview.placed(place, finding.message);
  return { ...finding, sentence };
}

import type { MapGraph } from '../model/queries';
import { en } from '../text/en';
import { type FieldName, fieldNames } from './fields';
import { nameFor } from './names';
import type { Report } from './types';

/** A question for the room, with every rule that waits for its answer. */
export interface GapRow {
  readonly key: string;
  readonly question: string;
  readonly ids: readonly string[];
  /** Fields of the step table. */
  readonly missing: readonly string[];
  readonly rules: readonly string[];
}

const nobodyKnows: readonly string[] = ['samples'];

const isField = (name: string): name is FieldName => fieldNames.some((each) => each === name);

/** Ids in the order of the map: nodes, then flows, then whatever else. */
function inMapOrder(graph: MapGraph, ids: ReadonlySet<string>): string[] {
  const known = [...graph.nodes, ...graph.flows].map(({ id }) => id).filter((id) => ids.has(id));
  return [...new Set([...known, ...ids])];
}

/** The questions of a report: one for each field that something lacks, first the one for which most rules wait. What only the computer can answer is no question. */
export function questionsOf(report: Report, graph: MapGraph): GapRow[] {
  const asked = new Map<FieldName, { ids: Set<string>; rules: Set<string> }>();
  for (const { rule, about, missing } of report.gaps)
    for (const field of missing) {
      if (!isField(field) || nobodyKnows.includes(field)) continue;
      const same = asked.get(field) ?? { ids: new Set<string>(), rules: new Set<string>() };
      for (const id of about) same.ids.add(id);
      same.rules.add(rule);
      asked.set(field, same);
    }
  return [...asked]
    .map(([field, { ids, rules }]): GapRow => {
      const ordered = inMapOrder(graph, ids);
      const names = ordered.map((id) => nameFor(graph, id, field));
      const question = en.findings.ask[field](names);
      return { key: field, question, ids: ordered, missing: [field], rules: [...rules] };
    })
    .sort((a, b) => b.rules.length - a.rules.length || b.ids.length - a.ids.length);
}

/** The place after the one that is selected, round and round; the first where none of them is. */
export function nextPlace(ids: readonly string[], selection: readonly string[]): string | undefined {
  const at = selection.length === 1 ? ids.indexOf(selection[0] ?? '') : -1;
  return ids[(at + 1) % ids.length];
}

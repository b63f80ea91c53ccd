import fc from 'fast-check';
import type { Project } from '../../shared/model/project';
import {
  agendaParts,
  improvementSizes,
  improvementStages,
  improvementStatuses,
  noteKinds,
  stakeholderKinds,
  valueKinds,
  warrantyAspects,
} from '../../shared/model/value-sets';
import {
  anyAmount,
  anyDate,
  anyId,
  anyMembers,
  anyNumber,
  anyShareValue,
  anyText,
  someOf,
} from './random-values';

interface Known {
  readonly streams: readonly string[];
  readonly maps: readonly string[];
  readonly nodes: readonly string[];
  readonly things: readonly string[];
}

/** Fields of an improvement that refer to nothing. */
export const improvementFields = {
  dimension: anyText,
  owner: anyText,
  due: anyDate,
  status: fc.constantFrom(...improvementStatuses),
  size: fc.constantFrom(...improvementSizes),
  effort: anyShareValue,
  impact: anyShareValue,
  measure: anyText,
  baseline: anyText,
  target: anyText,
  stage: fc.constantFrom(...improvementStages),
  finding: anyText,
};

const oneOf = (ids: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...(ids.length === 0 ? ['nobody'] : ids));

/** Rows of which some fields must be there and others may. */
function rows<Must extends object, May extends object>(
  must: { [K in keyof Must]: fc.Arbitrary<Must[K]> },
  may: { [K in keyof May]: fc.Arbitrary<May[K]> },
): fc.Arbitrary<Record<string, Must & Partial<May>>> {
  const row = fc
    .tuple(fc.record(must) as unknown as fc.Arbitrary<Must>, someOf<May>(may))
    .map(([required, optional]) => ({ ...required, ...optional }));
  return fc.dictionary(anyId, row, { maxKeys: 2 });
}

type Tables = Pick<
  Project,
  | 'stakeholders'
  | 'valueItems'
  | 'groups'
  | 'scenarios'
  | 'agenda'
  | 'workshopNotes'
  | 'noteGroups'
  | 'ballots'
  | 'votes'
>;

/** What is written down about value and in the room: each table with up to two rows. */
export function workshopTables(known: Known): { [K in keyof Tables]: fc.Arbitrary<Tables[K]> } {
  const named = { name: anyText, order: anyNumber };
  const inStream = { ...named, stream: oneOf(known.streams) };
  const change = fc
    .tuple(
      fc.record({ about: oneOf(known.nodes), field: anyText }),
      someOf({ factor: anyAmount, value: anyAmount }),
    )
    .map(([required, optional]) => ({ ...required, ...optional }));
  return {
    stakeholders: rows(inStream, { kind: fc.constantFrom(...stakeholderKinds), note: anyText }),
    valueItems: rows(
      { ...named, stakeholder: oneOf(known.things), kind: fc.constantFrom(...valueKinds) },
      { aspect: fc.constantFrom(...warrantyAspects), steps: anyMembers(known.nodes) },
    ),
    groups: rows(
      { ...named, map: oneOf(known.maps) },
      { isFolded: fc.boolean(), position: fc.record({ x: anyNumber, y: anyNumber }) },
    ),
    scenarios: rows(
      { ...named, map: oneOf(known.maps), changes: fc.dictionary(anyId, change, { maxKeys: 2 }) },
      { note: anyText },
    ),
    agenda: rows(
      { ...inStream, day: fc.integer({ min: 1, max: 5 }) },
      { part: fc.constantFrom(...agendaParts), minutes: anyAmount, spent: anyAmount, isDone: fc.boolean() },
    ),
    workshopNotes: rows(
      { ...inStream, kind: fc.constantFrom(...noteKinds) },
      {
        by: anyText,
        on: anyDate,
        group: oneOf(known.things),
        node: oneOf(known.nodes),
        improvement: oneOf(known.things),
        future: oneOf(known.maps),
        isSettled: fc.boolean(),
      },
    ),
    noteGroups: fc.dictionary(anyId, fc.record(inStream), { maxKeys: 2 }),
    ballots: rows(
      { ...inStream, quota: fc.integer({ min: 1, max: 9 }), choices: anyMembers(known.things) },
      { isRevealed: fc.boolean() },
    ),
    votes: fc.dictionary(
      anyId,
      fc.record({
        ballot: oneOf(known.things),
        voter: anyText,
        dots: fc.dictionary(anyId, fc.nat({ max: 5 }), { maxKeys: 3 }),
      }),
      { maxKeys: 2 },
    ),
  };
}

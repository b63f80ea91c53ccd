import type { MapNode } from '../model/project';
import { type MapGraph, nodesOnStream, type WithId } from '../model/queries';
import type { ValueClass, WorkKind } from '../model/value-sets';

/** The three questions, in the order in which they are asked: done again or only passed on, worth it to the consumer, required by a named duty. */
export const valueQuestions = ['again', 'worth', 'duty'] as const;
export type ValueQuestion = (typeof valueQuestions)[number];

/** What the room answered so far. */
export type ValueAnswers = Readonly<Partial<Record<ValueQuestion, boolean>>>;

/** The next question, or the class that follows from the answers; a necessary step needs a reason. */
export type ValueVerdict =
  | { readonly kind: 'ask'; readonly question: ValueQuestion }
  | { readonly kind: 'class'; readonly value: ValueClass };

const whereYes = { again: 'NVA', worth: 'VA', duty: 'NNVA' } as const satisfies Record<
  ValueQuestion,
  ValueClass
>;

/** Judges the answers in order: the first "yes" decides, three times "no" is non-value-adding. */
export function judgeValue(answers: ValueAnswers): ValueVerdict {
  for (const question of valueQuestions) {
    const answer = answers[question];
    if (answer === undefined) return { kind: 'ask', question };
    if (answer) return { kind: 'class', value: whereYes[question] };
  }
  return { kind: 'class', value: 'NVA' };
}

const byKind: Readonly<Partial<Record<WorkKind, ValueClass>>> = {
  work: 'VA',
  build: 'VA',
  deploy: 'VA',
  verify: 'VA',
  communication: 'VA',
  approval: 'NNVA',
  inspection: 'NNVA',
  record: 'NNVA',
  decision: 'NNVA',
  entry: 'NNVA',
  handoff: 'NVA',
};

/** A class to begin with, and what it follows from; only people can confirm it. */
export interface SuggestedClass {
  readonly value: ValueClass;
  readonly because: 'rework' | WorkKind;
}

/** What such work usually is; null where neither the kind of work nor rework says anything. */
export function suggestClass({ kind, isRework }: Pick<MapNode, 'kind' | 'isRework'>): SuggestedClass | null {
  if (isRework === true) return { value: 'NVA', because: 'rework' };
  const value = kind === undefined ? undefined : byKind[kind];
  return kind === undefined || value === undefined ? null : { value, because: kind };
}

/** The steps of a map without a value class, in the given order of its nodes; steps off the stream come last. */
export function unclassifiedSteps(
  graph: MapGraph,
  ordered: readonly WithId<MapNode>[],
): readonly WithId<MapNode>[] {
  const onStream = nodesOnStream(graph);
  const open = ordered.filter((node) => node.type === 'step' && node.value === undefined);
  return [...open.filter((step) => onStream.has(step.id)), ...open.filter((step) => !onStream.has(step.id))];
}

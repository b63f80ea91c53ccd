import { changeStory } from '../analysis/change-story';
import type { FindingRow } from '../analysis/present-findings';
import { futuresOf } from '../commands/future-copy';
import { keep } from '../model/keep';
import type { Project } from '../model/project';
import { listOf, lookUp, type WithId } from '../model/queries';
import type { Improvement } from '../model/workshop';
import { gainOf, type ImprovementGain, sourceOf } from './improvement-gain';

/** A change of a future state that an improvement can be linked to. */
export interface FutureChange {
  /** The same while the change lasts. */
  readonly key: string;
  readonly future: string;
  /** Nodes and flows that it is about, as `Improvement.changes` names them. */
  readonly about: readonly string[];
  /** What changes and what it does. */
  readonly sentence: string;
  /** Minutes of expected lead time that it saves alone; null where unknown. */
  readonly leadTimeSaved: number | null;
}

/** An improvement with what stands before and after it. */
export interface Thread {
  readonly improvement: WithId<Improvement>;
  /** The finding that it answers: its row while it holds, `settled` where it no longer does, null where none is linked. */
  readonly finding: FindingRow | 'settled' | null;
  /** The changes of the future state that show it. */
  readonly changes: readonly FutureChange[];
  readonly gain: ImprovementGain;
}

/** Everything that hangs together, and where a thread is broken. */
export interface Threads {
  readonly threads: readonly Thread[];
  /** The worst findings that no improvement answers. */
  readonly unanswered: readonly FindingRow[];
  /** Changes of future states that no improvement stands for. */
  readonly unplanned: readonly FutureChange[];
  /** Kaizen bursts without an improvement, by id. */
  readonly bursts: readonly string[];
}

/** How many of the worst findings want an answer. */
const worst = 5;

const stories = keep<Project, readonly FutureChange[]>();

/** The changes that make a future state out of the map that it was copied from; computed once for each state of the document. */
function changesIn(project: Project, source: string, future: string): readonly FutureChange[] {
  return stories.once(project, future, () => {
    const lines = changeStory({ project, before: source, after: future })?.lines ?? [];
    return lines.map(({ about, sentence, effect }) => ({
      key: `${future} ${about.join(' ')}`,
      future,
      about,
      sentence,
      leadTimeSaved: effect.leadTimeSaved,
    }));
  });
}

/** All changes of all future states of a stream. */
export function futureChanges(project: Project, stream: string): FutureChange[] {
  const futures = listOf(project.maps).filter((map) => map.stream === stream && map.state === 'future');
  return futures.flatMap(({ id }) => {
    const source = sourceOf(project, id);
    return source === null ? [] : changesIn(project, source, id);
  });
}

function isLinked({ future, changes }: Improvement, change: FutureChange): boolean {
  return future === change.future && change.about.some((id) => Object.hasOwn(changes ?? {}, id));
}

/** The map of a stream that its plan starts from: the current state that most future states come from, else the first. */
export function planBase(project: Project, stream: string): string | null {
  const maps = listOf(project.maps).filter((map) => map.stream === stream);
  const current = maps.filter(({ state }) => state === 'current');
  const byFutures = [...current].sort(
    (a, b) => futuresOf(project, b.id).length - futuresOf(project, a.id).length,
  );
  return (byFutures[0] ?? maps.find(({ state }) => state !== 'future') ?? maps[0])?.id ?? null;
}

/** Follows finding, improvement, future change and gain; `findings` are those of the map that the plan starts from. Dropped improvements answer nothing. */
export function threadsOf(project: Project, stream: string, findings: readonly FindingRow[]): Threads {
  const improvements = listOf(project.improvements).filter((each) => each.stream === stream);
  const open = improvements.filter(({ status }) => status !== 'dropped');
  const changes = futureChanges(project, stream);
  const shown = findings.filter(({ isWaived }) => !isWaived);
  const ranked = [...shown].sort((a, b) => a.rank - b.rank).filter(({ isBackground }) => !isBackground);
  const answered = new Set(open.flatMap(({ finding }) => finding ?? []));
  const standing = new Set(improvements.flatMap(({ node }) => node ?? []));
  return {
    threads: improvements.map(
      (improvement): Thread => ({
        improvement,
        finding:
          improvement.finding === undefined
            ? null
            : (shown.find(({ key }) => key === improvement.finding) ?? 'settled'),
        changes: changes.filter((change) => isLinked(improvement, change)),
        gain: gainOf(project, improvement),
      }),
    ),
    unanswered: ranked.slice(0, worst).filter(({ key }) => !answered.has(key)),
    unplanned: changes.filter((change) => !open.some((each) => isLinked(each, change))),
    bursts: Object.entries(project.nodes)
      .filter(([id, node]) => node.type === 'burst' && !standing.has(id) && node.copiedFrom === undefined)
      .filter(([, { map }]) => lookUp(project.maps, map)?.stream === stream)
      .map(([id]) => id),
  };
}

/** Open improvements whose gain is unknown. */
export function withoutGain({ threads }: Threads): readonly Thread[] {
  return threads.filter(
    ({ gain, improvement }) => gain.kind === 'unknown' && improvement.status !== 'dropped',
  );
}

/** How many threads are broken, whichever way. */
export function countBroken(threads: Threads): number {
  const { unanswered, unplanned, bursts } = threads;
  return unanswered.length + unplanned.length + bursts.length + withoutGain(threads).length;
}

/** True for an improvement that should be done by now. ISO dates. */
export function isOverdue({ due, status }: Improvement, today: string): boolean {
  return due !== undefined && due < today && status !== 'done' && status !== 'dropped';
}

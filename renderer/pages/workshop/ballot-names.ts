import type { Project } from '../../../shared/model/project';
import { listOf, lookUp } from '../../../shared/model/queries';
import type { roomVoteText } from '../../../shared/text/room-vote';

/** What a dot vote chooses among. */
export type BallotOver = keyof typeof roomVoteText.kinds;

/** The name of something that can be voted for; null where it is gone. */
export function choiceName(project: Project, id: string): string | null {
  const row =
    lookUp(project.workshopNotes, id) ?? lookUp(project.noteGroups, id) ?? lookUp(project.improvements, id);
  return row?.name ?? null;
}

/** Everything of a stream that can be voted for, by kind, in its order. */
export function candidates(
  project: Project,
  stream: string,
): Readonly<Record<BallotOver, readonly string[]>> {
  const own = (each: { readonly stream: string }): boolean => each.stream === stream;
  const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
  return {
    notes: ids(
      listOf(project.workshopNotes).filter(
        (note) => own(note) && note.kind === 'wall' && note.isSettled !== true,
      ),
    ),
    groups: ids(listOf(project.noteGroups).filter(own)),
    improvements: ids(
      listOf(project.improvements).filter(
        (each) => own(each) && each.status !== 'done' && each.status !== 'dropped',
      ),
    ),
  };
}

import type { ProjectDraft } from './change';

/** Takes what is gone (nodes, maps, notes, groups, improvements) out of the notes and ballots of the room. */
export function forgetInRoom(draft: ProjectDraft, gone: ReadonlySet<string>): void {
  for (const note of Object.values(draft.workshopNotes))
    for (const field of ['node', 'improvement', 'future', 'group'] as const) {
      const id = note[field];
      if (id !== undefined && gone.has(id)) delete note[field];
    }
  for (const ballot of Object.values(draft.ballots))
    for (const id of Object.keys(ballot.choices)) if (gone.has(id)) delete ballot.choices[id];
  for (const vote of Object.values(draft.votes))
    if (Object.keys(vote.dots).some((id) => gone.has(id)))
      vote.dots = Object.fromEntries(Object.entries(vote.dots).filter(([id]) => !gone.has(id)));
}

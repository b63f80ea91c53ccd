import { listOf, lookUp } from '../model/queries';
import type { Project } from '../model/project';
import type { NoteGroup, WorkshopNote } from '../model/workshop';
import { en } from '../text/en';
import { roomCommandsText as words } from '../text/room-commands';
import {
  definedFields,
  type MakingCommand,
  type PatchOf,
  patchRecord,
  withTrimmedName,
  sameName,
} from './change';
import type { Command, MakeId } from './command';
import { orderAfter, orderAtEnd } from './order';
import { forgetInRoom } from './room-links';

const { refused } = en.commands;

/** What a new note may be given. */
export type NewNote = Pick<WorkshopNote, 'name' | 'stream' | 'kind'> &
  PatchOf<Omit<WorkshopNote, 'order' | 'group'>> & {
    /** The name of the heading that it hangs under; one that is not there is made. */
    readonly group?: string | undefined;
  };

/** The heading of that name on the wall of a stream, or undefined. */
export function noteGroupNamed(project: Project, stream: string, name: string): string | undefined {
  return listOf(project.noteGroups).find((each) => each.stream === stream && sameName(each.name, name))?.id;
}

/** Writes a note down; `made` is the note. */
export function addNote({ group, ...note }: NewNote, makeId: MakeId): MakingCommand {
  const [id, newGroup] = [makeId(), makeId()];
  const heading = group?.trim() ?? '';
  return {
    name: 'note.add',
    label: words.label.addNote[note.kind],
    made: [id],
    refuse(project) {
      if (!lookUp(project.streams, note.stream)) return refused.streamGone;
      return note.name.trim() === '' ? words.refused.emptyNote : null;
    },
    apply(draft) {
      const known = heading === '' ? undefined : noteGroupNamed(draft, note.stream, heading);
      const hangs = heading === '' ? undefined : (known ?? newGroup);
      if (hangs === newGroup) {
        const order = orderAtEnd(Object.values(draft.noteGroups));
        draft.noteGroups[newGroup] = { name: heading, order, stream: note.stream };
      }
      const order = orderAtEnd(Object.values(draft.workshopNotes));
      const fields = { ...note, name: note.name.trim(), group: hangs, order };
      draft.workshopNotes[id] = definedFields(fields) as WorkshopNote;
    },
  };
}

/** Changes fields of a note; undefined deletes a field. */
export function setNote({
  id,
  patch,
}: {
  readonly id: string;
  readonly patch: PatchOf<Omit<WorkshopNote, 'stream'>>;
}): Command {
  return {
    name: 'note.set',
    label: words.label.setNote,
    refuse(project) {
      if (!lookUp(project.workshopNotes, id)) return words.refused.noteGone;
      if (patch.group !== undefined && !lookUp(project.noteGroups, patch.group))
        return words.refused.groupGone;
      return patch.name?.trim() === '' ? words.refused.emptyNote : null;
    },
    apply(draft) {
      const row = lookUp(draft.workshopNotes, id);
      if (row) patchRecord(row, withTrimmedName(patch));
    },
  };
}

/** Hangs a note under another heading (none where it is null), after another note there or at the end. */
export function moveNote({
  id,
  group,
  after,
}: {
  readonly id: string;
  readonly group: string | null;
  readonly after?: string | null;
}): Command {
  return {
    name: 'note.move',
    label: words.label.moveNote,
    refuse(project) {
      if (!lookUp(project.workshopNotes, id)) return words.refused.noteGone;
      return group === null || lookUp(project.noteGroups, group) ? null : words.refused.groupGone;
    },
    apply(draft) {
      const note = lookUp(draft.workshopNotes, id);
      if (!note) return;
      patchRecord(note, { group: group ?? undefined });
      note.order = orderAfter(draft.workshopNotes, after ?? null);
    },
  };
}

/** Takes a note away; dots on it are gone as well. */
export function deleteNote({ id }: { readonly id: string }): Command {
  return {
    name: 'note.delete',
    label: words.label.deleteNote,
    refuse: (project) => (lookUp(project.workshopNotes, id) ? null : words.refused.noteGone),
    apply(draft) {
      delete draft.workshopNotes[id];
      forgetInRoom(draft, new Set([id]));
    },
  };
}

/** Puts a heading on the wall. */
export function addNoteGroup(group: Pick<NoteGroup, 'name' | 'stream'>, makeId: MakeId): MakingCommand {
  const id = makeId();
  return {
    name: 'noteGroup.add',
    label: words.label.addGroup(group.name),
    made: [id],
    refuse(project) {
      if (!lookUp(project.streams, group.stream)) return refused.streamGone;
      if (group.name.trim() === '') return refused.noName;
      return noteGroupNamed(project, group.stream, group.name) === undefined
        ? null
        : words.refused.groupKnown(group.name.trim());
    },
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.noteGroups));
      draft.noteGroups[id] = { ...group, name: group.name.trim(), order };
    },
  };
}

/** Gives a heading another name. */
export function renameNoteGroup({ id, name }: { readonly id: string; readonly name: string }): Command {
  return {
    name: 'noteGroup.rename',
    label: words.label.renameGroup,
    refuse(project) {
      const group = lookUp(project.noteGroups, id);
      if (!group) return words.refused.groupGone;
      if (name.trim() === '') return refused.noName;
      const known = noteGroupNamed(project, group.stream, name);
      return known === undefined || known === id ? null : words.refused.groupKnown(name.trim());
    },
    apply(draft) {
      const group = lookUp(draft.noteGroups, id);
      if (group) patchRecord(group, { name: name.trim() });
    },
  };
}

/** Takes a heading off the wall; its notes stay, under no heading. */
export function deleteNoteGroup({ id }: { readonly id: string }): Command {
  return {
    name: 'noteGroup.delete',
    label: words.label.deleteGroup,
    refuse: (project) => (lookUp(project.noteGroups, id) ? null : words.refused.groupGone),
    apply(draft) {
      delete draft.noteGroups[id];
      forgetInRoom(draft, new Set([id]));
    },
  };
}

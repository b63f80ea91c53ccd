import { listOf, lookUp } from '../model/queries';
import type { AgendaItem } from '../model/workshop';
import { roomCommandsText as words } from '../text/room-commands';
import { en } from '../text/en';
import {
  definedFields,
  type MakingCommand,
  type PatchOf,
  type ProjectDraft,
  patchRecord,
  withTrimmedName,
} from './change';
import type { Command, MakeId } from './command';
import { orderAtEnd } from './order';

const { refused } = en.commands;

/** A line of an agenda before it belongs to a stream; minutes are of the clock. */
export type AgendaLine = Pick<AgendaItem, 'name' | 'day' | 'part' | 'minutes'>;

function put(draft: ProjectDraft, id: string, stream: string, line: AgendaLine): void {
  const order = orderAtEnd(Object.values(draft.agenda));
  draft.agenda[id] = definedFields({ ...line, name: line.name.trim(), stream, order }) as AgendaItem;
}

/** Adds a block to the agenda of a stream, at the end. */
export function addAgendaItem(
  { stream, ...line }: AgendaLine & { readonly stream: string },
  makeId: MakeId,
): MakingCommand {
  const id = makeId();
  return {
    name: 'agenda.add',
    label: words.label.addAgendaItem(line.name),
    made: [id],
    refuse(project) {
      if (!lookUp(project.streams, stream)) return refused.streamGone;
      return line.name.trim() === '' ? refused.noName : null;
    },
    apply: (draft) => put(draft, id, stream, line),
  };
}

/** Puts a ready agenda behind the blocks that a stream has. */
export function addAgenda(
  { stream, lines }: { readonly stream: string; readonly lines: readonly AgendaLine[] },
  makeId: MakeId,
): MakingCommand {
  const made = lines.map(() => makeId());
  return {
    name: 'agenda.addAll',
    label: words.label.addAgenda,
    made,
    refuse: (project) => (lookUp(project.streams, stream) ? null : refused.streamGone),
    apply(draft) {
      lines.forEach((line, index) => put(draft, made[index] ?? '', stream, line));
    },
  };
}

/** Changes fields of a block; undefined deletes a field. */
export function setAgendaItem({
  id,
  patch,
}: {
  readonly id: string;
  readonly patch: PatchOf<Omit<AgendaItem, 'stream'>>;
}): Command {
  return {
    name: 'agenda.set',
    label: words.label.setAgendaItem,
    refuse(project) {
      if (!lookUp(project.agenda, id)) return words.refused.agendaGone;
      return patch.name?.trim() === '' ? refused.noName : null;
    },
    apply(draft) {
      const row = lookUp(draft.agenda, id);
      if (row) patchRecord(row, withTrimmedName(patch));
    },
  };
}

/** The block before or after another one in its part of the day, or undefined. */
function besideOf(draft: Pick<ProjectDraft, 'agenda'>, id: string, by: 1 | -1): string | undefined {
  const own = lookUp(draft.agenda, id);
  const rows = listOf(draft.agenda).filter(
    (each) => each.stream === own?.stream && each.day === own.day && each.part === own.part,
  );
  return rows[rows.findIndex((each) => each.id === id) + by]?.id;
}

/** Moves a block one place up (-1) or down (1) in its part of the day. */
export function moveAgendaItem({ id, by }: { readonly id: string; readonly by: 1 | -1 }): Command {
  return {
    name: 'agenda.move',
    label: words.label.moveAgendaItem,
    refuse(project) {
      if (!lookUp(project.agenda, id)) return words.refused.agendaGone;
      return besideOf(project, id, by) === undefined ? words.refused.noPlaceThere : null;
    },
    apply(draft) {
      const [own, other] = [lookUp(draft.agenda, id), lookUp(draft.agenda, besideOf(draft, id, by))];
      if (!own || !other) return;
      [own.order, other.order] = [other.order, own.order];
    },
  };
}

/** Takes a block off the agenda. */
export function deleteAgendaItem({ id }: { readonly id: string }): Command {
  return {
    name: 'agenda.delete',
    label: words.label.deleteAgendaItem,
    refuse: (project) => (lookUp(project.agenda, id) ? null : words.refused.agendaGone),
    apply(draft) {
      delete draft.agenda[id];
    },
  };
}

import type { Project } from '../model/project';
import type { Improvement } from '../model/workshop';
import { listOf, lookUp } from '../model/queries';
import { fixesText } from '../text/fixes';
import { en } from '../text/en';
import {
  definedFields,
  type MakingCommand,
  type PatchOf,
  patchRecord,
  withTrimmedName,
  sameName,
} from './change';
import type { Command, MakeId } from './command';
import { deleteNodes } from './delete-nodes';
import { orderAtEnd } from './order';
import { forgetInRoom } from './room-links';

const { label } = fixesText;
const { refused } = en.commands;

/** What a new improvement may be given; its stream must be there, fields that are undefined are left out. */
export type NewImprovement = Pick<Improvement, 'name' | 'stream'> & PatchOf<Omit<Improvement, 'order'>>;

/** The improvement of a stream with that name at that node, or undefined. */
export function improvementLike(
  project: Project,
  { stream, name, node }: Pick<NewImprovement, 'stream' | 'name' | 'node'>,
): string | undefined {
  return listOf(project.improvements).find(
    (each) => each.stream === stream && each.node === node && sameName(each.name, name),
  )?.id;
}

/** Adds an idea to the improvements of a stream. */
export function addImprovement(improvement: NewImprovement, makeId: MakeId): MakingCommand {
  const id = makeId();
  return {
    name: 'improvement.add',
    label: label.addImprovement(improvement.name),
    made: [id],
    refuse(project) {
      if (!lookUp(project.streams, improvement.stream)) return refused.streamGone;
      if (improvement.name.trim() === '') return refused.noName;
      return improvementLike(project, improvement) === undefined ? null : fixesText.improvementKnown;
    },
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.improvements));
      const fields = { ...improvement, name: improvement.name.trim(), order };
      draft.improvements[id] = definedFields(fields) as Improvement;
    },
  };
}

/** Changes fields of an improvement; undefined deletes a field. Its kaizen burst goes by the same name. */
export function setImprovement({
  id,
  patch,
}: {
  readonly id: string;
  readonly patch: PatchOf<Omit<Improvement, 'stream'>>;
}): Command {
  return {
    name: 'improvement.set',
    label: label.setImprovement,
    refuse(project) {
      if (!lookUp(project.improvements, id)) return fixesText.improvementGone;
      return patch.name?.trim() === '' ? refused.noName : null;
    },
    apply(draft) {
      const row = lookUp(draft.improvements, id);
      if (!row) return;
      patchRecord(row, withTrimmedName(patch));
      const burst = lookUp(draft.nodes, row.node);
      if (patch.name !== undefined && burst?.type === 'burst') patchRecord(burst, { name: row.name });
    },
  };
}

/** Takes an improvement away, with its kaizen burst. */
export function deleteImprovement({ id }: { readonly id: string }): Command {
  return {
    name: 'improvement.delete',
    label: label.deleteImprovement,
    refuse: (project) => (lookUp(project.improvements, id) ? null : fixesText.improvementGone),
    apply(draft) {
      const node = lookUp(draft.improvements, id)?.node ?? '';
      delete draft.improvements[id];
      if (lookUp(draft.nodes, node)?.type === 'burst')
        deleteNodes({ ids: [node] }, () => `${id}-way`).apply(draft);
      forgetInRoom(draft, new Set([id]));
    },
  };
}

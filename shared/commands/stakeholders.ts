import type { Stakeholder } from '../model/workshop';
import type { Project } from '../model/project';
import { listOf, lookUp } from '../model/queries';
import { charterText } from '../text/charter';
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
import { orderAtEnd } from './order';
import { together } from './together';

const { label, refused } = charterText;

/** What a new stakeholder is given; its stream must be there. */
export type NewStakeholder = Pick<Stakeholder, 'name' | 'stream'> &
  PatchOf<Pick<Stakeholder, 'kind' | 'note'>>;

/** The stakeholder of a stream with that name, or undefined. */
function stakeholderNamed(project: Project, stream: string, name: string): string | undefined {
  return listOf(project.stakeholders).find((row) => row.stream === stream && sameName(row.name, name))?.id;
}

function refuseName(project: Project, stream: string, name: string, self?: string): string | null {
  if (name.trim() === '') return en.commands.refused.noName;
  const taken = stakeholderNamed(project, stream, name);
  return taken === undefined || taken === self ? null : refused.known(name.trim());
}

/** Adds somebody for whom the stream makes a difference; a name stands once in a stream. */
export function addStakeholder(stakeholder: NewStakeholder, makeId: MakeId): MakingCommand {
  const id = makeId();
  return {
    name: 'stakeholder.add',
    label: label.addStakeholder(stakeholder.name.trim()),
    made: [id],
    refuse: (project) =>
      lookUp(project.streams, stakeholder.stream)
        ? refuseName(project, stakeholder.stream, stakeholder.name)
        : en.commands.refused.streamGone,
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.stakeholders));
      const fields = { ...stakeholder, name: stakeholder.name.trim(), order };
      draft.stakeholders[id] = definedFields(fields) as Stakeholder;
    },
  };
}

/** Adds several at once, as one gesture. */
export function addStakeholders(people: readonly NewStakeholder[], makeId: MakeId): MakingCommand {
  const [first, ...others] = people.map((each) => addStakeholder(each, makeId));
  if (first === undefined)
    return {
      name: 'stakeholder.add',
      label: '',
      made: [],
      refuse: () => en.commands.refused.noName,
      apply: () => undefined,
    };
  return { ...together(first, ...others), made: [first, ...others].flatMap(({ made }) => made) };
}

/** Changes a stakeholder: undefined deletes a field. */
export function setStakeholder({
  id,
  patch,
}: {
  readonly id: string;
  readonly patch: PatchOf<Omit<Stakeholder, 'stream'>>;
}): Command {
  return {
    name: 'stakeholder.set',
    label: label.setStakeholder,
    refuse(project) {
      const row = lookUp(project.stakeholders, id);
      if (!row) return refused.stakeholderGone;
      return patch.name === undefined ? null : refuseName(project, row.stream, patch.name, id);
    },
    apply(draft) {
      const row = lookUp(draft.stakeholders, id);
      if (row) patchRecord(row, withTrimmedName(patch));
    },
  };
}

/** Takes a stakeholder away, with what the stream gives to and takes from them. */
export function deleteStakeholder({ id }: { readonly id: string }): Command {
  return {
    name: 'stakeholder.delete',
    label: label.deleteStakeholder,
    refuse: (project) => (lookUp(project.stakeholders, id) ? null : refused.stakeholderGone),
    apply(draft) {
      delete draft.stakeholders[id];
      for (const [item, row] of Object.entries(draft.valueItems))
        if (row.stakeholder === id) delete draft.valueItems[item];
    },
  };
}

import type { Draft } from 'immer';
import type { Project } from '../model/project';
import type { ValueItem } from '../model/workshop';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import { valueText } from '../text/value';
import {
  definedFields,
  type MakingCommand,
  type PatchOf,
  type ProjectDraft,
  patchRecord,
  withTrimmedName,
} from './change';
import type { Command, MakeId } from './command';
import { orderAfter, orderAtEnd } from './order';

const { label, refused } = valueText;

/** What a new entry is given; its stakeholder must be there. */
export type NewValueItem = Omit<ValueItem, 'order' | 'steps'> & {
  readonly steps?: ValueItem['steps'] | undefined;
};

/** Adds what the stream gives to or takes from a stakeholder. */
export function addValueItem(item: NewValueItem, makeId: MakeId): MakingCommand {
  const id = makeId();
  return {
    name: 'value.add',
    label: label.addItem(item.name.trim()),
    made: [id],
    refuse(project) {
      if (!lookUp(project.stakeholders, item.stakeholder)) return refused.stakeholderGone;
      return item.name.trim() === '' ? en.commands.refused.noName : null;
    },
    apply(draft) {
      const order = orderAtEnd(Object.values(draft.valueItems));
      draft.valueItems[id] = definedFields({ ...item, name: item.name.trim(), order }) as ValueItem;
    },
  };
}

/** Changes an entry: undefined deletes a field; what is no warranty says no assurance. */
export function setValueItem({
  id,
  patch,
}: {
  readonly id: string;
  readonly patch: PatchOf<ValueItem>;
}): Command {
  return {
    name: 'value.set',
    label: label.setItem,
    refuse(project) {
      if (!lookUp(project.valueItems, id)) return refused.itemGone;
      if (patch.stakeholder !== undefined && !lookUp(project.stakeholders, patch.stakeholder))
        return refused.stakeholderGone;
      return patch.name?.trim() === '' ? en.commands.refused.noName : null;
    },
    apply(draft) {
      const row = lookUp(draft.valueItems, id);
      if (!row) return;
      patchRecord(row, withTrimmedName(patch));
      if (row.kind !== 'warranty') delete row.aspect;
    },
  };
}

/** Takes an entry away. */
export function deleteValueItem({ id }: { readonly id: string }): Command {
  return {
    name: 'value.delete',
    label: label.deleteItem,
    refuse: (project) => (lookUp(project.valueItems, id) ? null : refused.itemGone),
    apply(draft) {
      delete draft.valueItems[id];
    },
  };
}

/** Puts an entry right after another one, first where that is null, among the entries of its stakeholder. */
export function moveValueItem({
  id,
  after,
}: {
  readonly id: string;
  readonly after: string | null;
}): Command {
  return {
    name: 'value.move',
    label: label.moveItem,
    refuse: (project) =>
      lookUp(project.valueItems, id) && (after === null || lookUp(project.valueItems, after))
        ? null
        : refused.itemGone,
    apply(draft) {
      const row = lookUp(draft.valueItems, id);
      if (!row) return;
      const orders = Object.values(draft.valueItems).map(({ order }) => order);
      row.order = after === null ? Math.min(...orders) - 1 : orderAfter(draft.valueItems, after);
    },
  };
}

function refuseLink(project: Project, { id, steps }: LinkChange): string | null {
  if (!lookUp(project.valueItems, id)) return refused.itemGone;
  return steps.some((step) => lookUp(project.nodes, step)) ? null : en.commands.refused.nodeGone;
}

interface LinkChange {
  readonly id: string;
  readonly steps: readonly string[];
}

/** Says of steps that they bring an entry, or are burdened by it. */
export function linkSteps(change: LinkChange): Command {
  return {
    name: 'value.link',
    label: label.linkSteps(change.steps.length),
    refuse: (project) => refuseLink(project, change),
    apply(draft) {
      const row = lookUp(draft.valueItems, change.id);
      if (!row) return;
      const steps = { ...row.steps };
      for (const step of change.steps)
        if (lookUp(draft.nodes, step) && !Object.hasOwn(steps, step))
          steps[step] = Math.max(0, ...Object.values(steps)) + 1;
      patchRecord(row, { steps });
    },
  };
}

function dropSteps(row: Draft<ValueItem>, isGone: (step: string) => boolean): void {
  const left = Object.entries(row.steps ?? {}).filter(([step]) => !isGone(step));
  if (left.length === Object.keys(row.steps ?? {}).length) return;
  if (left.length === 0) delete row.steps;
  else row.steps = Object.fromEntries(left);
}

/** Ends such a link. */
export function unlinkStep({ id, step }: { readonly id: string; readonly step: string }): Command {
  return {
    name: 'value.unlink',
    label: label.unlinkStep,
    refuse: (project) => (lookUp(project.valueItems, id) ? null : refused.itemGone),
    apply(draft) {
      const row = lookUp(draft.valueItems, id);
      if (row) dropSteps(row, (each) => each === step);
    },
  };
}

/** Ends the links to steps that are gone. */
export function forgetSteps(draft: ProjectDraft, gone: ReadonlySet<string>): void {
  for (const row of Object.values(draft.valueItems)) dropSteps(row, (step) => gone.has(step));
}

/** Links the copies of steps as the steps are linked; `ids` gives the id of the copy. */
export function copyStepLinks(draft: ProjectDraft, ids: ReadonlyMap<string, string>): void {
  for (const row of Object.values(draft.valueItems)) {
    const copies = Object.entries(row.steps ?? {}).flatMap(([step, order]) => {
      const copy = ids.get(step);
      return copy === undefined ? [] : [[copy, order] as const];
    });
    if (copies.length > 0) row.steps = { ...row.steps, ...Object.fromEntries(copies) };
  }
}

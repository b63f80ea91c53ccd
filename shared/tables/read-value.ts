import type { Project } from '../model/project';
import { stakeholderSchema, valueItemSchema } from '../model/workshop';
import { en } from '../text/en';
import { stakeholderColumns, valueColumns } from './columns';
import { idFor } from './names';
import { type CellContext, readFields, reject } from './read-cell';
import type { ReadNode } from './read-steps';
import type { RawTable } from './types';

const text = en.tables;

type Tables = Pick<Project, 'stakeholders' | 'valueItems'>;

/** The ids of the steps that a cell names; null where one of them is in no row. */
function stepsIn(names: readonly string[], nodes: readonly ReadNode[]): Record<string, number> | null {
  const found = names.map((name) => nodes.find(({ tableId, id }) => tableId === name || id === name)?.id);
  if (found.includes(undefined)) return null;
  return Object.fromEntries(found.flatMap((id, at) => (id === undefined ? [] : [[id, at + 1]])));
}

/** The stakeholders of a table and what the stream gives to each of them and takes. */
export function readValue(
  table: RawTable,
  stream: string,
  nodes: readonly ReadNode[],
  context: CellContext,
): Tables {
  const tables: Tables = { stakeholders: {}, valueItems: {} };
  const byId = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const [at, row] of (table.stakeholders ?? []).entries()) {
    const checked = stakeholderSchema.safeParse({
      ...readFields(row, stakeholderColumns, context),
      name: row.cells.get('name')?.text ?? row.cells.get('id')?.text,
      stream,
      order: at + 1,
    });
    const tableId = row.cells.get('id')?.text.trim() ?? '';
    if (!checked.success) {
      reject(row, 'name', text.noName, context.errors);
      continue;
    }
    const id = idFor(tableId, tables.stakeholders, context.makeId);
    tables.stakeholders[id] = checked.data;
    byId.set(tableId, id);
    byName.set(checked.data.name, id);
  }
  for (const [at, row] of (table.valueItems ?? []).entries()) {
    const who = row.cells.get('stakeholder')?.text.trim() ?? '';
    const stakeholder = byId.get(who) ?? byName.get(who);
    const listed = row.cells.get('steps')?.list ?? row.cells.get('steps')?.text.split(';') ?? [];
    const steps = stepsIn(
      listed.map((each) => each.trim()).filter((each) => each !== ''),
      nodes,
    );
    const fields = { ...readFields(row, valueColumns, context), name: row.cells.get('name')?.text ?? '' };
    const checked = valueItemSchema.safeParse({ ...fields, stakeholder, order: at + 1 });
    if (stakeholder === undefined) reject(row, 'stakeholder', text.noStakeholder, context.errors);
    else if (steps === null) reject(row, 'steps', text.noSuchStep, context.errors);
    else if (!checked.success) reject(row, 'kind', text.notARow, context.errors);
    else
      tables.valueItems[context.makeId()] =
        Object.keys(steps).length === 0 ? checked.data : { ...checked.data, steps };
  }
  return tables;
}

import type { Project } from '../../shared/model/project';
import { writeTable } from '../../shared/tables/write-table';

interface Table {
  readonly stream: object;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly steps: readonly { readonly id: string; readonly name: string; readonly role?: string }[];
  readonly flows: readonly { readonly from: string; readonly to: string }[];
}

/** The step table of a map with its nodes called by their place and its roles by their name, so that two maps can be compared. Throws where the map is gone. */
export function tableOf(
  project: Project,
  map: string,
): Omit<Table, 'steps' | 'flows'> & {
  readonly steps: readonly object[];
  readonly flows: readonly object[];
} {
  const { stream, roles, steps, flows } = JSON.parse(writeTable(project, map, 'json') ?? '') as Table;
  const place = (id: string): number => steps.findIndex((step) => step.id === id);
  const roleName = (id: string | undefined): string | null =>
    roles.find((role) => role.id === id)?.name ?? null;
  return {
    stream,
    roles: roles.map((role) => ({ ...role, id: '' })),
    steps: steps.map((step, at) => ({ ...step, id: at, role: roleName(step.role) })),
    flows: flows.map((flow) => ({ ...flow, from: place(flow.from), to: place(flow.to) })),
  };
}

/** The same without who said each number and when, for tables that have no column for that. */
export function tableWithoutWho(project: Project, map: string): unknown {
  const { steps, flows, ...rest } = tableOf(project, map);
  const plain = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'provenance'));
  return { ...rest, steps: steps.map(plain), flows: flows.map(plain) };
}

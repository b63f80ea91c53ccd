import { findActivity, findPractice } from '../catalogue/packs';
import type { FrameworkPack } from '../catalogue/types';
import type { MapNode, Project } from '../model/project';
import type { Quantity } from '../model/quantity';
import { listOf, lookUp, membersOf, type WithId } from '../model/queries';
import { showDuration, writeQuantity, writeShareQuantity } from '../model/units-format';
import type { GridColumn, GridKind } from './columns';
import { type NextContext, writeExits } from './next-text';

/** What the texts of the cells of a map depend on. */
export interface GridContext extends NextContext {
  readonly project: Project;
  readonly pack: FrameworkPack;
}

type QuantityKind = Extract<GridKind, { readonly is: 'quantity' }>['of'];

function quantityText(of: QuantityKind, quantity: Quantity | undefined): string {
  if (quantity === undefined) return '';
  if (of === 'share') return writeShareQuantity(quantity);
  return writeQuantity(quantity, of === 'time' ? showDuration : String);
}

const named = (table: Project['systems'], members: MapNode['systems']): string =>
  membersOf(members)
    .map((id) => lookUp(table, id)?.name ?? '')
    .filter((name) => name !== '')
    .join('; ');

/** The text of a cell as it is shown, edited and copied; empty where nothing is known. Derived columns have none. */
export function cellText(node: WithId<MapNode>, { kind }: GridColumn, context: GridContext): string {
  const { pack, project } = context;
  switch (kind.is) {
    case 'text':
      return node[kind.field] ?? '';
    case 'quantity':
      return quantityText(kind.of, node[kind.field]);
    case 'choice':
      return node[kind.field] ?? '';
    case 'type':
      return node.type;
    case 'activity':
      return findActivity(pack, node.activity)?.name ?? node.activity ?? '';
    case 'practices':
      return membersOf(node.practices)
        .map((id) => findPractice(pack, id)?.name ?? id)
        .join('; ');
    case 'role':
      return lookUp(project.roles, node.role)?.name ?? '';
    case 'team':
      return node.team ?? '';
    case 'value':
      return node.value ?? '';
    case 'systems':
      return named(project.systems, node.systems);
    case 'next':
      return writeExits(node.id, context);
    case 'derived':
      return '';
  }
}

/** Names of the systems of a project. */
export function systemNames(project: Project): string[] {
  return listOf(project.systems).map(({ name }) => name);
}

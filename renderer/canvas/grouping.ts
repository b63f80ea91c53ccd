import {
  addGroup,
  dissolveGroup,
  foldGroup,
  groupableNodes,
  membersOfGroup,
} from '../../shared/commands/groups';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { selectedNodes } from '../actions/selection';
import { announce } from '../announce';
import { derivedNow } from '../derive';
import { makeId } from '../make-id';
import { dispatch, notify, select, useApp } from '../store';
import { makeAndName } from './naming';
import { viewControl } from './viewport';

const words = en.groups;

const project = () => useApp.getState().history.project;

const nameOf = (id: string): string => lookUp(project().groups, id)?.name || words.untitled;

/** The groups that are selected, themselves or by one of their steps. */
export function selectedGroups(): string[] {
  const { selection } = useApp.getState();
  const { groups, nodes } = project();
  const found = selection.flatMap((id) => (lookUp(groups, id) ? id : (lookUp(nodes, id)?.group ?? [])));
  return [...new Set(found)].filter((id) => lookUp(groups, id) !== undefined);
}

/** True where the selection has something that can be grouped. */
export function canGroup(): boolean {
  const ids = selectedNodes().map((node) => node.id);
  return groupableNodes(project(), ids).length > 0;
}

/** Puts the selected steps together and lets the name of the group be typed. */
export function groupSelection(): void {
  const from = selectedNodes().map((node) => node.id);
  makeAndName(addGroup({ ids: from, name: words.newName }, makeId), { isNamed: true, from });
}

/** Takes the selected groups apart; their steps stay selected. */
export function dissolveSelected(): void {
  for (const id of selectedGroups()) {
    const members = membersOfGroup(project(), id);
    if (dispatch(dissolveGroup({ id })) === null) select(members);
  }
}

/** Folds a group into one block, or shows its steps again. */
export function setFolded(id: string, isFolded: boolean): void {
  if (dispatch(foldGroup({ id, isFolded })) !== null) return;
  const members = membersOfGroup(project(), id);
  select(isFolded ? [id] : members);
  announce((isFolded ? words.folded : words.unfolded)(nameOf(id)));
  requestAnimationFrame(() => viewControl()?.focus(isFolded ? id : (members[0] ?? null)));
}

/** Folds the selected groups, or unfolds them where they are folded. */
export function toggleFolded(): void {
  for (const id of selectedGroups()) setFolded(id, lookUp(project().groups, id)?.isFolded !== true);
}

/** Shows only the inside of a group. */
export function lookInside(id: string): void {
  useApp.setState({ inside: id, selection: [], tool: { kind: 'select' } });
  notify(words.inside(nameOf(id)));
  requestAnimationFrame(() => {
    viewControl()?.open();
    viewControl()?.focus(derivedNow()?.shown.graph.nodes[0]?.id ?? null);
  });
}

/** Back to the whole map, with the group or its steps selected. */
export function leaveInside(): void {
  const { inside } = useApp.getState();
  if (inside === null) return;
  const isFolded = lookUp(project().groups, inside)?.isFolded === true;
  const ids = isFolded ? [inside] : membersOfGroup(project(), inside);
  useApp.setState({ inside: null, selection: ids, notice: null });
  requestAnimationFrame(() => {
    viewControl()?.open();
    viewControl()?.focus(ids[0] ?? null);
  });
}

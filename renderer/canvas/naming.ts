import type { MakingCommand, ProjectDraft } from '../../shared/commands/change';
import { renameGroup } from '../../shared/commands/groups';
import { renameNode } from '../../shared/commands/nodes';
import { lookUp } from '../../shared/model/queries';
import { dispatch, dispatchWhileTyping, select, useApp } from '../store';
import { viewControl } from './viewport';

/** Something that was just made and still waits for its name: making and naming it are one step of the history. */
interface Fresh {
  readonly id: string;
  readonly command: MakingCommand;
  /** Takes it back for good. */
  readonly takeBack: () => void;
  /** What is selected again where it is taken back; null where it then stays. */
  readonly from: readonly string[] | null;
}

let fresh: Fresh | null = null;

/** Makes something, selects it, and lets its name be typed; with `from`, Escape takes it back and selects that again. */
export function makeAndName(
  command: MakingCommand,
  options: { readonly isNamed: boolean; readonly from?: readonly string[] | null },
): boolean {
  const [made] = command.made;
  const isRefused = command.refuse(useApp.getState().history.project) !== null;
  const takeBack = isRefused ? null : dispatchWhileTyping(command);
  // Done once more where it was refused, so that the reason is shown.
  if (takeBack === null && dispatch(command) !== null) return false;
  if (made === undefined) return true;
  fresh = takeBack && options.isNamed ? { id: made, command, takeBack, from: options.from ?? null } : null;
  select([made]);
  requestAnimationFrame(() => viewControl()?.reveal(made));
  useApp.setState({ renaming: options.isNamed ? made : null });
  return true;
}

/** Stores a typed name: of something just made in the same step of the history as the making. Gives why it was refused, null where it was not. */
export function storeName(id: string, name: string): string | null {
  const { project } = useApp.getState().history;
  const isGroup = lookUp(project.groups, id) !== undefined;
  const known = (lookUp(project.groups, id) ?? lookUp(project.nodes, id))?.name;
  if (name.trim() === '' || name === known) return null;
  const rename = isGroup ? renameGroup({ id, name }) : renameNode({ id, name });
  if (fresh?.id !== id) return dispatch(rename);
  const { command, takeBack } = fresh;
  takeBack();
  fresh = null;
  const { nodes, groups } = useApp.getState().history.project;
  const isThere = (lookUp(nodes, id) ?? lookUp(groups, id)) !== undefined;
  const named = {
    ...command,
    apply(draft: ProjectDraft) {
      command.apply(draft);
      rename.apply(draft);
    },
  };
  const refused = dispatch(isThere ? rename : named);
  select([id]);
  return refused;
}

/** Leaves off naming: something just made goes again, where it was made from something else. */
export function leaveName(id: string): string {
  if (fresh?.id !== id || fresh.from === null) return id;
  const { takeBack, from } = fresh;
  fresh = null;
  takeBack();
  select(from);
  return from[0] ?? id;
}

/** The name is typed: what was made stays. */
export function endNaming(): void {
  fresh = null;
  useApp.setState({ renaming: null });
}

import { clipOf, duplicateNodes, pasteNodes, readClip } from '../../shared/commands/clipboard';
import { deleteNodes } from '../../shared/commands/delete-nodes';
import { deleteFlows } from '../../shared/commands/flows';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { selectedFlows, selectedNodes } from '../actions/selection';
import { derivedNow } from '../derive';
import { makeId } from '../make-id';
import { viewControl } from './viewport';
import { dispatch, notify, select, useApp } from '../store';

/** How far a copy stands from what it was copied of, pixels. */
const offset = { x: 24, y: 24 };

const ids = (): string[] => selectedNodes().map((node) => node.id);

/** Gives copies a place beside the places that are shown, also where the layout chose them. */
function shownPlaces(nodeIds: readonly string[]): Map<string, { x: number; y: number }> {
  const boxes = derivedNow()?.layout.boxes;
  return new Map(
    nodeIds.flatMap((id) => {
      const box = boxes?.get(id);
      return box ? [[id, { x: box.x + box.width / 2, y: box.y + box.height / 2 }] as const] : [];
    }),
  );
}

/** Puts the selected nodes, and the flows among them, on the clipboard: at once where a copy event brings it, so that a paste right after finds them. */
export function copySelection(clipboard?: DataTransfer | null): void {
  const clip = clipOf(useApp.getState().history.project, ids());
  const places = shownPlaces(Object.keys(clip.nodes));
  const nodes = Object.fromEntries(
    Object.entries(clip.nodes).map(([id, node]) => [
      id,
      { ...node, ...(places.has(id) && { position: places.get(id) }) },
    ]),
  );
  lastCopied = JSON.stringify({ ...clip, nodes });
  if (clipboard) {
    clipboard.setData('text/plain', lastCopied);
    return;
  }
  navigator.clipboard.writeText(lastCopied).catch(() => notify(en.dialogs.copyFailed, 'bad'));
}

/** Copies the selection and takes it off the map. */
export function cutSelection(clipboard?: DataTransfer | null): void {
  copySelection(clipboard);
  deleteSelection();
}

/** Pastes nodes; anything else on the clipboard is left alone. */
export function pasteText(text: string): boolean {
  const clip = readClip(text);
  if (!clip) return false;
  const command = pasteNodes({ map: useApp.getState().mapId, clip, by: offset }, makeId);
  if (dispatch(command) === null) select([...command.made]);
  return true;
}

/** What was copied last in this window: a page may not read the clipboard unless the user presses the paste keys. */
let lastCopied: string | null = null;

/** Pastes what was copied last in this window; used by the menu, where no paste event comes. */
export function pasteFromClipboard(): void {
  if (lastCopied !== null) pasteText(lastCopied);
}

/** True where the menu has something to paste. */
export function canPaste(): boolean {
  return lastCopied !== null;
}

/** Makes a copy of the selection beside it, also where the layout chose the places. */
export function duplicateSelection(): void {
  const { project } = useApp.getState().history;
  const chosen = ids();
  const places = shownPlaces(chosen);
  const placed = chosen.flatMap((id) => {
    const node = lookUp(project.nodes, id);
    const position = places.get(id);
    return node && position ? [[id, { ...node, position }] as const] : [];
  });
  const shown = { ...project, nodes: { ...project.nodes, ...Object.fromEntries(placed) } };
  const command = duplicateNodes({ project: shown, ids: chosen, by: offset }, makeId);
  if (dispatch(command) !== null) return;
  select([...command.made]);
  requestAnimationFrame(() => viewControl()?.focus(command.made[0] ?? null));
}

/** The node beside the given ones, along the flow: there one goes on when they are gone. */
function nodeBeside(gone: readonly string[]): string | null {
  const graph = derivedNow()?.graph;
  const before = gone.flatMap((id) => graph?.in.get(id)?.map((flow) => flow.from) ?? []);
  const after = gone.flatMap((id) => graph?.out.get(id)?.map((flow) => flow.to) ?? []);
  return [...before, ...after].find((id) => !gone.includes(id)) ?? null;
}

/** Takes the selection off the map; flows through a deleted step are joined. */
export function deleteSelection(): void {
  const nodes = ids();
  const flows = selectedFlows().map((flow) => flow.id);
  const next = nodeBeside(nodes);
  if (nodes.length === 0) {
    if (flows.length > 0) dispatch(deleteFlows({ ids: flows }));
  } else if (dispatch(deleteNodes({ ids: nodes }, makeId)) === null) {
    requestAnimationFrame(() => viewControl()?.focus(next));
  }
}

import { placeBlock } from '../../shared/commands/groups';
import { setNode } from '../../shared/commands/nodes';
import { together } from '../../shared/commands/together';
import { selectedNodes, shownNodes } from '../actions/selection';
import { derivedNow } from '../derive';
import { dispatch, useApp } from '../store';
import { viewControl } from './viewport';

/** How long nodes take to their new places, ms; a little more than the transition of the style sheet. */
const glideTime = 200;

/** Lets nodes glide to the places that they are given next, unless less motion is wanted. */
export function glide(): void {
  const stage = document.querySelector<HTMLElement>('[data-canvas]');
  if (!stage || document.documentElement.dataset['motion'] === 'reduced') return;
  stage.dataset['tidying'] = 'true';
  setTimeout(() => delete stage.dataset['tidying'], glideTime);
}

/** Lets the layout choose the places again: of the selected nodes, or of all. One command. */
export function tidy(): void {
  const chosen = selectedNodes().length > 1 ? selectedNodes() : shownNodes();
  const ids = chosen
    .filter((node) => node.position !== undefined && node.type !== 'note' && node.type !== 'burst')
    .map((node) => node.id);
  const blocks = Object.entries(useApp.getState().history.project.groups).filter(
    ([id, group]) => group.position !== undefined && derivedNow()?.shown.blocks.has(id) === true,
  );
  const commands = [
    ...(ids.length > 0 ? [setNode({ ids, patch: { position: undefined } })] : []),
    ...blocks.map(([id]) => placeBlock({ id, position: undefined })),
  ];
  const [first, ...others] = commands;
  if (!first) return;
  glide();
  if (dispatch(together(first, ...others)) !== null) return;
  requestAnimationFrame(() => viewControl()?.fit());
}

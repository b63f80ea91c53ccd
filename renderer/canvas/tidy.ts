import { setNode } from '../../shared/commands/nodes';
import { selectedNodes, shownNodes } from '../actions/selection';
import { dispatch } from '../store';
import { viewControl } from './viewport';

/** Lets the layout choose the places again: of the selected nodes, or of all. One command. */
export function tidy(): void {
  const chosen = selectedNodes().length > 1 ? selectedNodes() : shownNodes();
  const ids = chosen
    .filter((node) => node.position !== undefined && node.type !== 'note' && node.type !== 'burst')
    .map((node) => node.id);
  if (ids.length === 0 || dispatch(setNode({ ids, patch: { position: undefined } })) !== null) return;
  requestAnimationFrame(() => viewControl()?.fit());
}

import { lookUp } from '../../shared/model/queries';
import { viewControl } from '../canvas/viewport';
import { prefer, select, showPage, useApp } from '../store';

/** How many frames the canvas may take to stand there. */
const mostFrames = 90;

/** Shows the map and does something with it once its canvas stands there. */
export function onMap(run: () => void): void {
  showPage('map');
  const wait = (frames: number): void => {
    if (viewControl() !== null) run();
    else if (frames < mostFrames) requestAnimationFrame(() => wait(frames + 1));
  };
  requestAnimationFrame(() => wait(0));
}

/** Goes to steps or flows on the map: selected, in view, with their fields beside them. */
export function goToMap(ids: readonly string[]): void {
  const { nodes, flows } = useApp.getState().history.project;
  const there = ids.filter((id) => lookUp(nodes, id) ?? lookUp(flows, id));
  onMap(() => {
    const { panels } = useApp.getState().preferences;
    if (!panels.rightOpen) prefer({ panels: { ...panels, rightOpen: true } });
    select(there);
    if (there.length === 0) return;
    viewControl()?.show(there);
    const [first] = there;
    if (there.length === 1 && first !== undefined && lookUp(nodes, first)) viewControl()?.focus(first);
  });
}

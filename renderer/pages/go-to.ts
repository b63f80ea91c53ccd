import { flushSync } from 'react-dom';
import type { FindingRow } from '../../shared/analysis/present-findings';
import { lookUp } from '../../shared/model/queries';
import { viewControl } from '../canvas/viewport';
import { goToFinding } from '../panels/findings-walk';
import { prefer, select, showMap, showPage, useApp } from '../store';

/** How many frames the canvas may take to stand there. */
const mostFrames = 90;

/** Shows a map, the shown one unless said otherwise, and does something with it once its canvas stands there. */
export function onMap(run: () => void, map: string = useApp.getState().mapId): void {
  // What is selected next must be on the shown map.
  flushSync(() => {
    showPage('map');
    showMap(map);
  });
  const wait = (frames: number): void => {
    if (frames >= 2 && viewControl() !== null) run();
    else if (frames < mostFrames) requestAnimationFrame(() => wait(frames + 1));
  };
  wait(0);
}

/** Goes to elements of one map: that map is shown, they are selected and in view; the first gets the focus unless said otherwise. */
export function goToElements(
  ids: readonly string[],
  { isFocused = true, withFields = false }: { isFocused?: boolean; withFields?: boolean } = {},
): void {
  const { project } = useApp.getState().history;
  const mapOf = (id: string): string | undefined =>
    (lookUp(project.nodes, id) ?? lookUp(project.flows, id))?.map;
  const first = ids.find((id) => mapOf(id) !== undefined);
  const map = mapOf(first ?? '');
  if (first === undefined || map === undefined) return;
  const there = ids.filter((id) => mapOf(id) === map);
  const { panels } = useApp.getState().preferences;
  if (withFields && !panels.rightOpen) prefer({ panels: { ...panels, rightOpen: true } });
  onMap(() => {
    viewControl()?.show(there);
    if (isFocused && lookUp(project.nodes, first)) viewControl()?.focus(first);
    else if (isFocused) viewControl()?.focusCanvas();
  }, map);
  select(there);
}

/** Shows a map of the project. */
export function goToMap(map: string): void {
  onMap(() => viewControl()?.focusCanvas(), map);
}

/** Shows what a finding of the shown map is about. */
export function goToRow(row: FindingRow): void {
  onMap(() => goToFinding(row));
}

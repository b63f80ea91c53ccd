import { flushSync } from 'react-dom';
import type { FindingRow } from '../../shared/analysis/present-findings';
import { lookUp } from '../../shared/model/queries';
import { viewControl } from '../canvas/viewport';
import { goToFinding } from '../panels/findings-walk';
import { select, showMap, showPage, useApp } from '../store';

/** Does something once what was just shown stands on the screen. */
function afterDrawing(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}

/** Shows a map on its page; what must stand there before anything is selected on it. */
function openMap(map: string): void {
  flushSync(() => {
    showPage('map');
    showMap(map);
  });
}

/** Selects elements of one map, shows that map, and brings them into view; the first gets the focus where `isFocused`. */
export function goToElements(ids: readonly string[], isFocused = true): void {
  const { project } = useApp.getState().history;
  const [first] = ids;
  const map = (lookUp(project.nodes, first) ?? lookUp(project.flows, first))?.map;
  if (first === undefined || map === undefined) return;
  openMap(map);
  select(ids);
  afterDrawing(() => {
    viewControl()?.show(ids);
    if (isFocused && lookUp(project.nodes, first)) viewControl()?.focus(first);
    else if (isFocused) viewControl()?.focusCanvas();
  });
}

/** Shows a map of the project. */
export function goToMap(map: string): void {
  openMap(map);
  afterDrawing(() => viewControl()?.focusCanvas());
}

/** Shows what a finding of the shown map is about. */
export function goToRow(row: FindingRow): void {
  openMap(useApp.getState().mapId);
  afterDrawing(() => goToFinding(row));
}

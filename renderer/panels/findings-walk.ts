import type { FindingRow } from '../../shared/analysis/present-findings';
import { lookUp } from '../../shared/model/queries';
import { announce } from '../announce';
import { viewControl } from '../canvas/viewport';
import { derivedNow } from '../derive';
import { prefer, select, useApp } from '../store';
import { listedFindings, useFindingsView, viewFindings } from './findings-view';

/** Selects what a finding is about, brings it into view and opens the inspector. */
export function goToFinding(row: Pick<FindingRow, 'key' | 'sentence' | 'where'>): void {
  viewFindings({ current: row.key });
  const { project } = useApp.getState().history;
  const ids = row.where.ids.filter((id) => lookUp(project.nodes, id) ?? lookUp(project.flows, id));
  const { panels } = useApp.getState().preferences;
  if (!panels.rightOpen) prefer({ panels: { ...panels, rightOpen: true } });
  select(ids);
  if (ids.length > 0) viewControl()?.show(ids);
  announce(row.sentence);
}

/** Opens the list of findings. */
export function showFindings(): void {
  const { panels } = useApp.getState().preferences;
  useApp.setState({ bottomTab: 'problems', isBottomUnfolded: true });
  if (!panels.bottomOpen) prefer({ panels: { ...panels, bottomOpen: true } });
}

/** Goes to the next finding of the list as it is filtered and arranged, round and round. */
export function nextFinding(step: 1 | -1): void {
  const derived = derivedNow();
  const rows = derived ? listedFindings(derived).rows : [];
  const { current } = useFindingsView.getState();
  if (rows.length === 0) return;
  useApp.setState({ bottomTab: 'problems' });
  const at = rows.findIndex((row) => row.key === current);
  const next = rows[(at + step + rows.length) % rows.length] ?? rows[0];
  if (next) goToFinding(next);
}

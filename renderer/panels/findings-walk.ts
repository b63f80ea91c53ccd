import { flushSync } from 'react-dom';
import type { FindingRow } from '../../shared/analysis/present-findings';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { viewControl } from '../canvas/viewport';
import { derivedNow } from '../derive';
import { focusFindings, forgetFinding } from '../shell/panes';
import { openBottom } from '../shell/use-room';
import { prefer, select, useApp } from '../store';
import { listedFindings, useFindingsView, viewFindings } from './findings-view';

/** Selects what a finding is about, brings it into view and opens the inspector; where that is the whole map, shows all of it. */
export function goToFinding(row: Pick<FindingRow, 'key' | 'sentence' | 'where'>): void {
  viewFindings({ current: row.key });
  const { project } = useApp.getState().history;
  const isWholeMap = row.where.name === en.findings.wholeMap;
  const ids = (isWholeMap ? [] : row.where.ids).filter(
    (id) => lookUp(project.nodes, id) ?? lookUp(project.flows, id),
  );
  const { panels } = useApp.getState().preferences;
  // The panels take their room before the view moves.
  flushSync(() => {
    if (!panels.rightOpen) prefer({ panels: { ...panels, rightOpen: true } });
    select(ids);
  });
  if (isWholeMap) viewControl()?.fit();
  else if (ids.length > 0) viewControl()?.show(ids);
  announce(row.sentence);
}

function openFindings(): void {
  useApp.setState({ bottomTab: 'problems' });
  openBottom(true);
}

/** Opens the list of findings and puts the focus into it. */
export function showFindings(): void {
  // The list must stand there before it can be given the focus.
  flushSync(openFindings);
  focusFindings();
}

/** Goes to the next finding of the list as it is filtered and arranged, round and round. */
export function nextFinding(step: 1 | -1): void {
  const derived = derivedNow();
  const rows = derived ? listedFindings(derived).rows : [];
  const { current } = useFindingsView.getState();
  if (rows.length === 0) return;
  openFindings();
  const at = rows.findIndex((row) => row.key === current);
  const next = rows[(at + step + rows.length) % rows.length] ?? rows[0];
  if (!next) return;
  goToFinding(next);
  forgetFinding();
}

import type { FixPlan } from '../../shared/analysis/plan-fix';
import type { FindingRow } from '../../shared/analysis/present-findings';
import { allRules } from '../../shared/analysis/all-rules';
import type { AnalysisRule, RemedyPlace } from '../../shared/analysis/rule';
import { addImprovement } from '../../shared/commands/improvements';
import { lookUp } from '../../shared/model/queries';
import { ideaOf } from '../../shared/plan/idea-of-finding';
import { fixesText } from '../../shared/text/fixes';
import { derivedNow } from '../derive';
import { makeId } from '../make-id';
import { openImprovement } from '../pages/plan/plan-state';
import { goToFinding } from '../panels/findings-walk';
import { dispatch, notify, prefer, select, showMap, showPage, undoLast, useApp } from '../store';

const byId = new Map(allRules.map((rule) => [rule.id, rule]));

/** The rule of a finding; undefined where a newer program found it. */
export function ruleOf(row: Pick<FindingRow, 'rule'>): AnalysisRule | undefined {
  return byId.get(row.rule);
}

function showMapFields(): void {
  const { panels } = useApp.getState().preferences;
  if (!panels.rightOpen) prefer({ panels: { ...panels, rightOpen: true } });
  select([]);
}

/** Opens the page on which a remedy is carried out by hand. */
function openPlace(place: RemedyPlace, row: FindingRow): void {
  if (place === 'charter') showPage('charter');
  else if (place === 'improvements') showPage('plan');
  else if (place === 'roles') useApp.setState({ dialog: { kind: place } });
  else if (place === 'classify') {
    const { project } = useApp.getState().history;
    const ids = row.where.ids.filter((id) => lookUp(project.nodes, id)?.type === 'step');
    useApp.setState({ dialog: { kind: 'classify', ids } });
  } else if (place === 'calendar') showMapFields();
  else goToFinding(row);
}

/** Puts an idea into the improvements of the stream, at the step that the finding is about, as the answer to it. */
export function keepIdea(row: FindingRow, name: string): void {
  const graph = derivedNow()?.graph;
  if (!graph) return;
  const { project } = useApp.getState().history;
  const command = addImprovement(ideaOf(project, graph.stream.id, row, name), makeId);
  if (dispatch(command) !== null) return;
  notify(fixesText.improvementAdded(name), 'plain', {
    title: fixesText.improvements.show,
    run: () => {
      openImprovement(command.made[0] ?? '');
      showPage('plan');
    },
  });
}

/** Does a fix that was looked at, shows the map that it changed, and offers to take it back. */
export function applyFix(plan: FixPlan): void {
  const from = useApp.getState().mapId;
  if (dispatch(plan.command) !== null) return;
  useApp.setState({ dialog: null });
  showMap(plan.map);
  const name = lookUp(useApp.getState().history.project.maps, plan.map)?.name ?? '';
  const { dialog } = fixesText;
  notify(plan.map === from ? dialog.put(plan.label) : dialog.applied(plan.label, name), 'plain', {
    title: dialog.undo,
    run: () => {
      undoLast();
      showMap(from);
    },
  });
}

/** Carries out a remedy of a finding: shows what it would change, keeps the idea, or opens the page for it. */
export function takeRemedy(row: FindingRow, index: number): void {
  const suggestion = ruleOf(row)?.suggest[index];
  if (suggestion === undefined) return;
  if (suggestion.kind === 'task') keepIdea(row, suggestion.label);
  else if (suggestion.kind === 'open') openPlace(suggestion.place, row);
  else useApp.setState({ dialog: { kind: 'fix', key: row.key, index } });
}

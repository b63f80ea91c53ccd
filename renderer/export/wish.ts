import type { ExportChoices, ExportTarget, ScopeKind } from '../../shared/export/choices';
import type { ExportFormat, ExportScope, ExportWish } from '../../shared/export/formats';
import { sectionsInOrder } from '../../shared/export/section-order';
import { lookUp } from '../../shared/model/queries';
import type { AppState } from '../app-state';
import { prefer, useApp } from '../store';
import { purposeOf, type ScopeChoice, scopesNow } from './scopes';

/** Changes choices of the export, and remembers them on this computer. */
export function choose(change: Partial<ExportChoices>): void {
  const { exports } = useApp.getState().preferences;
  prefer({ exports: { ...exports, ...change } });
}

/** True where the choices make a report. */
export function isReport({ target, print }: ExportChoices): boolean {
  return purposeOf(target, print) === 'report';
}

/** The scope that was chosen last of those that can be exported now. */
export function scopeNow(state: AppState, choices: ExportChoices): ScopeChoice {
  const purpose = purposeOf(choices.target, choices.print);
  const offered = scopesNow(state, purpose);
  const wanted: ScopeKind = purpose === 'report' ? choices.reportScope : choices.scope;
  const found = offered.find(({ kind }) => kind === wanted) ?? offered[0];
  return found ?? { kind: 'map', scope: { kind: 'map', map: state.mapId }, name: '' };
}

/** The paper that the choices are put on. */
export function sheetOf(choices: ExportChoices): Pick<ExportWish, 'paper' | 'orientation'> {
  const { paper, orientation, sheetOrientation } = choices;
  return { paper, orientation: isReport(choices) ? orientation : sheetOrientation };
}

/** Lanes as the canvas shows them; those that each map was given where several are told of. */
function lanesFor({ history, preferences }: AppState, scope: ExportScope): ExportWish['lanes'] {
  if (scope.kind !== 'map' && scope.kind !== 'selection') return null;
  return lookUp(history.project.maps, scope.map)?.lanes === undefined ? preferences.lanes : null;
}

/** The format whose content a target shows: sheets for a printer show a drawing or a report. */
function formatOf(target: ExportTarget, print: ExportChoices['print']): ExportFormat {
  return target === 'print' ? (print === 'report' ? 'report-pdf' : 'svg') : target;
}

/** What is asked for with these choices; `today` is the ISO date that the file shows. */
export function wishNow(state: AppState, choices: ExportChoices, today: string): ExportWish {
  const { target, print, theme, ladder, scale, fonts, pages, table, off } = choices;
  const { scope } = scopeNow(state, choices);
  return {
    format: formatOf(target, print),
    scope,
    lanes: lanesFor(state, scope),
    theme: target === 'print' ? 'light' : theme,
    ladder,
    scale,
    fonts,
    ...sheetOf(choices),
    pages,
    sections: sectionsInOrder(choices.sections).filter((name) => !off.includes(name)),
    // Only a CSV file is one table that was chosen; cells of a workbook are those of its steps.
    table: target === 'csv' ? table : 'steps',
    today,
  };
}

import { create } from 'zustand';
import {
  type FindingsView,
  plainView,
  type ShownFindings,
  shownFindings,
} from '../../shared/analysis/shown-findings';
import { type Derived, useDerived } from '../derive';

interface ViewState extends FindingsView {
  /** Key of the row whose details are open. */
  readonly unfolded: string | null;
  /** Key of the row that was gone to last, by a click or by F8. */
  readonly current: string | null;
}

/** What of the findings is looked at; kept while the window lives, never stored. */
export const useFindingsView = create<ViewState>()(() => ({ ...plainView, unfolded: null, current: null }));

/** Changes what of the findings is looked at. */
export function viewFindings(change: Partial<ViewState>): void {
  useFindingsView.setState(change);
}

let last: { derived: Derived; view: ViewState; shown: ShownFindings } | null = null;

/** The findings as they are listed now, computed once for each state. */
export function listedFindings(derived: Derived): ShownFindings {
  const view = useFindingsView.getState();
  if (last?.derived !== derived || last.view !== view)
    last = { derived, view, shown: shownFindings(derived.presented.rows, view) };
  return last.shown;
}

/** The same, for components. */
export function useListedFindings(): ShownFindings | null {
  const derived = useDerived();
  useFindingsView();
  return derived && listedFindings(derived);
}

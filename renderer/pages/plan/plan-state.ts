import { create } from 'zustand';

export type PlanTab = 'register' | 'grid' | 'threads' | 'a3';
export type PlanFilter = 'all' | 'open' | 'overdue' | 'done';
export type PlanSort = 'name' | 'where' | 'owner' | 'due' | 'status' | 'gain';

interface PlanState {
  readonly tab: PlanTab;
  readonly filter: PlanFilter;
  readonly searched: string;
  /** Null for the order in which the ideas came. */
  readonly sort: { readonly by: PlanSort; readonly isDown: boolean } | null;
  /** The improvement whose details are open. */
  readonly open: string | null;
  /** The new improvement whose name is typed next. */
  readonly naming: string | null;
}

/** How the plan is looked at. */
export const usePlan = create<PlanState>()(() => ({
  tab: 'register',
  filter: 'all',
  searched: '',
  sort: null,
  open: null,
  naming: null,
}));

/** Shows a new improvement in the register, with the caret in its name. */
export function nameImprovement(id: string): void {
  openImprovement(id);
  usePlan.setState({ naming: id });
}

/** Shows an improvement in the register with its details. */
export function openImprovement(id: string): void {
  usePlan.setState({ tab: 'register', open: id, filter: 'all', searched: '' });
}

import { create } from 'zustand';

/** What is being typed in the outline: a name, the end of a new flow, a share or a label. */
export interface OutlineEdit {
  readonly kind: 'rename' | 'connect' | 'share' | 'label';
  readonly id: string;
}

interface OutlineState {
  /** The row that keys act on; null before the outline was entered. */
  readonly current: string | null;
  /** The flow that keys act on in the list of flows. */
  readonly flow: string | null;
  /** Branching nodes whose branches are folded. */
  readonly folded: ReadonlySet<string>;
  readonly edit: OutlineEdit | null;
}

/** Where one is in the outline; kept while the window lives, never stored. */
export const useOutline = create<OutlineState>()(() => ({
  current: null,
  flow: null,
  folded: new Set(),
  edit: null,
}));

/** Lets something be typed in the outline; null ends it. */
export function editInOutline(edit: OutlineEdit | null): void {
  useOutline.setState({ edit });
}

/** Folds or unfolds the branches of a node. */
export function foldBranches(id: string, isFolded: boolean): void {
  const folded = new Set(useOutline.getState().folded);
  if (isFolded) folded.add(id);
  else folded.delete(id);
  useOutline.setState({ folded });
}

/** Puts the focus on a row of the outline once it is drawn. */
export function focusInOutline(id: string | null): void {
  if (id === null) return;
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-outline="${CSS.escape(id)}"]`)?.focus(),
  );
}

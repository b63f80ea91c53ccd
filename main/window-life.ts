import type { WorkOrigin } from './kept-work';

/** A copy of lost work in a window: the file that the work began from, and the name that the page gives the copy. */
export interface RestoredCopy extends WorkOrigin {
  readonly name: string;
}

/** What becomes of a window whose page stops working. */
export interface WindowLife {
  /** The copy that this window was given; it means the window's work only while that has its name. */
  copy: RestoredCopy | null;
  /** Token of the lost work that the page shows again when it starts. */
  returning: string | null;
  /** When the page was last loaded again, ms of the wall clock; null for the first page. */
  loadedAgainAt: number | null;
  /** True where the page stopped again so soon that its work is offered rather than shown. */
  hasStoppedAgain: boolean;
  /** True while there is no page that works. */
  isBroken: boolean;
}

/** A window whose first page is to come. */
export function newLife(): WindowLife {
  return { copy: null, returning: null, loadedAgainAt: null, hasStoppedAgain: false, isBroken: false };
}

/** The copy of lost work that a window shows under this name, or null. */
export function copyIn({ life }: { readonly life: WindowLife }, name: string): RestoredCopy | null {
  return life.copy?.name === name ? life.copy : null;
}

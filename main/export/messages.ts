import type { RuleSettings } from '../../shared/analysis/rule-settings';
import type { ExportWish } from '../../shared/export/formats';

/** What a thread is to make. */
export interface ExportJob {
  /** A project, as its file holds it. */
  readonly text: string;
  readonly wish: ExportWish;
  /** How rules judge on this computer. */
  readonly rules: RuleSettings['application'];
}

export type ExportOutcome =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'cancelled' }
  /** The reason in a sentence. */
  | { readonly kind: 'failed'; readonly sentence: string };

/** What a thread tells while it works, and at its end. */
export type ExportMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly doing: string }
  | ExportOutcome;

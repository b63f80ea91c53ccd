import type { VersionCopy } from './history';
import type { ImportOutcome, ReadForeign } from '../import/types';
import type { AnalysisSettings, Preferences } from './preferences';
import type { RestoredWork } from './recovery';
import type { Told } from './told';

/** A document as the page gets it: its text, and the token to save it again. */
export interface OpenedDocument {
  readonly document: string;
  readonly name: string;
  readonly text: string;
  readonly isReadOnly: boolean;
}

/** A file that is no sound map, with what of it could be saved. */
export interface DamagedFile {
  readonly name: string;
  /** What is wrong with it, and where. */
  readonly problem: string;
  /** What of it could be saved, null where that is nothing. */
  readonly saved: {
    readonly text: string;
    /** True where that is exactly what was once saved. */
    readonly isWhole: boolean;
    /** What was lost, put right or is doubtful, a sentence each. */
    readonly remarks: readonly string[];
  } | null;
  /** The newest sound version of that file that was kept here; `keptAt` is an ISO date and time where it is known. */
  readonly lastGood: { readonly text: string; readonly keptAt: string | null } | null;
}

export type OpenResult =
  | ({ readonly kind: 'opened' } & OpenedDocument)
  /** Another window shows that file, or shows it now; it was brought to the front. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'damaged' } & DamagedFile)
  | { readonly kind: 'failed'; readonly sentence: string };

export type SaveResult =
  /** The work is saved. `remark` is a sentence to know of, `warning` one that asks for something to be done. */
  | {
      readonly kind: 'saved';
      readonly document: string;
      readonly name: string;
      readonly remark?: string;
      readonly warning?: string;
    }
  | { readonly kind: 'cancelled' }
  /** The file on disk is not the one that was opened; `seen` is what is there. Nothing was written. */
  | { readonly kind: 'conflict'; readonly seen: Told }
  /** `isFinal`: trying again can only fail again. */
  | { readonly kind: 'failed'; readonly sentence: string; readonly isFinal?: true };

export type ExportResult =
  /** `file` is the token by which the page can have it shown in its folder. */
  | { readonly kind: 'saved'; readonly name: string; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly sentence: string };

type NotDone = Exclude<ExportResult, { kind: 'saved' }>;
export type MadeResult = { readonly kind: 'made'; readonly bytes: Uint8Array } | NotDone;
export type PrintResult = { readonly kind: 'printed' } | NotDone;

/** What was read from a file of another tool; a project crosses as text. */
export type ForeignOutcome =
  | (Omit<ReadForeign, 'project'> & { readonly text: string })
  | Extract<ImportOutcome, { kind: 'cells' | 'errors' }>;

export type ImportResult =
  | { readonly kind: 'foreign'; readonly name: string; readonly outcome: ForeignOutcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface RecentFile {
  readonly token: string;
  readonly name: string;
  /** The folder, shortened for reading. */
  readonly folder: string;
  /** ISO date and time of the last opening or saving here. */
  readonly usedAt: string;
  readonly exists: boolean;
}

export interface AppStart {
  /** A version that this window was opened for, as new work without a file. */
  readonly copy: VersionCopy | null;
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** Today where the user is, `2026-11-21`. */
  readonly today: string;
  readonly preferences: Preferences;
  readonly analysis: AnalysisSettings;
  /** What this window was opened for: a file, or the start screen. */
  readonly opened: OpenResult | null;
  /** The work that this window showed when it stopped working. */
  readonly returned: RestoredWork | null;
  /** True where it stopped again right after its work was shown, which is why it is not shown now. */
  readonly hasStoppedAgain: boolean;
  /** False where settings, history and safety copies last only until the app ends. */
  readonly hasProfile: boolean;
}

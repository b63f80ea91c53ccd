import { z } from 'zod';

/** So many names of a work are gone back at most. */
const mostNames = 50;

/** The arguments of the calls about kept versions. `token` is that of the contract; `back` is how many names the work is gone back, none unless told. */
export function historySchemas<Token extends z.ZodType<string>>(token: Token) {
  const back = z.number().int().min(0).max(mostNames).optional();
  const version = z.strictObject({ document: token, version: z.number().int().positive(), back });
  return {
    'history:list': z.tuple([z.strictObject({ document: token, back })]),
    'history:read': z.tuple([version]),
    'history:open-copy': z.tuple([version]),
    'history:forget-all': z.tuple([]),
  } as const;
}

/** A version of a document as it is listed. */
export interface KeptVersionInfo {
  readonly version: number;
  /** ISO date and time; null where it is not known any more. */
  readonly keptAt: string | null;
  /** Bytes. */
  readonly size: number;
  /** Saved here, found when the file was opened, or about to be replaced. */
  readonly why: 'saved' | 'opened' | 'replaced';
  /** False where it is damaged or gone from the disk. */
  readonly isThere: boolean;
}

export type HistoryResult =
  | {
      readonly kind: 'listed';
      /** The name of the file whose versions these are. */
      readonly name: string;
      /** The name under which the versions before these are kept; null where there are none. */
      readonly earlier: string | null;
      /** The newest first. */
      readonly versions: readonly KeptVersionInfo[];
      /** True where the list was damaged and was made again from the files: times are not known. */
      readonly isRebuilt: boolean;
    }
  | { readonly kind: 'failed'; readonly sentence: string };

export type VersionResult =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'failed'; readonly sentence: string };

/** A version for a window of its own, as new work without a file. */
export interface VersionCopy {
  readonly name: string;
  readonly text: string;
}

/** What each channel about versions answers. */
export interface HistoryAnswers {
  'history:list': HistoryResult;
  'history:read': VersionResult;
  /** The copy is shown in a window of its own. */
  'history:open-copy': { readonly kind: 'elsewhere' } | Extract<VersionResult, { kind: 'failed' }>;
  /** False where the disk refused. */
  'history:forget-all': boolean;
}

/** News of this kind. */
export interface HistoryEvents {
  /** What this window just saved is in its file, and no version of it could be kept. */
  'history:trouble': null;
}

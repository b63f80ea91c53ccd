import { z } from 'zod';
import type { OpenResult, SaveResult } from './results';
import type { Told } from './told';

interface About {
  /** Token of the file that the news is about. */
  readonly document: string;
  /** The name of the file without its folder. */
  readonly name: string;
  /** When it was noticed, ISO date and time. */
  readonly at: string;
}

/** What others did to the file of a window; `same`: nothing, or it is over. */
export type OutsideNews = About &
  /** `byItself`: others put it back, rather than a way out that was taken here. */
  (
    | { readonly kind: 'same'; readonly byItself: boolean }
    | { readonly kind: 'deleted' | 'not-a-file' | 'unreachable' }
    | { readonly kind: 'changed'; readonly seen: Told }
    /** The file has another name in its folder; where it is not certain, it may be a copy. */
    | { readonly kind: 'moved'; readonly newName: string; readonly isCertain: boolean }
  );

/** Another Streamwright on this computer shows the same file since then (ISO date and time); null: none does any more. */
export interface AlsoOpenNews {
  readonly document: string;
  readonly since: string | null;
}

/** The version on the disk, to be compared or chosen. */
export type TheirsResult =
  | { readonly kind: 'theirs'; readonly name: string; readonly text: string; readonly seen: Told }
  | { readonly kind: 'failed'; readonly sentence: string };

/** The file is followed to its new name, or it cannot be. */
export type FollowResult =
  | { readonly kind: 'following'; readonly document: string; readonly name: string }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Calls about what others do to the file of a window; `documentText` and `token` are those of the contract. */
export const outsideSchemas = <T extends z.ZodType<string>, D extends z.ZodType<string>>(
  documentText: T,
  token: D,
) =>
  ({
    'outside:look': z.tuple([z.strictObject({ document: token })]),
    'outside:theirs': z.tuple([z.strictObject({ document: token })]),
    /** `text` is what the window shows. */
    'outside:adopt': z.tuple([z.strictObject({ document: token, text: documentText })]),
    /** `mine` is the unsaved work that makes room; null where there is none. */
    'outside:take': z.tuple([z.strictObject({ document: token, mine: documentText.nullable() })]),
    'outside:keep-both': z.tuple([z.strictObject({ document: token, text: documentText })]),
    'outside:follow': z.tuple([z.strictObject({ document: token })]),
  }) as const;

/** What these calls answer. */
export interface OutsideAnswers {
  /** Looks at the disk now and tells again what is there. */
  'outside:look': null;
  'outside:theirs': TheirsResult;
  /** Whether the file now holds what the window shows; if so, that is the version that the window knows from then on. */
  'outside:adopt': { readonly isSame: boolean };
  'outside:take': OpenResult;
  /** Writes the work of the window beside the file, under a new name that is then its file. */
  'outside:keep-both': SaveResult;
  'outside:follow': FollowResult;
}

/** News of this kind. */
export interface OutsideEvents {
  'document:outside': OutsideNews;
  'document:also-open': AlsoOpenNews;
}

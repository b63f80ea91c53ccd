import { z } from 'zod';
import type { OpenResult, SaveResult } from './results';
import { type Told, toldSchema } from './told';

interface About {
  /** Token of the file that the news is about. */
  readonly document: string;
  /** The name of the file without its folder. */
  readonly name: string;
  /** When it was noticed, ISO date and time. */
  readonly at: string;
}

/** How a file is as the window knows it: all along or by a way out that was taken here, or others put it back; then the disk may not have confirmed it. */
export type HowSame = 'known' | 'back' | 'back-unconfirmed';

/** What others did to the file of a window; `same`: nothing, or it is over. */
export type OutsideNews = About &
  (
    | { readonly kind: 'same'; readonly how: HowSame }
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

/** Whether the file now holds what the window shows; if so, that is the version that the window knows from then on, and saved only where the disk has confirmed it. */
export interface Adopted {
  readonly kind: 'same' | 'same-unconfirmed' | 'other';
}

/** The file is not what was looked at any more; nothing was taken. */
interface ChangedOnceMore {
  readonly kind: 'changed-once-more';
}

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
    /** `mine` is the unsaved work that makes room; null where there is none. `seen` is the version that was looked at and wanted; null where any is. */
    'outside:take': z.tuple([
      z.strictObject({ document: token, mine: documentText.nullable(), seen: toldSchema.nullable() }),
    ]),
    'outside:keep-both': z.tuple([z.strictObject({ document: token, text: documentText })]),
    'outside:follow': z.tuple([z.strictObject({ document: token })]),
  }) as const;

/** What these calls answer. */
export interface OutsideAnswers {
  /** Looks at the disk now and tells again what is there. */
  'outside:look': null;
  'outside:theirs': TheirsResult;
  'outside:adopt': Adopted;
  'outside:take': OpenResult | ChangedOnceMore;
  /** Writes the work of the window beside the file, under a new name that is then its file. */
  'outside:keep-both': SaveResult;
  'outside:follow': FollowResult;
}

/** News of this kind. */
export interface OutsideEvents {
  'document:outside': OutsideNews;
  'document:also-open': AlsoOpenNews;
}

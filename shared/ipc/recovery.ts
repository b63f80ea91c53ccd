import { z } from 'zod';
import type { TypedText } from '../file-format/replay';

/** Edits that are in no file; more than anybody makes. */
const edits = z.number().int().min(0).max(1_000_000_000);

/** The arguments of the calls about unsaved work. `documentText` and `token` are those of the contract. */
export function recoverySchemas<Text extends z.ZodType<string>, Token extends z.ZodType<string>>(
  documentText: Text,
  token: Token,
) {
  return {
    'recovery:list': z.tuple([]),
    /** Work that was lost on the file that this window shows. */
    'recovery:of': z.tuple([z.strictObject({ document: token })]),
    'recovery:keep': z.tuple([
      z.strictObject({
        title: z.string().max(4096),
        /** Counts on by one with each message, so that a missing one is noticed. */
        number: z.number().int().min(0),
        edits,
        map: z.string().max(64),
        content: z.discriminatedUnion('kind', [
          /** The whole project. */
          z.strictObject({ kind: z.literal('whole'), text: documentText }),
          /** What changed since the message before: a `KeptChange` as text. */
          z.strictObject({ kind: z.literal('change'), text: documentText }),
          /** What is being typed into a field, and not stored yet: a `KeptTyping` as text. */
          z.strictObject({ kind: z.literal('typed'), text: documentText }),
          /** What was being typed is gone, and nothing else is unsaved. */
          z.strictObject({ kind: z.literal('nothing') }),
        ]),
      }),
    ]),
    'recovery:restore': z.tuple([z.strictObject({ token })]),
    /** Both sides of a comparison: the kept work, and the file that it began from. */
    'recovery:compare': z.tuple([z.strictObject({ token })]),
    'recovery:discard': z.tuple([z.strictObject({ token })]),
  } as const;
}

/** What the main process says of work that it was given to keep. */
export interface KeepAnswer {
  /** True where the next message should be the whole project. */
  readonly wantsWhole: boolean;
  /** False where the disk refuses to keep it. */
  readonly isKept: boolean;
}

/** Work that lost its window, as it is offered. Times are ISO. */
export interface RecoverableWork {
  readonly token: string;
  readonly title: string;
  /** The file that it began from; null for work that was never saved. */
  readonly file: {
    readonly name: string;
    /** When that file was written as the work knew it; null where that is not known. */
    readonly savedAt: string | null;
    /** What became of it since. */
    readonly now: 'same' | 'changed' | 'gone' | 'unknown';
    /** When it was written last; null where it is gone or does not answer. */
    readonly changedAt: string | null;
  } | null;
  /** When the last edit was kept. */
  readonly keptAt: string;
  /** Why it cannot be opened, or null. */
  readonly problem: string | null;
  /** True where it cannot be opened by any version of the app. */
  readonly isDamaged: boolean;
  /** What is in it; null where it cannot be opened. */
  readonly content: {
    readonly steps: number;
    readonly maps: number;
    /** Edits since it was saved. */
    readonly edits: number;
    /** What was done last; null where that is not known. */
    readonly lastEdit: string | null;
    /** The field in which something was being typed; null where nothing was. */
    readonly typedIn: string | null;
    /** False where the last edits could not be read. */
    readonly isWhole: boolean;
    readonly picture: WorkPicture | null;
  } | null;
}

/** A small picture of a map: the view box and the boxes of its steps, as SVG path data. */
export interface WorkPicture {
  readonly view: string;
  readonly boxes: string;
  readonly flows: string;
}

/** Unsaved work for the page to show. */
export interface RestoredWork {
  readonly text: string;
  /** Name of the window without an extension. */
  readonly name: string;
  /** Token of the file that it still belongs to; null for a copy. */
  readonly document: string | null;
  readonly isReadOnly: boolean;
  /** True where it began from a file. */
  readonly isFromFile: boolean;
  /** The map that was shown; null where that is not known. */
  readonly map: string | null;
  /** ISO time of the last edit in it. */
  readonly keptAt: string;
  /** False where the last edits could not be read. */
  readonly isWhole: boolean;
  /** What was being typed into a field, and is not in the text. */
  readonly typed: TypedText | null;
}

export type RecoveryResult =
  | { readonly kind: 'restored'; readonly work: RestoredWork }
  | { readonly kind: 'failed'; readonly sentence: string };

export type RecoveryComparison =
  | {
      readonly kind: 'both';
      readonly kept: { readonly name: string; readonly text: string };
      readonly file: { readonly name: string; readonly text: string };
    }
  | { readonly kind: 'failed'; readonly sentence: string };

/** What each channel about unsaved work answers. */
export interface RecoveryAnswers {
  'recovery:list': readonly RecoverableWork[];
  'recovery:of': readonly RecoverableWork[];
  'recovery:keep': KeepAnswer;
  'recovery:restore': RecoveryResult;
  'recovery:compare': RecoveryComparison;
  'recovery:discard': null;
}

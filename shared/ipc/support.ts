import { z } from 'zod';
import { errorNames, framePattern, mostFrames, saidKinds } from './error-facts';

/** Where in a page an error was met. */
export const pageTroubles = ['script', 'promise', 'drawing'] as const;

/** The longest information for support, characters. */
const longestInformation = 2_000_000;

/** Calls about support: what the app knows of itself, a text to save, and errors of the page. */
export const supportRequests = {
  'support:facts': z.tuple([]),
  'support:save': z.tuple([z.strictObject({ text: z.string().min(1).max(longestInformation) })]),
  'support:page-error': z.tuple([
    z.strictObject({
      where: z.enum(pageTroubles),
      error: z.enum(errorNames),
      said: z.enum(saidKinds),
      frames: z.array(z.string().regex(framePattern)).max(mostFrames),
    }),
  ]),
} as const;

/** A screen: its size in pixels of the system, how many real ones each has, and bits of colour. */
export interface ScreenFacts {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly depth: number;
}

/** What the main process knows of itself and its computer; no name, no folder, no address. */
export interface SupportFacts {
  /** ISO date and time. */
  readonly madeAt: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly isPackaged: boolean;
  /** Since the start of the app. */
  readonly minutes: number;
  readonly windows: number;
  /** `linux`, `darwin`, `win32`. */
  readonly system: string;
  readonly release: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly freeMemoryMb: number;
  /** Of the main process. */
  readonly usedMemoryMb: number;
  /** The language of the system, `en-GB`. */
  readonly language: string;
  readonly screens: readonly ScreenFacts[];
  /** Unsaved work that is kept on this computer. */
  readonly kept: number;
  readonly recent: number;
  /** The last lines of the log, oldest first. */
  readonly log: readonly string[];
}

/** What saving the information came to. */
export type SupportSaved =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly sentence: string };

/** What each of these calls answers. */
export interface SupportResults {
  'support:facts': SupportFacts;
  'support:save': SupportSaved;
  'support:page-error': null;
}

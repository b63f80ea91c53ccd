import { z } from 'zod';
import { exportWishSchema, papers } from '../export/formats';
import {
  type AnalysisSettings,
  analysisSettingsSchema,
  type Preferences,
  preferencesSchema,
} from './preferences';
import type {
  AppStart,
  ExportResult,
  ImportResult,
  MadeResult,
  OpenResult,
  PrintResult,
  RecentFile,
  SaveResult,
} from './results';
import { type HistoryAnswers, type HistoryEvents, historySchemas } from './history';
import { type ImportAnswers, type ImportEvents, importRequests } from './importing';
import { outsideSchemas, type OutsideAnswers, type OutsideEvents } from './outside';
import { type RecoveryAnswers, recoverySchemas } from './recovery';
import { supportRequests, type SupportResults } from './support';
import { toldSchema } from './told';

/** Longest text that crosses between page and main process, characters (a project, a table): as many as the largest file that is opened has bytes. */
export const maxTextLength = 100 * 1024 * 1024;

const documentText = z.string().max(maxTextLength);
const shortText = z.string().max(4096);
/** An opaque name of a file that the user chose; paths live in the main process only. */
const token = z.string().regex(/^[0-9a-f]{32}$/);

/** What is exported, and the name of the work by which the page can stop it. */
const exportWork = {
  work: z.string().regex(/^[\w-]{1,64}$/),
  text: documentText,
  wish: exportWishSchema,
};

/** Calls from the page to the main process: the arguments of each channel. */
export const requestSchemas = {
  ...supportRequests,
  'app:start': z.tuple([]),
  'document:open': z.tuple([
    z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('dialog') }),
      z.strictObject({ from: z.literal('recent'), token }),
      z.strictObject({ from: z.literal('granted'), token }),
    ]),
  ]),
  'document:save': z.tuple([
    z.strictObject({
      document: token.nullable(),
      text: documentText,
      suggestedName: shortText,
      as: z.boolean(),
      /** What the user was told to be there and wants replaced; null to replace only what was opened here. */
      replacing: toldSchema.nullable(),
    }),
  ]),
  'document:revert': z.tuple([z.strictObject({ document: token })]),
  ...outsideSchemas(documentText, token),
  ...historySchemas(token),
  'document:state': z.tuple([
    z.strictObject({ document: token.nullable(), title: shortText, isDirty: z.boolean() }),
  ]),
  'recent:list': z.tuple([]),
  'recent:forget': z.tuple([z.strictObject({ token })]),
  ...recoverySchemas(documentText, token),
  ...importRequests,
  'export:save': z.tuple([z.strictObject({ ...exportWork, suggestedName: shortText })]),
  'export:make': z.tuple([z.strictObject(exportWork)]),
  'export:stop': z.tuple([z.strictObject({ work: exportWork.work })]),
  'export:show': z.tuple([z.strictObject({ file: token })]),
  'preferences:get': z.tuple([]),
  'preferences:set': z.tuple([preferencesSchema]),
  'analysis:set': z.tuple([analysisSettingsSchema]),
  /** The menus of the title bar, for the native menu bar where the system has one. */
  'menu:show': z.tuple([
    z
      .array(
        z.strictObject({
          title: z.string().max(100),
          entries: z
            .array(
              z
                .strictObject({
                  id: z.string().max(100),
                  title: z.string().max(200),
                  accelerator: z.string().max(60).nullable(),
                })
                .nullable(),
            )
            .max(100),
        }),
      )
      .max(20),
  ]),
  'page:pdf': z.tuple([z.strictObject({ suggestedName: shortText })]),
  'page:print': z.tuple([
    z.strictObject({ paper: z.enum(papers), orientation: z.enum(['portrait', 'landscape']) }),
  ]),
  'present:start': z.tuple([
    /** The name of the line between the two windows. */
    z.strictObject({ channel: z.string().regex(/^[\w-]{8,64}$/) }),
  ]),
  'present:end': z.tuple([]),
  'window:control': z.tuple([
    z.enum(['minimize', 'maximize', 'close', 'close-now', 'fullscreen', 'new', 'quit']),
  ]),
} as const;

/** What each channel answers. */
export interface Results
  extends SupportResults,
    RecoveryAnswers,
    OutsideAnswers,
    HistoryAnswers,
    ImportAnswers {
  'app:start': AppStart;
  'document:open': OpenResult;
  'document:save': SaveResult;
  'document:revert': OpenResult;
  'document:state': null;
  'recent:list': readonly RecentFile[];
  'recent:forget': null;
  'export:save': ExportResult;
  /** The same bytes, for the clipboard. */
  'export:make': MadeResult;
  /** Ends the work, if it still goes on; whoever waits for it is told that it was cancelled. */
  'export:stop': null;
  /** Shows an exported file in its folder. */
  'export:show': null;
  'preferences:get': Preferences;
  'preferences:set': null;
  'analysis:set': null;
  'menu:show': null;
  /** What the page shows on paper, as a PDF file. */
  'page:pdf': ExportResult;
  /** What the page shows on paper, to a printer that the system asks for. */
  'page:print': PrintResult;
  /** `isSecond`: the slides are on another screen. */
  'present:start': { readonly isSecond: boolean };
  'present:end': null;
  'window:control': null;
}

export type Channel = keyof typeof requestSchemas;
export type Arguments<C extends Channel> = z.infer<(typeof requestSchemas)[C]>;

/** News from the main process to the page. */
export interface Events extends OutsideEvents, HistoryEvents, ImportEvents {
  /** A command of the native menu, by its id in the page's command registry. */
  'menu:command': { readonly id: string };
  /** A file was handed to this window: by the system, a second start, or a drop. */
  'document:handed': OpenResult;
  /** The user closes the window and wants the work saved first. */
  'window:save-and-close': null;
  /** Another window changed what the analysis remembers on this computer. */
  'analysis:changed': AnalysisSettings;
  /** The disk did not take the settings. */
  'settings:trouble': null;
  /** Another window changed how the app looks and answers. */
  'preferences:changed': Preferences;
  /** How far the export of that name is: the share done, 0 to 1, and what is being made. */
  'export:progress': { readonly work: string; readonly done: number; readonly doing: string };
  /** The window was maximised or restored. */
  'window:state': { readonly isMaximized: boolean; readonly isFullscreen: boolean };
}
export type EventName = keyof Events;

/** What the preload script gives to the page as `window.streamwright`. */
export interface Bridge {
  readonly call: {
    readonly [C in Channel]: (...args: Arguments<C>) => Promise<Results[C]>;
  };
  /** Listens to an event; the answer stops listening. */
  readonly on: <E extends EventName>(name: E, listener: (value: Events[E]) => void) => () => void;
  /** Hands a dropped file to the main process, which opens it like any other, or reads it as one of another tool. */
  readonly openDropped: (file: unknown) => Promise<OpenResult | ImportResult>;
}

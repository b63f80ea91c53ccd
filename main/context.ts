import type { ExportFormat } from '../shared/export/formats';
import type { PageMenus } from './menu-template';
import type { History } from './files/history';
import type { Recovery } from './files/recovery';
import type { KeptWork } from './kept-work';
import type { LostWork } from './lost-work';
import type { RecentFiles } from './recent-files';
import type { Presenting } from './handlers/presenting';
import type { Log } from './log-events';
import type { Outsides } from './outside';
import type { Session, Sessions } from './session';
import type { Settings } from './settings-shape';

/** What the handlers work with; made once by the app. */
export interface Context {
  readonly sessions: Sessions;
  /** What others do to the files that are open here. */
  readonly outside: Outsides;
  readonly settings: Settings;
  /** Writes down what happened, without a word of any document. */
  readonly report: Log;
  /** The last lines of the log, oldest first. */
  readonly lastOfLog: (count: number) => Promise<readonly string[]>;
  readonly recovery: Recovery;
  /** Older versions of the files that were saved or opened here. */
  readonly history: History;
  readonly lost: LostWork;
  readonly recent: RecentFiles;
  /** 32 hex digits that nobody can guess. */
  readonly makeToken: () => string;
  /** False where settings, history and safety copies last only until the app ends. */
  readonly hasProfile: boolean;
  /** Keeps the unsaved work of a new window. */
  readonly makeKept: () => KeptWork;
  /** Wall clock, ms. */
  readonly now: () => number;
  /** Opens a window that shows a file (its real path), or the start screen. */
  readonly openWindow: (path: string | null) => void;
  /** Tells the system that a file was used. */
  readonly noteForSystem: (path: string) => void;
  readonly questions: Questions;
  readonly presenting: Presenting;
  /** The built thread that reads files of other tools; null to read them in this one. */
  readonly importWorker: string | null;
  /** The built thread that makes exports; null to make them in this one. */
  readonly exportWorker: string | null;
  /** Shows a file in its folder. */
  readonly showInFolder: (path: string) => void;
  /** Shows the menus of the page in front in the native menu bar, where the system has one. */
  readonly showMenu: (menus: PageMenus) => void;
}

/** Native dialogs: each answers null where the user cancelled. */
export interface Questions {
  readonly openMap: (session: Session) => Promise<string | null>;
  readonly openForeign: (session: Session) => Promise<string | null>;
  /** Where to save; `path` is proposed. */
  readonly saveMap: (session: Session, path: string) => Promise<string | null>;
  readonly saveExport: (session: Session, path: string, format: ExportFormat) => Promise<string | null>;
  /** Where to save a plain text; `path` is proposed. */
  readonly saveText: (session: Session, path: string) => Promise<string | null>;
  /** Whether an existing file of that name may be replaced; `isKept`: what it holds goes among its versions. */
  readonly mayReplace: (session: Session, name: string, isKept: boolean) => Promise<boolean>;
  /** The folder that is proposed for files without one. */
  readonly homeFolder: () => string;
}

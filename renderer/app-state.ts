import type { History } from '../shared/commands/history';
import type { TypedText } from '../shared/file-format/replay';
import type { ExplainKey } from '../shared/figures/explain-types';
import type { Ranges } from '../shared/figures/ranges';
import type { SampledLeadTime } from '../shared/figures/types';
import type { AnalysisSettings, Preferences } from '../shared/ipc/preferences';
import type { DamagedFile } from '../shared/ipc/results';
import type { RecoverableWork } from '../shared/ipc/recovery';
import type { Told } from '../shared/ipc/told';
import type { Histogram } from '../shared/simulation/histogram';
import type { ReplaceFrom } from '../shared/commands/replace';
import type { Sheet } from '../shared/import/types';
import type { Cells } from '../shared/tables/cells-text';
import type { PageName } from '../shared/text/pages';
import type { settingsText } from '../shared/text/settings';
import type { ForeignMaps } from './import/foreign-maps';
import type { Decision, VersionPair } from './pages/compare/version-pair';

/** Something that can be placed on the canvas: an activity, a practice, or a flow element. */
export type PaletteItem =
  | { readonly kind: 'activity'; readonly id: string }
  | { readonly kind: 'practice'; readonly id: string }
  | { readonly kind: 'element'; readonly id: ElementKind };
export type ElementKind =
  | 'step'
  | 'queue'
  | 'start'
  | 'end'
  | 'decision'
  | 'fork'
  | 'join'
  | 'control'
  | 'note'
  | 'burst';

export type Tool =
  | { kind: 'select' }
  | { kind: 'pan' }
  /** With `flow` that flow is led to another node, else a new one is drawn. */
  | { kind: 'connect'; from: string | null; flow?: string }
  | { kind: 'room' }
  | { kind: 'place'; item: PaletteItem };

export type DialogName =
  | { kind: 'export' }
  /** A file of another tool is being read. */
  | { kind: 'reading'; name: string }
  | { kind: 'shortcuts' }
  | { kind: 'palette'; text: string }
  | { kind: 'settings'; part: SettingsPart }
  | { kind: 'replace'; from: ReplaceFrom | null }
  | { kind: 'about' }
  | { kind: 'licences' }
  | { kind: 'support' }
  | { kind: 'roles' }
  | { kind: 'practice'; id: string }
  | { kind: 'fix'; key: string; index: number }
  | { kind: 'classify'; ids: readonly string[] }
  | { kind: 'waive'; key: string }
  | { kind: 'rule-settings'; rule: string | null; step: string | null }
  | { kind: 'rule-reference'; rule: string | null }
  | { kind: 'table-errors'; name: string; sentences: readonly string[] }
  /** Maps of a file of another tool, before they come in. */
  | { kind: 'import'; file: ForeignMaps }
  /** A workbook of which somebody must say where the steps stand. */
  | { kind: 'choose-sheet'; name: string; sheets: readonly Sheet[] }
  /** Steps of a table: of cells, or of what is pasted into the dialog; `name` is the file they come from. */
  | { kind: 'paste-table'; cells: Cells | null; name: string | null }
  /** Others changed the file of this window; `seen` is what is there, `isAgain` that it changed while that was asked. */
  | { kind: 'damaged'; file: DamagedFile }
  | { kind: 'conflict'; seen: Told; isAgain: boolean }
  /** `again` repeats just what failed; null where that can only fail again. */
  | { kind: 'save-failed'; sentence: string; again: (() => void) | null }
  | { kind: 'unsaved'; proceed: () => void }
  /** Older versions of the shown file. */
  | { kind: 'versions' }
  /** Two versions of a document, and what can be decided there; `back` is what was open before. */
  | {
      kind: 'compare-versions';
      pair: VersionPair;
      decisions: readonly Decision[];
      back: DialogName | null;
    }
  /** Work that was lost on the file of that name, which is open. */
  | { kind: 'lost-work'; name: string; works: readonly RecoverableWork[] }
  /** What was being typed when the window stopped working, and why it could not be put back. */
  | { kind: 'typed-text'; typed: TypedText; problem?: string }
  /** The question before lost work goes for good; `after` is called once it is gone, `back` is what was open before. */
  | { kind: 'discard-work'; work: RecoverableWork; after: () => void; back: DialogName | null }
  | { kind: 'message'; title: string; sentence: string };

/** A part of the settings. */
export type SettingsPart = keyof typeof settingsText.parts;

/** A panel left of the canvas. */
export type LeftTab = 'palette' | 'outline' | 'library';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  /** What can be done about it there, for instance taking it back. */
  readonly action: { readonly title: string; readonly run: () => void } | null;
}

/** The five steps that teach, on a map made for it. */
export interface Tour {
  /** The step that is shown, from 0; 5 at the end. */
  readonly at: number;
  /** The map, the approval on it, and the step that takes a laptop from stock. */
  readonly map: string;
  readonly approval: string;
  readonly stock: string;
  /** How many steps the map had at the start. */
  readonly steps: number;
}

export interface AppState {
  screen: 'loading' | 'start' | 'editor';
  version: string;
  platform: 'linux' | 'darwin' | 'win32';
  /** Today where the user is, `2026-11-21`. */
  today: string;
  /** Token of the file, null while the work has none. */
  document: string | null;
  name: string;
  isReadOnly: boolean;
  isSaving: boolean;
  /** False while the disk refuses the copy of unsaved work for emergencies. */
  isWorkKept: boolean;
  /** False where settings, history and safety copies last only until the app ends. */
  hasProfile: boolean;
  history: History;
  mapId: string;
  /** The group whose inside the canvas shows, null for the whole map. */
  inside: string | null;
  page: PageName;
  leftTab: LeftTab;
  selection: readonly string[];
  tool: Tool;
  /** The node whose name is being typed. */
  renaming: string | null;
  /** A field of the inspector that wants the focus. */
  focusField: string | null;
  preferences: Preferences;
  /** What the analysis remembers on this computer. */
  analysis: AnalysisSettings;
  /** Percentiles of the shown map, of its last state that was sampled; null while there are none. */
  sampled: SampledLeadTime | null;
  /** How often each length of lead time came up in these samples. */
  histogram: Histogram | null;
  /** Totals of the shown map at the ends of their inputs, of its last state that was sampled; null while there are none. */
  ranges: Ranges | null;
  /** How far the percentiles of the last state are: `long` once it takes so long that it is worth saying. */
  sampling: 'done' | 'running' | 'long';
  /** The figure whose arithmetic is shown; null while none is. */
  arithmetic: ExplainKey | null;
  bottomTab: 'problems' | 'questions' | 'coverage' | 'table';
  /** In a low window the lower panel is folded until it is asked for. */
  isBottomUnfolded: boolean;
  /** In a tiny window the panel left of the canvas is closed until it is asked for. */
  isLeftUnfolded: boolean;
  /** In a narrow window the inspector of the stream and its map is closed until it is asked for. */
  isRightUnfolded: boolean;
  /** True while the line that makes steps is open. */
  isQuickEntry: boolean;
  /** True while the line that finds things on the map is open. */
  isFinding: boolean;
  /** How far the tour is; null while none is taken. */
  tour: Tour | null;
  dialog: DialogName | null;
  notice: Notice | null;
  isMaximized: boolean;
}

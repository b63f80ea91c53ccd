import { create } from 'zustand';
import type { ExplainKey } from '../shared/figures/explain-types';
import type { Ranges } from '../shared/figures/ranges';
import type { SampledLeadTime } from '../shared/figures/types';
import type { Command } from '../shared/commands/command';
import {
  type Entry,
  type History,
  openHistory,
  redo,
  run,
  takeBack,
  topEntry,
  undo,
} from '../shared/commands/history';
import { mapToShow } from '../shared/commands/touched-map';
import type { AnalysisSettings, Preferences } from '../shared/ipc/contract';
import { emptyProject } from '../shared/model/new-project';
import { listOf, lookUp, mapsOf } from '../shared/model/queries';
import type { Project } from '../shared/model/project';
import type { Histogram } from '../shared/simulation/histogram';
import { en } from '../shared/text/en';
import { bridge } from './bridge';
import { makeId } from './make-id';

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
  | { kind: 'connect'; from: string | null }
  | { kind: 'place'; item: PaletteItem };

export type DialogName =
  | { kind: 'export' }
  | { kind: 'shortcuts' }
  | { kind: 'about' }
  | { kind: 'charter' }
  | { kind: 'roles' }
  | { kind: 'fix'; key: string; index: number }
  | { kind: 'improvements' }
  | { kind: 'compare' }
  | { kind: 'classify'; ids: readonly string[] }
  | { kind: 'waive'; key: string }
  | { kind: 'rule-settings'; rule: string | null; step: string | null }
  | { kind: 'rule-reference'; rule: string | null }
  | { kind: 'table-errors'; name: string; sentences: readonly string[] }
  | { kind: 'conflict'; sentence: string }
  | { kind: 'unsaved'; proceed: () => void }
  | { kind: 'message'; title: string; sentence: string };

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  /** What can be done about it there, for instance taking it back. */
  readonly action: { readonly title: string; readonly run: () => void } | null;
}

interface AppState {
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
  history: History;
  mapId: string;
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
  bottomTab: 'problems' | 'questions' | 'coverage';
  /** In a low window the lower panel is folded until it is asked for. */
  isBottomUnfolded: boolean;
  /** True while the line that makes steps is open. */
  isQuickEntry: boolean;
  dialog: DialogName | null;
  notice: Notice | null;
  isMaximized: boolean;
}

const defaultPreferences: Preferences = {
  theme: 'system',
  lanes: 'role',
  panels: { left: 264, right: 300, bottom: 240, leftOpen: true, rightOpen: true, bottomOpen: true },
  snap: true,
  minimap: true,
};

const blank = emptyProject({ makeId, names: en.start.newNames });

/** The state of this window. The document inside changes only through `dispatch`, `undoLast` and `redoLast`. */
export const useApp = create<AppState>()(() => ({
  screen: 'loading',
  version: '',
  platform: 'linux',
  today: '2000-01-01',
  document: null,
  name: '',
  isReadOnly: false,
  isSaving: false,
  history: openHistory(blank.project),
  mapId: blank.mapId,
  selection: [],
  tool: { kind: 'select' },
  renaming: null,
  focusField: null,
  preferences: defaultPreferences,
  analysis: { author: '', rules: [] },
  sampled: null,
  histogram: null,
  ranges: null,
  sampling: 'done',
  arithmetic: null,
  bottomTab: 'problems',
  isBottomUnfolded: false,
  isQuickEntry: false,
  dialog: null,
  notice: null,
  isMaximized: false,
}));

let notices = 0;

/** Shows a short message for a while, with a button where something can be done about it. */
export function notify(text: string, tone: Notice['tone'] = 'plain', action: Notice['action'] = null): void {
  notices += 1;
  useApp.setState({ notice: { id: notices, text, tone, action } });
}

/** What of a selection still exists. */
function existing(selection: readonly string[], project: Project): readonly string[] {
  const kept = selection.filter((id) => Object.hasOwn(project.nodes, id) || Object.hasOwn(project.flows, id));
  return kept.length === selection.length ? selection : kept;
}

/** The map to show: the shown one while it exists, else the one it was copied from, else the first. */
function mapAfter(mapId: string, before: Project, after: Project): string {
  if (lookUp(after.maps, mapId)) return mapId;
  const source = lookUp(before.maps, mapId)?.copiedFrom;
  return source !== undefined && lookUp(after.maps, source) ? source : firstMap(after);
}

function show(history: History): void {
  useApp.setState((state) => ({
    history,
    mapId: mapAfter(state.mapId, state.history.project, history.project),
    selection: existing(state.selection, history.project),
  }));
}

/** Shows another map of the project. */
export function showMap(mapId: string): void {
  const state = useApp.getState();
  if (mapId === state.mapId || !lookUp(state.history.project.maps, mapId)) return;
  useApp.setState({ mapId, selection: [], renaming: null, tool: { kind: 'select' } });
}

/** Does a command. A refusal is shown to the user and returned; null where it was done. */
export function dispatch(command: Command): string | null {
  const state = useApp.getState();
  const result = run(state.history, command);
  if (result.kind === 'refused') {
    notify(result.sentence, 'bad');
    return result.sentence;
  }
  show(result.history);
  return null;
}

/** Does a command whose value is still being typed; gives what takes it back for good, null where nothing was done. A refusal is for the time being and not shown. */
export function dispatchWhileTyping(command: Command): (() => void) | null {
  const { history } = useApp.getState();
  const result = run(history, command);
  if (result.kind === 'refused' || result.history === history) return null;
  show(result.history);
  const entry = topEntry(result.history);
  return () => {
    const now = useApp.getState().history;
    const before = takeBack(now, entry);
    if (before !== now) show(before);
  };
}

/** Shows what was taken back or done again, also where that is on another map. */
function showChange(after: History, entry: Entry | undefined): void {
  const { history, mapId } = useApp.getState();
  const map = mapToShow(mapId, entry, history.project, after.project);
  show(after);
  if (map !== mapId) showMap(map);
}

/** Takes the last command back. */
export function undoLast(): void {
  const { history } = useApp.getState();
  showChange(undo(history), history.past.at(-1));
}

/** Does the last command that was taken back again. */
export function redoLast(): void {
  const { history } = useApp.getState();
  showChange(redo(history), history.future.at(-1));
}

/** Selects nodes and flows by their ids. */
export function select(ids: readonly string[]): void {
  useApp.setState((state) =>
    state.selection.length === ids.length && ids.every((id) => state.selection.includes(id))
      ? state
      : { selection: ids },
  );
}

/** Changes preferences of this computer and keeps them. */
export function prefer(change: Partial<Preferences>): void {
  const preferences = { ...useApp.getState().preferences, ...change };
  useApp.setState({ preferences });
  void bridge.call['preferences:set'](preferences);
}

/** Changes what the analysis remembers on this computer, and keeps it. */
export function rememberAnalysis(change: Partial<AnalysisSettings>): void {
  const analysis = { ...useApp.getState().analysis, ...change };
  useApp.setState({ analysis });
  void bridge.call['analysis:set'](analysis);
}

/** The map that is shown first: the first current map of the first stream, or any. */
export function firstMap(project: Project): string {
  const stream = listOf(project.streams)[0];
  const maps = stream ? mapsOf(project, stream.id) : listOf(project.maps);
  return (maps.find((map) => map.state === 'current') ?? maps[0] ?? { id: '' }).id;
}

/** Shows a project in the editor. */
export function showProject(shown: {
  project: Project;
  mapId: string;
  name: string;
  document: string | null;
  isReadOnly: boolean;
  isSaved: boolean;
}): void {
  useApp.setState({
    screen: 'editor',
    document: shown.document,
    name: shown.name,
    isReadOnly: shown.isReadOnly,
    history: openHistory(shown.project, shown.isSaved),
    mapId: shown.mapId,
    selection: [],
    tool: { kind: 'select' },
    renaming: null,
    arithmetic: null,
    isQuickEntry: false,
    dialog: null,
  });
}

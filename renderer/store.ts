import { create } from 'zustand';
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
import type { AnalysisSettings, Preferences } from '../shared/ipc/preferences';
import { defaultPreferences } from '../shared/ipc/default-preferences';
import { emptyProject } from '../shared/model/new-project';
import { listOf, lookUp, mapsOf } from '../shared/model/queries';
import type { Project } from '../shared/model/project';
import { en } from '../shared/text/en';
import type { PageName } from '../shared/text/pages';
import type { AppState, Notice } from './app-state';
import { bridge } from './bridge';
import { makeId } from './make-id';

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
  isWorkKept: true,
  hasProfile: true,
  history: openHistory(blank.project),
  mapId: blank.mapId,
  inside: null,
  page: 'map',
  leftTab: 'palette',
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
  isLeftUnfolded: false,
  isRightUnfolded: false,
  isQuickEntry: false,
  isFinding: false,
  tour: null,
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
  const kept = selection.filter(
    (id) =>
      Object.hasOwn(project.nodes, id) ||
      Object.hasOwn(project.flows, id) ||
      Object.hasOwn(project.groups, id),
  );
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
  useApp.setState({ mapId, inside: null, selection: [], renaming: null, tool: { kind: 'select' } });
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

/** Does a command whose value is still being typed; gives what takes it back for good, null where it was refused. A refusal is for the time being and not shown. */
export function dispatchWhileTyping(command: Command): (() => void) | null {
  const { history } = useApp.getState();
  const result = run(history, command);
  if (result.kind === 'refused') return null;
  if (result.history === history) return () => undefined;
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

/** Shows a page of the editor. */
export function showPage(page: PageName): void {
  useApp.setState({ page });
}

/** Changes preferences of this computer and keeps them. */
export function prefer(change: Partial<Preferences>): void {
  const preferences = { ...useApp.getState().preferences, ...change };
  useApp.setState({ preferences });
  void bridge.call['preferences:set'](preferences);
}

/** Changes how wide the panels are, and which are open. */
export function preferPanels(change: Partial<Preferences['panels']>): void {
  prefer({ panels: { ...useApp.getState().preferences.panels, ...change } });
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
    inside: null,
    selection: [],
    tool: { kind: 'select' },
    renaming: null,
    arithmetic: null,
    isQuickEntry: false,
    isFinding: false,
    page: 'map',
    tour: null,
    dialog: null,
  });
}

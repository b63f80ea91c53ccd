import { isDirty } from '../../shared/commands/history';
import { writeProject } from '../../shared/file-format/write';
import type { SupportFacts } from '../../shared/ipc/support';
import { listOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import type { AppState } from '../app-state';

const { lines } = en.support;

/** The parts of the information, in their order. */
export const supportParts = ['program', 'system', 'screen', 'preferences', 'document', 'log'] as const;
export type SupportPart = (typeof supportParts)[number];

/** The size of the window in CSS pixels, and how many pixels of the screen each has. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Everything that the information is made of. */
export interface SupportInput {
  readonly facts: SupportFacts;
  readonly state: AppState;
  readonly window: WindowSize;
}

type Row = readonly [label: string, value: string | number | boolean];

const yesNo = (isSo: boolean): string => (isSo ? lines.yes : lines.no);

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => {
    const said = typeof value === 'boolean' ? yesNo(value) : String(value);
    return `${`${label}:`.padEnd(width + 2)}${said}`;
  });
}

function program({ facts, state }: SupportInput): string[] {
  return table([
    [lines.version, state.version],
    [lines.electron, facts.electron],
    [lines.chromium, facts.chromium],
    [lines.node, facts.node],
    [lines.packaged, facts.isPackaged],
    [lines.open, lines.minutes(facts.minutes)],
    [lines.windows, facts.windows],
    [lines.kept, facts.kept],
    [lines.recent, facts.recent],
  ]);
}

function system({ facts }: SupportInput): string[] {
  return table([
    [lines.system, `${facts.system} ${facts.release}`],
    [lines.processor, lines.cores(facts.processor, facts.cores)],
    [lines.memory, lines.memoryOf(facts.freeMemoryMb, facts.memoryMb)],
    [lines.used, lines.megabytes(facts.usedMemoryMb)],
    [lines.language, facts.language],
  ]);
}

function screens({ facts, window }: SupportInput): string[] {
  return table([
    ...facts.screens.map(
      ({ width, height, scale, depth }): Row => [lines.screen, lines.screenOf(width, height, scale, depth)],
    ),
    [lines.window, lines.windowOf(window.width, window.height, window.ratio)],
  ]);
}

/** Choices from fixed lists, and counts of what was typed; headings of tables and the name of the author stay out. */
function preferences({ state }: SupportInput): string[] {
  const { preferences: chosen, analysis } = state;
  const { leftOpen, rightOpen, bottomOpen } = chosen.panels;
  return table([
    [lines.theme, chosen.theme],
    [lines.contrast, chosen.contrast],
    [lines.motion, chosen.motion],
    [lines.zoom, lines.percent(Math.round(chosen.zoom * 100))],
    [lines.lanes, chosen.lanes],
    [lines.panels, [leftOpen, rightOpen, bottomOpen].filter(Boolean).length],
    [lines.snap, chosen.snap],
    [lines.guides, chosen.guides],
    [lines.minimap, chosen.minimap],
    [lines.simple, chosen.isSimple],
    [lines.letters, chosen.letters],
    [lines.ownKeys, Object.keys(chosen.keys).length],
    [lines.ownRules, analysis.rules.length],
    [lines.export, chosen.exports.target],
  ]);
}

function document({ state }: SupportInput): string[] {
  if (state.screen !== 'editor') return [lines.noDocument];
  const { history, mapId } = state;
  const { project } = history;
  const nodes = listOf(project.nodes);
  return table([
    [lines.streams, Object.keys(project.streams).length],
    [lines.maps, Object.keys(project.maps).length],
    [lines.elements, nodes.length],
    [lines.steps, nodes.filter(({ type }) => type === 'step').length],
    [lines.flows, Object.keys(project.flows).length],
    [lines.groups, Object.keys(project.groups).length],
    [lines.roles, Object.keys(project.roles).length],
    [lines.improvements, Object.keys(project.improvements).length],
    [lines.shown, nodes.filter(({ map }) => map === mapId).length],
    [lines.characters, writeProject(project).length],
    [lines.undo, history.past.length],
    [lines.hasFile, state.document !== null],
    [lines.unsaved, isDirty(history)],
    [lines.readOnly, state.isReadOnly],
    [lines.page, state.page],
  ]);
}

function log({ facts }: SupportInput): string[] {
  return facts.log.length === 0 ? [lines.emptyLog] : [...facts.log];
}

const writers = { program, system, screen: screens, preferences, document, log } satisfies Record<
  SupportPart,
  (input: SupportInput) => string[]
>;

/** The text that is shown, copied and saved: the chosen parts in their order; empty where none is chosen. */
export function composeSupport(input: SupportInput, chosen: ReadonlySet<SupportPart>): string {
  const parts = supportParts.filter((part) => chosen.has(part));
  if (parts.length === 0) return '';
  const head = [lines.head(input.facts.madeAt), lines.promise];
  const body = parts.flatMap((part) => ['', `== ${en.support.parts[part]}`, ...writers[part](input)]);
  return `${[...head, ...body].join('\n')}\n`;
}

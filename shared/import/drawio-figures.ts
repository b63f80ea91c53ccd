import { importText } from '../text/import';
import { plainFigure, readDataLine } from './data-box';
import type { DrawioCell } from './drawio-cells';
import type { DrawioKind } from './drawio-kinds';
import { centreOf, inReadingOrder, stepAbove, stepAfter } from './drawio-places';
import type { Skipped } from './types';

/** A cell with what it means. */
export type Kinded = DrawioCell & { readonly kind: DrawioKind };

/** Figures of steps by the id of the step and the name of the column. */
export interface Figures {
  readonly of: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly skipped: readonly Skipped[];
}

const { what, why } = importText;

class FigureSink {
  readonly of = new Map<string, Map<string, string>>();
  readonly skipped: Skipped[] = [];

  constructor(private readonly names: ReadonlyMap<string, string>) {}

  leaveOut(found: string, step: string, reason: string): void {
    this.skipped.push({ what: what.figure(found), where: this.names.get(step) ?? '', why: reason });
  }

  /** `isMild`: another figure of the same kind simply stays. */
  add(step: string, column: string, text: string, isMild = false): void {
    const cells = this.of.get(step) ?? new Map<string, string>();
    this.of.set(step, cells);
    const isTaken = cells.has(column) || (column === 'wait' && cells.has('lead_time'));
    if (!isTaken) cells.set(column, text);
    else if (!isMild) this.leaveOut(text, step, why.figureTwice);
  }

  addLine(step: string, line: string): void {
    const read = readDataLine(line);
    if (read === null) this.keepInNote(line, step);
    else this.add(step, read.column, read.text);
  }

  /** A figure without a field is not lost: the note of the step holds it. */
  keepInNote(line: string, step: string): void {
    const cells = this.of.get(step) ?? new Map<string, string>();
    const note = cells.get('note');
    cells.set('note', note === undefined ? line : `${note}; ${line}`);
    this.of.set(step, cells);
    this.leaveOut(line, step, why.notRead);
  }
}

const linesOf = (cell: DrawioCell): string[] => cell.label.split('\n').filter((line) => line !== '');
const isBare = (text: string): boolean => /^[\d.,\s]+$/.test(text);
const isTime = (text: string): boolean =>
  /^\d[\d.,/\s-]*(?:s|sec|m|min|h|hrs?|d|days?|w|weeks?|cd)\b/i.test(text);

/** The texts of a timeline, `0,,10,5 dy,20,45 sec`: waits and times of work in turns. */
function readTimeline(mainText: string): { waits: string[]; work: string[] } {
  const texts = mainText.split(',').filter((_, index) => index % 2 === 1);
  const from = texts[0]?.trim() === '' ? 1 : 0;
  const told = texts.slice(from).map((text) => plainFigure(text));
  return {
    waits: told.filter((_, index) => index % 2 === 0),
    work: told.filter((_, index) => index % 2 === 1),
  };
}

/** `last` is the step, drawn otherwise, to which the last of the processes leads: `Ship`. */
function takeTimeline(
  cell: Kinded,
  steps: readonly Kinded[],
  last: Kinded | undefined,
  sink: FigureSink,
): void {
  const { waits, work } = readTimeline(cell.style.get('mainText') ?? '');
  const line = [...inReadingOrder(steps), ...(last === undefined ? [] : [last])];
  for (const [index, text] of waits.entries()) {
    const step = line[index];
    if (text === '') continue;
    if (step === undefined) sink.leaveOut(text, '', why.noStepAfter);
    else if (isBare(text)) sink.leaveOut(text, step.id, why.noUnit);
    else sink.add(step.id, 'wait', text, true);
  }
  for (const [index, text] of work.entries()) {
    const step = line[index];
    if (step !== undefined && text !== '' && !isBare(text)) sink.add(step.id, 'process_time', text, true);
  }
}

/** Texts along a line of times: above a step its work, between two steps the wait of the later one. */
function takeLineText(cell: Kinded, steps: readonly Kinded[], sink: FigureSink): void {
  const at = centreOf(cell.box).x;
  const above = steps.find(({ box }) => at >= box.x && at <= box.x + box.width);
  const step = above ?? stepAfter({ ...cell, box: { ...cell.box, y: steps[0]?.box.y ?? 0 } }, steps);
  const text = plainFigure(cell.label);
  if (step === undefined) sink.leaveOut(text, '', why.noStepAfter);
  else if (isBare(text)) sink.leaveOut(text, step.id, why.noUnit);
  else if (isTime(text)) sink.add(step.id, above ? 'process_time' : 'wait', text, true);
  else sink.keepInNote(text, step.id);
}

function takeStock(cell: Kinded, step: string | undefined, sink: FigureSink): void {
  for (const line of linesOf(cell)) {
    const text = plainFigure(line);
    const read = readDataLine(line);
    if (step === undefined) sink.leaveOut(line, '', why.noStepAfter);
    else if (isTime(text)) sink.add(step, 'wait', text);
    else if (isBare(text)) sink.add(step, 'wip', text);
    else if (read !== null) sink.add(step, read.column, read.text);
    else sink.keepInNote(line, step);
  }
}

/** What figures a page holds for its steps: boxes of data, people, stocks between steps, timelines. `nextOf` tells where work goes on from a stock or a step. */
export function readFigures(
  cells: readonly Kinded[],
  steps: readonly Kinded[],
  owner: (cell: DrawioCell) => string | undefined,
  nextOf: (id: string) => string | undefined,
): Figures {
  const names = new Map(steps.map(({ id, label }) => [id, label.replaceAll('\n', ' ')]));
  const sink = new FigureSink(names);
  const processes = steps.filter(({ kind }) => kind === 'step');
  const lines = cells.filter(({ kind }) => kind === 'timeline-line');
  const afterAll = nextOf(inReadingOrder(processes).at(-1)?.id ?? '');
  const last = steps.find(({ id, kind }) => id === afterAll && kind !== 'step');
  const partsOf = (id: string): Kinded[] => cells.filter(({ parent }) => parent === id);
  for (const cell of cells) {
    const step = owner(cell) ?? stepAbove(cell, processes)?.id;
    if (cell.kind === 'data') {
      for (const line of [cell, ...partsOf(cell.id)].flatMap(linesOf))
        if (step === undefined) sink.leaveOut(line, '', why.noOwner);
        else sink.addLine(step, line);
    } else if (cell.kind === 'people' && step !== undefined && /^\d+([.,]\d+)?$/.test(cell.label)) {
      sink.add(step, 'crew', cell.label, true);
    } else if (cell.kind === 'inventory') {
      takeStock(cell, nextOf(cell.id) ?? (stepAfter(cell, processes) ?? last)?.id, sink);
    }
  }
  for (const cell of cells) {
    if (cell.kind === 'timeline') takeTimeline(cell, processes, last, sink);
    else if (cell.kind === 'text' && isOnLine(cell, lines)) takeLineText(cell, processes, sink);
  }
  return { of: sink.of, skipped: sink.skipped };
}

/** Whether a text stands along one of the lines of times. */
export function isOnLine(cell: DrawioCell, lines: readonly DrawioCell[]): boolean {
  const at = centreOf(cell.box);
  return lines.some(
    ({ box }) =>
      at.x >= box.x - 20 &&
      at.x <= box.x + box.width + 20 &&
      at.y >= box.y - 40 &&
      at.y <= box.y + box.height + 40,
  );
}

import type { Box } from '../layout/types';
import { formatNumber } from '../model/units-format';
import { drawingSentences, drawingText } from '../text/drawing';
import type { DrawingContext } from './context';
import type { Group, Ink, Item } from './display-list';
import { measureText } from './font-metrics';
import { type Rung, rungsOf, rungsSideBySide, weightOf } from './ladder';
import { type Point, polyline } from './path-data';
import { box, face, lineOfText, part, shape, textLine } from './shapes';
import { rectOutline, valueMark } from './stripes';

/** Height of the ladder with its share bar. */
export const ladderHeight = 104;
/** Room at the left for the names of the rows. */
export const ladderNamesWidth = 48;

const topY = 28;
const bottomY = 64;
const barY = 84;
const barHeight = 10;
const labelFace = face(11.5, 600);

/** A stretch along the ladder. */
export interface LadderSpan {
  readonly left: number;
  readonly right: number;
}

interface Label {
  readonly text: string;
  /** The same with the expected visits, to be shown where there is room; null where every item comes once. */
  readonly withVisits: string | null;
  readonly x: number;
  readonly yOf: (text: string) => number;
  readonly ink: Ink;
  readonly weight: number;
}

/** Waiting runs at the top between the steps, work at the bottom below them. */
function stairs(rungs: readonly Rung[], { left, right }: LadderSpan): Item {
  const points: Point[] = [{ x: left, y: topY }];
  for (const { x, width } of rungs) {
    points.push({ x, y: topY }, { x, y: bottomY }, { x: x + width, y: bottomY }, { x: x + width, y: topY });
  }
  points.push({ x: right, y: topY });
  return shape(polyline(points), { stroke: { ink: 'text', width: 1.8 } });
}

/** A time of work stands on its tread; where it is wider than that, below it. */
function workY(text: string, tread: number): number {
  const isWithin = measureText(text, labelFace.size, labelFace.weight) <= tread - 6;
  return isWithin ? bottomY - 8 : bottomY + 12;
}

/** Visits that differ from one by less are not worth a word. */
const plainVisits = 0.005;

/** `8h × 0.3`: what a step adds to the clock is not the time of one visit. */
function withVisits(text: string, minutes: number | null, visits: number | null): string | null {
  if (minutes === null || minutes === 0 || visits === null || Math.abs(visits - 1) <= plainVisits)
    return null;
  return drawingText.ladder.visits(text, formatNumber(visits));
}

function labelsOf(rungs: readonly Rung[], span: LadderSpan): Label[] {
  let before = span.left;
  return rungs.flatMap((rung): Label[] => {
    const middle = (before + rung.x) / 2;
    before = rung.x + rung.width;
    const { wait, work, visits, texts, isHot } = rung;
    const waitInk: Ink = wait === null ? 'text3' : isHot ? 'nvaText' : 'text2';
    return [
      {
        text: texts.wait,
        withVisits: withVisits(texts.wait, wait, visits),
        x: middle,
        yOf: () => topY - 8,
        ink: waitInk,
        weight: wait ?? 0,
      },
      {
        text: texts.work,
        withVisits: withVisits(texts.work, work, visits),
        x: rung.x + rung.width / 2,
        yOf: (text) => workY(text, rung.width),
        ink: work === null ? 'text3' : 'vaText',
        weight: work ?? 0,
      },
    ];
  });
}

const labelsNear = (rungs: readonly Rung[], span: LadderSpan, near: LadderSpan): Label[] =>
  labelsOf(rungs, span).filter(({ x }) => x >= near.left && x <= near.right);

interface Spot {
  readonly label: Label;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

function spotOf(label: Label, text: string, { left, right }: LadderSpan): Spot {
  const half = measureText(text, labelFace.size, labelFace.weight) / 2;
  const x = Math.min(Math.max(label.x, left + half), right - half);
  return { label, text, x, y: label.yOf(text), from: x - half, to: x + half };
}

/** The labels that fit beside each other, the longest times first: one that would touch another is left out. Where there is room left they tell the visits too. */
function placed(labels: readonly Label[], span: LadderSpan, gap: number): Item[] {
  const taken: Spot[] = [];
  const isFree = (spot: Spot): boolean =>
    taken.every(
      (other) =>
        other.label === spot.label ||
        other.y !== spot.y ||
        spot.from >= other.to + gap ||
        other.from >= spot.to + gap,
    );
  for (const label of [...labels].sort((a, b) => b.weight - a.weight)) {
    const spot = spotOf(label, label.text, span);
    if (isFree(spot)) taken.push(spot);
  }
  for (const [index, { label }] of taken.entries()) {
    if (label.withVisits === null) continue;
    const spot = spotOf(label, label.withVisits, span);
    if (isFree(spot)) taken[index] = spot;
  }
  return taken.map(({ label, text, x, y }) =>
    lineOfText({ text }, x, y, { face: labelFace, ink: label.ink, anchor: 'middle' }),
  );
}

interface Segment {
  readonly length: number;
  readonly kind: 'wait' | 'work';
  readonly rung: Rung;
}

/** Every part of the expected lead time in its true length, of which those that touch `near` are drawn; work is never thinner than it can be seen. */
function shareBar(rungs: readonly Rung[], { left, right }: LadderSpan, near: LadderSpan): Item[] {
  const total = rungs.reduce((sum, rung) => sum + weightOf(rung), 0);
  if (total <= 0) return [box(left, barY, right - left, barHeight, 2, { fill: 'sunken' })];
  const segments = rungs.flatMap((rung): Segment[] => {
    const visits = rung.visits ?? 1;
    return [
      { kind: 'wait' as const, length: visits * (rung.wait ?? 0), rung },
      { kind: 'work' as const, length: visits * (rung.work ?? 0), rung },
    ].filter(({ length }) => length > 0);
  });
  const gap = 1;
  const least = (kind: Segment['kind']): number => (kind === 'work' ? 2.5 : 0.5);
  const room = Math.max(right - left - gap * (segments.length - 1), segments.length);
  const raw = segments.map(({ kind, length }) => Math.max((room * length) / total, least(kind)));
  const scale = room / raw.reduce((sum, each) => sum + each, 0);
  let x = left;
  return segments.flatMap(({ kind, rung }, index) => {
    const width = (raw[index] ?? 0) * scale;
    const start = x;
    x += width + gap;
    if (x < near.left || start > near.right) return [];
    return kind === 'wait'
      ? [box(start, barY, width, barHeight, Math.min(2, width / 2), { fill: 'wait' })]
      : valueMark(rectOutline(start, barY, width, barHeight), rung.value);
  });
}

/** Waiting before the first step, and the same room after the last one. */
export const ladderMargin = 40;

const everywhere: LadderSpan = { left: -Infinity, right: Infinity };

/** The timeline ladder of the steps that move the clock (waits up, work down, in line with the boxes of the steps) above the bar of their true shares; y begins at 0, x is that of the boxes. Labels never overlap: longer times win. Only what is near a stretch gets its labels and shares. */
export function drawLadder(
  context: DrawingContext,
  boxes: ReadonlyMap<string, Box>,
  near: LadderSpan = everywhere,
): Group {
  const rungs = rungsOf(context, boxes);
  const side = rungsSideBySide(rungs);
  const left = Math.min(...side.map(({ x }) => x)) - ladderMargin;
  const right = Math.max(...side.map(({ x, width }) => x + width)) + ladderMargin;
  const span = { left, right };
  const items =
    side.length === 0
      ? []
      : [
          stairs(side, span),
          ...placed(labelsNear(side, span, near), span, 6),
          ...shareBar(rungs, span, near),
        ];
  return { ...part(0, 0, items, 'ladder'), label: drawingSentences.ladder };
}

/** The names of the rows of the ladder, at the left of it. */
export function drawLadderNames(): Group {
  const { wait, work, share } = drawingText.ladder;
  const rows = [
    [wait, topY + 4],
    [work, bottomY + 4],
    [share, barY + 9],
  ] as const;
  const items = rows.map(([text, y]) =>
    textLine(text, 0, y, ladderNamesWidth, { face: face(10.5, 500), ink: 'text3' }),
  );
  return part(0, 0, items);
}

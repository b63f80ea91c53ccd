import { changeStory } from '../analysis/change-story';
import { compareAll, type FigureRow } from '../analysis/compare-all';
import { compareMaps } from '../analysis/compare-maps';
import { graphOf, type MapGraph } from '../model/queries';
import { reportText } from '../text/report';
import { sampleLeadTime, usualSampling } from '../simulation/sample-lead-time';
import { cell, heading, list, paragraph, strong, table, under } from './blocks';
import type { MapPart, ReportContext } from './context';
import { overlayPicture } from './pictures';
import type { Block, ListBlock, ReportCell, Tone } from './types';

const words = reportText.future;

const tones: Readonly<Record<FigureRow['mark'], Tone | undefined>> = {
  better: 'good',
  worse: 'bad',
  same: undefined,
  unknown: undefined,
};

function differenceOf({ difference, percent }: FigureRow): string {
  if (difference === null) return '';
  return percent === null ? difference : `${difference} (${percent})`;
}

function figureTable(before: MapGraph, after: MapPart, part: MapPart | undefined): Block[] {
  const sampled = {
    before: part === undefined ? sampleLeadTime(before, usualSampling) : part.sampled,
    after: after.sampled,
  };
  const rows = compareAll(before, after.graph, sampled).flatMap((group) => group.rows);
  return table({
    caption: words.figures(before.map.name, after.graph.map.name),
    columns: [
      [words.figure, 3],
      [words.now, 1.6, 'end'],
      [words.after, 1.6, 'end'],
      [words.difference, 1.8, 'end'],
    ],
    rows: rows.map((row): ReportCell[] => [
      strong(row.name),
      cell(row.before),
      cell(row.after),
      cell(differenceOf(row), tones[row.mark]),
    ]),
  });
}

const numbered = (items: readonly string[]): ListBlock[] =>
  list(items).map((block) => ({ ...block, isNumbered: true }));

function ofFuture(context: ReportContext, beforeId: string, after: MapPart): Block[] {
  const { project, wish } = context;
  const before = graphOf(project, beforeId);
  if (!before) return [];
  const part = context.streams.flatMap(({ maps }) => maps).find(({ graph }) => graph.id === beforeId);
  const sampled = { before: part?.sampled ?? null, after: after.sampled };
  const story = changeStory({ project, before: beforeId, after: after.graph.id, sampled });
  if (!story || story.lines.length === 0)
    return [heading(2, after.graph.map.name), ...paragraph(words.nothing, 'quiet')];
  const compared = compareMaps({
    project,
    before: beforeId,
    after: after.graph.id,
    pack: after.pack,
    profile: project.settings.profile,
    today: wish.today,
    application: wish.rules ?? [],
  });
  const picture = overlayPicture(project, before, after, wish);
  return [
    heading(2, after.graph.map.name),
    ...paragraph(story.summary, 'lead'),
    ...under(
      3,
      words.story,
      numbered(story.lines.map(({ sentence, details }) => words.effects(sentence, details))),
    ),
    ...paragraph(story.note, 'quiet'),
    ...figureTable(before, after, part),
    ...(picture === null ? [] : [picture]),
    ...under(3, words.resolved, list((compared?.disappears ?? []).map(({ sentence }) => sentence))),
    ...under(3, words.fresh, list((compared?.appears ?? []).map(({ sentence }) => sentence))),
  ];
}

/** What each map is to become: the change story, the figures of both, what the findings do, and both in one picture. */
export function futureBlocks(context: ReportContext): Block[] {
  return context.streams.flatMap(({ futures }) =>
    futures.flatMap(({ before, after }) => ofFuture(context, before, after)),
  );
}

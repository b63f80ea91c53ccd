import { changeStory } from '../analysis/change-story';
import { describeFigures, type FigureTile } from '../figures/describe';
import { listOf, stepsOf } from '../model/queries';
import { formatDuration } from '../model/units-format';
import { reportText } from '../text/report';
import { en } from '../text/en';
import { heading, paragraph } from './blocks';
import type { MapPart, ReportContext, StreamPart } from './context';
import type { Block, Tile, TilesBlock } from './types';

const words = reportText.cover;

/** Figures that a reader looks for first. */
const first: readonly FigureTile['id'][] = [
  'leadTime',
  'processTime',
  'activityRatio',
  'rolled',
  'bottleneck',
];

function tileOf({ label, value, aside, note, tone }: FigureTile): Tile {
  const detail = [aside ?? '', note].filter((text) => text !== '').join(' · ');
  return { name: label, value, detail, ...(tone === 'bad' || tone === 'good' ? { tone } : {}) };
}

/** The main figures of a map in large type; none where it has no step. */
export function tilesOf({ graph, figures }: MapPart): TilesBlock[] {
  if (stepsOf(graph).length === 0) return [];
  const tiles = describeFigures(graph, figures);
  return [
    { kind: 'tiles', tiles: first.flatMap((id) => tiles.filter((tile) => tile.id === id)).map(tileOf) },
  ];
}

function sayTime({ figures }: MapPart): string {
  const { leadTimeExpected: lead, processTimeOnPath: work } = figures.figure;
  if (lead.value === null)
    return lead.lower === null
      ? words.timeUnknown
      : words.timeAtLeast(en.figures.atLeast(formatDuration(lead.lower)));
  return work.value === null
    ? words.timeOnly(formatDuration(lead.value))
    : words.time(formatDuration(lead.value), formatDuration(work.value));
}

function sayFindings({ presented }: MapPart): string[] {
  const { error, warning, info } = presented.counts;
  const all = error + warning + info;
  return all === 0 ? [] : [words.findings(all, error)];
}

function sayPlan({ project }: ReportContext, stream: string): string[] {
  const all = listOf(project.improvements).filter(
    (each) => each.stream === stream && each.status !== 'dropped',
  );
  const owned = all.filter(({ owner, due }) => owner !== undefined && due !== undefined);
  return all.length === 0 ? [] : [words.plan(all.length, owned.length)];
}

function ofStream(context: ReportContext, stream: StreamPart): Block[] {
  const [main] = stream.maps;
  if (main === undefined) return [];
  const story = stream.futures.flatMap(({ before, after }) => {
    const told = changeStory({ project: context.project, before, after: after.graph.id });
    return told === null || told.lines.length === 0 ? [] : [words.future(after.graph.map.name, told.summary)];
  });
  const lead = stepsOf(main.graph).length === 0 ? [] : [sayTime(main), ...sayFindings(main)];
  return [
    ...tilesOf(main),
    ...paragraph(lead.join(' '), 'lead'),
    ...story.flatMap((text) => paragraph(text)),
    ...sayPlan(context, stream.id).flatMap((text) => paragraph(text)),
  ];
}

/** The summary on the first page: the main figures of each stream and what they say. */
export function coverBlocks(context: ReportContext): Block[] {
  const { streams } = context;
  if (streams.length === 1) return streams.flatMap((stream) => ofStream(context, stream));
  return streams.flatMap((stream) => {
    const blocks = ofStream(context, stream);
    return blocks.length === 0 ? [] : [heading(2, stream.name), ...blocks];
  });
}

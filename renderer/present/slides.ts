import { placeOf } from '../../shared/drawing/context';
import { futuresOf } from '../../shared/commands/future-copy';
import { listOf, lookUp, stepsOf } from '../../shared/model/queries';
import type { MapGraph } from '../../shared/model/queries';
import type { Project } from '../../shared/model/project';
import { en } from '../../shared/text/en';

/** One slide of a presentation. */
export type Slide =
  | { readonly kind: 'opening' | 'overview' | 'waits' | 'closing'; readonly title: string }
  | { readonly kind: 'step'; readonly title: string; readonly node: string; readonly place: number }
  | {
      readonly kind: 'before' | 'after';
      readonly title: string;
      readonly from: string;
      readonly to: string;
    };

const words = en.present;

/** The current map and the future one that the shown map belongs to; null where there is no such pair. */
function pairOf(project: Project, graph: MapGraph): { from: string; to: string } | null {
  const [newest] = futuresOf(project, graph.id);
  if (newest !== undefined) return { from: graph.id, to: newest };
  const source = graph.map.copiedFrom;
  if (graph.map.state !== 'future' || source === undefined || !lookUp(project.maps, source)) return null;
  return { from: source, to: graph.id };
}

/** The slides of a map: what it is for, the whole, each step along the stream, the waits, the way to the future, what happens next. */
export function slidesOf(project: Project, graph: MapGraph): readonly Slide[] {
  const steps = stepsOf(graph)
    .map((step) => ({ step, place: placeOf(graph, step.id).place }))
    .sort((a, b) => a.place - b.place);
  const pair = pairOf(project, graph);
  const decisions = listOf(project.workshopNotes).some(
    (note) => note.kind === 'decision' && note.stream === graph.stream.id,
  );
  const hasPlan = decisions || graph.improvements.length > 0;
  return [
    { kind: 'opening', title: graph.stream.name || words.slides.opening },
    { kind: 'overview', title: words.slides.overview },
    ...steps.map(
      ({ step, place }): Slide => ({ kind: 'step', title: step.name || words.title, node: step.id, place }),
    ),
    ...(steps.length > 0 ? [{ kind: 'waits', title: words.slides.waits } as const] : []),
    ...(pair
      ? ([
          { kind: 'before', title: words.slides.before, ...pair },
          { kind: 'after', title: words.slides.after, ...pair },
        ] as const)
      : []),
    ...(hasPlan ? [{ kind: 'closing', title: words.slides.closing } as const] : []),
  ];
}

import { futuresOf } from '../../shared/commands/future-copy';
import { listOf, lookUp } from '../../shared/model/queries';
import type { MapGraph } from '../../shared/model/queries';
import type { Project } from '../../shared/model/project';
import { en } from '../../shared/text/en';

/** One slide of a presentation. */
export type Slide =
  | { readonly kind: 'opening' | 'overview' | 'waits' | 'closing'; readonly title: string }
  | { readonly kind: 'step'; readonly title: string; readonly node: string; readonly place: number }
  | {
      /** Several steps that follow one another: of one group, or in one lane. */
      readonly kind: 'stage';
      readonly title: string;
      readonly nodes: readonly string[];
      readonly place: number;
      readonly all: number;
    }
  | {
      readonly kind: 'before' | 'after';
      readonly title: string;
      readonly from: string;
      readonly to: string;
    };

const words = en.present;

/** The map that a presentation begins with: the shown one, or what a future state was made from. */
export function todayOf(project: Project, map: string): string {
  const seen = new Set<string>();
  let at = map;
  while (!seen.has(at) && lookUp(project.maps, at)?.state === 'future') {
    seen.add(at);
    const source = lookUp(project.maps, at)?.copiedFrom;
    if (source === undefined || !lookUp(project.maps, source)) return at;
    at = source;
  }
  return at;
}

/** The current map and the future one that the shown map belongs to; null where there is no such pair. */
function pairOf(
  project: Project,
  graph: MapGraph,
  wanted: string | null,
): { from: string; to: string } | null {
  const futures = futuresOf(project, graph.id);
  const to = futures.find((each) => each === wanted) ?? futures.at(-1);
  if (to !== undefined) return { from: graph.id, to };
  const source = graph.map.copiedFrom;
  if (graph.map.state !== 'future' || source === undefined || !lookUp(project.maps, source)) return null;
  return { from: source, to: graph.id };
}

/** The slides of a map, on the way to the future state that is wanted (null for the first): what it is for, the whole, the steps or stages along the stream, the waits, the way to the future, what happens next. */
export function slidesOf(
  project: Project,
  graph: MapGraph,
  steps: readonly Slide[],
  wanted: string | null = null,
): readonly Slide[] {
  const pair = pairOf(project, graph, wanted);
  const decisions = listOf(project.workshopNotes).some(
    (note) => note.kind === 'decision' && note.stream === graph.stream.id,
  );
  const hasPlan = decisions || graph.improvements.length > 0;
  return [
    { kind: 'opening', title: graph.stream.name || words.slides.opening },
    { kind: 'overview', title: words.slides.overview },
    ...steps,
    ...(graph.nodes.some((node) => node.type === 'step')
      ? [{ kind: 'waits', title: words.slides.waits } as const]
      : []),
    ...(pair
      ? ([
          { kind: 'before', title: words.slides.before, ...pair },
          { kind: 'after', title: words.slides.after, ...pair },
        ] as const)
      : []),
    ...(hasPlan ? [{ kind: 'closing', title: words.slides.closing } as const] : []),
  ];
}

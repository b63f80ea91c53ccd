import { useMemo } from 'react';
import { type ChangeStory, changeStory } from '../../../shared/analysis/change-story';
import { compareAll, type FigureGroup } from '../../../shared/analysis/compare-all';
import type { SampledBoth } from '../../../shared/analysis/compare-figures';
import { compareMaps, type MapComparison } from '../../../shared/analysis/compare-maps';
import { type Difference, mapChanges } from '../../../shared/analysis/map-changes';
import { packOf } from '../../../shared/catalogue/packs';
import type { FrameworkPack } from '../../../shared/catalogue/types';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { useSampled } from '../../sampling/use-sampled';
import { useApp } from '../../store';
import type { Pair } from './compare-state';

/** Everything that the page shows of two maps. */
export interface Comparison {
  readonly pair: Pair;
  readonly before: MapGraph;
  readonly after: MapGraph;
  readonly pack: FrameworkPack;
  readonly found: MapComparison;
  readonly story: ChangeStory;
  readonly figures: readonly FigureGroup[];
  readonly differences: readonly Difference[];
  /** True while percentiles are on their way. */
  readonly isSampling: boolean;
}

const none: readonly MapGraph[] = [];

/** Compares two maps whenever one of them changes; percentiles follow from a worker. Null where one is gone. */
export function useComparison(pair: Pair): Comparison | null {
  const project = useApp((state) => state.history.project);
  const today = useApp((state) => state.today);
  const application = useApp((state) => state.analysis.rules);
  const [before, after] = [graphOf(project, pair.before), graphOf(project, pair.after)];
  const pack = packOf(project.pack);
  const found = useMemo(
    () => compareMaps({ project, ...pair, pack, profile: project.settings.profile, today, application }),
    [project, pair, pack, today, application],
  );
  const graphs = useMemo(() => (before && after ? [before, after] : none), [before, after]);
  const [first = null, second = null] = useSampled(graphs);
  const sampled = useMemo((): SampledBoth | undefined => {
    if (first === 'awaited' || second === 'awaited') return undefined;
    return { before: first, after: second };
  }, [first, second]);
  const differences = useMemo(() => mapChanges(project, pair.before, pair.after), [project, pair]);
  const story = useMemo(
    () => changeStory({ project, ...pair, ...(sampled && { sampled }) }),
    [project, pair, sampled],
  );
  const figures = useMemo(
    () => (before && after ? compareAll(before, after, sampled) : []),
    [before, after, sampled],
  );
  if (!before || !after || !found || !story) return null;
  const isSampling = sampled === undefined;
  return { pair, before, after, pack, found, story, figures, differences, isSampling };
}

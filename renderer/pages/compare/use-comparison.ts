import { useCallback, useMemo } from 'react';
import { type ChangeStory, changeStory } from '../../../shared/analysis/change-story';
import { compareAll, type FigureGroup } from '../../../shared/analysis/compare-all';
import type { SampledBoth } from '../../../shared/analysis/compare-figures';
import { compareMaps, type MapComparison, type MapPair } from '../../../shared/analysis/compare-maps';
import { type Difference, mapChanges } from '../../../shared/analysis/map-changes';
import { packOf } from '../../../shared/catalogue/packs';
import type { FrameworkPack } from '../../../shared/catalogue/types';
import type { Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { useSampled } from '../../sampling/use-sampled';
import { useApp } from '../../store';
import type { Pair } from './compare-state';
import { useLater } from './use-later';

/** Two maps to compare. */
export interface CompareWish {
  readonly project: Project;
  /** The state of the project that the first map is taken from; the same for two maps of the open document. */
  readonly earlier: Project;
  readonly pair: Pair;
  /** Names of versions; null where the maps themselves are spoken of. */
  readonly names: EndNames | null;
}

/** What the two ends are called. */
export interface EndNames {
  readonly before: string;
  readonly after: string;
}

/** Everything that the page shows of two maps. */
export interface Comparison {
  readonly project: Project;
  readonly earlier: Project;
  readonly pair: Pair;
  readonly names: EndNames;
  /** True for versions: what is shown is not the open document and is never changed. */
  readonly isOfVersions: boolean;
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

/** What is computed of two maps before anything is sampled. */
interface Base {
  readonly project: Project;
  readonly earlier: Project;
  readonly before: MapGraph;
  readonly after: MapGraph;
  readonly found: MapComparison;
  readonly differences: readonly Difference[];
}

const none: readonly MapGraph[] = [];

function baseOf(wish: MapPair): Base | null {
  const { project, earlier = project } = wish;
  const [before, after] = [graphOf(earlier, wish.before), graphOf(project, wish.after)];
  const found = compareMaps(wish);
  if (!before || !after || !found) return null;
  const differences = mapChanges(project, wish.before, wish.after, earlier);
  return { project, earlier, before, after, found, differences };
}

/** Compares two maps whenever one of them changes, soon after the page was painted; percentiles follow from a worker. Null until then, and where a map is gone. */
export function useComparison({ project, earlier, pair, names }: CompareWish): Comparison | null {
  const today = useApp((state) => state.today);
  const application = useApp((state) => state.analysis.rules);
  const pack = packOf(project.pack);
  const compute = useCallback(
    () => baseOf({ project, earlier, ...pair, pack, profile: project.settings.profile, today, application }),
    [project, earlier, pair, pack, today, application],
  );
  const base = useLater(compute);
  const graphs = useMemo(() => (base ? [base.before, base.after] : none), [base]);
  const [first = null, second = null] = useSampled(graphs);
  const sampled = useMemo((): SampledBoth | undefined => {
    if (first === 'awaited' || second === 'awaited') return undefined;
    return { before: first, after: second };
  }, [first, second]);
  const story = useMemo(
    () =>
      base &&
      changeStory({ project: base.project, earlier: base.earlier, ...pair, ...(sampled && { sampled }) }),
    [base, pair, sampled],
  );
  const figures = useMemo(() => (base ? compareAll(base.before, base.after, sampled) : []), [base, sampled]);
  if (!base || !story) return null;
  return {
    ...base,
    pair,
    pack,
    story,
    figures,
    names: names ?? { before: base.before.map.name, after: base.after.map.name },
    isOfVersions: names !== null,
    isSampling: sampled === undefined,
  };
}

import { useEffect, useState } from 'react';
import { keep } from '../../../shared/model/keep';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { changesToTry, type RankedChange, rankOne } from '../../../shared/what-if/rank-changes';

/** What each change of a map brings, in no order. */
interface Ranking {
  readonly ranked: readonly RankedChange[];
}

/** The page may stand still for so long, ms. */
const slice = 12;

const known = keep<Project, Ranking>();

const keyOf = (map: string, part: number): string => `${map} ${String(part)}`;

/** Tries all changes of a map one after the other, in slices between which the page answers; `tell` gets the whole and now and then a part. */
function rankInSlices(
  project: Project,
  map: string,
  part: number,
  tell: (ranking: Ranking) => void,
): () => void {
  const graph = graphOf(project, map);
  const list = graph ? changesToTry(project, graph, { part }) : [];
  const ranked: RankedChange[] = [];
  let at = 0;
  let timer: ReturnType<typeof setTimeout>;
  const go = (): void => {
    const end = performance.now() + slice;
    for (; at < list.length && performance.now() < end; at += 1) {
      const change = list[at];
      const found = change && rankOne(project, map, change);
      if (found) ranked.push(found);
    }
    if (at < list.length) timer = setTimeout(go, 0);
    else tell({ ranked });
  };
  timer = setTimeout(go, 0);
  return () => clearTimeout(timer);
}

/** What each single change of a map brings, found beside whatever else the page does; null until it is known. */
export function useRanking(project: Project, map: string, part: number, isWanted = true): Ranking | null {
  const key = keyOf(map, part);
  const [found, setFound] = useState<{
    readonly of: Project;
    readonly key: string;
    readonly ranking: Ranking;
  } | null>(null);
  const ready = known.get(project, key) ?? null;
  useEffect(() => {
    if (!isWanted || known.get(project, key) !== undefined) return undefined;
    return rankInSlices(project, map, part, (ranking) => {
      known.set(project, key, ranking);
      setFound({ of: project, key, ranking });
    });
  }, [project, map, part, key, isWanted]);
  return ready ?? (found !== null && found.of === project && found.key === key ? found.ranking : null);
}

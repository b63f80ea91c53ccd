import { useMemo } from 'react';
import { analyse } from '../../../shared/analysis/analyse';
import { type FindingRow, presentFindings } from '../../../shared/analysis/present-findings';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { planBase, type Threads, threadsOf } from '../../../shared/plan/threads';
import { type Derived, useDerived } from '../../derive';
import { useApp } from '../../store';

/** What the plan of a stream is made from. */
export interface Plan {
  readonly derived: Derived;
  /** The map that the plan starts from, usually the current state. */
  readonly base: MapGraph;
  /** What the analysis says of it. */
  readonly findings: readonly FindingRow[];
  readonly threads: Threads;
}

const none: readonly FindingRow[] = [];

/** The findings of the map that the plan starts from: those of the shown map where it is that one. */
function useFindings(derived: Derived | null, base: MapGraph | null): readonly FindingRow[] {
  const project = useApp((state) => state.history.project);
  const today = useApp((state) => state.today);
  const rules = useApp((state) => state.analysis.rules);
  const isShown = derived !== null && base === derived.graph;
  const own = useMemo(() => {
    if (isShown || !derived || !base) return none;
    const report = analyse(base, {
      pack: derived.pack,
      profile: project.settings.profile,
      today,
      suppressForTemplates: true,
      waivers: project.waivers,
      settings: { application: rules, project: project.ruleSettings },
    });
    return presentFindings(report, base, derived.pack, { currency: project.settings.currency }).rows;
  }, [isShown, derived, base, project, today, rules]);
  return isShown ? derived.presented.rows : own;
}

/** The improvements of the shown stream with what they answer and what they bring; null where no map is shown. */
export function usePlanThreads(): Plan | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const stream = derived?.graph.stream.id ?? '';
  const base = useMemo(() => graphOf(project, planBase(project, stream) ?? ''), [project, stream]);
  const findings = useFindings(derived, base);
  const threads = useMemo(() => threadsOf(project, stream, findings), [project, stream, findings]);
  return useMemo(
    () => (derived && base ? { derived, base, findings, threads } : null),
    [derived, base, findings, threads],
  );
}

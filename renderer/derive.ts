import { analyseAgain, type KnownAnalysis } from '../shared/analysis/analyse';
import { type PresentedFindings, presentFindings } from '../shared/analysis/present-findings';
import type { Report } from '../shared/analysis/types';
import { packOf } from '../shared/catalogue/packs';
import type { FrameworkPack } from '../shared/catalogue/types';
import type { AnalysisSettings } from '../shared/ipc/preferences';
import { type FoldedMap, foldMap } from '../shared/drawing/fold-map';
import { labelSizeFor } from '../shared/drawing/flow-text';
import { computeFigures } from '../shared/figures/compute-figures';
import type { Figures, SampledLeadTime } from '../shared/figures/types';
import { type KnownLayout, layoutAgain } from '../shared/layout/layout-again';
import type { LaneBy, MapLayout } from '../shared/layout/types';
import { chosenLanes, usefulLanes } from '../shared/layout/useful-lanes';
import type { Project } from '../shared/model/project';
import { graphOf, type MapGraph } from '../shared/model/queries';
import { useApp } from './store';

/** Everything that is computed from the shown map. */
export interface Derived {
  readonly graph: MapGraph;
  /** The map as the canvas shows it: with its folded groups as blocks, or the inside of one. */
  readonly shown: FoldedMap;
  readonly pack: FrameworkPack;
  readonly lanes: LaneBy;
  /** Of what is shown. */
  readonly layout: MapLayout;
  readonly figures: Figures;
  /** Judged when it is first asked for: a map that opens is seen before its findings. */
  readonly report: Report;
  readonly presented: PresentedFindings;
}

interface Wanted {
  readonly project: Project;
  readonly mapId: string;
  readonly lanes: LaneBy;
  /** The group whose inside is shown. */
  readonly inside: string | null;
  readonly today: string;
  /** How rules judge on this computer. */
  readonly rules: AnalysisSettings['rules'];
  /** Percentiles of the map; what rules say of them is all that depends on them. */
  readonly sampled: SampledLeadTime | null;
}

let lastLayout: KnownLayout | null = null;
let lastAnalysis: KnownAnalysis | null = null;
let last: { wanted: Wanted; derived: Derived | null } | null = null;

/** True where the places of everything are those of before. */
function isLaidOutAs(before: Wanted, wanted: Wanted): boolean {
  return (
    before.project === wanted.project &&
    before.mapId === wanted.mapId &&
    before.lanes === wanted.lanes &&
    before.inside === wanted.inside
  );
}

/** Findings of a map, computed when they are first asked for. */
function judgedLater(
  graph: MapGraph,
  pack: FrameworkPack,
  wanted: Wanted,
): () => Pick<Derived, 'report' | 'presented'> {
  let known: Pick<Derived, 'report' | 'presented'> | null = null;
  return () => {
    if (known) return known;
    lastAnalysis = analyseAgain(lastAnalysis, graph, {
      pack,
      profile: wanted.project.settings.profile,
      today: wanted.today,
      suppressForTemplates: true,
      waivers: wanted.project.waivers,
      settings: { application: wanted.rules, project: wanted.project.ruleSettings },
      sampled: wanted.sampled,
    });
    const { report } = lastAnalysis;
    const { currency } = wanted.project.settings;
    known = { report, presented: presentFindings(report, graph, pack, { currency }) };
    return known;
  };
}

function compute(wanted: Wanted): Derived | null {
  const graph = graphOf(wanted.project, wanted.mapId);
  if (!graph) return null;
  const pack = packOf(wanted.project.pack);
  const lanes = usefulLanes(graph, wanted.lanes);
  const judged = judgedLater(graph, pack, wanted);
  const figures = computeFigures(graph);
  const shown = foldMap(graph, figures, wanted.inside);
  const before =
    last !== null && last.derived !== null && isLaidOutAs(last.wanted, wanted) ? last.derived : null;
  if (before !== null && before.report === judged().report) return before;
  if (before === null || lastLayout === null)
    lastLayout = layoutAgain(lastLayout, shown.graph, {
      laneBy: lanes,
      pack,
      labelSize: labelSizeFor(shown.graph),
    });
  return {
    graph,
    shown,
    pack,
    lanes,
    layout: lastLayout.layout,
    figures,
    get report() {
      return judged().report;
    },
    get presented() {
      return judged().presented;
    },
  };
}

/** What is derived of the shown map, computed once for each state of the document; null where there is no map. */
export function derivedNow(): Derived | null {
  const { history, mapId, inside, preferences, today, analysis, sampled } = useApp.getState();
  const wanted = {
    project: history.project,
    mapId,
    lanes: chosenLanes(history.project, mapId, preferences.lanes),
    inside,
    today,
    rules: analysis.rules,
    sampled,
  };
  const isSame =
    last !== null &&
    last.wanted.project === wanted.project &&
    last.wanted.mapId === mapId &&
    last.wanted.lanes === wanted.lanes &&
    last.wanted.inside === inside &&
    last.wanted.today === today &&
    last.wanted.rules === wanted.rules &&
    last.wanted.sampled === wanted.sampled;
  if (!isSame || last === null) last = { wanted, derived: compute(wanted) };
  return last.derived;
}

/** The same, for components: draws again when something derived has changed. */
export function useDerived(): Derived | null {
  return useApp(derivedNow);
}

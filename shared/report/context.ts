import { analyse } from '../analysis/analyse';
import { presentCoverage, type PresentedCoverage } from '../analysis/present-coverage';
import { type PresentedFindings, presentFindings } from '../analysis/present-findings';
import type { RuleSettings } from '../analysis/rule-settings';
import type { Report as Judgement } from '../analysis/types';
import { packOf } from '../catalogue/packs';
import type { FrameworkPack } from '../catalogue/types';
import type { ExportScope } from '../export/formats';
import { computeFigures } from '../figures/compute-figures';
import type { Figures, SampledLeadTime } from '../figures/types';
import type { LaneBy } from '../layout/types';
import type { Project } from '../model/project';
import { graphOf, listOf, lookUp, type MapGraph, mapsOf } from '../model/queries';
import { sampleLeadTime, usualSampling } from '../simulation/sample-lead-time';
import type { SectionName } from './types';

/** What a report is asked for. */
export interface ReportWish {
  readonly scope: ExportScope;
  /** In their order; others are left out. */
  readonly sections: readonly SectionName[];
  /** Lanes of every map; null for those that each map was given, else roles. */
  readonly lanes: LaneBy | null;
  readonly ladder: boolean;
  /** ISO date that rules judge by and that the report shows. */
  readonly today: string;
  /** How rules judge on the computer that asks; none on the command line. */
  readonly rules?: RuleSettings['application'];
}

/** A map with everything that is said of it. */
export interface MapPart {
  readonly graph: MapGraph;
  readonly pack: FrameworkPack;
  readonly figures: Figures;
  readonly sampled: SampledLeadTime | null;
  readonly judgement: Judgement;
  readonly presented: PresentedFindings;
  readonly coverage: PresentedCoverage;
}

/** A stream with the maps that the report tells of; `futures` are pairs of a map and what it is to become. */
export interface StreamPart {
  readonly id: string;
  readonly name: string;
  readonly maps: readonly MapPart[];
  readonly futures: readonly { readonly before: string; readonly after: MapPart }[];
}

/** Everything that the sections are written from. */
export interface ReportContext {
  readonly project: Project;
  readonly wish: ReportWish;
  readonly streams: readonly StreamPart[];
}

/** Everything that is said of one map; null where the project has no such map. */
export function mapPart(
  project: Project,
  mapId: string,
  { today, rules = [] }: Pick<ReportWish, 'today' | 'rules'>,
): MapPart | null {
  const graph = graphOf(project, mapId);
  if (!graph) return null;
  const pack = packOf(project.pack);
  const sampled = sampleLeadTime(graph, usualSampling);
  const judgement = analyse(graph, {
    pack,
    profile: project.settings.profile,
    today,
    suppressForTemplates: true,
    waivers: project.waivers,
    settings: { application: rules, project: project.ruleSettings },
    sampled,
  });
  return {
    graph,
    pack,
    figures: computeFigures(graph),
    sampled,
    judgement,
    presented: presentFindings(judgement, graph, pack, { currency: project.settings.currency }),
    coverage: presentCoverage(judgement, graph, pack),
  };
}

/** The map that a future state came from, where it is still there. */
function sourceOf(project: Project, after: string): string | null {
  const source = lookUp(project.maps, after)?.copiedFrom;
  return source !== undefined && lookUp(project.maps, source) ? source : null;
}

interface Chosen {
  readonly maps: readonly string[];
  readonly futures: readonly { readonly before: string; readonly after: string }[];
}

/** Which maps of a stream are told of for themselves, and which as what others become. */
function chosenOf(project: Project, stream: string, scope: ExportScope): Chosen {
  const all = mapsOf(project, stream);
  const pairs = all.flatMap(({ id, state }) => {
    const before = state === 'future' ? sourceOf(project, id) : null;
    return before === null ? [] : [{ before, after: id }];
  });
  switch (scope.kind) {
    case 'project': {
      const told = new Set(pairs.map(({ after }) => after));
      return { maps: all.map(({ id }) => id).filter((id) => !told.has(id)), futures: pairs };
    }
    case 'map':
    case 'selection': {
      const pair = pairs.find(({ after }) => after === scope.map);
      return { maps: all.some(({ id }) => id === scope.map) ? [scope.map] : [], futures: pair ? [pair] : [] };
    }
    case 'compare':
      return all.some(({ id }) => id === scope.from)
        ? { maps: [scope.from], futures: [{ before: scope.from, after: scope.to }] }
        : { maps: [], futures: [] };
  }
}

/** Gathers what a report says of the maps of its scope; computes figures, findings and percentiles of each once. */
export function contextOf(project: Project, wish: ReportWish): ReportContext {
  const known = new Map<string, MapPart | null>();
  const part = (id: string): MapPart[] => {
    const found = known.get(id) ?? mapPart(project, id, wish);
    known.set(id, found);
    return found === null ? [] : [found];
  };
  const streams = listOf(project.streams).flatMap(({ id, name }): StreamPart[] => {
    const chosen = chosenOf(project, id, wish.scope);
    const maps = chosen.maps.flatMap(part);
    const futures = chosen.futures.flatMap(({ before, after }) =>
      part(after).map((each) => ({ before, after: each })),
    );
    return maps.length === 0 && futures.length === 0 ? [] : [{ id, name, maps, futures }];
  });
  return { project, wish, streams };
}

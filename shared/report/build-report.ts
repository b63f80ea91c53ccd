import { lookUp } from '../model/queries';
import type { Project } from '../model/project';
import { reportText } from '../text/report';
import { charterBlocks } from './charter';
import { contextOf, type ReportContext, type ReportWish } from './context';
import { coverBlocks } from './cover';
import { currentBlocks } from './current';
import { figuresBlocks } from './figures';
import { findingsBlocks } from './findings';
import { futureBlocks } from './future';
import { methodBlocks } from './method';
import { planBlocks } from './plan';
import { type Block, type Report, type SectionName, sectionNames } from './types';
import { workshopBlocks } from './workshop';

const writers: Readonly<Record<SectionName, (context: ReportContext) => Block[]>> = {
  cover: coverBlocks,
  charter: charterBlocks,
  current: currentBlocks,
  figures: figuresBlocks,
  findings: findingsBlocks,
  future: futureBlocks,
  plan: planBlocks,
  workshop: workshopBlocks,
  method: methodBlocks,
};

const titles: Readonly<Record<SectionName, string>> = reportText.sections;

function titleOf({ project, streams }: ReportContext): string {
  const [first] = streams;
  if (streams.length === 1 && first !== undefined && first.name.trim() !== '') return first.name;
  return project.name.trim() || reportText.untitled;
}

function subtitleOf({ project, streams }: ReportContext): string {
  const [stream] = streams;
  if (stream === undefined || streams.length > 1)
    return reportText.seriesOf(streams.map(({ name }) => name).filter((name) => name !== ''));
  const graphs = [...stream.maps, ...stream.futures.map(({ after }) => after)];
  const names = graphs.map(({ graph }) => lookUp(project.maps, graph.id)?.name ?? '');
  const observed = stream.maps[0]?.graph.map.observedOn;
  return [...new Set(names), observed === undefined ? '' : reportText.observed(observed)]
    .filter((text) => text !== '')
    .join(' · ');
}

/**
 * What a report says of a project: the sections that were asked for, in their order; those that have nothing to say are left out.
 * Pure: the same project and wish give the same report.
 */
export function buildReport(project: Project, wish: ReportWish): Report {
  const context = contextOf(project, wish);
  return {
    title: titleOf(context),
    subtitle: subtitleOf(context),
    language: 'en',
    date: wish.today,
    sections: wish.sections.flatMap((name) => {
      const blocks = writers[name](context);
      return blocks.length === 0 ? [] : [{ name, title: titles[name], blocks }];
    }),
  };
}

/** The sections that a report of this scope has nothing to say in, with the reason in words. */
export function emptySections(
  project: Project,
  wish: Omit<ReportWish, 'sections'>,
): ReadonlyMap<SectionName, string> {
  const { sections } = buildReport(project, { ...wish, sections: sectionNames });
  const said = new Set(sections.map(({ name }) => name));
  const reasons: Readonly<Partial<Record<SectionName, string>>> = reportText.empty;
  return new Map(
    sectionNames.flatMap((name) => {
      const reason = reasons[name];
      return said.has(name) || reason === undefined ? [] : [[name, reason] as const];
    }),
  );
}

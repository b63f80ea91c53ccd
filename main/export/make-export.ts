import type { DisplayList } from '../../shared/drawing/display-list';
import { dark, light } from '../../shared/drawing/theme';
import { toBpmn } from '../../shared/exchange/bpmn/to-bpmn';
import { toDrawio } from '../../shared/exchange/drawio/to-drawio';
import { toMermaid } from '../../shared/exchange/mermaid/to-mermaid';
import {
  type ExportFormat,
  type ExportScope,
  type ExportWish,
  formatTraits,
  type OnProgress,
} from '../../shared/export/formats';
import type { Project } from '../../shared/model/project';
import { graphOf, listOf, lookUp } from '../../shared/model/queries';
import { buildReport } from '../../shared/report/build-report';
import { mapPart } from '../../shared/report/context';
import { mapDrawing, overlayPicture } from '../../shared/report/pictures';
import { toMarkdown } from '../../shared/report/to-markdown';
import type { Report } from '../../shared/report/types';
import { writeAbout } from '../../shared/tables/about-tables';
import { writeTable } from '../../shared/tables/write-table';
import { exportText } from '../../shared/text/export';

/** Something cannot be exported as it was asked for; the message is a sentence. */
export class ExportRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'ExportRefused';
  }
}

/** What each maker is given. */
interface Job {
  readonly project: Project;
  readonly wish: ExportWish;
  readonly onProgress: OnProgress;
}

type Maker = (job: Job) => Promise<Uint8Array | string>;

/** The maps of a scope in their order; throws `ExportRefused` where there is none, or one is gone. */
export function mapsOfScope(project: Project, scope: ExportScope): readonly string[] {
  const wanted =
    scope.kind === 'project'
      ? listOf(project.streams).flatMap(({ id }) =>
          listOf(project.maps).flatMap((map) => (map.stream === id ? [map.id] : [])),
        )
      : scope.kind === 'compare'
        ? [scope.from, scope.to]
        : [scope.map];
  if (wanted.length === 0 || wanted.some((id) => lookUp(project.maps, id) === undefined))
    throw new ExportRefused(exportText.refused.noMap);
  return wanted;
}

/** The one map that a drawing, or a model of one map, is made of: the first of a whole project. */
function oneMap(project: Project, scope: ExportScope): string {
  const [first = ''] = mapsOfScope(project, scope);
  return first;
}

/** The drawing that a picture of this scope shows. Throws `ExportRefused`. */
export function drawingOf(project: Project, wish: ExportWish): DisplayList {
  const { scope } = wish;
  if (scope.kind === 'compare') {
    const [from, to] = [mapPart(project, scope.from, wish), mapPart(project, scope.to, wish)];
    const picture = from && to ? overlayPicture(project, from, to, wish) : null;
    if (!picture) throw new ExportRefused(exportText.refused.noMap);
    return picture.drawing;
  }
  const part = mapPart(project, oneMap(project, scope), wish);
  if (!part) throw new ExportRefused(exportText.refused.noMap);
  return mapDrawing(part, wish, scope.kind === 'selection' ? scope.nodes : null);
}

/** The report of this scope. */
function reportOf({ project, wish }: Job): Report {
  mapsOfScope(project, wish.scope);
  return buildReport(project, wish);
}

/** Mermaid texts by the id of the picture that they stand for. */
function diagramsOf({ project, wish }: Job): Record<string, string> {
  const graphs = mapsOfScope(project, wish.scope).flatMap((id) => graphOf(project, id) ?? []);
  return Object.fromEntries(
    graphs.map((graph) => [`map-${graph.id.replaceAll(/[^A-Za-z0-9-]/g, '')}`, toMermaid(graph)]),
  );
}

const themeOf = ({ wish }: Job): typeof light | typeof dark => (wish.theme === 'dark' ? dark : light);

/** How each format is made. What is heavy is loaded when it is asked for. */
const makers: Readonly<Partial<Record<ExportFormat, Maker>>> = {
  svg: async (job) => {
    const { toSvgFile } = await import('./svg');
    return await toSvgFile(drawingOf(job.project, job.wish), themeOf(job));
  },
  png: async (job) => {
    const { toPng } = await import('./png');
    return await toPng(drawingOf(job.project, job.wish), themeOf(job), job.wish.scale);
  },
  pdf: async (job) => {
    const { toDiagramPdf } = await import('./diagram-pdf');
    return await toDiagramPdf(drawingOf(job.project, job.wish), themeOf(job));
  },
  md: async (job) => toMarkdown(reportOf(job), diagramsOf(job)),
  mermaid: async ({ project, wish }) => {
    const graph = graphOf(project, oneMap(project, wish.scope));
    if (!graph) throw new ExportRefused(exportText.refused.noMap);
    return toMermaid(graph);
  },
  drawio: async ({ project, wish }) => toDrawio(project, mapsOfScope(project, wish.scope), wish),
  bpmn: async ({ project, wish }) => {
    const text = toBpmn(project, oneMap(project, wish.scope), wish);
    if (text === null) throw new ExportRefused(exportText.refused.noMap);
    return text;
  },
  csv: async ({ project, wish }) => {
    const { table = 'steps' } = wish;
    const map = oneMap(project, wish.scope);
    return (table === 'steps' ? writeTable(project, map, 'csv') : writeAbout(project, map, table)) ?? '';
  },
  json: async ({ project, wish }) => writeTable(project, oneMap(project, wish.scope), 'json') ?? '',
};

/** Formats that can be made, in the order in which they are offered. */
export const readyFormats: readonly ExportFormat[] = (Object.keys(formatTraits) as ExportFormat[]).filter(
  (format) => Object.hasOwn(makers, format),
);

/**
 * Makes the file of an export, the same for the app and the command line: the same project and wish give the same
 * bytes. `onProgress` is told shares 0 to 1. Throws `ExportRefused` with a sentence.
 */
export async function makeExport(
  project: Project,
  wish: ExportWish,
  onProgress: OnProgress = () => undefined,
): Promise<{ readonly bytes: Uint8Array; readonly extension: string }> {
  const make = makers[wish.format];
  if (make === undefined) throw new ExportRefused(exportText.refused.noFormat(wish.format));
  onProgress(0, exportText.progress.start);
  const made = await make({ project, wish, onProgress });
  onProgress(1, exportText.progress.end);
  return {
    bytes: typeof made === 'string' ? new TextEncoder().encode(made) : made,
    extension: formatTraits[wish.format].extension,
  };
}

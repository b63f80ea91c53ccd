import type { RuleSettings } from '../analysis/rule-settings';
import type { DisplayList } from '../drawing/display-list';
import { toMermaid } from '../exchange/mermaid/to-mermaid';
import type { Project } from '../model/project';
import { graphOf, listOf, lookUp } from '../model/queries';
import { blockId } from '../report/blocks';
import { buildReport } from '../report/build-report';
import { mapPart } from '../report/context';
import { mapDrawing, overlayPicture } from '../report/pictures';
import { toMarkdown } from '../report/to-markdown';
import type { Report } from '../report/types';
import { writeAbout } from '../tables/about-tables';
import { writeTable } from '../tables/write-table';
import { exportText } from '../text/export';
import { type ExportScope, type ExportWish, formatTraits } from './formats';
import { unembeddedCharacters } from './unembedded';

/** How rules judge on the computer that asks; none on the command line. */
type Rules = RuleSettings['application'];

/** Something cannot be exported as it was asked for; the message is a sentence. */
export class ExportRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'ExportRefused';
  }
}

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
export function drawingOf(project: Project, wish: ExportWish, rules: Rules = []): DisplayList {
  const { scope, today } = wish;
  const partOf = (map: string): ReturnType<typeof mapPart> => mapPart(project, map, { today, rules });
  if (scope.kind === 'compare') {
    const [from, to] = [partOf(scope.from), partOf(scope.to)];
    const picture = from && to ? overlayPicture(project, from, to, wish) : null;
    if (!picture) throw new ExportRefused(exportText.refused.noMap);
    return picture.drawing;
  }
  const part = partOf(oneMap(project, scope));
  if (!part) throw new ExportRefused(exportText.refused.noMap);
  return mapDrawing(part, wish, scope.kind === 'selection' ? scope.nodes : null);
}

/** The report of this scope. Throws `ExportRefused`. */
export function reportOfScope(project: Project, wish: ExportWish, rules: Rules = []): Report {
  mapsOfScope(project, wish.scope);
  return buildReport(project, { ...wish, rules });
}

/** The report of this scope as Markdown, its maps as Mermaid diagrams. Throws `ExportRefused`. */
export function markdownOf(project: Project, wish: ExportWish, rules: Rules = []): string {
  const graphs = mapsOfScope(project, wish.scope).flatMap((id) => graphOf(project, id) ?? []);
  const diagrams = Object.fromEntries(graphs.map((graph) => [blockId('map', graph.id), toMermaid(graph)]));
  return toMarkdown(reportOfScope(project, wish, rules), diagrams);
}

/** The map of this scope as a Mermaid flowchart. Throws `ExportRefused`. */
export function mermaidOf(project: Project, { scope }: ExportWish): string {
  const graph = graphOf(project, oneMap(project, scope));
  if (!graph) throw new ExportRefused(exportText.refused.noMap);
  return toMermaid(graph);
}

/** The table of this scope as CSV, or all of its map as JSON. Throws `ExportRefused`. */
export function tableOf(project: Project, { format, scope, table = 'steps' }: ExportWish): string {
  const map = oneMap(project, scope);
  const text =
    format === 'json'
      ? writeTable(project, map, 'json')
      : table === 'steps'
        ? writeTable(project, map, 'csv')
        : writeAbout(project, map, table);
  return text ?? '';
}

/** The characters that the file of an export shows as boxes. Throws `ExportRefused`. */
export function unembeddedIn(project: Project, wish: ExportWish, rules: Rules = []): readonly string[] {
  const { embedsFonts, kind } = formatTraits[wish.format];
  // Nearly always no text of the project has any, and nothing need be drawn to know it.
  if (!embedsFonts || unembeddedCharacters(project).length === 0) return [];
  return unembeddedCharacters(
    kind === 'drawing' ? drawingOf(project, wish, rules) : reportOfScope(project, wish, rules),
  );
}

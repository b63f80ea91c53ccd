import { figureInputOf } from '../../../shared/figures/compute-figures';
import type { WriterOptions } from '../../../shared/export/formats';
import type { Project } from '../../../shared/model/project';
import { ladderChart, loadChart, paretoChart } from '../../../shared/report/charts';
import { type MapPart, mapPart, type ReportWish } from '../../../shared/report/context';
import { titleOf } from '../../../shared/report/figures';
import { xlsxText } from '../../../shared/text/xlsx';
import { calculationOf } from './calculation';
import { calculationInput } from './calculation-input';
import { chartSheet, ladderFormulas, type LiveCell } from './chart-sheet';
import { rolesSheet, stepsSheet, streamSheet } from './data-sheets';
import { flowsSheet } from './flows-sheet';
import { figuresSheet } from './figures-sheet';
import { type SheetKind, sheetNames } from './names';
import type { Sheet } from './sheet';
import { weightTerms } from './weights';
import { findingsSheet, improvementsSheet } from './words-sheets';
import { workbook } from './workbook';

const fixedNumbers: LiveCell = () => null;

/** The sheets of a map: figures and charts, what was found, then the tables that the formulas rest on. */
function sheetsOf(
  project: Project,
  part: MapPart,
  called: (kind: SheetKind) => string,
  today: string,
): Sheet[] {
  const { graph } = part;
  const figures = figureInputOf(graph);
  const { network } = figures.structure;
  const steps = stepsSheet(called('steps'), graph, project);
  const flows = flowsSheet(called('flows'), graph, project, steps, (meanAt) =>
    weightTerms(network, figures.expected, meanAt),
  );
  const roles = rolesSheet(called('roles'), graph, project);
  const stream = streamSheet(called('stream'), graph, project);
  const calculation = calculationOf(calculationInput(called('calculation'), graph, steps, flows));
  const sources = { graph, calculation, stream, roles };
  return [
    figuresSheet(called('figures'), titleOf(part), sources, part.sampled, today),
    ...ladderChart(part).map((chart) =>
      chartSheet(called('ladder'), chart, ladderFormulas(graph, calculation, chart)),
    ),
    ...paretoChart(part).map((chart) => chartSheet(called('pareto'), chart, fixedNumbers)),
    ...loadChart(part).map((chart) => chartSheet(called('load'), chart, fixedNumbers)),
    findingsSheet(called('findings'), part),
    steps.sheet,
    flows.sheet,
    roles.sheet,
    stream.sheet,
    calculation.sheet,
  ];
}

/** How a workbook is made; `rules`: how rules judge on the computer that asks. */
type XlsxOptions = Pick<WriterOptions, 'paper' | 'today' | 'onProgress'> & Pick<ReportWish, 'rules'>;

/**
 * A workbook of some maps: their figures as formulas over the tables of steps, flows, roles and stream, charts, findings and
 * improvements. Texts of the project stay texts. The same project, maps and options give the same bytes; maps that are gone are left out.
 */
export function toXlsx(project: Project, mapIds: readonly string[], options: XlsxOptions): Uint8Array {
  const { today, rules, onProgress } = options;
  const parts = mapIds.flatMap((id, at) => {
    onProgress?.(at / (mapIds.length + 1), xlsxText.progress(project.maps[id]?.name ?? ''));
    return mapPart(project, id, { today, ...(rules === undefined ? {} : { rules }) }) ?? [];
  });
  const sheets = parts.flatMap((part, at) =>
    sheetsOf(project, part, sheetNames(part.graph.map.name, at, parts.length), today),
  );
  const plan = improvementsSheet(xlsxText.sheets.improvements, project, parts);
  const at = sheets.findIndex(({ name }) => name.startsWith(xlsxText.sheets.steps));
  const all = plan === null ? sheets : [...sheets.slice(0, at), plan, ...sheets.slice(at)];
  const [first] = parts;
  const title = parts.length === 1 && first !== undefined ? titleOf(first) : project.name;
  return workbook(title, all, options);
}

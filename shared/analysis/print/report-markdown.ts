import type { FrameworkPack } from '../../catalogue/types';
import type { MapGraph } from '../../model/queries';
import { analysisText } from '../../text/analysis';
import { en } from '../../text/en';
import { presentCoverage } from '../present-coverage';
import { type FindingRow, presentFindings, type PresentOptions } from '../present-findings';
import type { Report } from '../types';
import { plain, rawTable, struck, table } from './markdown';

const words = en.findings;
const { waiver, coverage } = analysisText;

function findingsTable(rows: readonly FindingRow[]): string {
  return table(
    words.printed.columns,
    rows.map((row) => [
      words.severities[row.group],
      row.where.name,
      [row.sentence, ...(row.waiverWords === null ? [] : [row.waiverWords])].join(' – '),
      row.worth ?? '',
      row.principles.join(', '),
      row.rule,
    ]),
  );
}

function acceptedTable(rows: readonly FindingRow[]): string {
  return rawTable(
    words.printed.acceptedColumns,
    rows.map((row) => [
      struck(words.severities[row.group]),
      struck(row.where.name),
      struck(row.sentence),
      plain(row.waiverWords ?? ''),
      plain(row.rule),
    ]),
  );
}

function coverageParts(report: Report, graph: MapGraph, pack: FrameworkPack): string[] {
  const { summary, kinds, unjudged } = presentCoverage(report, graph, pack);
  const rows = kinds.flatMap((kind) =>
    kind.rows.map((row) => [
      `${kind.title}: ${row.name}`,
      ...[row.rules, row.judged, row.partly, row.notJudged, row.off, row.findings].map(String),
    ]),
  );
  const open = unjudged.map(
    ({ rule, title, stateName, questions }) =>
      `- ${plain(`${stateName}: ${title} (${rule})`)}${questions.length === 0 ? '' : `. ${plain(questions.join(' '))}`}`,
  );
  return [
    `## ${coverage.heading}`,
    plain(summary),
    table(coverage.columns, rows),
    ...(open.length === 0 ? [] : [open.join('\n')]),
  ];
}

/** A report as Markdown: a table of the findings, what the team accepted struck through, the questions, and what was judged; ends with a line break. */
export function reportToMarkdown(
  report: Report,
  graph: MapGraph,
  pack: FrameworkPack,
  options: PresentOptions = {},
): string {
  const { rows, gaps, failures, spared } = presentFindings(report, graph, pack, options);
  const open = rows.filter((row) => !row.isWaived);
  const waived = rows.filter((row) => row.isWaived);
  const parts = [
    `# ${plain(words.printed.heading(graph.map.name, graph.stream.name))}`,
    `## ${words.printed.findings}`,
    open.length === 0 ? words.noneFound : findingsTable(open),
    ...(spared === null ? [] : [plain(spared)]),
    words.notice,
    ...(waived.length === 0 ? [] : [`## ${waiver.heading}`, acceptedTable(waived)]),
    ...(gaps.length === 0
      ? []
      : [
          `## ${words.questions}`,
          gaps.map((gap) => `- ${plain(gap.question)} (${coverage.waiting(gap.rules.length)})`).join('\n'),
        ]),
    ...coverageParts(report, graph, pack),
    ...failures.map(plain),
  ];
  return `${parts.join('\n\n')}\n`;
}

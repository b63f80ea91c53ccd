import type { FrameworkPack } from '../../catalogue/types';
import type { MapGraph } from '../../model/queries';
import { analysisText } from '../../text/analysis';
import { en } from '../../text/en';
import { presentCoverage } from '../present-coverage';
import { type FindingRow, presentFindings, type PresentOptions } from '../present-findings';
import type { SeverityGroup } from '../severity-groups';
import type { Report } from '../types';

const words = en.findings;

const groups: readonly SeverityGroup[] = ['error', 'warning', 'info'];
const indent = ' '.repeat(9);

function rowLines(row: FindingRow): string[] {
  return [
    `${words.severities[row.group].toLowerCase().padEnd(9)}${words.printed.at(row.where.name, row.sentence)}`,
    ...(row.worth === null ? [] : [indent + words.printed.worth(row.worth)]),
    `${indent}${[row.rule, row.principles.join(', ')].filter(Boolean).join(' · ')}`,
    `${indent}${row.howToChange}`,
    ...row.folds.map((folded) => indent + folded),
    ...(row.waiverWords === null ? [] : [indent + row.waiverWords]),
  ];
}

function waivedLines(row: FindingRow): string[] {
  return [`  ${words.printed.at(row.where.name, row.sentence)} (${row.rule})`, `  ${row.waiverWords ?? ''}`];
}

/** A report for the terminal, with the sentences of the app; ends with a line break. */
export function reportToText(
  report: Report,
  graph: MapGraph,
  pack: FrameworkPack,
  options: PresentOptions = {},
): string {
  const { rows, gaps, counts, failures, waivedCount, spared } = presentFindings(report, graph, pack, options);
  const open = rows.filter((row) => !row.isWaived);
  const waived = rows.filter((row) => row.isWaived);
  const counted = [
    ...(open.length === 0 ? [] : groups.map((group) => words.counts[group](counts[group]))),
    ...(waivedCount === 0 ? [] : [analysisText.waiver.count(waivedCount)]),
  ];
  const lines = [
    words.printed.heading(graph.map.name, graph.stream.name),
    ...(open.length === 0 ? [words.noneFound] : []),
    ...(counted.length === 0 ? [] : [counted.join(', ')]),
    ...open.flatMap((row) => ['', ...rowLines(row)]),
    ...(spared === null ? [] : ['', spared]),
    ...(waived.length === 0 ? [] : ['', analysisText.waiver.heading]),
    ...waived.flatMap(waivedLines),
    ...(gaps.length === 0 ? [] : ['', words.questions]),
    ...gaps.map((gap) => `  ${gap.question} (${analysisText.coverage.waiting(gap.rules.length)})`),
    '',
    presentCoverage(report, graph, pack).summary,
    ...(failures.length === 0 ? [] : ['', ...failures]),
  ];
  return `${lines.join('\n')}\n`;
}

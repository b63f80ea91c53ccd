import type { FrameworkPack } from '../../catalogue/types';
import type { MapGraph } from '../../model/queries';
import { en } from '../../text/en';
import { type FindingRow, presentFindings, type SeverityGroup } from '../present-findings';
import type { Report } from '../types';

const words = en.findings;

const groups: readonly SeverityGroup[] = ['error', 'warning', 'info'];

function rowLines(row: FindingRow): string[] {
  const indent = ' '.repeat(9);
  return [
    `${words.severities[row.group].toLowerCase().padEnd(9)}${words.printed.at(row.where.name, row.sentence)}`,
    `${indent}${[row.rule, row.principles.join(', ')].filter(Boolean).join(' · ')}`,
    `${indent}${row.howToChange}`,
    ...row.folds.map((folded) => indent + folded),
  ];
}

/** A report for the terminal, with the sentences of the app; ends with a line break. */
export function reportToText(report: Report, graph: MapGraph, pack: FrameworkPack): string {
  const { rows, gaps, counts, failures } = presentFindings(report, graph, pack);
  const lines = [
    words.printed.heading(graph.map.name, graph.stream.name),
    rows.length === 0
      ? words.noneFound
      : groups.map((group) => words.counts[group](counts[group])).join(', '),
    ...rows.flatMap((row) => ['', ...rowLines(row)]),
    ...(gaps.length === 0 ? [] : ['', words.questions]),
    ...gaps.map((gap) => `  ${gap.question} (${gap.missing.join(', ')})`),
    ...(failures.length === 0 ? [] : ['', ...failures]),
  ];
  return `${lines.join('\n')}\n`;
}

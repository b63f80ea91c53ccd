import type { FrameworkPack } from '../../catalogue/types';
import type { MapGraph } from '../../model/queries';
import { en } from '../../text/en';
import { presentFindings } from '../present-findings';
import type { Report } from '../types';
import { plain, table } from './markdown';

const words = en.findings;

/** A report as Markdown: a table of the findings, the questions as a list; ends with a line break. */
export function reportToMarkdown(report: Report, graph: MapGraph, pack: FrameworkPack): string {
  const { rows, gaps, failures } = presentFindings(report, graph, pack);
  const findings = rows.map((row) => [
    words.severities[row.group],
    row.where.name,
    row.sentence,
    row.principles.join(', '),
    row.rule,
  ]);
  const parts = [
    `# ${plain(words.printed.heading(graph.map.name, graph.stream.name))}`,
    `## ${words.printed.findings}`,
    findings.length === 0 ? words.noneFound : table(words.printed.columns, findings),
    words.notice,
    ...(gaps.length === 0
      ? []
      : [`## ${words.questions}`, gaps.map((gap) => `- ${plain(gap.question)}`).join('\n')]),
    ...failures.map(plain),
  ];
  return `${parts.join('\n\n')}\n`;
}

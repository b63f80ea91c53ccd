import { groupRows } from '../analysis/finding-groups';
import type { FindingRow } from '../analysis/present-findings';
import { stepsOf } from '../model/queries';
import { findingsText } from '../text/findings';
import { reportText } from '../text/report';
import { cell, heading, paragraph, strong, table, under } from './blocks';
import type { MapPart, ReportContext } from './context';
import { titleOf } from './figures';
import type { Block, ReportCell, Tone } from './types';

const words = reportText.findings;

const tones: Readonly<Record<FindingRow['group'], Tone | undefined>> = {
  error: 'bad',
  warning: 'warning',
  info: undefined,
};

/** Rows in which a finding stands once only, under the first group that it belongs to. */
function once(rows: readonly FindingRow[]): { readonly name: string; readonly rows: FindingRow[] }[] {
  const seen = new Set<string>();
  return groupRows(rows, 'waste')
    .map(({ name, rows: all }) => {
      const fresh = all.filter(({ key }) => !seen.has(key));
      for (const { key } of fresh) seen.add(key);
      return { name, rows: fresh };
    })
    .filter((group) => group.rows.length > 0);
}

function findingTable(caption: string, rows: readonly FindingRow[]): Block[] {
  return table({
    caption,
    columns: [
      [words.severity, 1.1],
      [words.where, 2],
      [words.sentence, 4.2],
      [words.stake, 1.9],
      [words.doIt, 4],
    ],
    rows: rows.map((row): ReportCell[] => [
      cell(findingsText.severities[row.group], tones[row.group]),
      strong(row.where.name),
      cell(row.sentence),
      cell(row.worth ?? ''),
      cell(row.whatToDo),
    ]),
  });
}

function overview(rows: readonly FindingRow[], by: 'waste' | 'principle', caption: string): Block[] {
  return table({
    caption,
    columns: [
      [words.subject, 2.4],
      [words.count, 1, 'end'],
      [words.worst, 6],
    ],
    rows: groupRows(rows, by).map(({ name, rows: group }): ReportCell[] => {
      const [worst] = [...group].sort((a, b) => a.rank - b.rank);
      const said = worst === undefined ? '' : findingsText.printed.at(worst.where.name, worst.sentence);
      return [strong(name), cell(String(group.length)), cell(said)];
    }),
  });
}

function acceptedTable(rows: readonly FindingRow[]): Block[] {
  return table({
    caption: words.accepted,
    columns: [
      [words.where, 2],
      [words.sentence, 4],
      [words.acceptedBy, 4],
    ],
    rows: rows.map((row): ReportCell[] => [
      strong(row.where.name),
      cell(row.sentence),
      cell(row.waiverWords ?? ''),
    ]),
  });
}

function ofMap({ graph, presented }: MapPart, level: 2 | 3): Block[] {
  if (stepsOf(graph).length === 0) return [];
  const open = presented.rows.filter(({ isWaived }) => !isWaived);
  const accepted = presented.rows.filter(({ isWaived }) => isWaived);
  const spared = presented.spared === null ? [] : paragraph(words.untouched, 'quiet');
  if (open.length === 0 && accepted.length === 0) return [...paragraph(words.none), ...spared];
  return [
    ...paragraph(findingsText.notice, 'quiet'),
    ...spared,
    ...overview(open, 'waste', words.byWaste),
    ...overview(open, 'principle', words.byPrinciple),
    ...once(open).flatMap(({ name, rows }) => under(level, name, findingTable(name, rows))),
    ...under(level, words.accepted, acceptedTable(accepted)),
  ];
}

/** What the rules found on the maps, by waste and by guiding principle, and what the team accepted. */
export function findingsBlocks({ streams }: ReportContext): Block[] {
  const parts = streams.flatMap(({ maps }) => maps);
  return parts.flatMap((part) => {
    const isOne = parts.length === 1;
    const blocks = ofMap(part, isOne ? 2 : 3);
    return isOne || blocks.length === 0 ? blocks : [heading(2, titleOf(part)), ...blocks];
  });
}

import type { FindingRow } from '../../../shared/analysis/present-findings';
import { light } from '../../../shared/drawing/theme';
import type { Project } from '../../../shared/model/project';
import { lookUp } from '../../../shared/model/queries';
import { sayGain } from '../../../shared/plan/say-gain';
import { type Thread, threadsOf } from '../../../shared/plan/threads';
import type { MapPart } from '../../../shared/report/context';
import { findingsText } from '../../../shared/text/findings';
import { planText } from '../../../shared/text/plan';
import { xlsxText } from '../../../shared/text/xlsx';
import { type Cell, numberCell, textCell } from './cells';
import type { Sheet } from './sheet';
import type { Style } from './styles';
import { type TableColumn, tableSheet } from './table-sheet';

const tones: Readonly<Record<FindingRow['group'], Style>> = {
  error: 'bad',
  warning: 'warning',
  info: 'text',
};

/** What the rules found on a map, the heaviest first, and what the team accepted. */
export function findingsSheet(name: string, { presented }: MapPart): Sheet {
  const words = xlsxText.findings;
  const { rows } = presented;
  const column = (heading: string, width: number, cell: (row: FindingRow) => Cell): TableColumn => ({
    heading,
    width,
    cells: rows.map(cell),
  });
  const columns = [
    column(words.severity, 11, ({ group }) => textCell(findingsText.severities[group], tones[group])),
    column(words.where, 20, ({ where }) => textCell(where.name, 'strong')),
    column(words.finding, 40, ({ sentence }) => textCell(sentence)),
    column(words.stake, 18, ({ worth }) => textCell(worth ?? '')),
    column(words.doIt, 36, ({ whatToDo }) => textCell(whatToDo)),
    column(words.why, 29, ({ whyItMatters }) => textCell(whyItMatters, 'faint')),
  ];
  const isAccepted = rows.some(({ isWaived }) => isWaived);
  const accepted = column(words.accepted, 30, ({ waiverWords }) => textCell(waiverWords ?? ''));
  if (rows.length > 0)
    return tableSheet(name, isAccepted ? [...columns, accepted] : columns, {
      tab: light.nnva,
      frozenColumns: 2,
    });
  return tableSheet(name, [{ heading: words.finding, width: 60, cells: [textCell(words.none)] }], {
    tab: light.nnva,
    frozenColumns: 0,
  });
}

/** The improvements of some streams with what they bring; null where there are none. */
export function improvementsSheet(name: string, project: Project, parts: readonly MapPart[]): Sheet | null {
  const words = xlsxText.improvements;
  const streams = [...new Set(parts.map(({ graph }) => graph.stream.id))];
  const threads = streams.flatMap((stream) => {
    const part = parts.find(({ graph }) => graph.stream.id === stream);
    return threadsOf(project, stream, part?.presented.rows ?? []).threads;
  });
  if (threads.length === 0) return null;
  const column = (heading: string, width: number, cell: (thread: Thread) => Cell): TableColumn => ({
    heading,
    width,
    cells: threads.map(cell),
  });
  const where = ({ improvement: { node: id } }: Thread): string => {
    const node = lookUp(project.nodes, id);
    return node === undefined ? planText.wholeStream : node.name || planText.unnamedStep;
  };
  const columns = [
    column(words.improvement, 30, ({ improvement }) =>
      textCell(improvement.name || planText.unnamed, 'strong'),
    ),
    column(words.stream, 24, ({ improvement }) =>
      textCell(lookUp(project.streams, improvement.stream)?.name),
    ),
    column(words.where, 22, (thread) => textCell(where(thread))),
    column(words.owner, 15, ({ improvement }) => textCell(improvement.owner)),
    column(words.due, 12, ({ improvement }) => textCell(improvement.due)),
    column(words.status, 12, ({ improvement }) => textCell(planText.statuses[improvement.status ?? 'idea'])),
    column(words.gain, 28, ({ gain }) => textCell(sayGain(gain).join(', '))),
    column(words.effort, 10, ({ improvement }) => numberCell(improvement.effort, 'wholePercent')),
    column(words.impact, 10, ({ improvement }) => numberCell(improvement.impact, 'wholePercent')),
    column(words.measure, 26, ({ improvement }) => textCell(improvement.measure)),
    column(words.baseline, 13, ({ improvement }) => textCell(improvement.baseline)),
    column(words.target, 13, ({ improvement }) => textCell(improvement.target)),
  ];
  const told = columns.filter(
    ({ cells }, at) => at === 0 || cells.some(({ value }) => value !== null && value !== ''),
  );
  return tableSheet(
    name,
    streams.length > 1 ? told : told.filter(({ heading }) => heading !== words.stream),
    {
      tab: light.ok,
      frozenColumns: 1,
    },
  );
}

import { type Thread, isOverdue, planBase, threadsOf } from '../plan/threads';
import { quadrantOf } from '../plan/quadrants';
import { sayGain } from '../plan/say-gain';
import { listOf, lookUp } from '../model/queries';
import { formatShare } from '../model/units-format';
import { planText } from '../text/plan';
import { reportText } from '../text/report';
import { cell, list, paragraph, strong, table, under } from './blocks';
import type { ReportContext, StreamPart } from './context';
import { perStream } from './per-stream';
import type { Block, ReportCell } from './types';

const words = reportText.plan;

const nameOf = ({ improvement }: Thread): string => improvement.name || planText.unnamed;

function whereOf({ project }: ReportContext, { improvement }: Thread): string {
  const node = lookUp(project.nodes, improvement.node);
  return node === undefined ? planText.wholeStream : node.name || planText.unnamedStep;
}

function registerTable(context: ReportContext, threads: readonly Thread[]): Block[] {
  return table({
    caption: words.register,
    columns: [
      [words.improvement, 3.4],
      [words.where, 2],
      [words.owner, 1.5],
      [words.due, 1.5],
      [words.status, 1.3],
      [words.gain, 2.4],
    ],
    rows: threads.map((thread): ReportCell[] => {
      const { owner, due, status } = thread.improvement;
      const isLate = isOverdue(thread.improvement, context.wish.today);
      return [
        strong(nameOf(thread)),
        cell(whereOf(context, thread)),
        cell(owner),
        due !== undefined && isLate ? cell(words.overdue(due), 'bad') : cell(due),
        cell(planText.statuses[status ?? 'idea']),
        cell(sayGain(thread.gain).join(', ')),
      ];
    }),
  });
}

function followTable(threads: readonly Thread[]): Block[] {
  const measured = threads.filter(
    ({ improvement: { measure, baseline, target } }) => (measure ?? baseline ?? target) !== undefined,
  );
  return table({
    caption: words.follow,
    columns: [
      [words.improvement, 3],
      [words.measure, 3],
      [words.baseline, 2],
      [words.target, 2],
    ],
    rows: measured.map((thread): ReportCell[] => [
      strong(nameOf(thread)),
      cell(thread.improvement.measure),
      cell(thread.improvement.baseline),
      cell(thread.improvement.target),
    ]),
  });
}

function gridTable(threads: readonly Thread[]): Block[] {
  return table({
    caption: words.effort,
    columns: [
      [words.improvement, 4],
      [planText.grid.effort, 1, 'end'],
      [planText.grid.impact, 1, 'end'],
      [words.quadrant, 1.5],
    ],
    rows: threads.flatMap((thread): ReportCell[][] => {
      const { effort, impact } = thread.improvement;
      if (effort === undefined || impact === undefined) return [];
      return [
        [
          strong(nameOf(thread)),
          cell(formatShare(effort, 0)),
          cell(formatShare(impact, 0)),
          cell(planText.grid.quadrants[quadrantOf({ effort, impact })]),
        ],
      ];
    }),
  });
}

function looseEnds(threads: readonly Thread[]): string[] {
  const open = threads.filter(({ improvement }) => improvement.status !== 'dropped');
  return open.flatMap((thread) => [
    ...(thread.finding === null ? [words.noFinding(nameOf(thread))] : []),
    ...(thread.gain.kind === 'unknown' && thread.gain.reason === 'noChange'
      ? [words.noChange(nameOf(thread))]
      : []),
  ]);
}

function ofStream(context: ReportContext, stream: StreamPart): Block[] {
  const { project } = context;
  if (!listOf(project.improvements).some((each) => each.stream === stream.id)) return [];
  const base = planBase(project, stream.id);
  const part = stream.maps.find(({ graph }) => graph.id === base) ?? stream.maps[0];
  const { threads, unanswered } = threadsOf(project, stream.id, part?.presented.rows ?? []);
  const open = unanswered.map(({ where, sentence }) => words.unanswered(where.name, sentence));
  return [
    ...registerTable(context, threads),
    ...paragraph(planText.gain.how, 'quiet'),
    ...followTable(threads),
    ...gridTable(threads),
    ...under(2, words.threads, list([...looseEnds(threads), ...open])),
  ];
}

/** What is going to be improved, by whom and until when, what it brings, and what hangs loose. */
export function planBlocks(context: ReportContext): Block[] {
  return perStream(context, (stream) => ofStream(context, stream));
}

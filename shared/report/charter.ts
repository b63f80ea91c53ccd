import { stakeholdersOf } from '../analysis/value-balance';
import type { ValueStream } from '../model/project';
import { listOf, lookUp, membersOf } from '../model/queries';
import { formatDuration, formatNumber } from '../model/units-format';
import { charterText, type CharterField } from '../text/charter';
import { reportText } from '../text/report';
import { valueText } from '../text/value';
import { cell, strong, table, under } from './blocks';
import type { ReportContext } from './context';
import { perStream } from './per-stream';
import type { Block, ReportCell } from './types';

const words = reportText.charter;

const fields: readonly Exclude<CharterField, 'name'>[] = [
  'purpose',
  'scenario',
  'trigger',
  'valueOutcome',
  'outputs',
  'goods',
  'access',
  'serviceActions',
  'provider',
  'user',
  'customer',
  'sponsor',
  'scope',
  'scopeOut',
  'executiveSponsor',
  'owner',
  'facilitator',
  'team',
  'scribe',
  'experts',
  'customerVoice',
];

function datesOf({ startsOn, endsOn }: ValueStream): string {
  if (startsOn !== undefined && endsOn !== undefined && startsOn !== endsOn)
    return words.dates(startsOn, endsOn);
  return startsOn ?? endsOn ?? '';
}

function fieldRows(stream: ValueStream): ReportCell[][] {
  const { demandPerMonth, targetLeadTime } = stream;
  const said = [
    ...fields.map((key) => [charterText.asks[key].label, stream[key] ?? ''] as const),
    [words.demand, demandPerMonth === undefined ? '' : formatNumber(demandPerMonth)] as const,
    [words.target, targetLeadTime === undefined ? '' : formatDuration(targetLeadTime)] as const,
    [words.workshopDates, datesOf(stream)] as const,
  ];
  return said.flatMap(([label, text]) => (text.trim() === '' ? [] : [[strong(label), cell(text)]]));
}

function stakeholderRows({ project }: ReportContext, stream: string): ReportCell[][] {
  return stakeholdersOf(project, stream).map(({ name, kind, note }) => [
    strong(name),
    cell(kind === undefined ? '' : charterText.stakeholderKinds[kind]),
    cell(note),
  ]);
}

function valueRows({ project }: ReportContext, stream: string): ReportCell[][] {
  const items = listOf(project.valueItems);
  return stakeholdersOf(project, stream).flatMap(({ id, name: who }) =>
    items
      .filter((item) => item.stakeholder === id)
      .map((item) => {
        const aspect = item.aspect === undefined ? '' : ` (${valueText.aspects[item.aspect].toLowerCase()})`;
        const steps = membersOf(item.steps).flatMap((step) => lookUp(project.nodes, step)?.name ?? []);
        return [
          strong(who),
          cell(`${valueText.kinds[item.kind]}${aspect}`),
          cell(item.name),
          cell([...new Set(steps)].join(', ')),
        ];
      }),
  );
}

/** What was agreed before the first step was drawn, and what the stream gives and takes. */
export function charterBlocks(context: ReportContext): Block[] {
  return perStream(context, ({ id }) => {
    const stream = lookUp(context.project.streams, id);
    if (!stream) return [];
    return [
      ...table({
        caption: words.caption,
        columns: [
          [words.field, 2],
          [words.said, 7],
        ],
        rows: fieldRows(stream),
      }),
      ...under(
        2,
        words.stakeholders,
        table({
          caption: words.stakeholders,
          columns: [
            [words.who, 3],
            [words.part, 2],
            [words.cares, 6],
          ],
          rows: stakeholderRows(context, id),
        }),
      ),
      ...under(
        2,
        words.value,
        table({
          caption: words.value,
          columns: [
            [words.who, 2],
            [words.kind, 2.5],
            [words.entry, 4],
            [words.steps, 3],
          ],
          rows: valueRows(context, id),
        }),
      ),
    ];
  });
}

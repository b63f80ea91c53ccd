import { agendaOf } from '../model/agenda-clock';
import { isDealtWith } from '../model/notes';
import type { Project } from '../model/project';
import { listOf, lookUp, type WithId } from '../model/queries';
import { tallyOf } from '../model/tally';
import { formatDuration } from '../model/units-format';
import type { WorkshopNote } from '../model/workshop';
import { reportText } from '../text/report';
import { roomText } from '../text/room';
import { cell, list, paragraph, strong, table, under } from './blocks';
import type { ReportContext } from './context';
import { perStream } from './per-stream';
import type { Block, ReportCell } from './types';

const words = reportText.workshop;

const minutes = (amount: number | undefined): string => (amount === undefined ? '' : formatDuration(amount));

function agendaTable(project: Project, stream: string): Block[] {
  return table({
    caption: words.agenda,
    columns: [
      [words.day, 1.4],
      [words.block, 5],
      [words.planned, 1.2, 'end'],
      [words.took, 1.2, 'end'],
      [words.done, 1],
    ],
    rows: agendaOf(project, stream).map(
      ({ day, part, name, minutes: planned, spent, isDone }): ReportCell[] => [
        cell(
          [roomText.agenda.day(day), part === undefined ? '' : roomText.agenda.parts[part]]
            .filter(Boolean)
            .join(', '),
        ),
        strong(name),
        cell(minutes(planned)),
        cell(minutes(spent)),
        cell(isDone === true ? words.yes : ''),
      ],
    ),
  });
}

type Note = WithId<WorkshopNote>;

function logTable(project: Project, caption: string, notes: readonly Note[]): Block[] {
  return table({
    caption,
    columns: [
      [words.what, 5],
      [words.who, 1.6],
      [words.when, 1.5],
      [words.step, 2],
      [words.shown, 1.8],
      [words.state, 1.3],
    ],
    rows: notes.map((note): ReportCell[] => [
      strong(note.name),
      cell(note.by),
      cell(note.on),
      cell(lookUp(project.nodes, note.node)?.name),
      cell(lookUp(project.maps, note.future)?.name),
      cell(note.kind === 'decision' ? '' : isDealtWith(project, note) ? words.settled : words.open),
    ]),
  });
}

function wallBlocks(project: Project, stream: string, notes: readonly Note[]): Block[] {
  const groups = listOf(project.noteGroups).filter((group) => group.stream === stream);
  const named = [...groups.map(({ id, name }) => ({ id, name })), { id: undefined, name: words.loose }];
  const known = new Set(groups.map(({ id }) => id));
  return named.flatMap(({ id, name }) => {
    const within = notes.filter(({ group }) =>
      id === undefined ? group === undefined || !known.has(group) : group === id,
    );
    return under(3, name, list(within.map(({ name: text, by }) => words.said(text, by))));
  });
}

function choiceName(project: Project, id: string): string {
  return (
    lookUp(project.workshopNotes, id)?.name ??
    lookUp(project.noteGroups, id)?.name ??
    lookUp(project.improvements, id)?.name ??
    ''
  );
}

function ballotBlocks(project: Project, stream: string): Block[] {
  const ballots = listOf(project.ballots).filter((each) => each.stream === stream);
  return ballots.flatMap(({ id, name, isRevealed }) => {
    if (isRevealed !== true) return under(2, words.vote(name), paragraph(words.hidden, 'quiet'));
    const rows = tallyOf(project, id).flatMap((each): ReportCell[][] => {
      const choice = choiceName(project, each.id);
      if (choice === '') return [];
      return [[strong(choice), cell(String(each.dots)), cell(String(each.place))]];
    });
    const columns = [
      [words.choice, 6],
      [words.dots, 1, 'end'],
      [words.place, 1, 'end'],
    ] as const;
    return under(2, words.vote(name), table({ caption: words.vote(name), columns, rows }));
  });
}

/** What happened in the room: the agenda, what was decided and parked, the wall, the votes. */
export function workshopBlocks(context: ReportContext): Block[] {
  const { project } = context;
  return perStream(context, ({ id }) => {
    const notes = listOf(project.workshopNotes).filter((note) => note.stream === id);
    const of = (kind: WorkshopNote['kind']): Note[] => notes.filter((note) => note.kind === kind);
    return [
      ...under(2, words.agenda, agendaTable(project, id)),
      ...under(2, words.decisions, logTable(project, words.decisions, of('decision'))),
      ...under(2, words.parked, logTable(project, words.parked, of('parked'))),
      ...under(2, words.wall, wallBlocks(project, id, of('wall'))),
      ...ballotBlocks(project, id),
    ];
  });
}

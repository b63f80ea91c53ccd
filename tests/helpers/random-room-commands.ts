import type { Command } from '../../shared/commands/command';
import {
  addAgenda,
  addAgendaItem,
  deleteAgendaItem,
  moveAgendaItem,
  setAgendaItem,
} from '../../shared/commands/agenda';
import { addBallot, castVote, deleteBallot, revealBallot, takeVoteBack } from '../../shared/commands/ballots';
import { addImprovement, deleteImprovement, setImprovement } from '../../shared/commands/improvements';
import {
  addStakeholder,
  addStakeholders,
  deleteStakeholder,
  setStakeholder,
} from '../../shared/commands/stakeholders';
import {
  addValueItem,
  deleteValueItem,
  linkSteps,
  moveValueItem,
  setValueItem,
  unlinkStep,
} from '../../shared/commands/value-items';
import {
  addNote,
  addNoteGroup,
  deleteNote,
  deleteNoteGroup,
  moveNote,
  renameNoteGroup,
  setNote,
} from '../../shared/commands/workshop-notes';
import { noteKinds, valueKinds } from '../../shared/model/value-sets';
import { addScenario, deleteScenario, duplicateScenario, setScenario } from '../../shared/commands/scenarios';
import type { ScenarioChange } from '../../shared/model/workshop';
import { from, type Maker, pick, type Scene } from './random-scene';

/** A vote over all that can be voted for. */
function ballotOverAll({ project, stream, id, a, makeId }: Scene): Command {
  const { workshopNotes, noteGroups, improvements } = project;
  const choices = [workshopNotes, noteGroups, improvements].flatMap((table) => Object.keys(table));
  return addBallot({ stream, name: id, quota: 1 + (a % 5), choices }, makeId);
}

/** Gives dots where something is open to a vote, else opens a vote. */
function voteOrAsk(s: Scene): Command {
  const open = Object.entries(s.project.ballots).filter(
    ([, { isRevealed, choices }]) => isRevealed !== true && Object.keys(choices).length > 0,
  );
  if (open.length === 0) return ballotOverAll(s);
  const [ballot, { choices }] = from(open, s.a);
  return castVote({ ballot, voter: s.id, dots: { [pick(choices, 0, s.id)]: 1 + (s.b % 2) } }, s.makeId);
}

/** Shows the result of a hidden vote in which somebody has voted; votes where the walk has none such. */
function revealOrVote(s: Scene): Command {
  const voted = new Set(Object.values(s.project.votes).map(({ ballot }) => ballot));
  const ready = Object.entries(s.project.ballots).filter(
    ([id, { isRevealed }]) => isRevealed !== true && voted.has(id),
  );
  return ready.length > 0 ? revealBallot({ id: from(ready, s.a)[0] }) : voteOrAsk(s);
}

/** Moves a block of the agenda that stands behind another one of its part of the day; puts two where the walk has none such. */
function moveSecondBlock({ project, stream, a, b, makeId }: Scene): Command {
  const rows = Object.entries(project.agenda);
  const isBehind = ([own, row]: (typeof rows)[number]): boolean =>
    rows.some(
      ([other, { stream: its, day, part, order }]) =>
        other !== own && its === row.stream && day === row.day && part === row.part && order < row.order,
    );
  const behind = rows.filter(isBehind);
  if (behind.length > 0) return moveAgendaItem({ id: from(behind, a)[0], by: b % 4 ? -1 : 1 });
  const lines = ['one', 'two'].map((name) => ({ name, day: 1 + (a % 3) }));
  return addAgenda({ stream, lines }, makeId);
}

/** A change of a node or a flow as a scenario holds it. */
function someChange({ node, flow, a, share }: Scene): Record<string, ScenarioChange> {
  const about = a % 2 ? node : flow;
  const field = a % 2 ? 'wait' : 'share';
  return { [`${about}:${field}`]: { about, field, ...(a % 3 ? { factor: share } : { value: share }) } };
}

/** Commands on what is written down about value, in the room, and in the plan. */
export const roomMakers: readonly Maker[] = [
  (s) => addImprovement({ name: s.id, stream: s.stream, node: s.node, status: 'idea' }, s.makeId),
  (s) =>
    setImprovement({
      id: pick(s.project.improvements, s.a, s.id),
      patch: { owner: s.id, due: s.b % 2 ? '2027-01-15' : undefined },
    }),
  (s) => addStakeholder({ stream: s.stream, name: s.id }, s.makeId),
  (s) =>
    addStakeholders(
      [`${s.id} one`, `${s.id} two`].map((name) => ({ stream: s.stream, name })),
      s.makeId,
    ),
  (s) => setStakeholder({ id: pick(s.project.stakeholders, s.a, s.id), patch: { note: s.id } }),
  (s) => deleteStakeholder({ id: pick(s.project.stakeholders, s.a, s.id) }),
  (s) =>
    addValueItem(
      { stakeholder: pick(s.project.stakeholders, s.a, s.id), kind: from(valueKinds, s.b), name: s.id },
      s.makeId,
    ),
  (s) => setValueItem({ id: pick(s.project.valueItems, s.a, s.id), patch: { kind: from(valueKinds, s.b) } }),
  (s) => deleteValueItem({ id: pick(s.project.valueItems, s.a, s.id) }),
  (s) =>
    moveValueItem({
      id: pick(s.project.valueItems, s.a, s.id),
      after: s.b % 2 ? null : pick(s.project.valueItems, s.c, s.id),
    }),
  (s) => linkSteps({ id: pick(s.project.valueItems, s.a, s.id), steps: [s.node, s.second] }),
  (s) => unlinkStep({ id: pick(s.project.valueItems, s.a, s.id), step: s.node }),
  (s) => deleteImprovement({ id: pick(s.project.improvements, s.a, s.id) }),
  (s) => addAgendaItem({ stream: s.stream, name: s.id, day: 1 + (s.a % 3), minutes: s.b }, s.makeId),
  (s) => setAgendaItem({ id: pick(s.project.agenda, s.a, s.id), patch: { isDone: true, spent: s.b } }),
  moveSecondBlock,
  (s) => deleteAgendaItem({ id: pick(s.project.agenda, s.a, s.id) }),
  (s) =>
    addNote(
      { stream: s.stream, kind: from(noteKinds, s.a), name: s.id, group: s.id, node: s.node },
      s.makeId,
    ),
  (s) => setNote({ id: pick(s.project.workshopNotes, s.a, s.id), patch: { isSettled: true, by: s.id } }),
  (s) =>
    moveNote({
      id: pick(s.project.workshopNotes, s.a, s.id),
      group: pick(s.project.noteGroups, s.b, s.id),
      after: pick(s.project.workshopNotes, s.c, s.id),
    }),
  (s) => deleteNote({ id: pick(s.project.workshopNotes, s.a, s.id) }),
  (s) => addNoteGroup({ stream: s.stream, name: s.id }, s.makeId),
  (s) => renameNoteGroup({ id: pick(s.project.noteGroups, s.a, s.id), name: s.id }),
  (s) => deleteNoteGroup({ id: pick(s.project.noteGroups, s.a, s.id) }),
  ballotOverAll,
  voteOrAsk,
  (s) => takeVoteBack({ id: pick(s.project.votes, s.a, s.id) }),
  revealOrVote,
  (s) => deleteBallot({ id: pick(s.project.ballots, s.a, s.id) }),
  (s) => addScenario({ map: s.map, name: s.id, changes: someChange(s) }, s.makeId),
  (s) => setScenario({ id: pick(s.project.scenarios, s.a, s.id), patch: { changes: someChange(s) } }),
  (s) => duplicateScenario({ project: s.project, id: pick(s.project.scenarios, s.a, s.id) }, s.makeId),
  (s) => deleteScenario({ id: pick(s.project.scenarios, s.a, s.id) }),
];

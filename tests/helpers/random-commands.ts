import fc from 'fast-check';
import { addAgendaItem, deleteAgendaItem, setAgendaItem } from '../../shared/commands/agenda';
import { clearRuleSettings, endWaiver, setRuleSetting, waiveFinding } from '../../shared/commands/analysis';
import { duplicateBranch } from '../../shared/commands/branch';
import { clipOf, duplicateNodes, pasteNodes } from '../../shared/commands/clipboard';
import { addBallot, castVote, deleteBallot } from '../../shared/commands/ballots';
import type { Command, MakeId } from '../../shared/commands/command';
import { deleteNodes } from '../../shared/commands/delete-nodes';
import { connect, deleteFlows, reconnect, setFlow, setShares } from '../../shared/commands/flows';
import { currentFromThis, makeFutureCopy } from '../../shared/commands/future-copy';
import {
  addGroup,
  addToGroup,
  dissolveGroup,
  foldGroup,
  placeBlock,
  removeFromGroup,
  renameGroup,
} from '../../shared/commands/groups';
import { addImprovement, deleteImprovement, setImprovement } from '../../shared/commands/improvements';
import { insertExistingOnFlow, insertOnFlow } from '../../shared/commands/insert';
import { addMap, deleteMap, renameMap, setMap } from '../../shared/commands/maps';
import { addPractice, removePractice, toggleMember } from '../../shared/commands/members';
import { moveStep } from '../../shared/commands/move-step';
import { assignPartner, assignRole } from '../../shared/commands/names';
import { addNextStep, addNode, moveNodes, renameNode, setNode } from '../../shared/commands/nodes';
import { replaceAll, type Replacing } from '../../shared/commands/replace';
import { replaceProject } from '../../shared/commands/replace-project';
import { addRole, deleteRole, setRole } from '../../shared/commands/roles';
import { renameProject, setCalendar, setSettings } from '../../shared/commands/settings';
import { addStepBeside } from '../../shared/commands/step-beside';
import { addStakeholder, deleteStakeholder, setStakeholder } from '../../shared/commands/stakeholders';
import { setQuantities } from '../../shared/commands/set-quantities';
import { addStream, setStream } from '../../shared/commands/streams';
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
  setNote,
} from '../../shared/commands/workshop-notes';
import { officeHours, roundTheClock } from '../../shared/model/calendar';
import type { Project } from '../../shared/model/project';
import {
  automationLevels,
  flowKinds,
  mapStates,
  nodeTypes,
  noteKinds,
  severities,
  valueClasses,
  valueKinds,
} from '../../shared/model/value-sets';
import { bareProject } from './build-map';
import { anyProject } from './random-project';
import { anyId } from './random-values';

/** What a move of a random walk is made from; which records it means depends on the project that it meets. */
export interface Move {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly id: string;
  readonly share: number;
  /** Another project, for the moves that bring one in; empty for the rest. */
  readonly other: Project;
}

interface Scene extends Move {
  readonly project: Project;
  readonly makeId: MakeId;
  readonly node: string;
  readonly second: string;
  readonly flow: string;
  readonly map: string;
  readonly stream: string;
  readonly role: string;
}

const from = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const pick = (table: object, index: number, otherwise: string): string =>
  from([...Object.keys(table), otherwise], index);

function anyReplacing(s: Scene): Replacing {
  const node = s.project.nodes[s.node];
  const options = { to: s.id, caseMatters: s.b % 2 === 0, wholeWords: s.c % 2 === 0 };
  const scope = from<Replacing['scope']>(
    [{ kind: 'project' }, { kind: 'map', map: s.map }, { kind: 'selection', ids: [s.node, s.flow] }],
    s.c,
  );
  const letter = (node?.name ?? '').slice(0, 1);
  return from<Replacing>(
    [
      { kind: 'words', from: letter, ...options, scope },
      { kind: 'role', from: s.role, ...options, scope },
      { kind: 'team', from: node?.team ?? '', ...options, scope },
      { kind: 'system', from: pick(node?.systems ?? {}, s.a, s.id), ...options, scope },
      { kind: 'practice', from: pick(node?.practices ?? {}, s.a, s.id), ...options, scope },
    ],
    s.b,
  );
}

/** A node beside the flow that has none itself, where the walk has one. */
function looseNode({ project, flow, node, a }: Scene): string {
  const map = project.flows[flow]?.map;
  const bound = new Set(Object.values(project.flows).flatMap((each) => [each.from, each.to]));
  const loose = Object.keys(project.nodes).filter((id) => project.nodes[id]?.map === map && !bound.has(id));
  return loose.length > 0 ? from(loose, a) : node;
}

/** A dot for something that is open to a vote, where the walk has such. */
function someDots({ project, a, b, id }: Scene): Parameters<typeof castVote>[0] {
  const open = Object.entries(project.ballots).filter(
    ([, { isRevealed, choices }]) => isRevealed !== true && Object.keys(choices).length > 0,
  );
  const [ballot, row] = open.length > 0 ? from(open, a) : [id, undefined];
  return { ballot, voter: id, dots: { [pick(row?.choices ?? {}, 0, id)]: 1 + (b % 2) } };
}

const makers: ((s: Scene) => Command)[] = [
  (s) =>
    addNode({ map: s.map, type: from(nodeTypes, s.a), name: s.id, position: { x: s.a, y: s.b } }, s.makeId),
  (s) => addNextStep({ after: s.node, type: from(nodeTypes, s.a), name: s.id }, s.makeId),
  (s) => insertOnFlow({ flow: s.flow, node: { type: from(nodeTypes, s.a) } }, s.makeId),
  (s) => moveStep({ id: s.node, by: s.a % 2 === 0 ? 1 : -1 }),
  (s) =>
    addStepBeside(
      s.project,
      { beside: s.node, place: s.a % 2 ? 'before' : 'after', type: 'step', name: s.id },
      s.makeId,
    ),
  (s) => insertExistingOnFlow({ flow: s.flow, node: looseNode(s), position: { x: s.b, y: s.a } }, s.makeId),
  (s) =>
    setNode({
      ids: [s.node, s.second],
      patch: {
        value: from([...valueClasses, undefined], s.a),
        automation: from([...automationLevels, undefined], s.b),
        wait: s.c % 3 ? { likely: s.share * s.c } : undefined,
        completeAccurate: { likely: s.share * 1.2 },
      },
    }),
  (s) => renameNode({ id: s.node, name: s.id }),
  (s) => moveNodes({ moves: { [s.node]: { x: s.a, y: s.b }, [s.second]: { x: s.c, y: s.a } } }),
  (s) => moveNodes({ moves: { [s.node]: { x: s.a, y: s.b } }, lane: { field: 'role', value: s.role } }),
  (s) => deleteNodes({ ids: [s.node, s.second] }, s.makeId),
  (s) => deleteNodes({ ids: [s.node] }, s.makeId),
  (s) => duplicateNodes({ project: s.project, ids: [s.node, s.second], by: { x: 9, y: 9 } }, s.makeId),
  (s) =>
    duplicateBranch({ project: s.project, id: from([s.node, s.flow], s.a), by: { x: 9, y: 9 } }, s.makeId),
  (s) => setQuantities({ ids: [s.node, s.second], name: 'wait', value: { likely: s.a, samples: s.b } }),
  (s) => replaceAll(anyReplacing(s), { from: s.id, to: s.id }, s.makeId),
  (s) => addPractice({ ids: [s.node], practice: s.id }),
  (s) =>
    removePractice({ ids: [s.node], practice: pick(s.project.nodes[s.node]?.practices ?? {}, s.a, s.id) }),
  (s) =>
    toggleMember(
      { ids: [s.node, s.second], field: from(['systems', 'inputs', 'outputs'] as const, s.a), name: s.id },
      s.makeId,
    ),
  (s) => assignRole({ ids: [s.node], name: s.id }, s.makeId),
  (s) => assignPartner({ ids: [s.node, s.second], name: s.id }, s.makeId),
  (s) => connect({ from: s.node, to: s.second }, s.makeId),
  (s) => connect({ from: s.node, to: s.second, kind: from(flowKinds, s.c) }, s.makeId),
  (s) => setFlow({ ids: [s.flow], patch: { kind: from(flowKinds, s.a), label: s.id } }),
  (s) => reconnect({ id: s.flow, to: s.node }),
  (s) => deleteFlows({ ids: [s.flow] }),
  (s) => setShares({ shares: { [s.flow]: s.a % 3 ? { likely: s.share } : undefined } }),
  (s) => addStream({ name: s.id, mapName: 'Current state' }, s.makeId),
  (s) => setStream({ id: s.stream, patch: { demandPerMonth: s.share, owner: s.id, template: undefined } }),
  (s) => addMap({ stream: s.stream, name: s.id, state: from(mapStates, s.a) }, s.makeId),
  (s) => setMap({ id: s.map, patch: { calendar: s.a % 2 ? roundTheClock : undefined } }),
  (s) => renameMap({ id: s.map, name: s.id }),
  (s) => addRole({ name: s.id }, s.makeId),
  (s) => setRole({ id: s.role, patch: { people: s.a, availability: s.share * 1.2 } }),
  (s) => deleteRole({ id: s.role }),
  (s) => setSettings({ patch: { currency: s.id } }),
  (s) => setCalendar({ calendar: s.a % 2 ? roundTheClock : officeHours }),
  (s) => renameProject({ name: s.id }),
  (s) => makeFutureCopy({ project: s.project, map: s.map, makeId: s.makeId }),
  (s) => currentFromThis({ project: s.project, map: s.map, name: s.id, makeId: s.makeId }),
  (s) => deleteMap({ id: s.map }),
  (s) => addImprovement({ name: s.id, stream: s.stream, node: s.node, status: 'idea' }, s.makeId),
  (s) =>
    setImprovement({
      id: pick(s.project.improvements, s.a, s.id),
      patch: { owner: s.id, due: s.b % 2 ? '2027-01-15' : undefined },
    }),
  (s) => addGroup({ ids: [s.node, s.second], name: s.id }, s.makeId),
  (s) => renameGroup({ id: pick(s.project.groups, s.a, s.id), name: s.id }),
  (s) =>
    s.c % 2
      ? renameGroup({ id: pick(s.project.groups, s.b, s.id), name: `${s.id} again` })
      : foldGroup({ id: pick(s.project.groups, s.a, s.id), isFolded: s.b % 2 === 0 }),
  (s) => placeBlock({ id: pick(s.project.groups, s.a, s.id), position: { x: s.a, y: s.b } }),
  (s) => addToGroup({ group: pick(s.project.groups, s.a, s.id), ids: [s.node] }),
  (s) => removeFromGroup({ ids: [s.node, s.second] }),
  (s) => dissolveGroup({ id: pick(s.project.groups, s.a, s.id) }),
  (s) => addStakeholder({ stream: s.stream, name: s.id }, s.makeId),
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
  (s) =>
    waiveFinding(
      {
        map: s.map,
        rule: s.id,
        about: s.a % 2 ? [s.node] : [s.second, s.flow],
        reason: s.id,
        on: '2026-11-21',
        expires: s.b % 2 ? '2027-01-15' : undefined,
        evidence: { share: s.share, name: s.id },
      },
      s.makeId,
    ),
  (s) => endWaiver({ id: pick(s.project.waivers, s.a, s.id) }),
  (s) =>
    setRuleSetting(
      {
        rule: from(['flow-dominant-wait', s.id], s.a),
        about: from([undefined, s.map, s.node, s.flow], s.b),
        patch: {
          severity: from([...severities, 'off' as const, undefined], s.c),
          options: { share: s.a % 3 ? s.share : undefined },
        },
      },
      s.makeId,
    ),
  (s) => addAgendaItem({ stream: s.stream, name: s.id, day: 1 + (s.a % 3), minutes: s.b }, s.makeId),
  (s) => setAgendaItem({ id: pick(s.project.agenda, s.a, s.id), patch: { isDone: true, spent: s.b } }),
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
  (s) => deleteNoteGroup({ id: pick(s.project.noteGroups, s.a, s.id) }),
  (s) =>
    addBallot(
      { stream: s.stream, name: s.id, quota: 1 + (s.a % 5), choices: Object.keys(s.project.workshopNotes) },
      s.makeId,
    ),
  (s) => castVote(someDots(s), s.makeId),
  (s) => deleteBallot({ id: pick(s.project.ballots, s.a, s.id) }),
  (s) => clearRuleSettings({ about: from([undefined, 'project', s.map], s.a) }),
];

/** Those that bring another project in. */
const makersWithOther: ((s: Scene) => Command)[] = [
  (s) =>
    pasteNodes(
      { map: s.map, clip: clipOf(s.other, Object.keys(s.other.nodes)), by: { x: s.a, y: s.b } },
      s.makeId,
    ),
  (s) => replaceProject({ project: s.other, source: s.id }),
];

const allMakers = [...makers, ...makersWithOther];

/** How many kinds of moves there are. */
export const moveKinds = allMakers.length;

/** The command that a move means on a project. */
export function commandOf(move: Move, project: Project, makeId: MakeId): Command {
  const scene: Scene = {
    ...move,
    project,
    makeId,
    node: pick(project.nodes, move.a, move.id),
    second: pick(project.nodes, move.b, move.id),
    flow: pick(project.flows, move.c, move.id),
    map: pick(project.maps, move.b, move.id),
    stream: pick(project.streams, move.b, move.id),
    role: pick(project.roles, move.c, move.id),
  };
  return from(allMakers, move.kind)(scene);
}

const anyMoveOf = (kind: fc.Arbitrary<number>, other: fc.Arbitrary<Project>): fc.Arbitrary<Move> =>
  fc.record({
    kind,
    a: fc.nat({ max: 1000 }),
    b: fc.nat({ max: 1000 }),
    c: fc.nat({ max: 1000 }),
    id: anyId,
    share: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (share === 0 ? 0 : share)),
    other,
  });

/** Any move of a random walk, each kind as often as the others. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: makers.length,
    arbitrary: anyMoveOf(fc.nat({ max: makers.length - 1 }), fc.constant(bareProject())),
  },
  {
    weight: makersWithOther.length,
    arbitrary: anyMoveOf(fc.integer({ min: makers.length, max: moveKinds - 1 }), anyProject),
  },
);

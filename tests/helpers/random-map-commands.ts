import { clearRuleSettings, endWaiver, setRuleSetting, waiveFinding } from '../../shared/commands/analysis';
import { duplicateBranch } from '../../shared/commands/branch';
import { duplicateNodes } from '../../shared/commands/clipboard';
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
import { insertExistingOnFlow, insertOnFlow } from '../../shared/commands/insert';
import { addMap, deleteMap, renameMap, setLanes, setMap } from '../../shared/commands/maps';
import { addPractice, removePractice, toggleMember } from '../../shared/commands/members';
import { moveStep, refuseMove } from '../../shared/commands/move-step';
import { assignPartner, assignRole } from '../../shared/commands/names';
import { addNextStep, addNode, moveNodes, renameNode, setNode } from '../../shared/commands/nodes';
import { replaceAll, type Replacing } from '../../shared/commands/replace';
import { addRole, deleteRole, setRole } from '../../shared/commands/roles';
import { renameProject, setCalendar, setSettings } from '../../shared/commands/settings';
import { addStepBeside } from '../../shared/commands/step-beside';
import { setQuantities } from '../../shared/commands/set-quantities';
import { addStream, setStream } from '../../shared/commands/streams';
import { officeHours, roundTheClock } from '../../shared/model/calendar';
import {
  automationLevels,
  flowKinds,
  mapStates,
  nnvaReasons,
  nodeTypes,
  severities,
  valueClasses,
} from '../../shared/model/value-sets';
import { fragments } from '../../shared/catalogue/itil4/fragments/fragments';
import { classifyStep } from '../../shared/commands/classify';
import { setSystem } from '../../shared/commands/systems';
import { linkNode, moveMap } from '../../shared/commands/futures';
import { type FragmentTarget, insertFragment } from '../../shared/commands/insert-fragment';
import { editCells } from '../../shared/grid/edit-cells';
import { from, type Maker, pick, type Scene } from './random-scene';

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

/** A node on another map of the stream, where there is one; none now and then. */
function someSource({ project, node, a, id }: Scene): string | null {
  const streamOf = (each: string | undefined): string | undefined => project.maps[each ?? '']?.stream;
  const own = project.nodes[node]?.map;
  const others = Object.entries(project.nodes).flatMap(([other, { map }]) =>
    map !== own && streamOf(map) === streamOf(own) ? [other] : [],
  );
  return from([...others, null, id], a);
}

/** A node that can change places with its neighbour in the flow, where the walk has such. */
function someStepMove({ project, node, a }: Scene): Parameters<typeof moveStep>[0] {
  const by = a % 2 === 0 ? 1 : -1;
  const movable = Object.keys(project.nodes).filter((id) => refuseMove(project, { id, by }) === null);
  return { id: movable.length > 0 ? from(movable, a) : node, by };
}

const someTarget = ({ flow, node, a }: Scene): FragmentTarget =>
  from<FragmentTarget>([{ kind: 'free' }, { kind: 'flow', flow }, { kind: 'after', node }], a);

/** Commands on maps, what stands on them, and the settings of a project. */
export const mapMakers: readonly Maker[] = [
  (s) =>
    addNode({ map: s.map, type: from(nodeTypes, s.a), name: s.id, position: { x: s.a, y: s.b } }, s.makeId),
  (s) => addNextStep({ after: s.node, type: from(nodeTypes, s.a), name: s.id }, s.makeId),
  (s) => insertOnFlow({ flow: s.flow, node: { type: from(nodeTypes, s.a) } }, s.makeId),
  (s) => moveStep(someStepMove(s)),
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
  (s) => insertFragment({ map: s.map, fragment: from(fragments, s.b), target: someTarget(s) }, s.makeId),
  (s) =>
    classifyStep({
      id: s.node,
      value: from(valueClasses, s.a),
      reason: from([...nnvaReasons, undefined], s.b),
    }),
  (s) => setSystem({ id: pick(s.project.systems, s.a, s.id), patch: { isPrivate: s.b % 2 === 0 } }),
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
  (s) => {
    const mapId = s.project.nodes[s.node]?.map ?? s.map;
    const edit = { node: s.node, column: 'next', text: '' } as const;
    return (
      editCells([edit], { project: s.project, mapId }, s.makeId).command ?? deleteFlows({ ids: [s.flow] })
    );
  },
  (s) => setShares({ shares: { [s.flow]: s.a % 3 ? { likely: s.share } : undefined } }),
  (s) => addStream({ name: s.id, mapName: 'Current state' }, s.makeId),
  (s) => setStream({ id: s.stream, patch: { demandPerMonth: s.share, owner: s.id, template: undefined } }),
  (s) => addMap({ stream: s.stream, name: s.id, state: from(mapStates, s.a) }, s.makeId),
  (s) => setMap({ id: s.map, patch: { calendar: s.a % 2 ? roundTheClock : undefined } }),
  (s) => setLanes({ id: s.map, lanes: s.a % 2 ? 'team' : undefined }),
  (s) => renameMap({ id: s.map, name: s.id }),
  (s) => addRole({ name: s.id }, s.makeId),
  (s) => setRole({ id: s.role, patch: { people: s.a, availability: s.share * 1.2 } }),
  (s) => deleteRole({ id: s.role }),
  (s) => setSettings({ patch: { currency: s.id } }),
  (s) => setCalendar({ calendar: s.a % 2 ? roundTheClock : officeHours }),
  (s) => renameProject({ name: s.id }),
  (s) => makeFutureCopy({ project: s.project, map: s.map, makeId: s.makeId }),
  (s) => currentFromThis({ project: s.project, map: s.map, name: s.id, makeId: s.makeId }),
  (s) => moveMap({ id: s.map, by: s.a % 2 ? 1 : -1 }),
  (s) => linkNode({ node: s.node, source: someSource(s) }),
  (s) => deleteMap({ id: s.map }),
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
  (s) =>
    waiveFinding(
      {
        map: s.map,
        rule: s.id,
        about: from([[s.node], [s.second, s.flow], [s.role]], s.a),
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
        about: from([undefined, s.map, s.node, s.flow, s.role], s.b),
        patch: {
          severity: from([...severities, 'off' as const, undefined], s.c),
          options: { share: s.a % 3 ? s.share : undefined },
        },
      },
      s.makeId,
    ),
  (s) => clearRuleSettings({ about: from([undefined, 'project', s.map], s.a) }),
];

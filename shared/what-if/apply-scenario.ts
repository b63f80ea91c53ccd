import { current, isDraft, produce } from 'immer';
import type { ProjectDraft } from '../commands/change';
import type { MakeId } from '../commands/command';
import { deleteNodes } from '../commands/delete-nodes';
import type { Project } from '../model/project';
import { graphOf, lookUp } from '../model/queries';
import { largestNumber } from '../model/schema-tools';
import type { ScenarioChange } from '../model/workshop';
import { queueField, queueWaits, type QueueWait, writeQueueWaits } from './queue-waits';
import { writeNode } from './scenario-nodes';
import { sharesOutOf, writeShares } from './scenario-shares';
import type { AppliedScenario, ScenarioChanges, UnusedChange, UnusedReason } from './types';

interface Keyed {
  readonly key: string;
  readonly change: ScenarioChange;
}

/** Where a scenario is written. */
export interface ScenarioPlace {
  readonly map: string;
  readonly makeId: MakeId;
  /** True on a future state: a role that other maps use too is copied for it, and what belongs to the whole stream stays. */
  readonly isFuture?: boolean;
  /** The name of a role that only this map has. */
  readonly nameRole?: (role: string) => string;
}

const amountAfter = ({ factor, value }: ScenarioChange, before: number | undefined): number | null =>
  value ?? (before === undefined ? null : Math.min(largestNumber, before * (factor ?? 1)));

/** The role that may be changed on this map: its own, or on a future state a copy of one that other maps use as well. */
function roleToChange(
  draft: ProjectDraft,
  id: string,
  { map, makeId, isFuture, nameRole }: ScenarioPlace,
): string {
  const role = draft.roles[id];
  const isShared = Object.values(draft.nodes).some((node) => node.role === id && node.map !== map);
  if (!role || isFuture !== true || !isShared) return id;
  const twin = makeId();
  draft.roles[twin] = { ...role, name: nameRole?.(role.name) ?? role.name };
  for (const node of Object.values(draft.nodes)) if (node.role === id && node.map === map) node.role = twin;
  return twin;
}

function writeRole(
  draft: ProjectDraft,
  { change }: Keyed,
  place: ScenarioPlace,
  twins: Map<string, string>,
): UnusedReason | null {
  const field = change.field === 'people' || change.field === 'availability' ? change.field : null;
  const before = lookUp(draft.roles, change.about);
  if (field === null || !before) return field === null ? 'field' : 'gone';
  const amount = amountAfter(change, before[field]);
  if (amount === null) return 'unknown';
  const id = twins.get(change.about) ?? roleToChange(draft, change.about, place);
  twins.set(change.about, id);
  const role = draft.roles[id];
  if (role) role[field] = field === 'availability' ? Math.min(1, amount) : amount;
  return null;
}

function writeStream(
  draft: ProjectDraft,
  { change }: Keyed,
  { map, isFuture }: ScenarioPlace,
): UnusedReason | null {
  const id = lookUp(draft.maps, map)?.stream;
  const stream = id === change.about ? lookUp(draft.streams, id) : undefined;
  if (!stream) return 'gone';
  if (change.field !== 'demandPerMonth') return 'field';
  if (isFuture === true) return 'stream';
  const amount = amountAfter(change, stream.demandPerMonth);
  if (amount === null) return 'unknown';
  stream.demandPerMonth = amount;
  return null;
}

/** Shares out of one node are changed together, so that their siblings are rescaled once. */
function writeFlows(draft: ProjectDraft, flows: readonly Keyed[], unused: UnusedChange[], map: string): void {
  const byNode = new Map<string, Keyed[]>();
  for (const each of flows) {
    const flow = lookUp(draft.flows, each.change.about);
    if (!flow || flow.map !== map) unused.push({ ...each, reason: 'gone' });
    else if (each.change.field !== 'share') unused.push({ ...each, reason: 'field' });
    else byNode.set(flow.from, [...(byNode.get(flow.from) ?? []), each]);
  }
  for (const [node, list] of byNode) {
    const before = sharesOutOf(draft, node);
    const wanted = new Map(
      list.flatMap(({ change }): [string, number][] => {
        const share = amountAfter(change, before?.get(change.about));
        return share === null ? [] : [[change.about, Math.min(1, share)]];
      }),
    );
    if (before && writeShares(draft, node, wanted)) continue;
    for (const each of list) unused.push({ ...each, reason: before ? 'shares' : 'unknown' });
  }
}

const isStep = (project: Project, { change }: Keyed, map: string): boolean => {
  const node = lookUp(project.nodes, change.about);
  return node?.map === map && node.type === 'step';
};

const asProject = (draft: ProjectDraft): Project => (isDraft(draft) ? current(draft) : draft);

/** Lets the waits of a map follow its queues, once all else is changed. */
function followQueues(
  draft: ProjectDraft,
  before: Project,
  map: string,
  changes: ScenarioChanges,
): readonly QueueWait[] {
  const graph = graphOf(before, map);
  const changed = graphOf(asProject(draft), map);
  const waits = graph && changed ? queueWaits(graph, changed, changes) : [];
  writeQueueWaits(draft, waits);
  return waits;
}

/**
 * Writes the changes of a scenario into a draft: shares first (siblings are rescaled), then times, people and demand,
 * steps that are left out, and last the waits that follow their queues. Nothing is guessed: what cannot be made is in the
 * answer.
 */
export function writeScenario(
  draft: ProjectDraft,
  changes: ScenarioChanges,
  place: ScenarioPlace,
): Omit<AppliedScenario, 'project'> {
  const unused: UnusedChange[] = [];
  const list = Object.keys(changes)
    .sort()
    .flatMap((key): Keyed[] => {
      const change = changes[key];
      return change ? [{ key, change }] : [];
    });
  const leave = (each: Keyed, reason: UnusedReason | null): void => {
    if (reason !== null) unused.push({ ...each, reason });
  };
  const { map } = place;
  const before = asProject(draft);
  const nodes = list.filter((each) => isStep(before, each, map));
  const queues = list.filter(({ change }) => change.about === map && change.field === queueField);
  const rest = list.filter((each) => !nodes.includes(each) && !queues.includes(each));
  const roles = rest.filter(({ change }) => lookUp(before.roles, change.about));
  const streams = rest.filter(({ change }) => lookUp(before.streams, change.about));
  const flows = rest.filter((each) => !roles.includes(each) && !streams.includes(each));
  const skipped = nodes.filter(({ change }) => change.field === 'skip');
  const twins = new Map<string, string>();
  writeFlows(draft, flows, unused, map);
  for (const each of nodes)
    if (!skipped.includes(each)) leave(each, writeNode(draft, before, map, each.change));
  for (const each of roles) leave(each, writeRole(draft, each, place, twins));
  for (const each of streams) leave(each, writeStream(draft, each, place));
  if (skipped.length > 0)
    deleteNodes({ ids: skipped.map(({ change }) => change.about) }, place.makeId).apply(draft);
  return { unused, waits: queues.length > 0 ? followQueues(draft, before, map, changes) : [] };
}

/** The project as it would be with the changes of a scenario made on a map; the project itself stays as it is. Pure: ids that are needed are counted. */
export function applyScenario(project: Project, map: string, changes: ScenarioChanges): AppliedScenario {
  if (Object.keys(changes).length === 0) return { project, unused: [], waits: [] };
  let count = 0;
  const makeId = (): string => {
    do count += 1;
    while (lookUp(project.flows, `what-if-${String(count)}`));
    return `what-if-${String(count)}`;
  };
  let outcome: Omit<AppliedScenario, 'project'> = { unused: [], waits: [] };
  const after = produce(project, (draft) => {
    outcome = writeScenario(draft, changes, { map, makeId });
  });
  return { project: after, ...outcome };
}

import type { Project } from '../../shared/model/project';

/** An id by which a row points to a row of one of some tables. */
export interface Reference {
  readonly at: string;
  readonly id: string;
  readonly tables: readonly (keyof Project)[];
}

const keysOf = (members: object | undefined): string[] => Object.keys(members ?? {});

const things = ['maps', 'nodes', 'flows', 'roles'] as const;
const choices = ['workshopNotes', 'noteGroups', 'improvements'] as const;

/** Every id by which a row of a document points to another row; what a row was copied from may be gone. */
export function referencesIn(project: Project): Reference[] {
  const found: Reference[] = [];
  const add = (at: string, tables: Reference['tables'], ...ids: readonly (string | undefined)[]): void => {
    for (const id of ids) if (id !== undefined) found.push({ at, id, tables });
  };
  for (const table of [
    'maps',
    'improvements',
    'stakeholders',
    'agenda',
    'workshopNotes',
    'noteGroups',
    'ballots',
  ] as const)
    for (const { stream } of Object.values(project[table])) add(`${table}.stream`, ['streams'], stream);
  for (const table of ['nodes', 'flows', 'groups', 'scenarios', 'waivers'] as const)
    for (const { map } of Object.values(project[table])) add(`${table}.map`, ['maps'], map);
  for (const each of Object.values(project.nodes)) {
    add('nodes.role', ['roles'], each.role);
    add('nodes.partner', ['partners'], each.partner);
    add('nodes.group', ['groups'], each.group);
    add('nodes.systems', ['systems'], ...keysOf(each.systems));
    add('nodes.inputs', ['artefacts'], ...keysOf(each.inputs));
    add('nodes.outputs', ['artefacts'], ...keysOf(each.outputs));
  }
  for (const each of Object.values(project.flows)) add('flows.ends', ['nodes'], each.from, each.to);
  for (const each of Object.values(project.improvements)) {
    add('improvements.node', ['nodes'], each.node);
    add('improvements.future', ['maps'], each.future);
    add('improvements.changes', things, ...keysOf(each.changes));
  }
  for (const each of Object.values(project.waivers)) add('waivers.about', things, ...each.about.split(' '));
  for (const each of Object.values(project.ruleSettings)) add('ruleSettings.about', things, each.about);
  for (const each of Object.values(project.valueItems)) {
    add('valueItems.stakeholder', ['stakeholders'], each.stakeholder);
    add('valueItems.steps', ['nodes'], ...keysOf(each.steps));
  }
  for (const each of Object.values(project.scenarios))
    for (const { about } of Object.values(each.changes))
      add('scenarios.changes', [...things, 'streams'], about);
  for (const each of Object.values(project.workshopNotes)) {
    add('workshopNotes.group', ['noteGroups'], each.group);
    add('workshopNotes.node', ['nodes'], each.node);
    add('workshopNotes.improvement', ['improvements'], each.improvement);
    add('workshopNotes.future', ['maps'], each.future);
  }
  for (const each of Object.values(project.ballots)) add('ballots.choices', choices, ...keysOf(each.choices));
  for (const each of Object.values(project.votes)) {
    add('votes.ballot', ['ballots'], each.ballot);
    add('votes.dots', choices, ...keysOf(each.dots));
  }
  return found;
}

/** What points to a row that was there before and is there no more. */
export function pointingToNothing(before: Project, after: Project): string[] {
  const isIn = (project: Project, { id, tables }: Reference): boolean =>
    tables.some((table) => Object.hasOwn(project[table] as object, id));
  return referencesIn(after).flatMap((reference) =>
    isIn(before, reference) && !isIn(after, reference) ? [`${reference.at} ${reference.id}`] : [],
  );
}

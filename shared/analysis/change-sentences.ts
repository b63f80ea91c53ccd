import type { MapNode } from '../model/project';
import { lookUp } from '../model/queries';
import { formatDuration, formatNumber } from '../model/units-format';
import { changeStoryText as words, type Turn } from '../text/change-story';
import { inspectorText } from '../text/inspector';
import type { ChangeGroup } from './change-groups';
import { shortShare, type Telling, turnOf } from './telling';
import { waySentences } from './way-sentences';

interface Twins {
  readonly id: string;
  readonly before: MapNode;
  readonly after: MapNode;
}

function twinsOf({ between }: Telling, group: ChangeGroup): Twins[] {
  const { old: then, now } = between.matched;
  return group.about.flatMap((id) => {
    const [before, after] = [then.nodes.get(id), now.nodes.get(id)];
    return before && after ? [{ id, before, after }] : [];
  });
}

const hasMoved = ({ before, after }: Turn): boolean => before !== after;

/** Times at a step: its wait, its work, and whether it is automated now. */
function timeSentence({ before, after }: Twins): string {
  const { name, automation: level } = after;
  const wait = turnOf(before.wait, after.wait, formatDuration);
  const work = turnOf(before.processTime, after.processTime, formatDuration);
  if (level !== before.automation && (level === 'assisted' || level === 'automated'))
    return words.automated(name, inspectorText.automation[level]);
  if (hasMoved(wait)) return words.wait(name, wait) + (hasMoved(work) ? words.alsoWork(work) : '');
  return hasMoved(work) ? words.work(name, work) : words.times(name);
}

function qualitySentence({ before, after }: Twins): string {
  const output = turnOf(before.completeAccurate, after.completeAccurate, shortShare);
  if (hasMoved(output)) return words.quality(after.name, output);
  return words.rejects(after.name, turnOf(before.rejectRate, after.rejectRate, shortShare));
}

/** How many people a role has, and for how much of their time. */
function peopleText({ between }: Telling, id: string | undefined): string {
  const role = lookUp(between.project.roles, id);
  const { people, availability } = role ?? {};
  if (people === undefined) return role ? `“${role.name}”` : words.nobody;
  return words.peopleCount(
    formatNumber(people),
    availability === undefined ? null : shortShare(availability),
  );
}

/** True where the second role is the first one with other people: made for a future state, `Tester (Future state)`. */
function isSameRole(before: string, after: string): boolean {
  return after !== before && after.startsWith(`${before} (`);
}

function peopleSentence(telling: Telling, twins: readonly Twins[]): string {
  const [first] = twins;
  const names = twins.map(({ after }) => after.name);
  if (!first) return words.crew(names);
  const roleName = (id: string | undefined): string => lookUp(telling.between.project.roles, id)?.name ?? '';
  const [before, after] = [roleName(first.before.role), roleName(first.after.role)];
  if (first.before.role !== first.after.role) {
    if (before !== '' && isSameRole(before, after))
      return words.people(
        before,
        peopleText(telling, first.before.role),
        peopleText(telling, first.after.role),
      );
    const say = (name: string): string => (name === '' ? words.nobody : `“${name}”`);
    return words.handedTo(names, say(before), say(after));
  }
  const team = [first.before.team ?? '', first.after.team ?? ''] as const;
  if (team[0] !== team[1]) return words.handedTo(names, team[0] || words.nobody, team[1] || words.nobody);
  return words.crew(names);
}

/** Groups that are said in one sentence: the same change of people at several steps. */
export function groupsToSay(telling: Telling, groups: readonly ChangeGroup[]): readonly ChangeGroup[] {
  const joined = new Map<string, ChangeGroup>();
  groups.forEach((group, at) => {
    const [twin] = group.kind === 'people' ? twinsOf(telling, group) : [];
    const key = !twin
      ? group.kind === 'other'
        ? 'other'
        : `own ${String(at)}`
      : `people ${[twin.before, twin.after].map((each) => `${each.role ?? ''}/${each.team ?? ''}/${String(each.crew?.likely)}`).join(' ')}`;
    const known = joined.get(key);
    if (!known) joined.set(key, group);
    else
      joined.set(key, {
        kind: group.kind,
        about: [...known.about, ...group.about],
        apply: (rows) => group.apply(known.apply(rows)),
      });
  });
  return [...joined.values()];
}

/** What a group of changes is, in a sentence without its effect. */
export function sentenceOf(telling: Telling, group: ChangeGroup): string {
  const twins = twinsOf(telling, group);
  const [first] = twins;
  switch (group.kind) {
    case 'way':
      return waySentences(telling, group).join('; ');
    case 'time':
      return first ? timeSentence(first) : words.others(1);
    case 'quality':
      return first ? qualitySentence(first) : words.others(1);
    case 'people':
      return peopleSentence(telling, twins);
    case 'calendar':
      return words.calendar;
    case 'other':
      return words.others(group.about.length);
  }
}

import type { MapNode } from '../model/project';
import type { MapGraph } from '../model/queries';
import { formatDuration, formatNumber } from '../model/units-format';
import { changeStoryText as words, type Turn } from '../text/change-story';
import { changesText } from '../text/changes';
import { inspectorText } from '../text/inspector';
import type { ChangeGroup } from './change-groups';
import { changesRound } from './changed-map';
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
function peopleText(roles: MapGraph['roles'], id: string | undefined): string {
  const role = roles.get(id ?? '');
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
  const { old, now } = telling;
  const before = old.roles.get(first.before.role ?? '')?.name ?? '';
  const after = now.roles.get(first.after.role ?? '')?.name ?? '';
  if (first.before.role !== first.after.role) {
    if (before !== '' && isSameRole(before, after))
      return words.people(
        before,
        peopleText(old.roles, first.before.role),
        peopleText(now.roles, first.after.role),
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

/** What differs round the map: people of roles, demand and target. */
function roundLines({ between }: Telling): string[] {
  const { project, earlier, before, after } = between;
  return changesRound(project, before, after, earlier).filter((line) => line !== changesText.calendar);
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
    case 'round':
      return words.round(roundLines(telling));
    case 'other':
      return words.others(group.about.length);
  }
}

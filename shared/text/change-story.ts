const quoted = (name: string): string => `“${name === '' ? 'no name' : name}”`;

function list(names: readonly string[]): string {
  const said = names.map(quoted);
  const last = said.at(-1) ?? '';
  return said.length < 2 ? last : `${said.slice(0, -1).join(', ')} and ${last}`;
}

/** Names of this many things are said; of more, a number. */
const mostNames = 3;

function named(names: readonly string[]): string {
  if (names.length <= mostNames) return list(names);
  return `${names.slice(0, 2).map(quoted).join(', ')} and ${String(names.length - 2)} more steps`;
}

const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** A value before and after, as texts, and whether it becomes more or less; null where one of them is unknown. */
export interface Turn {
  readonly before: string;
  readonly after: string;
  readonly direction: 'up' | 'down' | null;
  /** True where it becomes exactly half of what it was. */
  readonly isHalved: boolean;
}

function moves({ before, after, direction, isHalved }: Turn, count: 'one' | 'many'): string {
  const ends = `from ${before} to ${after}`;
  if (isHalved) return `${count === 'one' ? 'is' : 'are'} halved, ${ends}`;
  const verbs = { up: ['rises', 'rise'], down: ['falls', 'fall'], none: ['goes', 'go'] } as const;
  return `${verbs[direction ?? 'none'][count === 'one' ? 0 : 1]} ${ends}`;
}

/** Sentences of the story of a change: what is different and what it does. Texts in the arguments are already formatted. */
export const changeStoryText = {
  items: 'items',
  /** All steps of the map that approve, by their number. */
  approvals: (count: number) => (count === 2 ? 'both approvals' : `all ${String(count)} approvals`),
  named,
  some: 'Some',
  skip: (share: string, items: string, steps: string) => `${share} ${items} skip ${steps}`,
  of: (share: string) => `${share} of`,
  skipAfter: (share: string, items: string, from: string, steps: string) =>
    `Of the ${items} that go on from ${quoted(from)}, ${share} skip ${steps}`,
  newWay: (share: string, items: string, from: string, to: string) =>
    `${share} ${items} go from ${quoted(from)} straight to ${quoted(to)}`,
  through: (steps: string) => ` and go through ${steps} instead`,
  removed: (names: readonly string[]) => `${named(names)} ${verb(names.length, 'is', 'are')} taken out`,
  added: (names: readonly string[]) => `New ${verb(names.length, 'step', 'steps')}: ${named(names)}`,
  addedOther: (kind: string, name: string) =>
    name === '' ? `New ${kind.toLowerCase()}` : `New ${kind.toLowerCase()}: ${quoted(name)}`,
  replaced: (gone: readonly string[], fresh: readonly string[]) =>
    `${named(fresh)} ${verb(fresh.length, 'takes', 'take')} the place of ${named(gone)}`,
  merged: (gone: readonly string[], into: string) => `${named(gone)} becomes part of ${quoted(into)}`,
  parallel: (names: readonly string[]) => `${named(names)} run in parallel`,
  returns: (from: string, to: string, reason: string | null, turn: Turn) =>
    `Returns from ${quoted(from)} to ${quoted(to)}${reason === null ? '' : ` (${reason})`} ${moves(turn, 'many')}`,
  returnsGone: (from: string, to: string) => `Nothing returns from ${quoted(from)} to ${quoted(to)} any more`,
  returnsNew: (from: string, to: string, share: string) =>
    `New returns from ${quoted(from)} to ${quoted(to)}, ${share}`,
  repeats: (from: string, to: string, turn: Turn) =>
    `Repeats from ${quoted(from)} to ${quoted(to)} ${moves(turn, 'many')}`,
  share: (from: string, to: string, turn: Turn) =>
    `The share that goes on from ${quoted(from)} to ${quoted(to)} ${moves(turn, 'one')}`,
  rewired: (names: readonly string[]) => `The flow round ${named(names)} is led another way`,
  automated: (name: string, level: string) => `${quoted(name)} is now ${level.toLowerCase()}`,
  wait: (name: string, turn: Turn) => `The wait before ${quoted(name)} ${moves(turn, 'one')}`,
  work: (name: string, turn: Turn) => `The work at ${quoted(name)} ${moves(turn, 'one')}`,
  times: (name: string) => `Times at ${quoted(name)} change`,
  alsoWork: (turn: Turn) => ` and its work ${moves(turn, 'one')}`,
  quality: (name: string, turn: Turn) => `Usable output of ${quoted(name)} ${moves(turn, 'one')}`,
  rejects: (name: string, turn: Turn) => `Refusals at ${quoted(name)} ${moves(turn, 'many')}`,
  handedTo: (names: readonly string[], before: string, after: string) =>
    `${named(names)} ${verb(names.length, 'goes', 'go')} from ${before} to ${after}`,
  people: (role: string, before: string, after: string) => `${quoted(role)}: ${before} → ${after}`,
  peopleCount: (count: string, share: string | null) =>
    `${count} ${count === '1' ? 'person' : 'people'}${share === null ? '' : ` at ${share}`}`,
  nobody: 'nobody named',
  crew: (names: readonly string[]) => `The people at work at ${named(names)} change`,
  calendar: 'The working hours of the map change',
  /** What lies round the map, by its lines; without a line where nothing that has a name differs. */
  round: (lines: readonly string[]) =>
    lines.length === 0 || lines.length > mostNames
      ? 'People of roles, demand or targets of the stream change'
      : lines.join('; '),
  others: (count: number) =>
    count === 1 ? 'One other detail changes' : `${String(count)} other details change`,
  unknown: 'not known',
  effect: (clause: string, effect: string) => `${clause}: ${effect}`,
  noEffect: 'no effect on the lead time or the effort',
  effectUnknown: 'effect not known, since figures are missing',
  totalUnknown: 'the effect on the lead time is not known, since figures are missing',
  leadTime: (before: string, after: string) => `expected lead time ${before} to ${after}`,
  effort: (before: string, after: string) => `effort ${before} to ${after}`,
  rework: (before: string, after: string) => `effort spent on rework ${before} to ${after}`,
  rolled: (before: string, after: string) => `rolled %C&A ${before} to ${after}`,
  within: (before: string, after: string) => `items within the target ${before} to ${after}`,
  busy: (role: string, before: string, after: string) => `time used of ${quoted(role)} ${before} to ${after}`,
  handoffs: (before: string, after: string) => `hand-offs ${before} to ${after}`,
  cost: (before: string, after: string) => `cost per item ${before} to ${after}`,
  together: (changes: number, effects: string) =>
    changes === 1
      ? `This change: ${effects}.`
      : `${changes === 2 ? 'Both' : `All ${String(changes)}`} changes together: ${effects}.`,
  nothingChanges: 'Nothing was changed yet.',
  nothingMeasurable: 'no main figure changes',
  more: (sum: string, total: string) =>
    `Each line is computed alone. Added up they would save ${sum}, together they save ${total}: some act on the same time, so the effects do not add up.`,
  less: (sum: string, total: string) =>
    `Each line is computed alone. Added up they would save ${sum}, together they save ${total}: they strengthen each other.`,
  unclear: 'Each line is computed alone, so the effects need not add up.',
  waits:
    'Waits are as they were entered. A shorter queue does not shorten them by itself, so the true gain may be larger or smaller.',
  findings: (gone: number, fresh: number) =>
    `${gone === 1 ? '1 finding is' : `${String(gone)} findings are`} resolved, ${fresh === 1 ? '1 is' : `${String(fresh)} are`} new.`,
  resolved: 'Resolved:',
  fresh: 'New:',
  heading: (before: string, after: string) => `${before} → ${after}`,
  line: (text: string) => `- ${text}`,
} as const;

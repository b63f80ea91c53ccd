import { formatShare } from '../model/units-format';

const quoted = (name: string): string => `“${name === '' ? 'no name' : name}”`;

/** Words of quick fixes: what the commands are called, what they write into a map. */
export const fixesText = {
  label: {
    removeStep: (name: string) => `Remove ${quoted(name)}`,
    removeSteps: (count: number) => `Remove ${String(count)} steps`,
    mergeSteps: (first: string, second: string) => `Merge ${quoted(first)} and ${quoted(second)}`,
    parallelise: (first: string, second: string) => `Do ${quoted(first)} and ${quoted(second)} in parallel`,
    addStep: (name: string) => `Add ${quoted(name)}`,
    splitPath: (name: string) => `Lead items past ${quoted(name)}`,
    addStart: 'Add the demand',
    addEnd: 'Add the value',
    addJoin: 'Add a join',
    makeFuture: (name: string) => `Make the future state ${quoted(name)}`,
    makeCurrent: (name: string) => `Make the current state ${quoted(name)}`,
    deleteMap: 'Delete map',
    addImprovement: (name: string) => `Add the improvement ${quoted(name)}`,
    setImprovement: 'Edit improvement',
    deleteImprovement: 'Delete improvement',
    connectNearest: (name: string) => `Connect ${quoted(name)}`,
  },
  lastMap: 'This is the only map of the stream.',
  improvementKnown: 'This idea is among the improvements already.',
  improvementGone: 'This improvement is no longer in the project.',
  improvementAdded: (name: string) => `Added to the improvements: ${name}`,
  menu: {
    fix: 'Fix',
    label: (finding: string) => `Fix: ${finding}`,
    entry: {
      correct: (label: string) => `${label}…`,
      improve: (label: string) => `${label}…`,
      task: (label: string) => `Note as an idea: ${label}`,
      open: (label: string) => label,
    },
  },
  dialog: {
    cancel: 'Cancel',
    apply: (isCorrection: boolean) => (isCorrection ? 'Put it right' : 'Apply to future state'),
    idea: 'Note as an idea',
    goesTo: 'Goes to',
    newFuture: 'A new future state',
    newFutureOnly:
      'A future state is made as a copy of this map, and the change goes there. This map stays as it is.',
    currentStays: 'Only the chosen future state changes.',
    correction: 'This puts the map itself right: it changes what is written there, not how the work is done.',
    changes: 'What changes',
    finding: 'This finding',
    figures: 'Main figures',
    before: 'Now',
    after: 'After',
    more: (count: number) => `and ${String(count)} more`,
    disappears: (count: number) =>
      count === 1 ? 'One more finding goes' : `${String(count)} more findings go`,
    appears: (count: number) => (count === 1 ? 'One finding comes' : `${String(count)} findings come`),
    fates: {
      gone: 'It is gone.',
      lower: 'It stays, with less at stake.',
      unchanged: 'It stays as it is.',
      higher: 'It grows.',
      absent: 'That future state does not have it any more.',
      unknown: 'It is judged again once this is done.',
    },
    applied: (fix: string, map: string) => `${fix}: done on “${map}”.`,
    put: (fix: string) => `${fix}: done.`,
    undo: 'Undo',
  },
  /** The maps of a stream in the tool bar. */
  maps: {
    label: 'Maps of this stream',
    stream: (name: string) => `Stream: ${name}. Choose another stream`,
    named: (name: string, state: string) => `${name} · ${state}`,
    shown: (name: string) => `Shown: ${name}. Choose another map`,
    choice: (name: string, gain: string | null) => (gain === null ? name : `${name}, lead time ${gain}`),
    makeFuture: 'Future state',
    compare: 'Compare',
    made: (name: string) => `“${name}” is made and shown. The other map stays as it is.`,
    deleted: (name: string) => `“${name}” is deleted.`,
  },
  /** How a figure changes. */
  marks: {
    figure: 'Figure',
    change: 'Change',
    signs: { better: '✓', worse: '!', same: '=', unknown: '?' },
    words: { better: 'better', worse: 'worse', same: 'as before', unknown: 'unknown' },
  },
  /** The figures before and after. */
  preview: {
    less: (amount: string) => `−${amount}`,
    more: (amount: string) => `+${amount}`,
    points: (number: string) => `${number} points`,
    placed: (place: string, sentence: string) => `${place}: ${sentence}`,
    cost: (role: string) => `People of ${quoted(role)}, cost a month`,
    percentiles: {
      p50: '50 of 100 items take up to',
      p85: '85 of 100 items take up to',
      p95: '95 of 100 items take up to',
    },
    withinTarget: 'Items within the target',
    queue: (before: string, after: string) =>
      ` By the estimate of its queue an item waits ${before} for these people now, and ${after} then.`,
    busy: (role: string) => `Time used of ${quoted(role)}`,
    lessLoad: (role: string, before: number, after: number) =>
      `Waits stay as they were entered. ${quoted(role)} becomes less busy (${formatShare(before, 0)} → ${formatShare(after, 0)} of their time), so its queues usually shrink as well: the true gain may be larger.`,
    moreLoad: (role: string, before: number, after: number) =>
      `Waits stay as they were entered. ${quoted(role)} becomes busier (${formatShare(before, 0)} → ${formatShare(after, 0)} of their time), so its queues may grow: the true gain may be smaller.`,
  },
  improvements: {
    title: 'Improvements',
    description: 'Ideas for this stream: what to try, where, who sees to it, until when.',
    empty: 'No idea yet. Findings offer some under “Fix”; any other can be added here.',
    open: (count: number) => (count === 0 ? 'Improvements' : `Improvements (${String(count)})`),
    add: 'Add an idea',
    show: 'Show',
    newName: (number: number) => `Idea ${String(number)}`,
    name: 'What to improve',
    nameAt: (step: string) => `What to improve at ${quoted(step)}`,
    owner: 'Owner',
    due: 'Until',
    status: 'Status',
    dimension: 'Dimension',
    none: 'Not said',
    remove: (name: string) => `Delete ${quoted(name)}`,
    statuses: { idea: 'Idea', planned: 'Planned', doing: 'Under way', done: 'Done', dropped: 'Dropped' },
  },
  /** Why a fix cannot be done. */
  unfit: {
    noCommand: 'There is nothing to change on the map here.',
    mapGone: 'That map is no longer in the project.',
    notThere: 'What the finding is about is not on that map any more.',
    doesNotFit: 'This fix does not fit here: the map around it is built in another way.',
    changesNothing: 'This is so already: nothing would change.',
  },
  /** A role that only a future state has. */
  roleIn: (role: string, map: string) => `${role} (${map})`,
  /** The name of a step made of two. */
  mergedName: (first: string, second: string) =>
    first === '' || second === '' || first === second ? first || second : `${first} and ${second}`,
  /** The name of a choice before a step that some items need not pass. */
  isNeeded: (step: string) => (step === '' ? 'Needed?' : `${step}: needed?`),
} as const;

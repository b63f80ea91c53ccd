const quoted = (name: string): string => `“${name}”`;

/** The page where changes are tried without touching the map, and what is kept of it. */
export const whatIfText = {
  title: 'What-if',
  intro: 'Move a slider and watch the figures. Nothing here changes the map.',
  tabs: {
    label: 'What-if',
    try: 'Try out',
    rank: 'Which change buys most',
    scenarios: 'Scenarios',
  },
  /** What can be changed. */
  fields: {
    processTime: 'Process time',
    wait: 'Wait before',
    batch: 'Batch',
    cadence: 'Takes place every',
    completeAccurate: '%C&A',
    crew: 'People at once',
    share: 'Share of items',
    people: 'People',
    availability: 'Time for this stream',
    demandPerMonth: 'Items a month',
    skip: 'Leave the step out',
  },
  input: (name: string, field: string) => `${name}: ${field}`,
  flow: (from: string, to: string) => `${from} → ${to}`,
  flowKinds: {
    rework: (way: string) => `${way} (rework)`,
    iteration: (way: string) => `${way} (iteration)`,
  },
  demand: 'Demand',
  unnamed: 'Unnamed step',
  add: 'Add something to change',
  addHint: 'Type a step, a role or a field',
  addNothing: 'Nothing on this map is called so.',
  addSelected: (count: number) =>
    count === 1 ? 'Add the selected element' : `Add the ${String(count)} selected elements`,
  remove: (input: string) => `Remove ${input}`,
  reset: (input: string) => `Set ${input} back`,
  resetAll: 'Set all back',
  /** A slider: where it stands now, and where the map has it. */
  onMap: (value: string) => `map: ${value}`,
  unknownOnMap: 'unknown on the map',
  typeValue: 'Type a value to try it.',
  /** What undo takes back while sliders are next. */
  trial: 'what was tried',
  /** A value that was typed and is not understood. */
  refused: (reason: string, kept: string | null) =>
    kept === null ? reason : `${reason} It stays at ${kept}.`,
  ofMap: (part: string) => `${part} of the map`,
  siblings: (list: string) => `The others from there: ${list}`,
  sibling: (name: string, share: string) => `${name} ${share}`,
  cadenceMovesWait: 'The wait changes with it, by half of what the interval changes by.',
  batchMovesWait: 'The wait changes with it, by what filling the batch takes.',
  skipNote: 'Steps before it lead straight to those after it.',
  noSteps:
    'There are no steps on this map yet. Draw the steps with their times on the page Map; then move them here.',
  largest:
    'The volume, and the inputs with the largest effect on this map, the strongest of each kind among them.',
  ranking: 'Looking for the inputs with the largest effect…',
  unused: {
    gone: (input: string) => `${input} is no longer on the map and is left out.`,
    field: (input: string) => `${input} cannot be changed here and is left out.`,
    unknown: (input: string) => `${input} is unknown on the map: type a value instead of a part of it.`,
    shares: (input: string) => `${input}: nothing says where the other items go, so it is left out.`,
    stream: (input: string) => `${input} belongs to the whole stream and stays as it is.`,
  },
  goneInput: 'Something that was deleted',
  /** Before and after. */
  results: 'Before and after',
  nothingYet: 'Nothing is changed yet: both columns are the same.',
  before: 'Map',
  after: 'What-if',
  figure: 'Figure',
  change: 'Change',
  percentiles: {
    p50: '50 of 100 done within',
    p85: '85 of 100 done within',
    p95: '95 of 100 done within',
  },
  withinTarget: 'Items within the target',
  busiest: 'Busiest role',
  busy: (role: string, share: string) => `${role} ${share}`,
  awaited: '…',
  points: (number: string) => `${number} points`,
  less: (amount: string) => `−${amount}`,
  more: (amount: string) => `+${amount}`,
  queues: 'Queues, as an estimate',
  queuesNote:
    'Waits stay as they were entered. What the queues of these roles would do is estimated here and is not part of the figures above.',
  queue: (role: string, before: string, after: string) =>
    `${role}: ${before} → ${after} of their time is used.`,
  queueWaits: (before: string, after: string) =>
    `By the estimate an item waits ${before} for them now, and ${after} then.`,
  queueGrows: 'Their queue would grow without end.',
  queueUnknown: 'What that does to their queue cannot be estimated.',
  /** Waits that follow the queues, and those that cannot. */
  queueWaitsOf: {
    follow: 'Let the waits follow the queues',
    off: 'Waits stay as they were entered, whatever happens to volume, people and times.',
    on: 'When volume, people or times change, the waits before the steps change as their queues would by estimate. Agreed waits, and those you set here, stay.',
    title: 'Waits that follow their queues, by estimate',
    noneMoves: 'No wait changes: volume, people and times leave all queues as they are.',
    moves: (step: string, before: string, after: string) =>
      `Wait before ${quoted(step)}: ${before} → ${after}.`,
    grows: (step: string) =>
      `Wait before ${quoted(step)}: the queue would grow without end, so the wait is unknown.`,
    keptTitle: 'These waits stay as they were entered',
    kept: (
      reason:
        | 'agreed'
        | 'given'
        | 'unknown'
        | 'noRole'
        | 'grows'
        | 'processTime'
        | 'demand'
        | 'people'
        | 'availability'
        | 'calendar'
        | 'share'
        | 'path',
      steps: string,
      role: string,
    ) => {
      const reasons: Readonly<Record<typeof reason, string>> = {
        agreed: 'the wait is agreed',
        given: 'you set it here',
        unknown: 'the wait itself is unknown',
        noRole: 'no role does the step',
        grows: `${quoted(role)} already has more work than people`,
        processTime: `a process time of ${quoted(role)} is unknown`,
        demand: 'items a month are unknown',
        people: `how many people ${quoted(role)} has is unknown`,
        availability: `how much time ${quoted(role)} has for this stream is unknown`,
        calendar: 'the wait runs on a calendar of its own',
        share: 'how many items come here is unknown',
        path: 'how items come here is unknown',
      };
      return `${steps}: ${reasons[reason]}.`;
    },
  },
  /** What the marks of a change mean to somebody who does not see them. */
  marks: {
    signs: { better: '✓', worse: '!', same: '=', unknown: '?' },
    words: { better: 'better', worse: 'worse', same: 'as before', unknown: 'unknown' },
  },
  /** The ranking. */
  rank: {
    intro: 'Each change is tried alone, and ranked by what it brings. Waits stay as they were entered.',
    part: 'Cut waits, work and returns by',
    by: 'Rank by',
    measures: { leadTime: 'Lead time', effort: 'Effort', money: 'Money', quality: 'Quality' },
    columns: {
      change: 'Change',
      leadTime: 'Lead time',
      effort: 'Effort per item',
      money: 'Money a month',
      quality: 'Right at every step',
      try: 'Try it',
    },
    kinds: {
      wait: (name: string, part: string) => `Cut the wait before ${quoted(name)} by ${part}`,
      processTime: (name: string, part: string) => `Cut the work of ${quoted(name)} by ${part}`,
      rework: (name: string, part: string) => `Cut the returns ${quoted(name)} by ${part}`,
      quality: (name: string) => `Get 10 points more of ${quoted(name)} right`,
      person: (name: string) => `One more person as ${quoted(name)}`,
      skip: (name: string) => `Leave ${quoted(name)} out`,
    },
    queue: (saved: string) =>
      `By the estimate of its queue an item would wait ${saved} less; that is not counted here.`,
    saves: (amount: string) => `−${amount}`,
    costs: (amount: string) => `+${amount}`,
    none: '0',
    unknown: 'unknown',
    unknownLead:
      'The lead time of this map is unknown, so gains in lead time are as well. Fill in what lacks first: the questions below the map list it.',
    put: 'Put on sliders',
    putOne: (change: string) => `Put on the sliders: ${change}`,
    isOn: 'On the sliders',
    running: (done: number, all: number) => `${String(done)} of ${String(all)} changes tried`,
    tried: (count: number) => (count === 1 ? '1 change was tried.' : `${String(count)} changes were tried.`),
    more: (count: number) => `Show ${String(count)} more`,
    empty: 'There is nothing to try yet: enter times and shares on the map first.',
    bar: (part: string) => `${part} of the largest gain`,
  },
  /** Scenarios that were kept. */
  keep: 'Keep as scenario',
  keepAgain: (name: string) => `Update ${quoted(name)}`,
  keepName: 'Name of the scenario',
  newName: 'Scenario',
  nameOfChange: (name: string, value: string) => `${name} ${value}`,
  nameWithout: (name: string) => `without ${name}`,
  nameMore: (count: number) => `${String(count)} more`,
  copyOf: (name: string) => `${name}, copy`,
  makeFuture: 'Make this a future state',
  futureName: (scenario: string | null) => scenario ?? 'Future state',
  futureMade: (name: string) => `“${name}” is made with these changes. The map itself stays as it is.`,
  futureLeft: 'Demand belongs to the whole stream and was not changed.',
  kept: (name: string) => `${quoted(name)} is kept.`,
  scenarios: {
    intro: 'The map beside its scenarios. The best of each row is marked.',
    empty: 'No scenario is kept yet. Move some sliders, then press “Keep as scenario”.',
    best: 'best',
    load: (name: string) => `Put ${quoted(name)} on the sliders`,
    rename: (name: string) => `Rename ${quoted(name)}`,
    name: (name: string) => `Name of ${quoted(name)}`,
    duplicate: (name: string) => `Duplicate ${quoted(name)}`,
    remove: (name: string) => `Delete ${quoted(name)}`,
    future: (name: string) => `Make ${quoted(name)} a future state`,
    menu: (name: string) => `More about ${quoted(name)}`,
    changes: (count: number) => (count === 1 ? '1 change' : `${String(count)} changes`),
    leftOut: (count: number) =>
      count === 1 ? '1 of them no longer fits' : `${String(count)} of them no longer fit`,
    loaded: (name: string) => `${quoted(name)} is on the sliders.`,
    load2: 'Put on sliders',
    duplicate2: 'Duplicate',
    future2: 'Make it a future state',
    rename2: 'Rename',
    remove2: 'Delete',
  },
  commands: {
    label: {
      add: (name: string) => `Keep scenario ${quoted(name)}`,
      set: 'Change scenario',
      rename: 'Rename scenario',
      duplicate: 'Duplicate scenario',
      remove: 'Delete scenario',
      future: (name: string) =>
        name === '' ? 'Make a future state of a scenario' : `Make future state ${quoted(name)}`,
    },
    refused: {
      mapGone: 'This map is no longer in the project.',
      noName: 'A name is needed.',
      taken: (name: string) => `There is already a scenario called ${quoted(name)}.`,
      gone: 'This scenario is no longer in the project.',
    },
  },
} as const;

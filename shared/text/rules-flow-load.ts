const people = (amount: number): string =>
  amount === 1 ? '1 more person' : `${Number.isFinite(amount) ? String(amount) : '∞'} more people`;

const often = (perMonth: number): string =>
  perMonth === 0
    ? 'less than once a month'
    : perMonth === 1
      ? 'once a month'
      : `${String(perMonth)} times a month`;

/** What the rules about load, queues, items on the way and the constraint say. */
export const loadText = {
  'flow-overloaded-resource': {
    title: 'A role has more work than time',
    whyItMatters:
      'From 100 % on there is no steady state: the queue grows from day to day, or work is dropped in silence.',
    whatToDo:
      'Take work away first: what comes back, what nobody needs, what a machine or an earlier step could do. Then ask for people.',
    whenItIsFine:
      'Where others help out or overtime fills the gap: write them down. A wrong share of time for this stream moves the result most.',
    source:
      'Queueing theory. Where people or times are only known in part, what is certain is judged: the known work alone, or people who would give all their time to this stream.',
    options: { limit: 'Work as a share of the time', aim: 'Load that more people should lead to' },
    say: (e: {
      role: string;
      work: string;
      capacity: string;
      load: string;
      isAtLeast: boolean;
      isFull: boolean;
      needed: number;
    }) =>
      `The role “${e.role}” has ${e.isAtLeast ? 'at least ' : ''}${e.work} of work a month and ${e.capacity} for it (${e.load}): ${e.isFull ? 'the queue must grow' : 'hardly any time is left for peaks'}${e.needed > 0 ? `; ${people(e.needed)} would do` : ''}`,
    add: 'Add the people that are missing',
    reduce: 'Take work away: avoid returns, let a machine or an earlier step do it',
  },
  'flow-high-utilisation': {
    title: 'A role is so busy that queues explode',
    whyItMatters:
      'Waiting grows with load / (1 − load): four times the work at 80 %, nine times at 90 %, nineteen times at 95 %.',
    whatToDo:
      'Free a little time rather than squeeze it: fewer returns, fewer interruptions, work of more even size, one more pair of hands.',
    whenItIsFine:
      'Machines may run hot: a role whose steps are all automated is left out. A large team bears more than a single person.',
    source:
      'Queueing estimate of Kingman and Sakasegawa for several people; common advice for knowledge work is 70 to 80 %. The catalogue names the estimate for one person, which is far too high for a team: here as many people count as there are.',
    options: {
      warn: 'Share of the time that is busy, from which queues are long',
      full: 'Share from which it is overload',
      calm: 'Load to compare with',
    },
    say: (e: { role: string; load: string; wait: string | null; calm: string; calmWait: string | null }) =>
      e.wait === null || e.calmWait === null
        ? `The role “${e.role}” is busy ${e.load} of the time: small peaks turn into long queues`
        : `The role “${e.role}” is busy ${e.load} of the time: items wait about ${e.wait} until somebody is free, at ${e.calm} it would be ${e.calmWait}`,
    add: 'Add people until the load is calm',
    even: 'Make the work more even: standard work, smaller batches, fewer interruptions',
  },
  'flow-wait-not-capacity': {
    title: 'More people would not shorten this wait',
    whyItMatters: 'Where the people have time and the item still waits, more people change nothing.',
    whatToDo:
      'Ask what the item waits for: a date, a lower rank than other work, an answer, or a glance into the right list?',
    whenItIsFine: 'Where the wait was agreed on: mark it as required.',
    source:
      'Ours, from the queueing estimate: over three times what the load explains is not explained by the load. What a fixed rhythm explains is taken off first, and waits for consumers are left out.',
    options: { mult: 'Wait as a multiple of the estimate', share: 'Share of the lead time' },
    say: (e: { wait: string; load: string; estimate: string }) =>
      `Waits ${e.wait} although its people are busy only ${e.load} of the time, which explains ${e.estimate}: look for a date, a priority or something missing`,
    ask: 'Ask what the item is waiting for',
  },
  'flow-wip-above-need': {
    title: 'More work in progress than the flow needs',
    whyItMatters:
      'Each further item makes all others wait. What is begun and not finished is worth nothing yet.',
    whatToDo: 'Stop starting, start finishing: finish or cancel the oldest before anything new begins.',
    whenItIsFine: 'Where items wait for the customer by agreement: count them apart.',
    source:
      'Little’s law turned round; ITIL 4 Create, Deliver and Support gives it as items = throughput × lead time. A few items above the limit are chance, so a smallest number counts as well. Where queues were counted at some steps only, their sum is a lower bound and is enough.',
    options: { mult: 'Multiple of what the target allows', least: 'Smallest surplus in items' },
    say: (e: { items: string; target: string; rate: string; allowed: string }) =>
      `${e.items} items are on the way; a lead time of ${e.target} at ${e.rate} a month allows ${e.allowed}`,
    limit: 'Agree on how many items may be on the way at once',
    finish: 'Finish or cancel the oldest items before anything new begins',
  },
  'dimension-single-person': {
    title: 'The stream stops when one person is away',
    whyItMatters: 'One holiday stops the flow. It is a risk for security as well, since nobody else looks.',
    whatToDo: 'Name a deputy, and let the two do the work together for a month.',
    whenItIsFine: 'A stream with a few items a month may wait for somebody to come back.',
    source:
      'Four dimensions of service management: organisations and people; limits: heuristic of ours. Steps that a machine does are left out.',
    options: {
      people: 'People who are too few',
      visits: 'Visits per item from which the stream depends on it',
      rare: 'Visits a month below which it is only a hint',
    },
    say: (e: { people: number; steps: string; perMonth: number | null }) =>
      `${e.people > 1 ? `Only ${String(e.people)} people do` : 'Only one person does'} ${e.steps}${e.perMonth === null ? '' : `, ${often(e.perMonth)}`}: ${e.people > 1 ? 'a few holidays stop' : 'one holiday stops'} the stream`,
    deputy: 'Name and train a deputy',
    second: 'Let two people do it',
  },
  'principle-constraint-ignored': {
    title: 'The constraint is not the place being improved',
    whyItMatters:
      'A chain is as strong as its weakest link: what is improved elsewhere does not make the stream faster.',
    whatToDo:
      'Ask of each idea: does it make the busiest people or the longest wait any better? Begin with the one that does.',
    whenItIsFine: 'Quality, safety and duty are good reasons to improve elsewhere.',
    source:
      'Theory of constraints; ITIL guiding principle “think and work holistically”. Ideas that were dropped or are done do not count. An idea without a step may mean any step, so it is asked about first. The constraint is the busiest role and the longest waits; where an input lacks, what may be the constraint counts as well.',
    options: { topWaits: 'Longest waits that count as constraint' },
    say: (e: { ideas: number; targets: string; constraint: string }) =>
      `${e.ideas === 1 ? 'The one idea concerns' : `The ${String(e.ideas)} ideas concern`} ${e.targets}, but the stream is held up at ${e.constraint}`,
    task: 'Look for an improvement at the constraint',
  },
} as const;

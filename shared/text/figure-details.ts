const items = (count: string): string => (count === '1' ? '1 item' : `${count} items`);

/** Words beside the figures: ranges, where values come from, wastes, queues, rhythms, Little's law. Texts in the arguments are already formatted. */
export const figureDetailsText = {
  range: (low: string, high: string, likely: string) => `range: ${low} to ${high}, likely ${likely}`,
  origins: (parts: readonly string[]) => `from values: ${parts.join(', ')}`,
  allUnstated: 'No time says where it comes from: measured, a log, an estimate or a guess.',
  origin: {
    measured: (share: string) => `${share} measured`,
    log: (share: string) => `${share} from logs`,
    estimate: (share: string) => `${share} estimated`,
    guess: (share: string) => `${share} guessed`,
    unstated: (share: string) => `${share} not stated`,
  },
  spending: {
    transport: 'Transport: handing over',
    inventory: 'Inventory',
    motion: 'Motion: typing in again',
    waiting: 'Waiting',
    overproduction: 'Overproduction',
    overprocessing: 'Overprocessing: work without value, approvals beyond the first',
    defects: 'Defects: rework',
    skills: 'Skills',
    VA: 'Adds value',
    NNVA: 'Needed without adding value',
    unclassified: 'Not classified yet',
  },
  whereTimeGoes: 'Where the time goes (lead time; effort)',
  partOnly: 'Only what is known: inputs are missing.',
  spent: (leadTime: string, share: string, effort: string) => `${leadTime} (${share}); ${effort}`,
  queues: 'Waits that the load of each role explains (an estimate)',
  queue: (wait: string, load: string, chance: string) =>
    `${wait} at ${load} load; ${chance} of the items have to wait`,
  queueGrows: (load: string) => `grows without end at ${load} load`,
  queueUnknown: 'unknown',
  assumed: {
    arrivals: 'items are taken to arrive at random',
    service: 'work without a range is taken to vary at random',
  },
  tooLong: (steps: readonly string[]) =>
    `Stated waits over three times that: ${steps.join(', ')}. There capacity is not the reason; look for priorities or missing input.`,
  stepWith: (step: string, wait: string) => `${step} (${wait})`,
  rhythms: 'Waits that dates and batches explain',
  cadence: (wait: string) => `${wait} for the next date`,
  batch: (wait: string) => `${wait} until the batch is full`,
  stated: (wait: string) => `stated ${wait}`,
  little: 'Items counted, and expected from demand and times',
  wholeStream: 'The whole stream',
  counted: (counted: string, expected: string) => `${items(counted)} counted, ${expected} expected`,
  factor: (factor: string) => `${factor} times as many`,
  peopleNeeded: 'People needed',
  notes: {
    title: 'What explains the wait',
    load: (role: string, wait: string, load: string) =>
      `The load of ${role} (${load}) explains about ${wait}, by a queueing estimate.`,
    grows: (role: string, load: string) =>
      `${role} has more work than time (${load}): the queue grows without end.`,
    cadence: (interval: string, wait: string) => `A date every ${interval} explains ${wait}.`,
    batch: (size: string, wait: string) => `Filling a batch of ${size} explains ${wait}.`,
    unexplained:
      'The stated wait is over three times that: capacity is not the reason. Look for priorities or missing input.',
    little: (counted: string, expected: string) =>
      `${items(counted)} counted here; demand and wait let expect ${expected}.`,
    converted: (wait: string) => `In the working time of the map: ${wait}.`,
    repeats: (mean: string) => `Repeats included, a visit takes ${mean} of work on average.`,
  },
} as const;

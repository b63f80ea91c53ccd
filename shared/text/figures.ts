const steps = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);

/** Names, definitions and notes of the figures, for the metrics strip, reports and the command line. Texts in the arguments are already formatted. */
export const figuresText = {
  strip: 'Figures of the map',
  label: {
    leadTime: 'Lead time',
    processTime: 'Process time',
    activityRatio: 'Activity ratio',
    valueAdded: 'Value-added',
    rolled: 'Rolled %C&A',
    takt: 'Takt time',
    bottleneck: 'Bottleneck',
    wip: 'WIP',
  },
  name: {
    leadTimeExpected: 'Lead time, expected',
    leadTimeSinglePass: 'Lead time, single pass',
    afterValueTail: 'Time after value',
    processTimeOnPath: 'Process time',
    waitOnPath: 'Waiting time',
    effortPersonHours: 'Effort (person time)',
    activityRatio: 'Activity ratio',
    processCycleEfficiency: 'Process cycle efficiency',
    rolledCompleteAccurate: 'Rolled %C&A',
    firstPassYield: 'First pass yield',
    handoffs: 'Hand-offs',
    handoffsProvider: 'Hand-offs within the provider',
    reworkEffortShare: 'Effort spent on rework',
    takt: 'Takt time',
    wip: 'Work in progress',
    costPerItem: 'Cost per item',
    costPerMonth: 'Cost per month',
    delayCostPerMonth: 'Cost of delay per month',
    peopleNeeded: 'People needed',
    leadTimeElapsed: 'Lead time on the wall',
    slaTime: 'Service level time',
    rolledPerStep: 'Rolled %C&A, mean per step',
    hiddenRepair: 'Hidden repair, estimated',
    consumerEffort: 'Effort of the consumer',
  },
  definition: {
    leadTimeExpected:
      'Expected visits × (wait + process time), summed over the steps until value is there. Of a parallel block the longest branch counts.',
    leadTimeSinglePass:
      'The lead time with rework and iteration left out and the remaining shares of each step scaled to 100 %.',
    afterValueTail: 'Expected visits × (wait + process time), summed over the steps after value.',
    processTimeOnPath: 'Expected visits × process time, summed over the steps that the customer waits for.',
    waitOnPath: 'Expected visits × wait, summed over the steps that the customer waits for.',
    effortPersonHours:
      'Expected visits × process time × people busy at once, summed over all steps, those beside the path included.',
    activityRatio: 'Process time ÷ lead time, both on the path that the customer waits for.',
    processCycleEfficiency:
      'Process time of value-adding steps ÷ lead time, both on the path that the customer waits for.',
    rolledCompleteAccurate:
      'Chance that the output of every step of a single pass can be used as it is: the product of their %C&A, weighted by share at a choice. What a receiver corrects without sending it back counts here, and not in the first pass yield.',
    firstPassYield: 'Chance that an item reaches an end without taking a rework flow.',
    handoffs: 'Expected number of times that an item passes to another team.',
    handoffsProvider: 'Expected number of times that an item passes to another team, the consumer left out.',
    reworkEffortShare: 'Part of the effort that would go away without rework flows; planned iteration stays.',
    takt: 'Working time of a month ÷ demand a month: how often an item must be done to keep up.',
    wip: 'Demand rate × expected lead time (Little’s law): the items on the way on average.',
    costPerItem:
      'Expected visits × (process time × people busy at once × hourly rate of the role + cost per visit), summed over all steps.',
    costPerMonth: 'Cost per item × demand per month.',
    delayCostPerMonth:
      'Cost of delay of one item for an hour × expected lead time × demand per month: what waiting for the items costs.',
    peopleNeeded:
      'Demand per month × effort ÷ (working hours of a month × availability), per role and added up.',
    leadTimeElapsed:
      'The expected lead time as calendar time: on average a working week of the calendar lasts seven days. Holidays are left out.',
    slaTime: 'The expected lead time without the steps in which the clock of the service level stands still.',
    rolledPerStep:
      'The %C&A that every step would have if all were alike: the root of the rolled %C&A by the number of steps on a single pass. Comparable between maps.',
    hiddenRepair:
      'Where output is not right and no rework is drawn: (1 − %C&A) × visits × 30 % of the process time of the next step. A guess; in no total.',
    consumerEffort:
      'Expected visits × process time × people busy at once, summed over the steps of the consumer.',
  },
  bottleneckDefinition:
    'The role with the highest utilisation; without demand or people, of the steps that hold up the item the one with the most visits × (wait + process time).',
  leadTimeMean: 'Means are PERT means: (low + 4 × likely + high) ÷ 6.',
  workingTime: 'In working time of the map’s calendar.',
  elapsed: (days: string) => `In working time of the map’s calendar; about ${days} on the wall.`,
  singlePass: (time: string) => `single pass ${time}`,
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  unknown: 'unknown',
  overTarget: (time: string) => `+${time}`,
  over: (target: string) => `over ${target} target`,
  under: (target: string) => `under ${target} target`,
  onTarget: (target: string) => `on the ${target} target`,
  noTarget: 'no target set',
  measured: (count: number, all: number) => `${count} of ${steps(all)} measured`,
  partOf: (part: string, whole: string) => `${part} of ${whole}`,
  ofLeadTime: (time: string) => `${time} of lead time`,
  rightAtEvery: 'right at every step',
  rolledOf: (items: string) => `${items} of 100 items pass every step without a correction.`,
  taktFrom: (minutes: string, items: string) => `${minutes} min ÷ ${items} a day`,
  used: (share: string) => `${share} of the people’s time`,
  shareOfLeadTime: (time: string, share: string) => `${time}, ${share} of lead time`,
  largestKnown: (note: string) => `largest known: ${note}`,
  taktFromMonth: (time: string, items: string) => `${time} ÷ ${items} a month`,
  days: (count: string) => (count === '1' ? '1 day' : `${count} days`),
  flowing: (items: string, days: string) => `${items} a day × ${days}`,
  flowingMonthly: (items: string, time: string) => `${items} a month × ${time}`,
  /** What a figure lacks, as in `2 of 6 waits, 1 of 6 process times unknown`. */
  lacking: {
    wait: (count: number, all: number) => `${count} of ${all} waits`,
    processTime: (count: number, all: number) => `${count} of ${all} process times`,
    value: (count: number, all: number) => `${count} of ${all} classes`,
    completeAccurate: (count: number, all: number) => `${count} of ${all} %C&A`,
    team: (count: number, all: number) => `${count} of ${all} teams`,
    role: (count: number, all: number) => `${count} of ${all} roles`,
  },
  areUnknown: (parts: readonly string[]) => `${parts.join(', ')} unknown`,
  lackingShare: (name: string, others: number) =>
    others === 0 ? `shares out of “${name}” unclear` : `shares out of “${name}” and ${others} more unclear`,
  lackingDemand: 'needs demand per month',
  lackingCostOfDelay: 'needs cost of delay per hour',
  lackingHours: 'the calendar has no working hours',
  lackingRates: (count: number) => `hourly rates of ${count === 1 ? '1 role' : `${count} roles`} unknown`,
  lackingAvailability: (count: number) =>
    `availability of ${count === 1 ? '1 role' : `${count} roles`} unknown`,
  lackingTimes: 'no step takes any time',
  emptyMap: 'no step yet',
  noWayIn: 'no clear start: connect it to a step',
  forkWithoutJoin: (name: string) => `${name === '' ? 'a fork' : `“${name}”`} has no join for its branches`,
  joinWithoutFork: (name: string) => `${name === '' ? 'a join' : `“${name}”`} has no fork`,
  blockedWay: (name: string) => `items that come to “${name}” never reach an end`,
  /** The steps at the end lead on only by returns so far. */
  soFar: (name: string, others: number) =>
    `so far: ${name === '' ? 'a step' : `“${name}”`}${others === 0 ? '' : ` and ${others} more`} not led on yet`,
  handoffsByRole: 'between roles, as no step names a team',
  unreachable: (count: number) => `${steps(count)} cannot be reached and count nowhere`,
} as const;

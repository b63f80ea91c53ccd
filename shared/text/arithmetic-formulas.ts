/** How each figure is computed, in words and in symbols, and how other tools and books define it. */
export const formulasText = {
  leadTimeExpected: {
    words: 'Add up, over the steps until value is there: expected visits × (wait + process time).',
    symbols: 'LT = Σ v × (W + PT)',
    elsewhere: [
      'There are three kinds of lead time. This one is the mean of everything that happens, returns included; the single pass leaves returns out; the percentiles come from 10 000 sampled items. They differ, and are never mixed.',
      'Many tools add up all steps of the map. Of branches at the same time only the longest holds the item up, so a plain sum is too long.',
    ],
  },
  leadTimeSinglePass: {
    words:
      'Add up visits × (wait + process time) with returns and iterations left out; the other shares of each step are scaled to 100 %.',
    symbols: 'LT₁ = Σ v₁ × (W + PT)',
    elsewhere: [
      'This is what most drawn value stream maps show as lead time: everything right at the first try. The mean is longer as soon as anything comes back.',
    ],
  },
  afterValueTail: {
    words: 'Add up, over the steps after value: expected visits × (wait + process time).',
    symbols: 'Σ v × (W + PT), steps after value',
    elsewhere: [
      'Many tools count closing and tidying up as lead time. The customer has the value by then, so we keep it apart.',
    ],
  },
  processTimeOnPath: {
    words: 'Add up, over the steps that the customer waits for: expected visits × process time.',
    symbols: 'Σ v × PT',
    elsewhere: [
      'Some tools add up the process time of all branches. That is effort, not time: it can be more than the lead time.',
    ],
  },
  waitOnPath: {
    words: 'Add up, over the steps that the customer waits for: expected visits × wait.',
    symbols: 'Σ v × W',
    elsewhere: [
      'Some tools count the wait within a step (meetings, pauses) as process time. Here it belongs to the wait.',
    ],
  },
  leadTimeElapsed: {
    words: 'Lead time in working time × hours of a week on the wall ÷ working hours of a week.',
    symbols: 'LT × 168 ÷ H',
    elsewhere: [
      'Customers live in elapsed time, teams in working time. A target in days means little until it says which days.',
      'Tools that mix both compare an office map with a round-the-clock map, which cannot be compared.',
    ],
  },
  slaTime: {
    words: 'Lead time without the steps in which the clock of the service level stands still.',
    symbols: 'SLA = LT − Σ v × (W + PT), clock stopped',
    elsewhere: [
      'Ticket tools often report this time as the resolution time. The customer waits for the lead time, whatever the contract counts.',
    ],
  },
  effortPersonHours: {
    words:
      'Add up over all steps, also those beside the path: expected visits × process time × people busy at once.',
    symbols: 'E = Σ v × PT × c',
    elsewhere: ['Effort counts every branch and everybody in the room; lead time counts neither twice.'],
  },
  consumerEffort: {
    words:
      'Add up over the steps that the consumer does: expected visits × process time × people busy at once.',
    symbols: 'Σ v × PT × c, steps of the consumer',
    elsewhere: [
      'Most tools leave out the work that is pushed to the consumer; it is a cost of the service all the same.',
    ],
  },
  activityRatio: {
    words: 'Process time ÷ lead time, both on the path that the customer waits for.',
    symbols: 'AR = PT ÷ LT',
    elsewhere: [
      'Adding up process time ÷ lead time of each step, Σ (PT ÷ LT), is in circulation and wrong: such a sum can exceed 100 %.',
      'Often called flow efficiency or touch time ratio. Counting crews or parallel branches in the process time also leads above 100 %.',
    ],
  },
  processCycleEfficiency: {
    words: 'Process time of value-adding steps ÷ lead time, both on the path that the customer waits for.',
    symbols: 'PCE = VA time ÷ LT',
    elsewhere: [
      'Some authors call the activity ratio process cycle efficiency. Touching an item is not yet adding value: this figure is never larger than the activity ratio.',
    ],
  },
  rolledCompleteAccurate: {
    words:
      'Multiply the %C&A of the steps of a single pass; at a choice weighted by share, of parallel work all branches. The table shows what each step loses.',
    symbols: 'rolled = Π C&A = 100 % − Σ lost',
    elsewhere: [
      'Some tools average the %C&A of the steps. A mean hides that errors add up: four steps of 85 % let only about half through.',
      'The rolled figure falls with every step drawn, so compare maps by the mean per step instead.',
    ],
  },
  rolledPerStep: {
    words: 'The root of the rolled %C&A by the number of steps on a single pass.',
    symbols: 'rolled ^ (1 ÷ n)',
    elsewhere: ['A plain mean of the steps’ %C&A is always a little higher than this one.'],
  },
  firstPassYield: {
    words:
      'Chance of reaching an end without taking a rework flow. The table shows where items leave the straight way.',
    symbols: 'FPY = 100 % − Σ lost',
    elsewhere: [
      'Rolled throughput yield, e^(−defects per unit), estimates the same from defect counts. The rolled %C&A asks the receivers instead; the two may differ.',
    ],
  },
  hiddenRepair: {
    words:
      'Add up: (100 % − %C&A) × visits × 30 % of the process time of the next step, where no rework is drawn.',
    symbols: 'Σ (1 − C&A) × v × 0.3 × PT of the next step',
    elsewhere: [
      'This is our guess, and it is in no total. No tool knows it; ask the receivers what they repair in silence.',
    ],
  },
  reworkEffortShare: {
    words: '(Effort − effort without rework flows) ÷ effort. Planned iteration stays.',
    symbols: '(E − E₀) ÷ E',
    elsewhere: ['Counting only steps that are called “rework” misses the steps that are done again.'],
  },
  handoffs: {
    words: 'Expected number of times that an item passes from one team to another, returns included.',
    symbols: 'Σ items from one team to another',
    elsewhere: ['Counting arrows between lanes says nothing about how often they are used.'],
  },
  handoffsProvider: {
    words: 'Expected number of times that an item passes from one team to another, the consumer left out.',
    symbols: 'Σ items from one team to another, provider and partners',
    elsewhere: ['Counting arrows between lanes says nothing about how often they are used.'],
  },
  takt: {
    words: 'Working time of a month ÷ demand of a month.',
    symbols: 'takt = H ÷ D',
    elsewhere: [
      'Takt is the pace of the demand, not the pace of the team; cycle time is measured, takt is asked for.',
    ],
  },
  wip: {
    words: 'Demand per hour × expected lead time (Little’s law).',
    symbols: 'WIP = λ × LT',
    elsewhere: [
      'Little’s law relates averages of the past, where as many items leave as arrive. It is a check of what was counted, not a forecast.',
    ],
  },
  costPerItem: {
    words: 'Add up over all steps: expected visits × (process time × people × hourly rate + cost per visit).',
    symbols: 'Σ v × (PT × c × rate + fee)',
    elsewhere: ['Waiting costs nothing here: what it costs to wait is the cost of delay.'],
  },
  costPerMonth: {
    words: 'Cost per item × demand per month.',
    symbols: 'cost per item × D',
    elsewhere: ['People are often paid whether items come or not; this is the part that the items use.'],
  },
  delayCostPerMonth: {
    words: 'Cost of delay of an item for an hour × lead time in hours × demand per month.',
    symbols: 'CoD × LT × D',
    elsewhere: [
      'Only as good as the rate per hour, which is an estimate of the business. Use it to compare, not to budget.',
    ],
  },
  peopleNeeded: {
    words:
      'For each role: demand per month × its effort per item ÷ (working hours of a month × availability).',
    symbols: 'D × E ÷ (H × a)',
    elsewhere: [
      'This is the number at full use. Where people are used to the full, queues grow without end: plan for less.',
    ],
  },
  bottleneck: {
    words:
      'The role with the highest use: demand per hour × its effort per item ÷ (people × availability). Without demand or people: of the steps that hold up the item until value is there, the one with the most visits × (wait + process time).',
    symbols: 'ρ = λ × Σ v × PT × c ÷ (people × a)',
    elsewhere: [
      'The longest step is not always the bottleneck: what counts is the work that comes against the people who do it.',
    ],
  },
  sampled: {
    words:
      'Walk the map 10 000 times: each visit draws its times between low and high, each choice a way by its share. Sort the lead times and read off.',
    symbols: 'p85: 85 of 100 items are done within',
    elsewhere: [
      'The mean alone misleads: half of the items can be much faster while a few take many times longer. Promise a percentile, not the mean.',
      'No queues are simulated: waits are those that were written down. Where parallel branches are about as long as each other, the mean of the samples is longer than the expected lead time, since the item waits for the slower one each time.',
    ],
  },
} as const satisfies Record<
  string,
  { readonly words: string; readonly symbols: string; readonly elsewhere: readonly string[] }
>;

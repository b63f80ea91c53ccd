import { eachTime, makesPerItem, type PerItemWords } from './visits';

const count = (amount: number, one: string, many = `${one}s`): string =>
  `${String(amount)} ${amount === 1 ? one : many}`;

/** What the rules about time and flow say; those about load and items on the way stand beside. */
export const flowText = {
  'flow-low-activity-ratio': {
    title: 'Work waits most of the time',
    whyItMatters:
      'Working faster hardly helps where the item is not being worked on. Waiting is cheaper to take away than work.',
    whatToDo: 'Leave the work alone and ask about the longest wait: why does the item lie there?',
    whenItIsFine:
      'A step drawn as one long block hides the waiting inside it, so streams of different detail must not be compared. Urgent streams round the clock reach more by nature.',
    source:
      'Published orientation values disagree (most organisations 1 to 5 %, good 15 to 25 %; elsewhere 15 to 30 % as typical): limits are a heuristic of ours. The sentence names the waits that matter instead of the ratio alone, and where times lack it judges by what the ratio can be at most.',
    options: { warn: 'Share of work in the lead time', bad: 'Share from which it is serious' },
    say: (e: {
      ratio: string;
      isAtMost: boolean;
      work: string | null;
      leadTime: string | null;
      top: string;
    }) => {
      const share =
        e.work === null || e.leadTime === null
          ? `Work is done ${e.isAtMost ? 'at most ' : ''}${e.ratio} of the time`
          : `Work takes ${e.work} of ${e.leadTime} (${e.ratio})`;
      return e.top === '' ? share : `${share}; the longest waits are before ${e.top}`;
    },
    wait: (step: string, wait: string) => `“${step}” (${wait})`,
    halve: 'Halve the longest wait',
    ask: 'Ask at the longest wait why the item lies there',
  },
  'flow-target-hit-rate': {
    title: 'Too many items miss the target',
    whyItMatters:
      'People do not live in averages. Lead times have a long tail, and a promise that half of the items miss is no promise.',
    whatToDo:
      'Promise what 85 of 100 items meet, or make the spread smaller: let quick and slow kinds of item go separate ways.',
    whenItIsFine: 'Where the target was meant as an average, and said so to those who wait.',
    source:
      'Sampled lead times of this map; 85 of 100 is the usual level in flow metrics. Where the times have no spread there is nothing to sample: then it is not judged.',
    options: { goal: 'Share of items within the target' },
    say: (e: { share: string; target: string; p85: string }) =>
      `${e.share} of the items are done within ${e.target}; 85 of 100 take up to ${e.p85}`,
    promise: 'Promise what 85 of 100 items meet',
    split: 'Let quick and slow kinds of item go separate ways',
  },
  'flow-cadence-wait': {
    title: 'Work waits for a meeting or window',
    whyItMatters:
      'Whoever comes at random waits half a round for the next date, however short the meeting is.',
    whatToDo:
      'Meet twice as often for half as long, or decide by message as a rule and meet only for exceptions.',
    whenItIsFine: 'A window that the customer set, such as closing hours: mark its wait as required.',
    source:
      'Items that arrive at random wait half the interval, and longer where they must be handed in before. DORA research on change boards. No more is laid to the date than the wait that is written down.',
    options: { share: 'Share of the lead time' },
    say: (e: { rhythm: string; wait: string; at: PerItemWords | null; share: string; isOfKnown: boolean }) =>
      `Happens ${e.rhythm}: that alone makes items wait ${e.wait} on average${eachTime(e.at)}${makesPerItem(e.at)} – ${e.share} of the ${e.isOfKnown ? 'known ' : ''}lead time`,
    twice: 'Let it happen twice as often',
    always: 'Decide without a date, meet only for exceptions',
  },
  'flow-large-batch': {
    title: 'Work is passed on in large batches',
    whyItMatters: 'The first item of a batch waits for the last. Faults are found late, and by the batch.',
    whatToDo: 'Halve the batch and see what it costs to set up twice as often. Then halve it again.',
    whenItIsFine: 'Where setting up is dear: make that cheaper first, then the batch smaller.',
    source:
      'Arithmetic of batches: at a steady rate an item waits (size − 1) / (2 × rate) on average; the first one waits twice as long, which the catalogue mixed up. Arrivals at the step count, not those at the stream, and no more is laid to the batch than the wait that is written down.',
    options: { share: 'Share of the lead time' },
    say: (e: { size: string; wait: string; at: PerItemWords | null; share: string; isOfKnown: boolean }) =>
      `Takes ${e.size} items at a time: until so many are there an item waits ${e.wait} on average${eachTime(e.at)}${makesPerItem(e.at)} – ${e.share} of the ${e.isOfKnown ? 'known ' : ''}lead time`,
    halve: 'Halve the batch',
  },
  'flow-changeover': {
    title: 'Setting up takes much of the time',
    whyItMatters:
      'What is spent on setting up is lost to the work. It is also what drives people to large batches and long waits.',
    whatToDo:
      'Watch one changeover and write down what could be prepared before, and what need not be done at all.',
    whenItIsFine: 'Where it is rare and the step has time to spare.',
    source:
      'Ours: quick changeover (SMED) carried over to office work – opening an environment, gathering a board, logging in to five tools. The counterpart of the rule on large batches, which must not be followed where setting up stays dear.',
    options: { share: 'Setting up as a share of the time that the step is busy' },
    say: (e: { changeover: string; size: string; share: string; perMonth: string | null }) =>
      `Setting up takes ${e.changeover} for ${e.size === '1' ? 'each item' : `every ${e.size} items`}: ${e.share} of the time that the step is busy${e.perMonth === null ? '' : `, ${e.perMonth} a month`}`,
    halve: 'Halve the time to set up',
  },
  'flow-unbalanced-parallel': {
    title: 'Parallel work waits for one slow branch',
    whyItMatters: 'Only the longest branch counts on the clock. Making the others faster gains nothing.',
    whatToDo: 'Start the slow branch earlier, or move work out of it into a branch that has time.',
    whenItIsFine:
      'Where the slow branch cannot start earlier and has been made as short as it can be. Branches of nearly equal length hold each other up as well: then look at the percentiles.',
    source:
      'Critical path. Branches that take no time at all, such as a notice, are no second branch: there is nothing to balance.',
    options: {
      mult: 'Longest branch as a multiple of the next',
      share: 'Difference as a share of the lead time',
    },
    say: (e: { slow: string; longest: string; next: string; gap: string }) =>
      `The branch with “${e.slow}” takes ${e.longest}, the next one ${e.next}: everybody else waits ${e.gap} for it`,
    start: 'Start the slow branch earlier',
    move: 'Move work out of the slow branch into the others',
    halve: 'Halve the longest wait of the slow branch',
  },
  'flow-could-run-in-parallel': {
    title: 'Steps in sequence do not need each other',
    whyItMatters:
      'Work that does not build on each other can be done at the same time. The clock saves the shorter of the two.',
    whatToDo: 'Ask the second team: what would you miss if you began at once? If nothing, begin at once.',
    whenItIsFine:
      'A cheap check before dear work is a good reason to wait. So is a release of money or a decision that no document shows.',
    source:
      'Heuristic of ours. It only speaks where the inputs of the second and the outputs of the first step are written down. Approvals, checks and decisions are left out on both sides, since their answer is what the next step needs, and so are steps that others lead to or that lead elsewhere.',
    options: { share: 'Shorter of the two as a share of the lead time' },
    say: (e: { first: string; second: string; saving: string; share: string }) =>
      `“${e.second}” uses nothing that “${e.first}” makes: both at once would save ${e.saving} – ${e.share} of the lead time`,
    parallelise: 'Do both at the same time',
  },
  'flow-long-return': {
    title: 'Faults come back from far away',
    whyItMatters: 'The later a fault is found, the more work was done in vain.',
    whatToDo:
      'Ask what the check looks at, and look at it where the work begins: a short list at the first step finds most of it.',
    whenItIsFine: 'Some faults only the user can see, at the very end.',
    source:
      '“Shift left” in ITIL 4 Create, Deliver and Support; limits: heuristic of ours. The way back is counted in steps on the shortest way; choices and forks are none.',
    options: { k: 'Steps from which a way back is long', p0: 'Returns per item from which it is told' },
    say: (e: { share: string; to: string; steps: number; perMonth: string | null }) =>
      `${e.share} of the items go back to “${e.to}”, ${count(e.steps, 'step')} back${e.perMonth === null ? '' : `: ${e.perMonth} of work a month is done again`}`,
    check: 'Agree on what must be right before the work is passed on',
    move: 'Move part of the check to the step that the work goes back to',
    halve: 'Halve the returns',
  },
} as const;

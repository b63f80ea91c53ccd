import { eachTime, makesPerItem, type PerItemWords } from './visits';

/** A number with its noun: `1 step`, `3 steps`. */
export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${String(amount)} ${amount === 1 ? one : many}`;

/** Names joined with commas and a final "and". */
export const listNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** Names in quotes, joined with commas and a final "and"; more than four become three and a number. */
export function quoteNames(names: readonly string[]): string {
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  const quoted = shown.map((name) => `“${name}”`);
  return listNames(shown.length < names.length ? [...quoted, `${String(names.length - 3)} more`] : quoted);
}

/** The parts of a sentence that have something to say. */
export const both = (parts: readonly (string | null)[]): string =>
  listNames(parts.filter((part) => part !== null));

/** What the rules say: their titles, their documentation, the labels of their limits and their sentences. */
export const rulesText = {
  'dq-missing-measures': {
    title: 'Steps without times or quality',
    whyItMatters:
      'Every missing time makes the totals too small, and waiting is usually the larger part. Missing is not zero, and a missing %C&A is not 100 %.',
    whatToDo:
      'Ask the people who do the step for low, likely and high values, and the receivers how often they can use what they get as it is. A log gives better values than memory.',
    whenItIsFine:
      'A first step after an instant trigger may truly wait 0: then write 0. Only an empty field is missing.',
    source:
      'Practice of value-stream mapping; limits: heuristic of ours. The sentence names what lacks and how much is covered, because “steps without measures” does not say where to start.',
    options: {
      maxPt: 'Steps that may lack a process time',
      maxWait: 'Steps that may lack a wait',
      maxCa: 'Steps that may lack a %C&A',
      high: 'Share of steps without a time from which it is serious',
    },
    say: (e: {
      lacking: number;
      steps: number;
      withoutProcessTime: number;
      withoutWait: number;
      withoutCompleteAccurate: number;
      coverage: string;
    }) => {
      const lacking = both([
        e.withoutProcessTime > 0 ? count(e.withoutProcessTime, 'process time') : null,
        e.withoutWait > 0 ? count(e.withoutWait, 'wait') : null,
        e.withoutCompleteAccurate > 0 ? `${String(e.withoutCompleteAccurate)} %C&A` : null,
      ]);
      const effect =
        e.withoutProcessTime + e.withoutWait > 0
          ? `the lead time is “at least”, with ${e.coverage} of its times known`
          : 'the rolled %C&A is “at most”';
      return `${String(e.lacking)} of ${count(e.steps, 'step')} ${e.lacking === 1 ? 'lacks' : 'lack'} figures (${lacking}): ${effect}`;
    },
    enter: 'Enter low, likely and high values',
    receivers: 'Ask the receivers how often it is usable as it is',
    log: 'Take medians from a log',
  },
  'dq-split-probabilities': {
    title: 'Outgoing shares are missing or do not add up to 100 %',
    whyItMatters:
      'Below 100 % items vanish on their way, above it they multiply; where several ways have no share, nobody knows how many items take which. No total can be trusted.',
    whatToDo:
      'Ask for the last ten items: how many went each way? One exit may stay blank and takes the rest.',
    whenItIsFine:
      'Rounding to whole percents is allowed for. Where every branch is taken by every item, use a fork.',
    source: 'Probability; the tolerance covers rounding to whole percents.',
    options: { tol: 'Allowed deviation from 100 %' },
    say: (e: { exits: number; blank: number; sum: string; lost: string | null; surplus: string | null }) =>
      e.blank > 0
        ? `${String(e.exits)} ways lead on${e.blank === e.exits ? ' and none has a share' : `, ${String(e.blank)} of them without a share`}: nobody can say how many items go where, so no total is known`
        : e.lost === null
          ? `Exits add up to ${e.sum}: ${e.surplus ?? ''} of the items are counted twice`
          : `Exits add up to ${e.sum}: ${e.lost} of the items vanish here`,
    scale: 'Scale the exits to 100 %',
    fill: 'Give the rest to the usual exit',
    equal: 'Give them equal shares as a guess',
  },
  'dq-unclassified-steps': {
    title: 'Steps without value class',
    whyItMatters: 'Without the class nobody can say which part of the time the consumer would miss.',
    whatToDo:
      'Ask three questions of each step: does the consumer care, does the item change, is it right the first time? Three times yes is value-adding.',
    whenItIsFine: 'While the steps are still being collected.',
    source: 'Definition of process cycle efficiency.',
    options: { maxMissing: 'Share of steps that may have no value class' },
    say: (e: { steps: number; unclassified: number }) =>
      `${String(e.unclassified)} of ${count(e.steps, 'step')} not yet classed as value-adding, necessary or waste`,
    classify: 'Go through the three value questions',
    suggestClass: 'Draft the classes from the kinds of work, to be confirmed',
  },
  'flow-dominant-wait': {
    title: 'One wait dominates the lead time',
    whyItMatters:
      'A fifth of the clock in one queue is worth a question of its own: the work is not the problem.',
    whatToDo:
      'Ask why items wait here: too few people, a fixed rhythm, a lower priority, or something missing? Then try half the wait on a future map.',
    whenItIsFine:
      'A wait that was agreed on (a cooling-off period, a change window): mark it as required wait.',
    source:
      'Heuristic of ours, after the Pareto principle; tune it for your organisation. Waits off the longest branch and after the value point are left out, since they do not move the clock. Where up to a quarter of the times lack, a wait is set against the known lead time, said so and trusted no more than a guess. The sentence sets the wait against the work, which shows the queue at a glance.',
    options: { share: 'Share of the lead time', mult: 'Multiple of the work that follows' },
    say: (e: {
      wait: string;
      work: string | null;
      at: PerItemWords | null;
      share: string;
      isOfKnown: boolean;
    }) =>
      `Waits ${e.wait}${eachTime(e.at)} for ${e.work === null ? 'no work at all' : `${e.work} of work`}${makesPerItem(e.at)} – ${e.share} of the ${e.isOfKnown ? 'known ' : ''}lead time`,
    ask: 'Ask why it waits: capacity, rhythm, priority or missing input?',
    halve: 'Try half the wait',
  },
  'flow-lead-time-over-target': {
    title: 'Lead time misses the target',
    whyItMatters: 'The target is what was promised to the people who wait.',
    whatToDo: 'Look at the longest waits first: they usually hold more than the gap.',
    whenItIsFine:
      'Where the promise stops the clock, for example while the user has to answer: compare on the same rules.',
    source: 'The target of the stream’s charter. The gap is said in percent and the two times are named.',
    options: { critFactor: 'Multiple of the target from which it is an error' },
    say: (e: { leadTime: string; isAtLeast: boolean; target: string; over: string }) =>
      `Takes ${e.isAtLeast ? 'at least ' : ''}${e.leadTime}, ${e.over} over the target of ${e.target}`,
    halve: 'Try half of the longest wait',
  },
  'waste-transport-handoffs': {
    title: 'Too many hand-offs between teams',
    whyItMatters: 'Each hand-off loses some of what was known and starts a new queue.',
    whatToDo:
      'Let one team finish what it began: join neighbouring steps of two teams, or form one team for this stream.',
    whenItIsFine:
      'Where duties must be separated. Handing over to the consumer is the goal and is not counted.',
    source:
      'ITIL 4 Create, Deliver and Support advises to keep transfers few; limits: heuristic of ours. The lead time at stake is the wait behind the hand-offs above the limit.',
    options: { limit: 'Hand-offs per item', high: 'Hand-offs per item from which it is serious' },
    say: (e: { handoffs: string; isAtLeast: boolean; groups: number; between: string }) =>
      `Changes hands ${e.isAtLeast ? 'at least ' : ''}${e.handoffs} times per item, between ${String(e.groups)} ${e.between}`,
  },
  'waste-motion-rekeying': {
    title: 'The same data is typed again',
    whyItMatters: 'Typing twice costs time and makes mistakes; the second copy is never quite the first.',
    whatToDo: 'Connect the systems, or drop the second record. Ask first who reads it.',
    whenItIsFine:
      'Where a law or a contract asks for a separate register: class the step as necessary with that reason.',
    source:
      'Lists of wastes in office work (repeated data entry). Systems differ where the step shares none with the steps whose output it records; then it is asked whether data is typed again, as a note with the trust of a guess, until somebody says yes or no.',
    options: {},
    say: (e: {
      systems: string | null;
      /** Where nobody has said it: the systems that may hold it already. */
      holders: string | null;
      perItem: string | null;
      perMonth: string | null;
    }) => {
      const where = e.systems === null ? '' : ` into ${e.systems}`;
      const perItem = e.perItem === null ? '' : `${e.perItem} per item`;
      const cost = e.perMonth === null ? perItem : `${e.perMonth} a month`;
      if (e.holders !== null)
        return `Is typed${where} again what ${e.holders} already holds?${cost === '' ? '' : ` The step takes ${cost}`}`;
      return `Types again${where} what is already recorded${cost === '' ? '' : `: ${cost}`}`;
    },
  },
  'waste-overprocessing-approvals': {
    title: 'Many approvals for one item',
    whyItMatters: 'Each further approval adds a queue and blurs who is responsible.',
    whatToDo:
      'Keep the one with knowledge of the risk and inform the others, or let them decide at the same time.',
    whenItIsFine: 'Where a law or a contract demands two signatures: give the steps that reason.',
    source:
      'Lists of overprocessing; DORA research on change approval; limits: heuristic of ours. Counted is what one item can meet: of the ways out of a choice the one with the most approvals, of a fork all branches.',
    options: { n: 'Approvals that one item meets', share: 'Share of the steps that one item meets' },
    say: (e: { approvals: number; steps: number; names: string; wait: string | null }) =>
      e.approvals === 1
        ? `1 of ${count(e.steps, 'step')} is an approval (${e.names})${e.wait === null ? '' : `, which waits ${e.wait}`}`
        : `${String(e.approvals)} approvals for one item (${e.names})${e.wait === null ? '' : `, together waiting ${e.wait}`}`,
  },
  'waste-defects-rework-loop': {
    title: 'A rework loop is taken often',
    whyItMatters: 'One item in ten sent back is felt by customers; one in four is a fault of the design.',
    whatToDo: 'Find the three most frequent reasons, and check for them before the item is passed on.',
    whenItIsFine: 'Planned repetition in order to learn is no rework: make the flow an iteration.',
    source:
      'Heuristic of ours; tune it for your organisation. What the loop costs is the difference to the same stream without it, its other exits scaled to 100 %.',
    options: {
      warn: 'Passes of the loop per item',
      bad: 'Passes of the loop per item from which it is serious',
      cond: 'Share of what a step gets that goes back',
      reach: 'Share of all items that must reach a step before the share that goes back counts',
    },
    say: (e: {
      share: string;
      to: string;
      reason: string | null;
      perItem: string | null;
      perMonth: string | null;
    }) => {
      const cost = both([
        e.perItem === null ? null : `${e.perItem} per item`,
        e.perMonth === null ? null : `${e.perMonth} of work a month`,
      ]);
      const reason = e.reason === null ? '' : ` (${e.reason})`;
      return `${e.share} go back to “${e.to}”${reason}${cost === '' ? '' : `, which adds ${cost}`}`;
    },
  },
  'value-nnva-without-reason': {
    title: '“Necessary” step without a stated need',
    whyItMatters: 'Without a named obligation everything becomes necessary.',
    whatToDo:
      'Name the law, rule, contract, risk, finance duty, coordination or learning that needs it. Is there none? Then it is waste.',
    whenItIsFine: 'On a new map, until all steps are classed.',
    source:
      'Definitions of value-adding and necessary work. The sentence says what is at stake, not only that a field is empty.',
    options: {},
    say: (e: { perMonth: string | null }) =>
      `Called necessary, but no law, contract or risk is named${e.perMonth === null ? '' : ` for its ${e.perMonth} a month`}`,
    reclassify: 'Class it as waste',
    reason: 'Name what requires it',
  },
  'value-no-consumer-contact': {
    title: 'Nobody speaks with the consumer between demand and value',
    whyItMatters: 'Value is made together. A stream without contact cannot know whether it helped.',
    whatToDo:
      'Add “confirm with the user” before the value point, and mark the steps that touch the consumer.',
    whenItIsFine: 'Self-service touches the user through the tool: mark that step.',
    source:
      'Common service-management teaching (co-creation of value). The sentence says which kind of contact lacks.',
    options: {},
    say: (e: { steps: number; engaging: number | null; touching: number | null }) => {
      const steps = e.steps === 1 ? 'the one step' : `the ${String(e.steps)} steps`;
      if (e.engaging === 0 && e.touching === 0)
        return `Nobody speaks with the consumer in ${steps} before value is claimed`;
      const none = e.steps === 1 ? 'Not even the one step' : `None of ${steps}`;
      return e.touching === 0
        ? `${none} before value is claimed touches the consumer`
        : `${e.steps === 1 ? 'At the one step' : `At none of ${steps}`} before value is claimed ${e.steps === 1 ? 'nobody takes' : 'does anybody take'} in what the consumer needs`;
    },
    add: 'Add “confirm with the consumer” before the value point',
    step: 'Confirm with the consumer',
  },
  'principle-unobserved-current-state': {
    title: 'The current state was not observed, or long ago',
    whyItMatters: 'Start where you are: what people remember differs from what happens.',
    whatToDo: 'Walk the stream with the people who do the work, and write down what you see; or read a log.',
    whenItIsFine: 'For future states and untouched templates, which are spared.',
    source:
      'Common service-management teaching (guiding principle); interval: heuristic of ours. The share of guesses is that of the times, whose errors move the totals most.',
    options: { maxAgeDays: 'Age of the observation', guessShare: 'Share of times that may be guesses' },
    say: (e: { observedOn: string | null; age: number | null; times: number; guesses: number | null }) => {
      const guessed =
        e.guesses === null ? null : `${String(e.guesses)} of ${count(e.times, 'time')} are guesses`;
      const old = e.age === null ? null : `Last observed ${count(e.age, 'day')} ago (${e.observedOn ?? ''})`;
      return both([e.observedOn === null ? 'Nobody has noted when this stream was observed' : old, guessed]);
    },
    walk: 'Walk the stream with those who do the work',
    log: 'Take the times from a log',
  },
  'principle-no-feedback-loop': {
    title: 'No feedback from the result to the stream',
    whyItMatters: 'Feedback before, during and after the work is what lets a stream get better.',
    whatToDo: 'Add “ask and improve” after the value point, or draw the feedback that exists.',
    whenItIsFine: 'Where the feedback is worked on in another stream.',
    source:
      'Common service-management teaching; both archetype streams of ITIL 4 Create, Deliver and Support end in feedback or improvement.',
    options: {},
    say: (e: { steps: number }) =>
      `${e.steps === 1 ? 'The one step improves nothing' : `None of the ${String(e.steps)} steps improves anything`}, and no feedback comes back: nothing learns from the results`,
    add: 'Add “ask and improve” after the value point',
    step: 'Ask the consumer, and improve',
  },
  'principle-manual-standard-work': {
    title: 'People do what a machine could',
    whyItMatters:
      'Half a week a month usually pays for a small automation. People should act where they add something.',
    whatToDo: 'Simplify first. Then try it automated on a future map, or offer it as self-service.',
    whenItIsFine: 'Where errors are hard to catch, or the access would be a risk.',
    source: 'Common service-management teaching (optimize and automate); limit: heuristic of ours.',
    options: { hours: 'Work by hand' },
    say: (e: { perMonth: string }) => `Standard work done by hand: ${e.perMonth} a month`,
    automate: 'Try it automated: a tenth of the work, no wait',
    selfService: 'Offer it as self-service to half of the items',
    label: 'Self-service',
  },
} as const;

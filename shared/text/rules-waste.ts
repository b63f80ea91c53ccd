import { eachTime, makesPerItem, type PerItemWords } from './visits';

/** What the rules about transport, inventory and waiting say. */
export const wasteText = {
  'waste-transport-ping-pong': {
    title: 'Items bounce between two teams',
    whyItMatters:
      'Each bounce is a hand-over, a new queue and a consumer who hears nothing. The first team should be the right one most of the time.',
    whatToDo:
      'Look at the last ten items that came back: what would have told where they belong? Better categories, or let the receiver pass the item on instead of sending it back, or look at it together.',
    whenItIsFine:
      'A planned consultation is no return: draw it as an information flow. Checks and decisions may refuse; that is their task, and the rule about rework loops judges it.',
    source:
      'Bouncing between teams was one of the delays studied in the BPI Challenge 2013 (incident log of Volvo IT); limits: heuristic of ours. The catalogue adds up all returns of a map; here they are added up for each pair of teams, since it is a pair that can mend it. A choice drawn as a diamond counts as the step before it, and a way to a repair step that only rework leads to is no return.',
    options: {
      limit: 'Returns per item between two teams, or share of what a step gets that it sends back',
      reach: 'Share of all items that must reach a step before the share that it sends back counts',
    },
    say: (e: {
      giver: string;
      taker: string;
      /** Where the share of those that get there decides. */
      sentBack: string | null;
      returns: string;
      reasons: string | null;
      perMonth: string | null;
    }) =>
      `Items bounce from ${e.giver} back to ${e.taker}${e.reasons === null ? '' : ` (${e.reasons})`}: ${e.sentBack === null ? '' : `${e.sentBack} of those that get there, `}${e.returns} returns per 100 items${e.perMonth === null ? '' : `, which cost ${e.perMonth} of work a month`}`,
    route: 'Improve the routing: clearer categories, and let the receiver pass items on directly',
    swarm: 'Look at new kinds of item together instead of passing them on',
    halve: 'Halve the returns',
  },
  'waste-transport-pass-through': {
    title: 'A step only passes work on',
    whyItMatters: 'It adds a queue and decides nothing that a rule could not decide.',
    whatToDo: 'Let the category route the item, or let the step before hand over to the right team at once.',
    whenItIsFine:
      'Somebody who balances load or notices that ten reports are one failure adds something: class the step as value-adding.',
    source:
      'Waste of transport; limit: heuristic of ours. A machine that passes work on and a wait that was agreed are left out, and so is a step that makes nothing wait.',
    options: { mult: 'Wait as a multiple of the work' },
    say: (e: { wait: string; work: string | null; perItem: string | null }) =>
      `Only passes work on, and makes it wait ${e.wait}${e.work === null ? '' : ` for ${e.work} of work`}${e.perItem === null ? '' : `: ${e.perItem} per item`}`,
    automate: 'Route automatically by category',
    remove: 'Drop the step and connect its neighbours',
  },
  'waste-inventory-queue': {
    title: 'A queue holds too many days of work',
    whyItMatters:
      'Whoever comes now waits until the queue before them is done: days of work are days of waiting.',
    whatToDo:
      'Look at the age of what lies there and close what nobody needs any more. Then work it off once, and let no more in than comes out.',
    whenItIsFine: 'Where items wait for an agreed date, such as a start of work or a change window.',
    source:
      'Inventory turned into time, as Rother and Shook draw it; limit: heuristic of ours. A day is a working day of the map’s calendar. Where finished items are counted they set the pace, else the demand does. A queue in front of an agreed wait is left out.',
    options: { maxDays: 'Working days of work in a queue' },
    say: (e: { items: string; days: string; pace: string }) =>
      `${e.items} items wait here: ${e.days} working days of work at ${e.pace} a day`,
    burnDown: 'Close what nobody needs any more, then let in only as much as comes out',
    workOff: 'Work the queue off down to the limit',
  },
  'waste-inventory-backlog-growth': {
    title: 'The backlog grows',
    whyItMatters:
      'More comes in than goes out, so every wait on this map is still getting longer and no average holds.',
    whatToDo:
      'Find out which work comes only because something failed before, and what the narrowest place could leave out. More people come last.',
    whenItIsFine: 'A season: take a longer period before judging.',
    source:
      'First condition of Little’s law; tolerance: heuristic of ours. Where arrivals are not counted the demand stands for them. The sentence says how soon the pile doubles, where the items in progress are known.',
    options: { tol: 'Part of the arrivals by which departures may fall behind' },
    say: (e: { arrivals: string; departures: string; growth: string; doubles: string | null }) =>
      `${e.growth} more items arrive than leave each month (${e.arrivals} in, ${e.departures} out)${e.doubles === null ? '' : `: the pile doubles in ${e.doubles} months`}`,
    constraint: 'Take work away from the narrowest place, then add capacity there',
    failures: 'Remove the most frequent cause of demand that a failure brings',
  },
  'waste-waiting-approval': {
    title: 'An approval waits far longer than it takes',
    whyItMatters:
      'Deciding takes minutes and waiting takes days. Studies find that outside approval slows delivery without making it safer.',
    whatToDo:
      'Let the team decide below a limit of risk or cost, agree on a time after which silence is consent, or ask earlier.',
    whenItIsFine:
      'A second pair of eyes that the law asks for must stay: give the step that reason, and shorten the wait all the same.',
    source:
      'DORA research on streamlining change approval; limits: heuristic of ours. Approvals off the longest branch and after the value point are left out, since they do not move the clock, and so are agreed waits. Medium where a law or a regulation asks for the approval. One row says both the wait and how often it refuses, so it folds the rubber stamp. The worth assumes that seven of ten items need not wait.',
    options: { mult: 'Wait as a multiple of the work', share: 'Share of the lead time' },
    say: (e: {
      wait: string;
      work: string | null;
      at: PerItemWords | null;
      share: string;
      isOfKnown: boolean;
      refused: string | null;
    }) =>
      `Waits ${e.wait}${eachTime(e.at)} for ${e.work === null ? 'a decision of no time at all' : `${e.work} of deciding`}${makesPerItem(e.at)}, ${e.share} of the ${e.isOfKnown ? 'known ' : ''}lead time${e.refused === null ? '' : `, and refuses ${e.refused}`}`,
    delegate: 'Let the team decide below a limit of risk or cost',
    delegated: 'below the limit',
    consent: 'Approve by default after one working day',
    parallel: 'Ask while the longer work beside it goes on',
  },
  'waste-waiting-consumer': {
    title: 'The stream waits for the customer',
    whyItMatters:
      'The clock of the service level may stand still, the customer’s does not. Often the question came late or in parts.',
    whatToDo:
      'Ask for everything once and at the start, remind automatically, and say what happens without an answer.',
    whenItIsFine:
      'Customers may have good reasons to take their time. This is about our questions, not about blame.',
    source:
      'Question of the BPI Challenge 2013 (“wait-user”); limit: heuristic of ours. Counted are the waits before steps of the consumer that move the clock, agreed waits left out.',
    options: { share: 'Share of the lead time' },
    say: (e: { share: string; wait: string; steps: string; isOfKnown: boolean }) =>
      `${e.share} of the ${e.isOfKnown ? 'known ' : ''}lead time is waiting for the customer’s side: ${e.wait} per item at ${e.steps}`,
    once: 'Ask for everything once, at the start, with a checklist',
    remind: 'Remind automatically, and close or go on after an agreed time',
  },
  'waste-waiting-supplier': {
    title: 'The stream waits for a partner',
    whyItMatters: 'A promise to the consumer cannot be better than what the partner has promised to us.',
    whatToDo: 'Agree a response time that fits your own promise, and share one queue instead of two.',
    whenItIsFine: 'Where the partner’s time was agreed, is kept and fits the target.',
    source:
      'Four dimensions of service management (partners and suppliers); limit: heuristic of ours. Weighed by expected visits, so a partner who is needed rarely counts rarely; only steps that move the clock. The worth is the waiting: the partner’s own work remains.',
    options: { share: 'Share of the lead time' },
    say: (e: { share: string; time: string; partners: string; isOfKnown: boolean }) =>
      `${e.share} of the ${e.isOfKnown ? 'known ' : ''}lead time lies with ${e.partners}: ${e.time} per item`,
    partner: 'the partner',
    agree: 'Agree a response time with the partner that fits our own promise',
    queue: 'Share one queue with the partner: direct access to each other’s tool',
    halve: 'Halve the wait for the partner',
  },
} as const;

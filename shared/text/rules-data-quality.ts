const count = (amount: number, one: string, many = `${one}s`): string =>
  `${String(amount)} ${amount === 1 ? one : many}`;

/** What the rules about the data of a map say. */
export const dataQualityText = {
  'dq-missing-trigger-or-value': {
    title: 'The stream has no demand or no value end',
    whyItMatters:
      'A value stream runs from somebody’s demand to the value they get. Without both ends nobody knows what the lead time is the time of.',
    whatToDo:
      'Ask who wants what, and when they would say “now I have it”. Draw the demand at the start and the value at the end.',
    whenItIsFine:
      'Never for long. A part of a longer stream begins with what another stream hands over and ends where the next one takes over: name its ends so.',
    source:
      'ITIL 4 Create, Deliver and Support: a stream is described from demand to value. A map without any step is not judged: it is still blank paper.',
    options: {},
    say: (e: { lacksStart: boolean; lacksEnd: boolean }) =>
      e.lacksStart && e.lacksEnd
        ? 'Neither the demand nor the value is drawn: the lead time has no beginning and no end'
        : e.lacksStart
          ? 'Nothing shows where the demand comes in: the lead time has no beginning'
          : 'Nothing shows where the value arrives: the lead time has no end',
    addStart: 'Add the demand before the first steps',
    addEnd: 'Add the value after the last steps',
  },
  'dq-unreachable-step': {
    title: 'A step can never be reached, or never leads to value',
    whyItMatters: 'What no item can reach is in no total. What leads nowhere keeps items for ever.',
    whatToDo: 'Ask where work comes from before this step, and where it goes afterwards. Then draw the flow.',
    whenItIsFine:
      'Ideas that are only parked belong into a note. A branch that nothing waits for, such as a notice to somebody, may end on its own.',
    source:
      'Follows from the drawing. Told once where the gap is, with the number of steps behind it, and not once more for each of these steps.',
    options: {},
    say: (e: { side: string; others: number }) =>
      e.side === 'start'
        ? `The demand leads nowhere: what comes in here gets to ${e.others === 1 ? 'no step' : `none of the ${String(e.others)} steps`}`
        : e.side === 'before'
          ? `No item ever comes here${e.others > 0 ? ` or to ${count(e.others, 'step')} behind it` : ''}: the time is in no total`
          : 'Nothing leads on from here: items come in and never get to the value',
    begin: 'Lead it to the first step',
    connect: 'Put it into the nearest flow',
    lead: 'Lead it to the value',
    remove: 'Take it off the map',
  },
  'dq-loop-without-exit': {
    title: 'A loop can never end',
    whyItMatters: 'An item that enters goes round for ever, so no lead time and no effort can be told.',
    whatToDo: 'Ask how work ever gets out: draw that way, and say how many items of ten take it.',
    whenItIsFine: 'Never: even the most stubborn case ends one day, were it by giving up.',
    source:
      'Follows from the drawing: the expected visits have no finite answer. The loop is named with its steps and told once.',
    options: {},
    say: (e: { steps: number; names: string }) =>
      e.steps === 1
        ? `Items repeat ${e.names} for ever: no flow leads out`
        : `Items go round between ${e.names} for ever: no flow leads out of these ${String(e.steps)} steps`,
    leaveHalf: 'Let half of the items take the way out that is drawn',
    lead: 'Draw a way out to the value',
  },
  'dq-unmatched-parallel': {
    title: 'Parallel work never comes together',
    whyItMatters:
      'Whoever works in parallel must meet again, or nobody knows when the item goes on. Until then no lead time can be told.',
    whatToDo:
      'Draw the point where all branches are waited for. Mark a branch that nobody waits for as not holding up the item.',
    whenItIsFine:
      'A notice that is sent off and never waited for: its branch may end on its own. Mark its steps as not holding up the item.',
    source:
      'Soundness of workflows. More is judged than a fork without a join: a branch that ends on its own and is not marked as not holding up the item, a join that no fork belongs to, and a flow that jumps from one branch into another, make the clock as impossible to read.',
    options: {},
    say: (e: { problem: string; branches: number; time: string | null }) =>
      e.problem === 'alone'
        ? `Nothing waits for this branch, it ends on its own: ${e.time === null ? 'its time is' : `its ${e.time} are`} in no lead time, and nobody said that it does not hold up the item`
        : e.problem === 'join'
          ? `Waits for ${count(e.branches, 'flow')} although no fork has parted the work: nobody knows what it waits for`
          : e.problem === 'jump'
            ? 'A flow jumps from one parallel branch into another: nobody can say how long the item takes'
            : `The ${String(e.branches)} branches from here never meet again: nobody can say how long the item takes`,
    addJoin: 'Add the point where the branches meet',
    joinBranch: 'Lead this branch to where the others meet',
    setAside: 'Mark it: it does not hold up the item',
  },
  'dq-lead-shorter-than-process': {
    title: 'The stated lead time is shorter than the work',
    whyItMatters:
      'The lead time runs from “work is there” to “passed on” and contains the work. If it is shorter, at least one of the two was misunderstood.',
    whatToDo:
      'Ask what was measured: clock time or hours of people? Three people for one hour are one hour on the clock. Swap the two totals where they were mixed up, or take them out and let the steps tell.',
    whenItIsFine:
      'Never. Work of several people at once counts once on the clock: write the people down as the crew of the step.',
    source:
      'Definition of lead time (Martin and Osterling, Value Stream Mapping). Where a step keeps wait and work apart, its lead time cannot be too short; so the totals that somebody gave for the whole map are judged, against each other and against the work of the steps that move the clock.',
    options: {},
    say: (e: { stated: string; work: string; isOfSteps: boolean; isAtLeast: boolean }) =>
      e.isOfSteps
        ? `A lead time of ${e.stated} was given, but the work of the steps alone takes ${e.isAtLeast ? 'at least ' : ''}${e.work}`
        : `A lead time of ${e.stated} was given with ${e.work} of work in it`,
    swap: 'Swap the two totals',
    forget: 'Take the given totals out',
  },
  'dq-mixed-time-basis': {
    title: 'Working time and calendar time look mixed',
    whyItMatters:
      '“Two days” written as 48 h is six working days on a map of eight-hour days: the lead time is three times too long.',
    whatToDo:
      'Ask for each of these waits: counted on the clock on the wall, or in working hours? Write 2cd for two calendar days, 2d for two working days.',
    whenItIsFine: 'Where the wait truly is that many working hours: three working days are 24 h.',
    source:
      'Heuristic of ours. Of whole working days every third is a multiple of 24 h, so one alone proves little: waits from 48 h count (of a range all three values), whole working weeks and steps with a calendar of their own do not, and a single wait is only a light hint.',
    options: {
      least: 'Shortest wait that is asked about',
      many: 'Waits from which it is more than a hint',
    },
    say: (e: { waits: number; first: string; days: string; names: string }) =>
      e.waits === 1
        ? `${e.names} waits ${e.first}: are these ${e.days} calendar days on a map of working hours?`
        : `${String(e.waits)} waits are whole days of 24 h (${e.names}): are they calendar days on a map of working hours?`,
    convert: 'Convert them from calendar days to working time',
  },
  'dq-no-demand': {
    title: 'No number of items per month',
    whyItMatters:
      'Whether people suffice, how many items are on the way and what a month costs: all of it starts with how many items come.',
    whatToDo: 'Count last month’s items, or estimate: about one a day, ten a day, a hundred?',
    whenItIsFine: 'A new stream has no history: a forecast will do, marked as a guess.',
    source: 'Little’s law, takt and utilisation all need a rate.',
    options: {},
    say: (e: { demand: number | null; steps: number; roles: number }) => {
      const unknown = `the load of ${e.roles === 0 ? 'the people' : count(e.roles, 'role')} and the effort of a month at ${count(e.steps, 'step')} cannot be told`;
      return e.demand === null
        ? `Nobody has said how many items come in a month: ${unknown}`
        : `No items are said to come: ${unknown}`;
    },
    useArrivals: 'Take the items that arrived last month',
    enter: 'Enter the items per month',
  },
  'dq-littles-law-mismatch': {
    title: 'Items in progress, items per month and lead time do not agree',
    whyItMatters:
      'In a steady stream the three must agree. If they do not, a number is wrong, a queue is hidden, or items lie about that nobody will ever finish.',
    whatToDo:
      'Count once more: what is in the tool and what lies in mailboxes? Ask for the oldest item, and whether all that comes in also goes out.',
    whenItIsFine:
      'On a single day after a peak or a holiday. Where the backlog grows or shrinks the law does not hold, so the rule keeps silent.',
    source:
      'Little’s law (items = rate × time), with its conditions. Where items were counted at the queues, they are set against the waits of just these steps and not against the whole lead time. A few items more or less are chance, since a count is taken on one day; so the difference must be a factor and a number of items. The rate is that of the items that leave, where it is known.',
    options: {
      factor: 'Factor between the two',
      least: 'Smallest difference in items',
      drift: 'Difference between arrivals and departures up to which a stream counts as steady',
    },
    say: (e: {
      counted: string;
      implied: string;
      rate: string;
      time: string;
      isOfQueues: boolean;
      isMore: boolean;
    }) =>
      `${e.counted} items ${e.isOfQueues ? 'wait' : 'are on the way'}, but ${e.rate} a month with ${e.time} of ${e.isOfQueues ? 'waiting' : 'lead time'} make ${e.implied}: ${e.isMore ? 'a queue is hidden, or the times are too short' : 'not all was counted, or the times are too long'}`,
    task: 'Look for a hidden queue and for items that nobody will finish',
    recount: 'Look at the waits once more',
  },
  'dq-implausible-quality': {
    title: 'Quality figures look invented',
    whyItMatters:
      'A %C&A is only worth something if the receivers gave it. If it contradicts the rework that people see, one of the two is wrong.',
    whatToDo: 'Ask the people who receive the work: of the last ten, how many could you use as they were?',
    whenItIsFine:
      'Machines hand over almost without faults, and figures from a log may well be alike: neither is doubted.',
    source:
      'Heuristic of ours. A return is held against all steps that the item passed on its way to the check, not only against the one it goes back to, since the fault may have been made in between; a return to a repair step beside the way says nothing of that step. It is also held against them where quality is not nearly perfect, but far better than the return says.',
    options: {
      perfect: 'A %C&A that is doubted where all have it',
      n: 'Figures needed to doubt them',
      loop: 'Share of returns from which a better quality of the way is doubted',
      near: 'Quality of the way from which such returns are told',
      gap: 'Returns above the faults that the quality allows for',
    },
    say: (e: { kind: string; steps: number; quality: string; returns: string | null; to: string | null }) =>
      e.returns !== null
        ? `${e.returns} come back to “${e.to ?? ''}”, yet ${e.quality} of what leaves the ${e.steps === 1 ? 'step' : `${String(e.steps)} steps`} on that way is said to be right`
        : e.kind === 'same'
          ? `All ${String(e.steps)} figures of %C&A are ${e.quality}: were the receivers asked one by one?`
          : `All ${String(e.steps)} figures of %C&A are ${e.quality} or more: work is rarely passed on so well`,
    ask: 'Ask the receivers again',
  },
  'dq-granularity': {
    title: 'Too few or too many steps for one map',
    whyItMatters:
      'A value stream is the view from the roof. With too many steps nobody sees the whole, with too few the waiting hides inside the steps.',
    whatToDo:
      'Join what one team does in one go. Move details into a map of their own, one level below. Of a long step, ask where its work lies waiting.',
    whenItIsFine:
      'A map from an event log has many steps by nature. A short stream of one team may need no more than three or four.',
    source:
      'Usual advice for value-stream maps (Martin and Osterling): 5 to 15 blocks. Too few steps are only spoken of once all times are known: before that a map is still being drawn.',
    options: { min: 'Fewest steps of a map', max: 'Most steps of a map' },
    say: (e: { steps: number; isTooMany: boolean; limit: string }) =>
      e.isTooMany
        ? `${String(e.steps)} steps are more than a room can take in: a view from the roof has up to ${e.limit}`
        : `${count(e.steps, 'step')}: too few to show where the time goes, a view from the roof has ${e.limit} or more`,
    join: 'Join the shortest two neighbouring steps of one team',
  },
  'dq-too-neat': {
    title: 'The map is too good to be true',
    whyItMatters:
      'Real work comes back, has faults and takes odd times. A map without any of it usually shows how the work should go, not how it goes.',
    whatToDo:
      'Take the last three real items and tell their story step by step: what came back, what lay about, what took longer than planned?',
    whenItIsFine:
      'For a wish or a design. A stream that machines run, or times from measurements and logs, are not doubted.',
    source:
      'Ours: of the four versions of a process (believed, designed, real, wanted) a neat map is one of the first two. A few round numbers are how every workshop begins, so nothing is asked before enough steps have both times.',
    options: { n: 'Steps with both times needed to doubt them' },
    say: (e: { steps: number; times: number; isPerfect: boolean }) =>
      `${String(e.steps)} steps, ${e.isPerfect ? 'no rework, no fault' : 'no rework, no word of faults'} and ${String(e.times)} round times: is this how the work goes, or how it should go?`,
    walk: 'Walk through three real items and note what happened to them',
  },
} as const;

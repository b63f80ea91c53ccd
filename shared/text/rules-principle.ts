import { both, count } from './rules';

/** What the rules about the guiding principles say. */
export const principleRulesText = {
  'principle-future-without-current': {
    title: 'A future state without a current state',
    whyItMatters:
      'Without a picture of today, parts that work well are thrown away, and no gain can be shown afterwards.',
    whatToDo: 'Walk the stream as it is and draw it beside this map; a copy of this map can be the start.',
    whenItIsFine: 'For a service that is truly new and replaces nothing.',
    source:
      'Common service-management teaching (start where you are). A map of the design on paper does not count as current: what is written and what is done differ.',
    options: {},
    say: (e: { steps: number }) =>
      `A future state of ${count(e.steps, 'step')}, with no current state beside it to compare it with`,
    walk: 'Walk the stream as it is, and draw the current state',
    copy: 'Start the current state as a copy of this map',
  },
  'principle-big-bang-plan': {
    title: 'Everything changes at once',
    whyItMatters:
      'When many changes land together nobody can tell which one helped or hurt, and months pass before anybody learns anything.',
    whatToDo:
      'Let at most three changes land together, put the first small one within a few weeks, and measure after each.',
    whenItIsFine: 'Some changes cannot be parted, and some need an agreed date such as the end of a year.',
    source:
      'Common service-management teaching (small steps with feedback); limits: heuristic of ours, below the usual horizon of 90 to 120 days. The plan is read from the improvements of the stream that have a date and are neither done nor dropped; once one is done, a first result is there. Whether somebody measures in between cannot be seen in it and is not judged.',
    options: { k: 'Changes on one date', d: 'Time to the first result' },
    say: (e: {
      changes: number | null;
      date: string;
      days: number | null;
      first: string;
      isFromStart: boolean;
    }) =>
      both([
        e.changes === null ? null : `${String(e.changes)} changes are to land together on ${e.date}`,
        e.days === null
          ? null
          : `the first result is due ${count(e.days, 'day')} ${e.isFromStart ? 'after the start' : 'from now'} (${e.first})`,
      ]).replace(/^the/, 'The'),
    split: 'Split the plan into steps of at most three changes',
    checkpoint: 'Measure the stream every 30 days',
  },
  'principle-invisible-work': {
    title: 'Work waits where nobody can see it',
    whyItMatters:
      'A queue in a mailbox cannot be managed: nobody sees how long it is, what is urgent or what was forgotten.',
    whatToDo:
      'Put the items on a board or into a tool that all can see, and let the asker see where theirs is.',
    whenItIsFine:
      'A short call about an item that is tracked elsewhere: the item itself stays visible. Then add the tool that tracks it to the step.',
    source:
      'Common service-management teaching (visibility); ITIL 4 Create, Deliver and Support on records of work; limit: heuristic of ours, calibrated on our templates. A system counts as private where somebody marked it so, else where its name says e-mail, phone, chat, spreadsheet, meeting, document or the like in a whole word and no word such as tool, system or portal.',
    options: { hours: 'Wait before the step' },
    say: (e: { wait: string; systems: string }) =>
      `Items wait ${e.wait} to be handled in ${e.systems} alone: nobody else can see the queue`,
    track: 'Track it where the rest of the stream is tracked',
    status: 'Let the asker see where an item is',
  },
  'principle-silent-wait': {
    title: 'The consumer hears nothing for too long',
    whyItMatters:
      'Silence makes people call, write and order twice: work that exists only because nobody told them.',
    whatToDo: 'Send word when an item changes hands, or show live where it stands.',
    whenItIsFine: 'Where messages go out by themselves but are not drawn: mark the steps that send them.',
    source:
      'Heuristic of ours; tune it for your organisation. Judged on the way that most items take, once through, from demand over each step that touches the consumer to value; what rework adds comes on top. While one branch of a fork speaks with the consumer, the branches beside it do not count as silence. Steps of which nobody said whether they touch the consumer count as silent once some steps are marked, with the trust of a guess, and are asked for.',
    options: { share: 'Silence as a part of the lead time', hours: 'Silence from which that part counts' },
    say: (e: {
      silence: string;
      share: string;
      from: string | null;
      to: string | null;
      isGuess: boolean;
    }) => {
      const from = e.from === null ? 'the demand' : `“${e.from}”`;
      const to = e.to === null ? 'the value' : `“${e.to}”`;
      return `${e.isGuess ? 'As far as is known, the' : 'The'} consumer hears nothing for ${e.silence} (${e.share} of the lead time), from ${from} to ${to}`;
    },
    tell: 'Tell the consumer half-way how it stands',
    step: 'Tell the consumer how it stands',
    page: 'Show live where an item stands',
  },
  'principle-single-practice-stream': {
    title: 'Only one practice is involved',
    whyItMatters:
      'No value comes about by one practice alone. A map of one practice is the inside of one silo; the waits lie between silos.',
    whatToDo:
      'Follow the item back to the real demand and on to the real value, and add the steps of the others.',
    whenItIsFine: 'For a part of a larger stream that was cut out on purpose.',
    source:
      'The practice guides of ITIL 4 say repeatedly that no value stream consists of a single practice. Very small maps are sketches and are spared.',
    options: { least: 'Steps from which it is judged' },
    say: (e: { steps: number; practice: string | null; activity: string | null }) => {
      const belongs = both([
        e.practice === null ? null : `belong to ${e.practice}`,
        e.activity === null ? null : `lie in ${e.activity}`,
      ]);
      return `All ${String(e.steps)} steps ${belongs}: the way from demand to value is probably cut`;
    },
    extend: 'Write down the real demand and the real value',
  },
  'principle-too-many-decisions': {
    title: 'Too many branches for rare cases',
    whyItMatters: 'A way drawn for every exception is followed by nobody. The usual case disappears in it.',
    whatToDo: 'Fold rare cases into one step “handle exceptions”, and write down who decides there.',
    whenItIsFine: 'Rare but dangerous cases deserve a step of their own.',
    source:
      'Common service-management teaching (fewest steps that reach the result); limits: heuristic of ours. Steps of rework are judged at their loop and not counted as rare; a check that only sends items back is no choice. One rare step is no pattern, and small maps are spared.',
    options: {
      p0: 'A case is rare below',
      share: 'Steps that may serve rare cases',
      d: 'Choices per step from which it is a pattern',
      rare: 'Rare steps from which it is a pattern',
      least: 'Steps from which it is judged',
    },
    say: (e: { rare: number | null; limit: string; choices: number | null; steps: number }) =>
      both([
        e.rare === null
          ? null
          : `${String(e.rare)} of ${count(e.steps, 'step')} serve cases rarer than ${e.limit}`,
        e.choices === null
          ? null
          : `${count(e.choices, 'choice')} on the way through ${count(e.steps, 'step')}`,
      ]),
    fold: 'Fold rare cases into one exception step',
  },
  'principle-automating-waste': {
    title: 'Something wasteful is being automated',
    whyItMatters:
      'Make it good first, then let machines do it: automated waste is made faster and stays longer.',
    whatToDo:
      'Ask whether it can go altogether, or put the cause right first: the input, the error, the loop.',
    whenItIsFine: 'Records that a law requires may well be automated: class such a step as necessary.',
    source:
      'Common service-management teaching (optimize, then automate); limit: heuristic of ours. The three grounds are said apart, because each asks for a different remedy. Routing by a machine is not held against a hand-over without value: it is what the rule about steps that only pass work on advises.',
    options: { lim: 'Share of usable output below which it should not be automated' },
    say: (e: { isPlanned: boolean; hasNoValue: boolean; isRework: boolean; usable: string | null }) => {
      const grounds = both([
        e.hasNoValue ? 'it adds no value' : null,
        e.isRework ? 'only rework leads to it' : null,
        e.usable === null ? null : `just ${e.usable} of what it hands on is usable as it is`,
      ]);
      return `${e.isPlanned ? 'To be automated' : 'Automated'}, although ${grounds}`;
    },
    remove: 'Try the stream without it',
    quality: 'Put the quality right before automating',
  },
  'principle-manual-between-automated': {
    title: 'A person carries data between two machines',
    whyItMatters:
      'Where a person sits between two machines an interface is missing, and each item waits for that person.',
    whatToDo: 'Connect the two, or let the first one start the second.',
    whenItIsFine: 'Where a human look is wanted on purpose: make it a check, a review or a decision.',
    source:
      'Heuristic of ours; tune it for your organisation. Approvals, decisions, verifications, inspections and reviews count as a human look on purpose.',
    options: {},
    say: (e: { before: string; after: string; perItem: string | null; perMonth: string | null }) => {
      const cost = both([
        e.perItem === null ? null : `${e.perItem} per item`,
        e.perMonth === null ? null : `${e.perMonth} of work a month`,
      ]);
      return `Done by hand between “${e.before}” and “${e.after}”, which run by themselves${cost === '' ? '' : `: ${cost}`}`;
    },
    connect: 'Connect the two machines',
  },
} as const;

import { both } from './rules';

/** What the rules about value say. */
export const valueRulesText = {
  'value-no-outcome': {
    title: 'The result for the consumer is not said',
    whyItMatters:
      'An output is what an activity hands over; an outcome is what somebody can do because of it. “Ticket closed” helps nobody decide which steps matter.',
    whatToDo:
      'Complete the sentence “Afterwards the consumer can …” and write it into the charter as the value outcome.',
    whenItIsFine: 'While the stream is being sketched, before its consumer has been asked.',
    source:
      'Common service-management teaching (output and outcome). A search for words like “closed” or “deliver” in the name of the end also meets “parcel delivered to the ward”: here a text counts as an output only where it holds nothing but such words, and the stated outcome comes before the name of the end. It knows English words only, so it asks and never asserts.',
    options: {},
    say: (e: { output: string | null }) =>
      e.output === null
        ? 'Nobody has written down what the consumer can do at the end that was not possible before'
        : `The stream ends with “${e.output}”: what can the consumer do then that was not possible before?`,
    charter: 'Write down the result for the consumer',
  },
  'value-low-va-share': {
    title: 'Little of the effort adds value',
    whyItMatters:
      'People spend their hours on what the consumer would not miss. What is called necessary grows by itself unless somebody asks for whom.',
    whatToDo:
      'List the necessary steps by their reason and challenge each: which law, contract or risk would be broken without it? Begin with the largest.',
    whenItIsFine:
      'Where the stream exists to control something: audits, safety, money. The share also follows the team’s own classing.',
    source:
      'Value classes of lean work; limit: heuristic of ours, in our ten templates the share lies between 29 % and 93 %. Effort counts all visits and all people of a step. What is not classed counts as value-adding until somebody says otherwise, so the sentence then says “at most”.',
    options: { limit: 'Part of the effort that should add value' },
    say: (e: {
      share: string;
      isAtMost: boolean;
      necessary: string;
      waste: string | null;
      perItem: string;
    }) =>
      `${e.isAtMost ? 'At most' : 'Only'} ${e.share} of the ${e.perItem} of effort per item adds value: ${e.necessary} is necessary work${e.waste === null ? '' : `, ${e.waste} waste`}`,
    classify: 'Go through the value classes',
    challenge: 'List the necessary steps by reason, and challenge each',
  },
  'value-no-verification': {
    title: 'Nobody checks that the need was met',
    whyItMatters:
      'Only the consumer can say whether it helped. What nobody asks for comes back later as a complaint or a new request.',
    whatToDo:
      'Add a step that confirms with the consumer before value is claimed: a message with a button is often enough.',
    whenItIsFine: 'For tiny requests with an automatic check and an easy way to complain.',
    source:
      'ITIL 4 Create, Deliver and Support: the archetype of user support verifies before it closes. Rework branches aside, a doing step is the last one where no other doing step follows it. A check that comes after the value point is said as such and counts less: there is one, but the clock stops before it.',
    options: {},
    say: (e: { after: string; late: string | null }) =>
      e.late === null
        ? `After ${e.after} nobody confirms with the consumer that it works`
        : `After ${e.after} value is claimed at once; the consumer is asked only later, in “${e.late}”`,
    add: 'Add a step that confirms with the consumer',
    step: 'Confirm with the consumer that it works',
  },
  'value-consumer-effort': {
    title: 'The consumer does much of the work',
    whyItMatters:
      'A service should take costs and risks off people. Every question and every signature that it asks of them is a cost put back on them.',
    whatToDo: 'Fill in beforehand what is known, shorten the form, and drop questions that nobody uses.',
    whenItIsFine:
      'Some things only the consumer knows, and some decisions belong to them. Self-service that saves a wait is welcome work.',
    source:
      'Common service-management teaching (costs imposed on the consumer); limits: heuristic of ours. The share counts only from a few minutes on: otherwise every self-service would be found, where two clicks are most of the work.',
    options: {
      hours: 'Work of the consumer per item',
      share: 'Part of all work on an item that the consumer does',
      least: 'Work of the consumer per item from which that part counts',
    },
    say: (e: { perItem: string; share: string | null; perMonth: string | null; names: string }) => {
      const part = e.share === null ? null : `${e.share} of all work on it`;
      const month = e.perMonth === null ? null : `${e.perMonth} a month`;
      const more = both([part, month]);
      return `Consumers spend ${e.perItem} on each item (${e.names})${more === '' ? '' : `: ${more}`}`;
    },
    prefill: 'Fill in beforehand, shorten or drop questions for the consumer',
  },
  'value-warranty-not-designed': {
    title: 'A new service is built without service levels',
    whyItMatters:
      'A service is worth something when it does the right thing and does it dependably. Nobody adds the second half after going live.',
    whatToDo:
      'Name how available, roomy, safe and recoverable the service must be, and put that into the design and its acceptance.',
    whenItIsFine: 'Small changes inherit the levels of the service that they change.',
    source:
      'Common service-management teaching (utility and warranty). Found only where all of the practices lack that look after it, and where no step is marked as looking after warranty. A framework without these practices is not judged.',
    options: {},
    say: (e: { missing: string }) =>
      `A service is designed, built and put live, but no step looks after ${e.missing}`,
    checklist: 'Add criteria for service levels, capacity, security and continuity to design and acceptance',
  },
  'value-class-in-doubt': {
    title: 'Classed as value-adding, although it cannot be',
    whyItMatters:
      'Repairs, checks and signatures may be needed, but the consumer would not miss them. Classed as value they hide what could go.',
    whatToDo:
      'Ask the three questions again: does the consumer care, does the item change, is it right the first time?',
    whenItIsFine:
      'Where checking or deciding is the very service that the consumer ordered, for example an audit.',
    source:
      'The three questions of the value test; a rule of ours. Only kinds are doubted that the test rules out: work that only rework leads to, approvals, inspections and hand-overs between teams. Entries, records and decisions are left alone, since they can be what the consumer wants.',
    options: {},
    say: (e: { reason: 'rework' | 'approval' | 'inspection' | 'handoff'; perMonth: string | null }) => {
      const what = {
        rework: 'only rework leads to it',
        approval: 'it is an approval',
        inspection: 'it only checks what others did',
        handoff: 'it only passes items on',
      }[e.reason];
      return `Classed as value-adding, although ${what}${e.perMonth === null ? '' : `: ${e.perMonth} a month`}`;
    },
    classify: 'Ask the three value questions again',
  },
} as const;

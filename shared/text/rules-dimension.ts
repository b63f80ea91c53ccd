import { count, listNames } from './rules';

const sides = {
  people: 'who does it',
  information: 'what it needs, makes or uses',
  work: 'which practice or activity it is',
  partner: 'which partner does it',
} as const;

const sideIds: readonly (keyof typeof sides)[] = ['people', 'information', 'work', 'partner'];

/** What the rules about the four dimensions say. */
export const dimensionRulesText = {
  'dimension-step-undescribed': {
    title: 'A step is not described from all sides',
    whyItMatters:
      'A step that nobody owns is a step that nobody improves; one without inputs, outputs and systems cannot be connected to anything.',
    whatToDo: 'Ask the people who do it, and fill in what lacks.',
    whenItIsFine:
      'On a first sketch. Automated steps need no role, steps of the consumer no practice: both are spared.',
    source:
      'Four dimensions of service management; the step template of ITIL 4 Create, Deliver and Support. One finding at every step drowns a map that is being drawn: here it is said once, with the steps. A partner counts as named by the team too. Untouched templates are spared.',
    options: { most: 'Steps that may lack something' },
    say: (
      e: { names: string; undescribed: number; steps: number } & Readonly<Record<keyof typeof sides, number>>,
    ) => {
      const named = sideIds.filter((side) => e[side] > 0);
      if (e.undescribed === 1)
        return `${e.names} does not say ${listNames(named.map((side) => sides[side]))}`;
      const parts = named.map(
        (side) => `${String(e[side])} ${e[side] === 1 ? 'does' : 'do'} not say ${sides[side]}`,
      );
      return e.undescribed === e.steps
        ? `None of the ${String(e.steps)} steps is fully described: ${listNames(parts)}`
        : `${String(e.undescribed)} of ${count(e.steps, 'step')} are not fully described (${e.names}): ${listNames(parts)}`;
    },
    fill: 'Fill in what lacks',
  },
  'dimension-stream-without-owner': {
    title: 'Nobody owns the whole stream',
    whyItMatters:
      'Steps have managers. The white space between them, where items wait, has none unless one person answers for the whole.',
    whatToDo: 'Name one person in the charter who may change the stream across teams.',
    whenItIsFine: 'On a draft, and on untouched templates, which are spared.',
    source:
      'Martin and Osterling (value stream champion; from memory). A sponsor gives money and is not asked for here: owning the flow is another task.',
    options: {},
    say: (e: { steps: number; teams: number }) =>
      e.teams > 1
        ? `Nobody answers for the whole: ${count(e.steps, 'step')} of ${count(e.teams, 'team')}, and no owner from demand to value`
        : `Nobody answers for ${e.steps === 1 ? 'the one step' : `all ${String(e.steps)} steps`} from demand to value`,
    name: 'Name an owner in the charter',
  },
  'dimension-supplier-without-agreement': {
    title: 'A partner’s step without an agreement',
    whyItMatters: 'Your promise to the consumer cannot be firmer than the promise of your partner.',
    whatToDo:
      'Agree on a time and a contact, record it at the step, and let somebody look after the partner.',
    whenItIsFine: 'For a service off the shelf the published terms count as an agreement: record them.',
    source:
      'Four dimensions (contracts and agreements), common service-management teaching. Asking for the practice “supplier management” at every step of a partner finds even well-kept contracts: here one step of the stream with that practice is enough, and its lack weighs less than that of an agreement. Untouched templates are spared.',
    options: {},
    say: (e: { partner: string | null; wait: string | null; isAgreed: boolean }) => {
      const partner = e.partner ?? 'a partner';
      return e.isAgreed
        ? `Depends on ${partner}, but no step of the stream looks after the supplier`
        : `Depends on ${partner} without an agreed time or contact${e.wait === null ? '' : `; items wait ${e.wait} there`}`;
    },
    record: 'Record the agreement',
    practice: 'Let supplier management take part in the step',
  },
  'dimension-imbalance': {
    title: 'All improvement ideas sit in one dimension',
    whyItMatters:
      'A new tool does not cure unclear duties, nor a new process a missing skill. Looking from one side misses causes.',
    whatToDo:
      'Go through the other dimensions with the team: people, information and technology, partners, the way of working.',
    whenItIsFine: 'Where one clear cause explains it all.',
    source:
      'Common service-management teaching (balanced attention to four dimensions); limits: heuristic of ours. Counted are the ideas of the stream that were not dropped and the barriers marked on steps, each barrier in the dimension where its cause usually lies.',
    options: { share: 'Part in one dimension', n: 'Ideas and barriers from which it is judged' },
    say: (e: { share: string | null; marks: number; dimension: string; others: string | null }) => {
      const ideas = `${e.share === null ? `All ${String(e.marks)}` : `${e.share} of ${String(e.marks)}`} ideas and barriers`;
      return `${ideas} concern “${e.dimension}”${e.others === null ? '' : `; nobody has looked at ${e.others}`}`;
    },
    check: 'Look for ideas in the other dimensions',
  },
  'dimension-unusual-practice': {
    title: 'A practice that rarely works in this activity',
    whyItMatters:
      'Often it is the activity that was picked wrongly, and then the view by activities misleads.',
    whatToDo: 'Ask what the step is for, and move it to the activity that fits. It may well stay.',
    whenItIsFine: 'The framework allows any combination: this is never more than a hint.',
    source:
      'The table of contributions of the framework. Its levels are verified for 13 practices of ITIL 4 and judged by us for the rest, so only the level “none” speaks, and only where it holds for every practice of the step; levels the table does not state count as possible.',
    options: {},
    say: (e: { practices: string; isOne: boolean; activity: string; suggested: string | null }) =>
      `${e.practices} seldom ${e.isOne ? 'takes' : 'take'} part in ${e.activity}${e.suggested === null ? '' : `; ${e.suggested} would be usual`}`,
    move: 'Move it to the usual activity',
  },
  'dimension-external-constraint-unnamed': {
    title: 'A duty is claimed but not named',
    whyItMatters:
      'Many a “must” turns out to be a habit once somebody reads the clause. What is named can be met more simply.',
    whatToDo: 'Ask who knows the law, the rule or the contract, and note the clause at the step.',
    whenItIsFine: 'Where everybody knows the duty well: one word of it is enough.',
    source:
      'Outside factors that bound the four dimensions (political, economic, social, technological, legal, environmental), common service-management teaching. An outside factor alone does not name the duty, so the reference is asked for even where one is given. Untouched templates are spared.',
    options: {},
    say: (e: { reason: 'legal' | 'regulatory' | 'contract'; wait: string | null }) => {
      const who = { legal: 'A law', regulatory: 'A regulation', contract: 'A contract' }[e.reason];
      const wait = e.wait === null ? '' : `, and items wait ${e.wait} for it`;
      return `${who} is said to require this${wait}: which clause is it?`;
    },
    name: 'Note which clause requires it',
  },
} as const;

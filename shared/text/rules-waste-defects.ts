const both = (parts: readonly (string | null)[], word = ' and '): string =>
  parts.filter((part) => part !== null).join(word);

/** What the rules about defects and unused skills say. */
export const defectsText = {
  'waste-defects-low-quality-output': {
    title: 'What this step passes on is often not usable',
    whyItMatters:
      'One output in five that must be completed first is dear after a few steps: three such steps in a row let half of the items through untouched.',
    whatToDo:
      'Agree with the receivers what they need before they can begin, and check it where it is written down, not where it is missed.',
    whenItIsFine:
      'Early ideas are expected to be incomplete. And ask who counted: only the receivers can tell.',
    source:
      'The %C&A of Martin and Osterling, judged by the receivers; limits: heuristic of ours. Medium between the limits, low after the value point. Where a step repeats itself until its output is right, as often as its %C&A says, nobody receives the fault; and a share of fewer than one output a month is an anecdote: both are left out. The work of repair is our estimate (30 % of the work of the next step), told only where no rework is drawn.',
    options: {
      warn: '%C&A below which an output is often not usable',
      bad: '%C&A below which it is serious',
      few: 'All outputs of a month from which a share says something',
    },
    say: (e: { wrong: string; perMonth: string | null; repair: string | null; receivers: string | null }) => {
      const cost = both([e.perMonth, e.repair === null ? null : `about ${e.repair} of repair`], ', ');
      return `${e.wrong} of what it passes on must be completed or corrected${e.receivers === null ? '' : ` at ${e.receivers}`}${cost === '' ? '' : `: ${cost} a month`}`;
    },
    outputs: (wrong: string, all: string) => `${wrong} of ${all} ${all === '1' ? 'output' : 'outputs'}`,
    criteria: 'Agree with the receivers what they need before they begin, as a checklist',
    mandatory: 'Let the tool check the input where it is typed',
    raise: 'Raise the %C&A to 95 %',
  },
  'waste-defects-rolled-quality': {
    title: 'Few items go through without correction',
    whyItMatters: 'Small faults multiply: 85 % at each of six steps leaves 38 % right the first time.',
    whatToDo: 'Begin with the worst step: it lifts the whole most. Ask its receivers what is missing.',
    whenItIsFine:
      'In streams that explore. The product supposes that faults are independent of each other, so compare only maps of similar size.',
    source:
      'Product rule of rolled %C&A; limits: heuristic of ours. The rolled figure alone shrinks with every step that somebody draws, so the mean of a step decides and the rolled figure is told. With gaps it is judged by the most that it can be.',
    options: {
      warn: 'Mean %C&A of a step below which the stream leaks',
      bad: 'Mean %C&A of a step below which it is serious',
    },
    say: (e: { rolled: string; isAtMost: boolean; perStep: string; worst: string; lift: string | null }) =>
      `${e.isAtMost ? 'At most' : 'Only'} ${e.rolled} of the items pass every step complete and accurate, ${e.perStep} per step; worst: ${e.worst}${e.lift === null ? '' : `; the first of these at 95 % would make it ${e.lift}`}`,
    step: (name: string, share: string) => `“${name}” ${share}`,
    raise: 'Raise the worst step to 95 %',
    criteria: 'Ask the receivers of the worst steps what is missing most often',
  },
  'waste-defects-rework-effort': {
    title: 'Rework eats capacity',
    whyItMatters: 'These hours are paid twice, and they lie in the way of new work.',
    whatToDo: 'Rank the loops by what they cost, and take the first one apart with the people at both ends.',
    whenItIsFine: 'Planned iteration is learning and is not counted: make such flows iterations.',
    source:
      'Effort with and without the rework flows, planned iteration kept; limits: heuristic of ours. It can only see loops that are drawn. The worth is all of it: the most that there is to gain.',
    options: { warn: 'Share of the effort', bad: 'Share of the effort from which it is serious' },
    say: (e: { share: string; isAtLeast: boolean; perMonth: string | null; loops: number }) =>
      `${e.isAtLeast ? 'At least ' : ''}${e.share} of all effort is doing things again${e.loops > 1 ? `, in ${String(e.loops)} loops` : ''}${e.perMonth === null ? '' : `: ${e.perMonth} a month`}`,
    halve: 'Halve the returns of the loop that is taken most',
    rank: 'Rank the loops by what they cost and take the first one apart',
  },
  'waste-defects-failure-demand': {
    title: 'Demand that an earlier failure causes',
    whyItMatters:
      'Repeat contacts, chasers and reopened items are work that nobody wants, the consumer least of all.',
    whatToDo:
      'Sort a week of demand into “wanted” and “caused by a failure”, and trace the most frequent reason to the stream that causes it.',
    whenItIsFine:
      'Where reasons of contact are not recorded the share is a guess: record them for a week first.',
    source:
      'Failure demand (Seddon); limit: heuristic of ours. The work is that share of the effort of the stream, as if such items cost what others cost.',
    options: { limit: 'Share of the demand' },
    say: (e: { share: string; perMonth: string | null; work: string | null }) =>
      `${e.share} of the demand exists only because something failed before${both([e.perMonth === null ? null : `: ${e.perMonth} items`, e.work === null ? null : `${e.perMonth === null ? ': ' : ''}${e.work} of work`])}${e.perMonth === null && e.work === null ? '' : ' a month'}`,
    trace: 'Trace the most frequent reason to the stream that causes it',
    sort: 'Sort a week of demand into “wanted” and “caused by a failure”',
  },
  'waste-skills-escalation': {
    title: 'Too little is solved at the first line',
    whyItMatters: 'Specialists do what others could learn, and the consumer waits in a second queue for it.',
    whatToDo:
      'Take the three most frequent causes and give the first line the knowledge and the rights for them. Look at new kinds of item together.',
    whenItIsFine: 'A complex mix of products has its own natural rate: compare with your own last year.',
    source:
      'HDI survey of 2015 (66 % solved at first contact, an old sample that chose itself), so about three in ten escalated is worth a look. The first line is every step that items reach without an escalation; flows count that are drawn as escalations, all of a step together. The worth is what would be saved if only the limit were passed on.',
    options: { limit: 'Share that is escalated' },
    say: (e: {
      share: string;
      /** True where every item comes here once. */
      isOnce: boolean;
      /** True where items come here more than once. */
      isAgain: boolean;
      perMonth: string | null;
      specialists: string | null;
    }) => {
      const what = e.isOnce ? 'of the items are' : 'of what comes here is';
      const times = e.isOnce ? '' : e.isAgain ? ' times, repeats counted again,' : ' times';
      const often = e.perMonth === null ? null : `${e.perMonth}${times} a month`;
      const cost = both([often, e.specialists === null ? null : `${e.specialists} of their time`], ', ');
      return `${e.share} ${what} passed on to specialists${cost === '' ? '' : `: ${cost}`}`;
    },
    shift: 'Give the first line the knowledge and the rights for the most frequent causes',
    swarm: 'Look at new kinds of item together instead of passing them on',
    learn: 'List the three most frequent causes of escalation',
  },
  'waste-skills-expert-on-routine': {
    title: 'Experts do routine work',
    whyItMatters: 'It wastes their talent, and what only they can do waits.',
    whatToDo: 'Give it to somebody who can learn it in a week, or let users help themselves.',
    whenItIsFine:
      'Small teams and people on call cannot split hairs; and to stay in touch an hour now and then is healthy.',
    source:
      'Eighth waste (unused talent); limits: heuristic of ours on a scale from 1 to 5. Less than half a day a month and what a machine does are left out.',
    options: { k: 'Levels of skill above what the step needs', hours: 'Hours of work a month' },
    say: (e: { needed: string; typical: string; perMonth: string | null }) =>
      `Needs skill level ${e.needed}, is done at level ${e.typical}${e.perMonth === null ? '' : `: ${e.perMonth} a month`}`,
    give: 'Give it to a role with the fitting skill',
    automate: 'Let a machine do it, or the users themselves',
  },
} as const;

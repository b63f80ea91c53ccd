import type { StakeholderKind } from '../model/value-sets';

const stakeholderKinds: Readonly<Record<StakeholderKind, string>> = {
  user: 'User',
  customer: 'Customer',
  sponsor: 'Sponsor',
  provider: 'Provider',
  partner: 'Partner',
  regulator: 'Regulator',
  other: 'Other',
};

/** Labels of the charter and the question that an empty field asks. */
const asks = {
  name: { label: 'Name of the stream', ask: 'What do you call this stream?' },
  purpose: { label: 'Purpose', ask: 'Why does this stream exist, and for whom?' },
  scenario: { label: 'Scenario', ask: 'Which one case do we follow, from which office, on an ordinary day?' },
  trigger: { label: 'Trigger', ask: 'What exactly sets it off?' },
  valueOutcome: { label: 'Outcome', ask: 'What can somebody do at the end that they could not do before?' },
  outputs: { label: 'Outputs', ask: 'What is handed over on the way there?' },
  goods: { label: 'Goods', ask: 'What changes owner: a laptop, a licence?' },
  access: { label: 'Access to resources', ask: 'What may the consumer use without owning it?' },
  serviceActions: { label: 'Service actions', ask: 'What do we do for the consumer?' },
  provider: { label: 'Provider', ask: 'Which organisation or unit delivers it?' },
  user: { label: 'User', ask: 'Who works with the service?' },
  customer: { label: 'Customer', ask: 'Who says what is needed and answers for the result?' },
  sponsor: { label: 'Sponsor', ask: 'Who grants the money for the service?' },
  scope: { label: 'In scope', ask: 'Where does it begin and end; which cases belong to it?' },
  scopeOut: { label: 'Out of scope', ask: 'What do we leave alone this time?' },
  executiveSponsor: { label: 'Executive sponsor', ask: 'Who removes obstacles when asked?' },
  owner: { label: 'Owner', ask: 'Who answers for the result of the stream?' },
  facilitator: { label: 'Facilitator', ask: 'Who leads the workshop and keeps the time?' },
  team: { label: 'Mapping team', ask: 'Which five to ten people can change things here?' },
  scribe: { label: 'Scribe', ask: 'Who writes down what is said?' },
  experts: { label: 'Experts on call', ask: 'Who can be asked when a number is missing?' },
  customerVoice: { label: 'Voice of the customer', ask: 'Who speaks for those who receive it?' },
} as const;

/** A text of the charter that is written on its page. */
export type CharterField = keyof typeof asks;

/** Words of the charter page and of its stakeholders. */
export const charterText = {
  title: 'Charter',
  /** Where one leaves a field whose value was refused. */
  lost: (field: string, text: string, reason: string) => `${field}: “${text}” is not kept. ${reason}`,
  asks,
  stakeholderKinds,
  lead: 'One page that everybody in the room can agree with before the first step is drawn.',
  progress: (said: number, all: number) => `${String(said)} of ${String(all)} said`,
  complete: 'Everything is said',
  nextLabel: (field: string) => `Next: ${field}`,
  parts: {
    why: 'Why',
    start: 'What starts it',
    result: 'What comes of it',
    offering: 'Service offering',
    people: 'Provider and consumer',
    stakeholders: 'Stakeholders',
    numbers: 'Demand and target',
    counted: 'Counted in the last month',
    scope: 'Scope',
    team: 'Team',
    dates: 'Dates',
  },
  startsOn: { label: 'Workshop from', ask: 'YYYY-MM-DD' },
  endsOn: 'to',
  demand: { label: 'Demand a month', ask: 'How many a month?' },
  target: { label: 'Target lead time', ask: 'How fast should it be?' },
  outcomeHelp: 'An outcome is what becomes possible. An output is only a thing handed over.',
  looksLikeOutput:
    'This reads like an output: a thing handed over. What can somebody do because of it, for example “Ana can send invoices again”?',
  offeringHelp: 'What the consumer gets: things, the use of things, and work done for them.',
  trigger: {
    label: 'It begins with',
    demand: 'Demand',
    opportunity: 'Opportunity',
    demandHelp: 'Somebody asks for something that they need.',
    opportunityHelp: 'We see a chance to improve before anybody asks.',
    noneHelp: 'Does somebody ask, or do we see a chance ourselves?',
  },
  stakeholder: {
    table: 'Stakeholders',
    ask: 'Who else gains, pays, or may say no to this?',
    name: 'Name',
    kind: 'Part',
    note: 'What they care about',
    add: 'Add a stakeholder',
    addPlaceholder: 'Name, then Enter',
    noteAsk: 'What matters to them?',
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string, count: number) =>
      `${name} was removed with ${count === 1 ? '1 entry' : `${String(count)} entries`} of value.`,
    undo: 'Take back',
    nameOf: (name: string) => `Name of ${name}`,
    kindOf: (name: string, kind: string) => `${kind}: part of ${name}`,
    noteOf: (name: string) => `What ${name} cares about`,
    fromCharter: (names: string) => `Add ${names}`,
    noKind: 'Not said',
    earlier: 'Noted earlier',
  },
  rulesNeed: (count: number) =>
    count === 1 ? '1 rule asks for this' : `${String(count)} rules ask for this`,
  rulesNeedLabel: (field: string, rules: string) => `${field}: asked for by ${rules}`,
  toValue: 'What it gives and takes',
  label: {
    addStakeholder: (name: string) => `Add stakeholder “${name}”`,
    setStakeholder: 'Edit stakeholder',
    deleteStakeholder: 'Remove stakeholder',
  },
  refused: {
    stakeholderGone: 'This stakeholder is no longer in the project.',
    known: (name: string) => `${name} is among the stakeholders already.`,
  },
} as const;

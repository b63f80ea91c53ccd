import type { ValueKind, WarrantyAspect } from '../model/value-sets';

const kinds: Readonly<Record<ValueKind, string>> = {
  outcome: 'Outcomes supported',
  utility: 'Utility',
  warranty: 'Warranty',
  'cost-removed': 'Costs removed',
  'cost-imposed': 'Costs imposed',
  'risk-removed': 'Risks removed',
  'risk-imposed': 'Risks imposed',
};

const asks: Readonly<Record<ValueKind, string>> = {
  outcome: 'What can they do because of it?',
  utility: 'Which work does it help with; which obstacle does it remove?',
  warranty: 'What can they rely on?',
  'cost-removed': 'Which effort or expense do they no longer have?',
  'cost-imposed': 'What does it cost them: time, money, chasing?',
  'risk-removed': 'What need they no longer fear?',
  'risk-imposed': 'What may now go wrong for them?',
};

const aspects: Readonly<Record<WarrantyAspect, string>> = {
  availability: 'Availability',
  capacity: 'Capacity',
  continuity: 'Continuity',
  security: 'Security',
};

const steps = (count: number): string => (count === 1 ? '1 step' : `${String(count)} steps`);

/** Words of the value page. */
export const valueText = {
  title: 'Value',
  lead: 'What the stream gives to and takes from each stakeholder, and the steps that bring or burden it.',
  kinds,
  asks,
  aspects,
  kindHelp: { utility: 'fit for purpose', warranty: 'fit for use' },
  gives: 'Gives',
  takes: 'Takes',
  view: { label: 'Show as', cards: 'Cards', matrix: 'Matrix' },
  stakeholders: 'Stakeholders',
  addTo: (kind: string, who: string) => `${kind} for ${who}`,
  addKind: (kind: string, who: string) => `Add to ${kind.toLowerCase()} of ${who}`,
  entry: (name: string) => `Entry: ${name}`,
  removeEntry: (name: string) => `Remove “${name}”`,
  moreOf: (name: string) => `More on “${name}”`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveTo: (kind: string) => `Move to ${kind.toLowerCase()}`,
  aspectOf: (name: string) => `Assurance of “${name}”`,
  noAspect: 'Which?',
  linkTo: (name: string) => `Link “${name}” to steps`,
  link: 'Link steps',
  linkSelection: (count: number) => `Link the selected ${steps(count)}`,
  searchSteps: 'Find a step',
  noMoreSteps: 'No other step on this map.',
  goToStep: (name: string) => `Go to ${name}`,
  unlink: (step: string, name: string) => `Unlink ${step} from “${name}”`,
  elsewhere: (count: number) => `${steps(count)} on other maps`,
  balance: {
    sentence: (gives: number, takes: number) =>
      gives + takes === 0 ? 'Nothing said yet' : `${String(gives)} given, ${String(takes)} taken`,
    verdict: {
      none: 'Say what it gives and takes',
      onlyGives: 'What does it cost them?',
      onlyTakes: 'What do they get for it?',
    },
    note: 'Entries are counted, not weighed: talk about which of them matter most.',
  },
  effort: {
    title: 'Consumer effort',
    none: 'No step is done by the consumer.',
    unknown: 'Not known yet',
    ofItem: 'for each item',
    aMonth: (text: string) => `${text} a month, by the demand of the charter`,
    step: 'Step of the consumer',
    visits: 'Visits',
    work: 'Process time',
    people: 'People',
    sum: 'Effort',
    missing: 'not known',
    help: 'Visits × process time × people of the steps that the consumer does, added up.',
    atLeast: (text: string) => `at least ${text}`,
  },
  silent: {
    idle: 'Steps that bring nothing to anybody',
    idleHelp: 'No entry of value is linked to them. Is something missing here, or is the step?',
    idleNone: 'Every step brings something to somebody.',
    idleUnlinked: 'No entry is linked to a step yet: link entries to see which steps bring nothing.',
    loose: 'Costs and risks imposed without a step',
    looseHelp: 'Which step causes them? Then it can be improved.',
    looseNone: 'Each cost and risk imposed is linked to a step.',
    nothingImposed: 'No cost or risk is written down as imposed. Nothing comes for free: ask the consumer.',
  },
  suggestions: {
    title: 'From the charter',
    lead: 'Texts of this stream that can become entries.',
    split: (count: number) => (count === 1 ? 'Make 1 entry' : `Make ${String(count)} entries`),
    forWhom: 'For',
  },
  matrix: {
    label: 'Entries by stakeholder and kind',
    stakeholder: 'Stakeholder',
    empty: 'Nothing said',
    cell: (who: string, kind: string, names: readonly string[]) =>
      `${kind} for ${who}: ${names.length === 0 ? 'nothing said' : names.join(', ')}`,
  },
  empty: {
    title: 'For whom does this stream make a difference?',
    text: 'Start with those who use it, answer for it and pay for it. You can add more at any time.',
  },
  newStakeholder: 'Add a stakeholder',
  removeStakeholder: (name: string) => `Remove ${name} and what is said of them`,
  label: {
    addItem: (name: string) => `Add value “${name}”`,
    setItem: 'Edit value',
    deleteItem: 'Remove value',
    moveItem: 'Move value',
    linkSteps: (count: number) => `Link ${steps(count)}`,
    unlinkStep: 'Unlink step',
    split: 'Make entries from the charter',
    addAll: 'Add stakeholders',
  },
  refused: {
    itemGone: 'This entry is no longer in the project.',
    stakeholderGone: 'This stakeholder is no longer in the project.',
  },
} as const;

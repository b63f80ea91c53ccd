const quoted = (name: string): string => `“${name === '' ? 'no name' : name}”`;

/** At most three names, the rest as a number: “A”, “B” and 2 more. */
function named(names: readonly string[]): string {
  const shown = names.length > 3 ? names.slice(0, 2).map(quoted) : names.map(quoted);
  const said = names.length > 3 ? [...shown, `${String(names.length - 2)} more`] : shown;
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`;
}

const does = (names: readonly string[], one: string, many: string): string =>
  names.length === 1 ? one : many;

/** Sentences of the findings panel and of printed reports. */
export const findingsText = {
  title: 'Problems',
  noneFound: 'Nothing stands out on this map.',
  columns: { problem: 'Problem', where: 'Where', principle: 'Guiding principle', rule: 'Rule' },
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  counts: {
    error: (count: number) => `${String(count)} ${count === 1 ? 'error' : 'errors'}`,
    warning: (count: number) => `${String(count)} ${count === 1 ? 'warning' : 'warnings'}`,
    info: (count: number) => `${String(count)} ${count === 1 ? 'note' : 'notes'}`,
  },
  wholeMap: 'Whole map',
  unnamed: 'No name',
  /** Several things of one name. */
  sameName: (name: string, count: number) => (count === 1 ? name : `${name} (${String(count)} times)`),
  andMore: (names: string, count: number) => `${names} and ${String(count)} more`,
  /** A fork or the like that has no name of its own. */
  placeAfter: (kind: string, name: string) => `${kind} after ${name}`,
  placeBefore: (kind: string, name: string) => `${kind} before ${name}`,
  questions: 'Questions for the room',
  failed: (rule: string) =>
    `The rule ${rule} could not judge this map: something went wrong inside Streamwright. The other findings stand, and the map is not touched.`,
  spared: (count: number) =>
    `${count === 1 ? '1 more finding' : `${String(count)} more findings`} about where the data comes from and who answers for it will show once this copy of a template is changed.`,
  /** Printed reports. */
  printed: {
    heading: (map: string, stream: string) => (stream === '' ? map : `${stream}: ${map}`),
    at: (where: string, sentence: string) => `${where}: ${sentence}`,
    principles: (names: string) => `Guiding principles: ${names}`,
    wastes: (names: string) => `Wastes: ${names}`,
    limits: (limits: string) => `Limits: ${limits}`,
    trust: (share: string) => `Trust in the values: ${share}`,
    columns: ['Severity', 'Where', 'Finding', 'At stake', 'Guiding principles', 'Rule'],
    acceptedColumns: ['Severity', 'Where', 'Finding', 'Accepted', 'Rule'],
    worth: (worth: string) => `At stake: ${worth}`,
    findings: 'Findings',
  },
  catalogue: {
    heading: 'Rules',
    introduction:
      'Generated from the rules themselves. A finding is a question for the team, not a verdict. Limits without an outside source are heuristics and can be changed.',
    severity: 'Severity',
    category: 'Category',
    principles: 'Guiding principles',
    wastes: 'Wastes',
    dimensions: 'Dimensions',
    needs: 'Needs',
    limits: 'Limits',
    source: 'Source',
    folds: 'Folds on the same target',
    flagged: 'Flagged',
    clean: 'Clean',
    none: 'none',
    contents: 'Contents',
    picture: (title: string) => `Examples of “${title}”`,
    says: 'Says',
    categories: {
      'data-quality': 'Quality of the data',
      flow: 'Flow',
      value: 'Value',
      pattern: 'Patterns',
    },
    waste: (name: string) => `Waste: ${name}`,
    principle: (name: string) => `Guiding principle: ${name}`,
    dimension: (name: string) => `Dimension: ${name}`,
    count: (rules: number) => `${String(rules)} rules by what they look at.`,
    between: (value: string, min: string, max: string) => `${value} (${min} to ${max})`,
    rework: (kind: string, share: string | null) => (share === null ? kind : `${kind} ${share}`),
  },
  more: (count: number) => `${String(count)} more`,
  folds: (title: string) => `Also: ${title}`,
  notice: 'A finding is a question for the team, not a verdict.',
  limits: {
    days: (value: number, shown: string) => `${shown} ${value === 1 ? 'day' : 'days'}`,
    factor: (shown: string) => `${shown} ×`,
    perMonth: (time: string) => `${time} a month`,
  },
  limit: (label: string, value: string) => `${label}: ${value}`,
  profile: (name: string) => `Limits of the profile “${name}”`,
  ownLimits: 'Limits set by hand',
  noLimit: 'Follows from a definition: there is no limit to set',
  why: 'Why it matters',
  whatToDo: 'What to do',
  whenItIsFine: 'When it is fine',
  profiles: {
    workshop: {
      name: 'Workshop',
      description: 'Shows the seven findings that matter most, by the usual limits.',
    },
    review: { name: 'Review', description: 'Shows every finding by the usual limits.' },
    audit: { name: 'Audit', description: 'Shows every finding by stricter limits.' },
  },
  /** Questions that close a gap; `names` are the steps, flows or nodes concerned. */
  ask: {
    process_time: (names: readonly string[]) => `How long does the work take at ${named(names)}?`,
    wait: (names: readonly string[]) => `How long do items wait before ${named(names)}?`,
    complete_accurate: (names: readonly string[]) =>
      `How often can the receivers use what comes from ${named(names)} as it is?`,
    value: (names: readonly string[]) =>
      `Would the consumer miss ${named(names)}? Or does a law, a contract or a risk require ${does(names, 'it', 'them')}?`,
    share: (names: readonly string[]) => `Of ten items, how many take ${named(names)}?`,
    team: (names: readonly string[]) => `Which team carries out ${named(names)}?`,
    role: (names: readonly string[]) => `Which role carries out ${named(names)}?`,
    activity: (names: readonly string[]) =>
      `Which value chain activity ${does(names, 'is', 'are')} ${named(names)}?`,
    kind: (names: readonly string[]) =>
      `What kind of work ${does(names, 'is', 'are')} ${named(names)}: is ${does(names, 'it', 'one of them')} an approval?`,
    automation: (names: readonly string[]) =>
      `${does(names, 'Is', 'Are')} ${named(names)} done by hand, with a tool’s help, or by a machine?`,
    standardised: (names: readonly string[]) =>
      `${does(names, 'Is', 'Are')} ${named(names)} done the same way every time?`,
    rekeys: (names: readonly string[]) => `Is data typed in at ${named(names)} that is already in a system?`,
    systems: (names: readonly string[]) => `Which systems are used at ${named(names)}?`,
    touches_consumer: (names: readonly string[]) =>
      `Does the consumer notice anything of ${named(names)} while waiting for value?`,
    source: (names: readonly string[]) =>
      `Where do the times of ${named(names)} come from: seen, a log, an estimate or a guess?`,
    demand_per_month: () => 'How many items come in a month?',
    target_lead_time: () => 'Which lead time was promised to the consumer?',
    practices: (names: readonly string[]) => `Which practices take part in ${named(names)}?`,
    party: (names: readonly string[]) => `Who carries out ${named(names)}: we, the consumer or a partner?`,
    partner: (names: readonly string[]) => `Which partner carries out ${named(names)}?`,
    agreement: (names: readonly string[]) => `Is there an agreement about ${named(names)}, with times?`,
    inputs: (names: readonly string[]) =>
      `What ${does(names, 'does', 'do')} ${named(names)} need before ${does(names, 'it', 'they')} can begin?`,
    outputs: (names: readonly string[]) => `What ${does(names, 'does', 'do')} ${named(names)} hand on?`,
    wip: (names: readonly string[]) => `How many items wait before ${named(names)} right now?`,
    barriers: (names: readonly string[]) =>
      `What stops the work before ${named(names)}: missing input, interruptions, shared people, something else?`,
    batch: (names: readonly string[]) => `How many items are worked on at a time at ${named(names)}?`,
    changeover: (names: readonly string[]) =>
      `How long does it take to set up for each batch at ${named(names)}?`,
    cadence: (names: readonly string[]) =>
      `How often ${does(names, 'does', 'do')} ${named(names)} take place?`,
    reject_rate: (names: readonly string[]) =>
      `Of a hundred items, how many ${does(names, 'does', 'do')} ${named(names)} refuse?`,
    skill_required: (names: readonly string[]) =>
      `Which level of skill ${does(names, 'does', 'do')} ${named(names)} need?`,
    skill_typical: (names: readonly string[]) =>
      `Which level of skill do the people at ${named(names)} have?`,
    obligation_reference: (names: readonly string[]) => `Which law, rule or clause requires ${named(names)}?`,
    people: (names: readonly string[]) =>
      `How many people are there in the ${does(names, 'role', 'roles')} ${named(names)}?`,
    availability: (names: readonly string[]) =>
      `Which part of the time of ${named(names)} belongs to this stream?`,
    rate_per_hour: (names: readonly string[]) => `What does an hour of ${named(names)} cost?`,
    cost_of_delay_per_hour: () => 'What does it cost when an item comes an hour later?',
    calendar: () => 'On which days, and for how many hours, is there work?',
    items_in_progress: () => 'How many items are in the stream right now?',
    arrivals_per_month: () => 'How many items arrived last month?',
    departures_per_month: () => 'How many items were finished last month?',
    failure_demand: () => 'Of ten items, how many exist only because something failed before?',
    purpose: () => 'What is this stream for, in the words of its consumer?',
    owner: () => 'Who answers for the whole stream?',
    improvements: () => 'What does the team want to improve, on which side, and by when?',
    external: (names: readonly string[]) =>
      `${does(names, 'Is', 'Are')} ${named(names)} decided by a board or by people outside the team that does the work?`,
    samples: () => 'Sampled lead times are not there yet.',
    path: (names: readonly string[]) =>
      `How does an item get from the demand to the value? ${named(names)} ${does(names, 'is', 'are')} not on a way there.`,
  },
} as const;

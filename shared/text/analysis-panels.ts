const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** Words of the panels of the analysis: the list of findings and what was judged. */
export const analysisPanelsText = {
  search: 'Search findings',
  filter: 'Filter',
  filtered: (count: number) => `Filter · ${String(count)}`,
  filterTitle: 'Show only findings about',
  clearFilters: 'Show all',
  waste: 'Waste',
  principle: 'Guiding principle',
  dimension: 'Dimension',
  any: 'All',
  arrange: 'Arrange',
  groupBy: {
    none: 'One list',
    step: 'By step',
    waste: 'By waste',
    principle: 'By principle',
    dimension: 'By dimension',
  },
  orderBy: { severity: 'Worst first', worth: 'Most at stake first' },
  rules: 'Rules of the analysis…',
  columns: { stake: 'At stake', about: 'Principle or waste' },
  count: (count: number) => plural(count, 'finding', 'findings'),
  noneFits: 'No finding fits the filter.',
  showMore: (count: number) => `Show ${String(count)} more`,
  open: (sentence: string) => `More about: ${sentence}`,
  returned: 'Is back',
  details: {
    why: 'Why it matters',
    todo: 'What to do',
    fine: 'When it is fine',
    judgedBy: 'Judged by',
    change: 'change',
    changeRule: (title: string) => `Change how this is judged: ${title}`,
    evidence: 'Numbers',
    trust: 'How sure',
    speaksFor: 'Also found',
    accept: 'Accept…',
    about: 'About this rule',
    takeBack: 'Take back',
  },
  accepted: (count: number) => plural(count, 'accepted finding', 'accepted findings'),
  acceptedBack: 'Accepted findings do not count as problems.',
  pareto: {
    by: 'Bars',
    choices: { step: 'Steps', waste: 'Wastes' },
    titles: { step: 'Waiting time by step', waste: 'Lead time by waste' },
    wasted: (share: string, leadTime: string) => `Wastes make ${share} of ${leadTime}`,
    unclassified: 'Not classified',
    empty: {
      step: 'No waits are known yet.',
      waste: 'No time is known yet that a waste could be the reason of.',
    },
  },
  /** What was judged. */
  coverage: {
    tab: 'What was judged',
    judged: (judged: number, rules: number) => `${String(judged)} of ${String(rules)}`,
    findings: (count: number) => (count === 0 ? 'nothing found' : plural(count, 'finding', 'findings')),
    noRules: 'no rule',
    bar: (of: {
      readonly judged: number;
      readonly partly: number;
      readonly notJudged: number;
      readonly off: number;
    }) =>
      [
        `${String(of.judged)} judged`,
        ...(of.partly > 0 ? [`${String(of.partly)} in part`] : []),
        ...(of.notJudged > 0 ? [`${String(of.notJudged)} not yet`] : []),
        ...(of.off > 0 ? [`${String(of.off)} off`] : []),
      ].join(', '),
    questionsFor: (name: string) => `To judge more of “${name}”, ask`,
    allQuestions: 'To judge more, ask',
    nothingToAsk: 'Nothing is missing here: all that the rules need is known.',
    showAll: 'All questions',
    place: (at: number, all: number) => `${String(at)} of ${String(all)} places`,
    places: (count: number) => `${String(count)} places`,
    nextPlace: 'Each click leads to the next place',
    waiting: (count: number) => plural(count, 'rule waits', 'rules wait'),
  },
} as const;

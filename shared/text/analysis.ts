const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** What is at stake in a finding, accepted findings, and what was judged. */
export const analysisText = {
  worth: {
    leadTime: (time: string) => `${time} per item`,
    effort: (time: string) => `${time} of work a month`,
    money: (amount: string) => `${amount} a month`,
    /** Joins what is at stake. */
    all: (parts: readonly string[]) => parts.join(' · '),
  },
  waiver: {
    accepted: (by: string | null, on: string | null, expires: string | null, reason: string) =>
      `${['Accepted', ...(by === null ? [] : [`by ${by}`]), ...(on === null ? [] : [`on ${on}`]), ...(expires === null ? [] : [`until ${expires}`])].join(' ')}: ${reason}`,
    expired: (expires: string, words: string) => `Back since its acceptance ended on ${expires}. ${words}`,
    changed: (words: string) => `Back because its numbers changed. ${words}`,
    heading: 'Accepted findings',
    count: (count: number) => plural(count, 'accepted finding', 'accepted findings'),
  },
  /** How sure a finding is. */
  trust: {
    measured: 'The values were seen or timed.',
    drawn: 'It follows from what is drawn and written here, not from measured values.',
    log: 'The values come from a log.',
    estimate: 'Some values are estimates.',
    unstated: 'No source is stated for some of the values: say where they come from, then this is surer.',
    mixed: 'Some values are estimates or state no source.',
    guess: 'Some values are guesses: ask before acting on it.',
  },
  groups: {
    step: 'Whole map',
    waste: 'No waste',
    principle: 'No guiding principle',
    dimension: 'No dimension',
  },
  coverage: {
    heading: 'What was judged',
    states: {
      judged: 'Judged',
      partly: 'Partly judged',
      notJudged: 'Not judged',
      off: 'Off',
      failed: 'Failed',
    },
    kinds: {
      wastes: 'Wastes',
      principles: 'Guiding principles',
      dimensions: 'Dimensions',
      values: 'Value classes',
    },
    values: {
      VA: 'Adds value',
      NNVA: 'Necessary, adds no value',
      NVA: 'Adds no value',
    },
    /** One sentence over all rules. */
    summary: (counts: {
      readonly rules: number;
      readonly judged: number;
      readonly partly: number;
      readonly notJudged: number;
      readonly off: number;
    }) => {
      const rest = [
        ...(counts.partly > 0 ? [`${String(counts.partly)} in part`] : []),
        ...(counts.notJudged > 0 ? [`${String(counts.notJudged)} could not be judged yet`] : []),
        ...(counts.off > 0 ? [`${String(counts.off)} ${counts.off === 1 ? 'is' : 'are'} off`] : []),
      ];
      return `${[`${String(counts.judged)} of ${plural(counts.rules, 'rule', 'rules')} judged this map`, ...rest].join(', ')}.`;
    },
    columns: ['', 'Rules', 'Judged', 'In part', 'Not judged', 'Off', 'Findings'],
    of: (judged: number, rules: number) => `${String(judged)} of ${String(rules)} judged`,
    waiting: (count: number) => (count === 1 ? '1 rule waits' : `${String(count)} rules wait`),
  },
} as const;

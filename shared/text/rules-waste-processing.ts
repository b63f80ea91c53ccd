import { both } from './rules';

const count = (amount: number, one: string, many = `${one}s`): string =>
  `${String(amount)} ${amount === 1 ? one : many}`;

/** What the rules about overproduction and overprocessing say. */
export const processingText = {
  'waste-overproduction-unused-output': {
    title: 'An output that nobody uses',
    whyItMatters: 'Making what nobody asks for takes time from what somebody waits for.',
    whatToDo:
      'Ask who reads it. If nobody answers, stop it for a month as an experiment and see who misses it.',
    whenItIsFine: 'It is used outside this stream: give the step that reason, or draw the step that uses it.',
    source:
      'Lists of wastes (a weekly report that is read monthly). Judged only where all later steps say what they need, since a blank may hide the reader. What goes to the consumer or leaves the stream is delivered; records, lessons and what a law, a rule or a contract asks for are kept for others and left out.',
    options: {},
    say: (e: { outputs: string; isOne: boolean; perMonth: string | null }) =>
      `No later step uses ${e.outputs}${e.perMonth === null ? '' : `, and ${e.isOne ? 'it takes' : 'they take'} ${e.perMonth} of work a month`}`,
    ask: 'Ask who needs it, and stop it for a month as an experiment',
    drop: 'Stop making it',
  },
  'waste-overprocessing-nva-step': {
    title: 'A step adds no value and nobody requires it',
    whyItMatters: 'The consumer would not miss it, and no law, contract or risk asks for it.',
    whatToDo:
      'Ask why it was added. Then try the stream without it, or name the need and class it as necessary.',
    whenItIsFine: 'Never for long. Steps that only exist because of rework are judged at their loop instead.',
    source:
      'Value test; definition of waste. Steps that only rework leads to count as a rework branch. What takes next to nothing, such as routing by a machine, is left out; limits: heuristic of ours.',
    options: {
      least: 'Time per item from which it counts',
      work: 'Work from which it counts with less time per item, too',
    },
    say: (e: { perItem: string | null; perMonth: string | null }) => {
      const cost = both([
        e.perItem === null ? null : `${e.perItem} per item`,
        e.perMonth === null ? null : `${e.perMonth} of work a month`,
      ]);
      return `Adds no value and nobody requires it${cost === '' ? '' : `, yet costs ${cost}`}`;
    },
  },
  'waste-overprocessing-rubber-stamp': {
    title: 'An approval that almost never says no',
    whyItMatters:
      'If nearly everything passes, the decision could be a rule; all the others wait for the few that are refused.',
    whatToDo:
      'Write down what is always approved and let it pass, then look at a sample afterwards. Or tell instead of ask.',
    whenItIsFine:
      'Where the mere existence of the check deters bad requests, or where the law asks who is answerable: try it with samples first.',
    source:
      'Heuristic of ours; tune it for your organisation. Below about 3 % a sample finds the same. Only a note where a law or a regulation asks for the approval. Questions that come back are not refusals: the sentence names both. The worth assumes that nine of ten items pass without it.',
    options: { limit: 'Share that is refused' },
    say: (e: { refused: string; perMonth: string | null; sentBack: string | null; wait: string | null }) => {
      const asks = e.sentBack === null ? '' : ` and asks again about ${e.sentBack}`;
      const costs = e.wait === null ? '' : `, and each item waits ${e.wait} for it`;
      return `Refuses only ${e.refused} of the items${e.perMonth === null ? '' : ` (${e.perMonth})`}${asks}${costs}`;
    },
    of: (refused: string, items: string) => `${refused} of ${items} a month`,
    seldom: (months: string) => `about one in ${months} months`,
    notify: 'Tell instead of ask: make it a notification',
    rule: 'Let a rule approve, and look at a sample afterwards',
    ruled: 'approved by rule',
  },
  'waste-overprocessing-inspections': {
    title: 'Repeated checks instead of quality at the source',
    whyItMatters:
      'A check finds the fault after the work is done. Two checks in a row mean that each may rely on the other.',
    whatToDo:
      'Give the criteria to the people who make it, let a machine check what a machine can, and keep one check where the risk is.',
    whenItIsFine:
      'Where safety, a law or a separation of duties asks for a second look, and where users try out what they will get.',
    source:
      'Quality at the source (lean); limits: heuristic of ours. Counted are checks by people of the provider that one item can meet: of the ways out of a choice the one with the most, of a fork all branches. Acceptance with the consumer, value-adding verification, checks by a machine and reviews after the value point have a purpose of their own and are left out.',
    options: { n: 'Checks that one item meets', share: 'Share of the effort that checks take' },
    say: (e: { checks: number; names: string; share: string | null }) => {
      const effort = e.share === null ? '' : ` ${e.checks === 1 ? 'takes' : 'take'} ${e.share} of the effort`;
      return `${count(e.checks, 'check')}${e.checks === 1 ? '' : ' for one item'} (${e.names})${effort === '' ? ' before anything reaches the consumer' : effort}`;
    },
    criteria: 'Give the criteria of the check to the step that makes the work, as a checklist',
    automate: 'Let a machine check',
  },
  'waste-overprocessing-duplicate-step': {
    title: 'The same work is done twice',
    whyItMatters: 'The second team does not trust, or does not see, what the first one has done.',
    whatToDo: 'Do it once, at the earlier place, and let the later one see the result.',
    whenItIsFine:
      'An independent second look that a law, a contract or a risk asks for: class the step as necessary with that reason.',
    source:
      'Repeated triage, data capture and assessment are the usual cases; limit: heuristic of ours. Names are compared word by word, small words left out, words that share most of their letter pairs taken as equal; different numbers mean different work. Or else the practices, the kind of work and the outputs are the same and the teams differ. Both steps must lie on one way of an item; rework branches and steps that somebody requires are left out. The worth is the smaller of the two.',
    options: { similarity: 'Likeness of the names, from 0 to 100 %' },
    say: (e: { names: string; teams: string | null; perMonth: string | null }) =>
      `${e.names} look like the same work${e.teams === null ? '' : `, done by ${e.teams}`}${e.perMonth === null ? '' : `: doing it once would save ${e.perMonth} a month`}`,
    once: 'Do it once: drop the later one',
  },
} as const;

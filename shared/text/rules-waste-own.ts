import { eachTime, makesPerItem, type PerItemWords } from './visits';

/** What the rules say that we add where the catalogue is thin. */
export const ownWasteText = {
  'waste-motion-many-systems': {
    title: 'One visit needs many systems',
    whyItMatters:
      'Every window more is searching, copying and one more place to forget. Nobody sees the whole item.',
    whatToDo:
      'Watch one visit and write down every change of window. Then bring what is needed into one place, or let an interface fill the others.',
    whenItIsFine:
      'A diagnosis may need many views. If they are only looked at, count the ones that somebody writes into.',
    source:
      'Systems per step as a sign of motion; limit: heuristic of ours, set so that a specialist with four tools is left in peace. The catalogue finds motion only where data is typed again; this finds it where people change windows. Steps of the consumer and of machines are left out.',
    options: { n: 'Systems for one visit' },
    say: (e: { systems: number; names: string; perMonth: string | null }) =>
      `One visit hops between ${String(e.systems)} systems (${e.names})${e.perMonth === null ? '' : `: ${e.perMonth} of work a month`}`,
    watch: 'Watch one visit and write down every change of window',
    connect: 'Let an interface fill the other systems',
  },
  'waste-overproduction-status-steps': {
    title: 'Several steps only report',
    whyItMatters:
      'Each report costs somebody’s time twice, when it is written and when it is read, and the item waits meanwhile.',
    whatToDo:
      'Let people look at the item itself instead: one board or one record that everybody can see. Keep what the consumer waits for.',
    whenItIsFine: 'Telling the consumer is value: mark that the step touches the consumer.',
    source:
      'Over-frequent status reports are a standard example of overproduction; limit: heuristic of ours. Counted are steps of communication by people that are classed as not value-adding, do not touch the consumer and can all be met by one item.',
    options: { n: 'Reporting steps that one item meets' },
    say: (e: { reports: number; names: string; perMonth: string | null }) =>
      `${e.reports === 1 ? '1 step only reports' : `${String(e.reports)} steps only report for one item`} (${e.names})${e.perMonth === null ? '' : `: ${e.perMonth} of work a month`}`,
    board: 'Show the state of each item on one board instead of reporting it',
    drop: 'Leave out all reports but the last',
  },
  'waste-waiting-known-barrier': {
    title: 'A known barrier that nobody works on',
    whyItMatters: 'The room has said what stops the work here. Left alone, it will be said again next year.',
    whatToDo: 'Agree on one small step against it, with a name and a date, and note it at this step.',
    whenItIsFine: 'Where it is worked on in another stream: note that improvement here as well.',
    source:
      'Our own: what stops the flow is asked of the room (shared people, interruptions, missing input ...), so it should lead to something. Only where the wait is a notable share of the lead time, was not agreed, and no improvement that is open or done is noted at the step. It folds the finding of the wait itself, since it says why.',
    options: { share: 'Share of the lead time' },
    say: (e: {
      barriers: string;
      wait: string;
      at: PerItemWords | null;
      share: string;
      isOfKnown: boolean;
    }) =>
      `Stopped by ${e.barriers}: waits ${e.wait}${eachTime(e.at)}${makesPerItem(e.at)}, ${e.share} of the ${e.isOfKnown ? 'known ' : ''}lead time, and no improvement is noted here`,
    barriers: {
      'shared-people': 'people shared with other work',
      interruptions: 'interruptions',
      batching: 'work in batches',
      'system-downtime': 'system downtime',
      approvals: 'approvals',
      priorities: 'changing priorities',
      'missing-input': 'missing input',
      knowledge: 'missing knowledge',
    },
    step: 'Agree on one small step against it, with a name and a date',
    open: 'Note what is being done about it',
  },
} as const;

/** Remedies of the first rules about waste. */
export const wasteRemedies = {
  handoffs: {
    merge: 'Let one team finish: join two neighbouring steps',
    team: 'Form one team for this stream, with people from all of them',
  },
  rekeying: {
    connect: 'Connect the systems, so that nobody types it again',
    drop: 'Drop the second record',
  },
  approvals: {
    keep: 'Keep one approval and inform the others',
    parallel: 'Let them decide at the same time',
  },
  nvaStep: {
    remove: 'Try the stream without it',
    reason: 'Name the law, the contract or the risk that needs it',
  },
  reworkLoop: {
    halve: 'Halve what comes back',
    reasons: 'Find the three most frequent reasons',
    check: 'Check for them before the item is passed on',
  },
} as const;

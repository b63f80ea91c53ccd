/** Words of the panels around the canvas. */
export const panelsText = {
  metrics: 'Figures of the map',
  severity: { error: 'Error', warning: 'Warning', info: 'Information' },
  problems: 'Problems',
  questions: 'Questions',
  problem: 'Problem',
  where: 'Where',
  none: 'Nothing stands out on this map.',
  noQuestions: 'Everything that the rules need is known.',
  questionsHint: 'What could not be judged. Ask the room; a click opens the step.',
  showFewer: 'Show fewer',
  filterTone: (tone: string, count: number) => `${tone}: ${String(count)}. Show or hide them.`,
  pareto: 'Waiting time, Pareto',
  paretoHint: (count: number, share: string, total: string) =>
    `${String(count)} ${count === 1 ? 'wait makes' : 'waits make'} ${share} of ${total}`,
  paretoBar: (name: string, wait: string) => `${name}: ${wait}`,
  eighty: '80 %',
  fold: 'Fold the lower panel',
  unfold: 'Open the lower panel',
} as const;

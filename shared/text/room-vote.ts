const dots = (count: number): string => (count === 1 ? '1 dot' : `${String(count)} dots`);

const smallNumbers: Readonly<Record<number, string>> = { 3: 'three', 4: 'four', 5: 'five', 6: 'six' };

/** Words of the dot vote. */
export const roomVoteText = {
  heading: 'Dot vote',
  empty: 'No dot vote yet',
  emptyHint:
    'Let the room choose: everybody gets the same number of dots, votes in turn on this screen, and nobody sees the others until you reveal the result.',
  nothingToVote:
    'Write notes on the wall, group them, or add improvements first: there is nothing to choose from yet.',
  list: 'Dot votes',
  newVote: 'New dot vote',
  what: 'What is it about',
  newName: (number: number) => `Dot vote ${String(number)}`,
  over: 'Choose among',
  kinds: { notes: 'Notes', groups: 'Groups', improvements: 'Improvements' },
  quota: 'Dots for each person',
  badQuota: 'A whole number from 1 to 20.',
  start: 'Start',
  cancel: 'Cancel',
  choices: (count: number) => `${String(count)} to choose from`,
  votes: (count: number) => (count === 1 ? '1 person has voted' : `${String(count)} people have voted`),
  hidden: 'Hidden until revealed',
  revealed: 'Result',
  person: (number: number) => `Person ${String(number)}`,
  who: 'Who votes',
  left: (count: number) => (count === 0 ? 'No dots left' : `${dots(count)} left`),
  more: (choice: string) => `One dot more for ${choice}`,
  less: (choice: string) => `One dot less for ${choice}`,
  choice: (name: string, count: number) => `${name}: ${dots(count)}`,
  keys: 'Arrow keys walk the list, plus and minus give and take a dot.',
  done: 'Done, next person',
  voted: 'Have voted',
  takeBack: (voter: string) => `Take back the dots of ${voter}`,
  reveal: 'Reveal the result',
  halfCast: (voter: string, count: number) =>
    `${voter} has given ${dots(count)} that are not counted yet: nobody pressed “Done, next person”.`,
  countAndReveal: 'Count them and reveal',
  revealWithout: 'Reveal without them',
  remove: 'Delete this dot vote',
  place: (place: number) => `Place ${String(place)}`,
  dots,
  tie: (count: number) => `${String(count)} share the first place.`,
  tieHint: (count: number) =>
    `Talk about these and vote once more among them alone, or agree on ${count === 2 ? 'both' : `all ${smallNumbers[count] ?? String(count)}`}.`,
  tied: 'tied',
  secondRound: 'Second round among these',
  secondName: (name: string) => `${name}, second round`,
  use: 'Set their impact from the dots',
  useHint: 'The improvement with the most dots gets the highest impact.',
  used: 'The impact of the improvements follows the dots now.',
  marked: 'Notes show their dots on the wall.',
  gone: 'What was voted for is no longer there.',
} as const;

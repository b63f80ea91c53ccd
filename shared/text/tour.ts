/** The five steps of the tour: what each shows, what to do, and what one sees then. */
export const tourText = {
  label: 'Learn in five steps',
  progress: (at: number, of: number) => `Step ${String(at)} of ${String(of)}`,
  done: 'Done',
  doIt: 'Do it for me',
  next: 'Next',
  back: 'Back',
  end: 'End the tour',
  finish: 'Start my own map',
  stay: 'Stay with this map',
  keep: 'Leave the tour; the map stays.',
  steps: [
    {
      title: 'Say how long it waits',
      why: 'Nobody has said how long the approval waits, so the lead time above can only say “at least”: a blank is never counted as nothing.',
      task: 'Press “Approve a new laptop”, then type 1d into “Wait before” at the right.',
      line: null,
      seen: 'One working day is 8h. The lead time is known now, and “Problems” below tell what stands out.',
    },
    {
      title: 'Type a step as it is said',
      why: 'In the room you type one line for each sentence you hear. What was understood stands below the line before you press Enter.',
      task: 'Select “Take one from stock”, press Ctrl+Enter, type this and press Enter:',
      line: 'Copy the data; Service desk; 40m; wait 2h; 90%',
      seen: 'The step stands on the map, connected, with its role, times and quality. Esc leaves the line.',
    },
    {
      title: 'Show what goes back',
      why: 'Work that comes back is paid for twice, and it hides in averages.',
      task: 'In the same line type this and press Enter:',
      line: 'Check it works; Service desk; 10m; wait 0m; 95%; -> Copy the data 20% rework',
      seen: 'One in five goes back. Lead time and process time count that repeat now.',
    },
    {
      title: 'Ask what a step is for',
      why: 'Value-adding, necessary, or neither: the answer decides what may go.',
      task: 'Select “Approve a new laptop” and press 3: it adds no value here, since managers refuse 1 in 100.',
      line: null,
      seen: 'The step carries its class, and the finding about it says what the approval costs and what could be done.',
    },
    {
      title: 'Design a better way',
      why: 'A future state is a copy that remembers where it came from, so that the gain is computed and not hoped for.',
      task: 'Press “Future state” above. On the copy select “Approve a new laptop” and press Delete.',
      line: null,
      seen: 'The switch above shows what the change is worth. “Compare” tells the whole story.',
    },
  ],
  endTitle: 'That is all you need',
  endText:
    'Say it, see it, question it, redesign it. Everything else is one press away: Ctrl+K finds any command, ? shows the shortcuts.',
} as const;

import type { NnvaReason, ValueClass } from '../model/value-sets';

const questions = {
  again: {
    ask: 'Is this work done again, or is it only waiting or passing on?',
    help: 'Correcting, checking once more, typing in again, sending on to somebody else. Finding the cause of a fault is none of these: it moves the case on.',
    yes: 'Yes, again or only passed on',
    no: 'No, it is real first work',
  },
  worth: {
    ask: 'Would the consumer miss it, and does it bring the item closer to the result?',
    help: 'Both must hold: the consumer cares or would pay for it, and the item, its information or its state is changed. Colleagues are consumers only where the stream is there for them.',
    yes: 'Yes, both',
    no: 'No, not both',
  },
  duty: {
    ask: 'Would leaving it out break a law, a contract or another named duty?',
    help: 'A law, a regulation, a contract, an accepted risk limit, a finance duty, coordination that is needed, or learning. “We have always done it” is none.',
    yes: 'Yes, and we can name it',
    no: 'No',
  },
} as const;

const reasons: Readonly<Record<NnvaReason, string>> = {
  legal: 'A law',
  regulatory: 'A regulation',
  contract: 'A contract',
  risk: 'An accepted risk limit',
  finance: 'A finance duty',
  coordination: 'Coordination that is needed',
  learning: 'Learning',
};

const classes: Readonly<Record<ValueClass, string>> = {
  VA: 'value-adding',
  NNVA: 'necessary, not value-adding',
  NVA: 'not value-adding',
};

const steps = (count: number): string => `${String(count)} ${count === 1 ? 'step' : 'steps'}`;

/** Words of the wizard that asks for the value class of steps. */
export const classifyText = {
  command: 'Classify step',
  title: 'What is it worth to the consumer?',
  description:
    'Three questions at most, answered by the people who do the work. Each answer can be taken back.',
  progress: (at: number, all: number) => `Step ${String(at)} of ${String(all)}`,
  question: (at: number) => `Question ${String(at)} of 3`,
  questions,
  back: 'Back',
  skip: 'Skip this step',
  done: 'Done',
  suggestion: (because: string, value: ValueClass) => `${because} is usually ${classes[value]}.`,
  rework: 'Work marked as rework',
  suggestionHint: 'A suggestion only. The room decides.',
  take: (value: ValueClass) => `Take ${value}`,
  noSuggestion: 'Its kind of work says nothing of its value: ask.',
  whyNecessary: 'Which duty makes it necessary?',
  whyHelp: 'The reason is stored with the step, and a report names it.',
  reasons,
  notKnown: 'Not known yet',
  isNow: (step: string, value: ValueClass) => `“${step}” is ${classes[value]}.`,
  finished: (classified: number, left: number) =>
    left === 0
      ? `${steps(classified)} classified. Every step has a class now.`
      : `${steps(classified)} classified, ${steps(left)} still without a class.`,
  nothing: 'Every step of this map has a value class.',
  keys: 'Keys: Y or N answers, 1, 2 or 3 takes value-adding, necessary or not value-adding, S skips, B goes back.',
  reasonKeys: 'Keys: 1 to 7 takes the reason, S skips, B goes back.',
  open: 'Ask the three questions',
  openAll: (count: number) => `Classify ${steps(count)}`,
} as const;

import type { GuidingPrinciple } from '../types';

/** The seven guiding principles. */
export const principles = [
  {
    id: 'focus-on-value',
    name: 'Focus on value',
    asks: 'Every step leads, directly or not, to something that a stakeholder values, experience included.',
  },
  {
    id: 'start-where-you-are',
    name: 'Start where you are',
    asks: 'Look at what exists, with your own eyes, before building anew.',
  },
  {
    id: 'progress-iteratively-with-feedback',
    name: 'Progress iteratively with feedback',
    asks: 'Take small steps, with feedback before, during and after.',
  },
  {
    id: 'collaborate-and-promote-visibility',
    name: 'Collaborate and promote visibility',
    asks: 'Work across borders and in the open.',
  },
  {
    id: 'think-and-work-holistically',
    name: 'Think and work holistically',
    asks: 'Nothing stands alone: the whole counts.',
  },
  {
    id: 'keep-it-simple-and-practical',
    name: 'Keep it simple and practical',
    asks: 'Use the fewest steps that reach the result.',
  },
  {
    id: 'optimize-and-automate',
    name: 'Optimize and automate',
    asks: 'Make it good first, then let machines do what needs no human.',
  },
] as const satisfies readonly GuidingPrinciple[];

/** Id of a guiding principle; a typo does not compile. */
export type PrincipleId = (typeof principles)[number]['id'];

import type { Waste } from './types';

/** The eight wastes of lean work, in the order of the memory word TIMWOODS. They belong to no framework pack. */
export const wastes = [
  {
    id: 'transport',
    name: 'Transport',
    inServiceWork: 'Tickets passed between teams and tools, escalations, ping-pong.',
    indicators: 'Expected hand-offs, returns between teams, pass-through steps, teams per item.',
  },
  {
    id: 'inventory',
    name: 'Inventory',
    inServiceWork: 'Backlogs, unread mail, half-done changes, unused licences.',
    indicators:
      'Items and days in queues, their growth and age, work in progress above what the target allows.',
  },
  {
    id: 'motion',
    name: 'Motion',
    inServiceWork: 'Searching, typing again, many windows, switching tasks.',
    indicators: 'Steps that key in what exists already, systems per step, slices of availability.',
  },
  {
    id: 'waiting',
    name: 'Waiting',
    inServiceWork: 'Waiting for approval, a specialist, a vendor, the user, a window or an environment.',
    indicators: 'Wait per step and its share of lead time, cadence, utilisation.',
  },
  {
    id: 'overproduction',
    name: 'Overproduction',
    inServiceWork: 'Unused reports and features, too frequent status mails, big batches.',
    indicators: 'Outputs that nobody uses, batch size, duplicate communication.',
  },
  {
    id: 'overprocessing',
    name: 'Overprocessing',
    inServiceWork: 'Several approvals, repeated triage, gold plating, heavy forms.',
    indicators:
      'Approvals on the path, how often they refuse, duplicate steps, effort of inspection, steps without value.',
  },
  {
    id: 'defects',
    name: 'Defects',
    inServiceWork: 'Wrong routing, incomplete requests, failed changes, reopened tickets.',
    indicators: '%C&A, rolled %C&A, rework passes and their effort, first pass yield, failure demand.',
  },
  {
    id: 'skills',
    name: 'Skills',
    inServiceWork: 'Experts on routine work, escalation of easy cases, ideas ignored.',
    indicators: 'Share of escalations, skill gap, hours of manual standard work.',
  },
] as const satisfies readonly Waste[];

/** Id of a waste; a typo does not compile. */
export type WasteId = (typeof wastes)[number]['id'];

import { count } from './rules';

/** What the rules about patterns of service management say. */
export const patternRulesText = {
  'pattern-no-standard-route': {
    title: 'All changes take the heavy road',
    whyItMatters:
      'A board that sees everything has time for nothing. Changes of low risk wait for it, and the risky ones get too little of it.',
    whatToDo:
      'Pre-authorise what is repeated and of low risk as standard changes, and let those pass by the board.',
    whenItIsFine:
      'Where the map shows only the changes that need a case-by-case decision: draw or name the other route.',
    source:
      'Common service-management teaching (standard, normal and emergency changes; the right authority for each); DORA research found no fewer failures with approval from outside. Limit: heuristic of ours. Only an approval of change enablement counts, made by people outside the team or held on fixed dates; an approval elsewhere in the stream is no change board. What is at stake is the part that the remedy sends past it.',
    options: { q: 'Part of the items that pass it', share: 'Part that could be pre-authorised' },
    say: (e: { share: string | null; perMonth: string | null; wait: string | null }) => {
      const changes = e.share === null ? 'All changes' : `${e.share} of the changes`;
      const items = e.perMonth === null ? changes : `${changes} (${e.perMonth} a month)`;
      return `${items} pass this approval${e.wait === null ? '' : ` and wait ${e.wait} for it`}, those of low risk too`;
    },
    split: 'Let 40 % pass as standard changes',
    label: 'Standard change',
    models: 'Define three change models to start with',
  },
  'pattern-deploy-without-test': {
    title: 'Something goes live without a check',
    whyItMatters:
      'Untested change is the main source of failed deployments, and the users find the fault first.',
    whatToDo: 'Put a check between building and going live; an automatic one costs little time.',
    whenItIsFine: 'A restart or another known workaround builds nothing and needs no test.',
    source:
      'Practice “service validation and testing”; DORA change fail rate. Every way from a step that builds is followed, rework branches included. A check in one branch of a fork covers what comes behind the join, since the join waits for it; a build inside the fork is not covered by the branch beside it.',
    options: {},
    say: (e: { build: string }) =>
      `What is made in “${e.build}” can go live here without any check in between`,
    add: 'Add an automatic test before going live',
    step: 'Test automatically',
  },
  'pattern-incidents-without-learning': {
    title: 'Incidents are closed, but their causes are not passed on',
    whyItMatters:
      'An incident that comes back is a defect. Only somebody who is told about the cause can take it away.',
    whatToDo:
      'Before closing, note the cause for problem management, or what helped for the next one who meets it.',
    whenItIsFine: 'Where the hand-over to problem management is drawn on another map.',
    source:
      'Common service-management teaching (problem management); share: heuristic of ours. Continual improvement counts as learning as well: a review that finds improvements hands on causes too. A framework without these practices is not judged.',
    options: { share: 'Part of the steps that handle incidents' },
    say: (e: { incident: number; steps: number; learning: string; isOne: boolean }) =>
      `${String(e.incident)} of ${count(e.steps, 'step')} handle incidents, but no step hands on what was learnt: ${e.learning} ${e.isOne ? 'is' : 'are'} missing`,
    practice: 'Let knowledge management take part in the last step',
    link: 'Agree how causes reach problem management',
  },
  'pattern-approval-on-standard-request': {
    title: 'Pre-agreed requests still need approval',
    whyItMatters:
      'An item of the catalogue was agreed on once. Asking again for each order makes people wait for an answer that is nearly always yes.',
    whatToDo:
      'Approve the item once and give the right to order it by role; keep the approval for costly or risky items.',
    whenItIsFine:
      'Where the price of a licence or privileged access calls for a decision each time: keep it for those items.',
    source:
      'Common service-management teaching (service requests are pre-defined and pre-agreed); limits: heuristic of ours. One step that takes a request does not make a stream of requests: the practice must be part of a share of the steps. Approvals that a law, a regulation or a contract requires are not counted.',
    options: {
      q: 'Part of the items that meet an approval',
      stream: 'Part of the steps with service request management',
      share: 'Part that could be entitled by role',
    },
    say: (e: { share: string | null; names: string; wait: string | null }) =>
      `${e.share === null ? 'All requests' : `${e.share} of the requests`} ${e.wait === null ? 'need' : `wait ${e.wait} for`} ${e.names}, although the item was agreed on beforehand`,
    split: 'Let 80 % pass by role, without approval',
    label: 'Entitled by role',
  },
} as const;

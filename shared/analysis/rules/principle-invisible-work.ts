import { listNames } from '../../text/rules';
import { principleRulesText } from '../../text/rules-principle';
import type { SystemFacts } from '../facts-steps';
import { atLeast, leastTrust } from '../measure';
import { isPrivateByName } from '../private-channels';
import { trackTogether } from '../fixes/track-together';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = principleRulesText['principle-invisible-work'];

const isHidden = ({ isPrivate, name }: SystemFacts): boolean => isPrivate ?? isPrivateByName(name);

/** Items that wait in a place that only those see who work there. */
export const invisibleWork = defineRule({
  ...text,
  id: 'principle-invisible-work',
  category: 'principle:collaborate-and-promote-visibility',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['systems', 'wait'],
  principles: ['collaborate-and-promote-visibility'],
  wastes: ['motion', 'inventory'],
  dimensions: ['information-technology'],
  options: { hours: { label: text.options.hours, unit: 'hours', default: 4, min: 0, max: 1000 } },
  evidence: { wait: 'minutes', systems: 'text' },
  check: ({ steps }, options, report) => {
    for (const { id, systems, wait } of steps) {
      if (wait !== null && !atLeast(wait.mean, options.hours * 60)) continue;
      if (systems === null) {
        if (wait !== null) report.gap(id, 'systems');
        continue;
      }
      if (systems.length === 0 || !systems.every(isHidden)) continue;
      if (wait === null) report.gap(id, 'wait');
      else
        report.finding({
          about: [id],
          trust: leastTrust([wait]),
          evidence: { wait: wait.mean, systems: listNames(systems.map(({ name }) => name)) },
        });
    }
  },
  say: ({ wait, systems }) => text.say({ wait: roundTime(wait), systems }),
  suggest: [
    { kind: 'improve', label: text.track, command: trackTogether },
    { kind: 'task', label: text.status },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The approver’s mailbox',
        steps: {
          approve: { wait: 600, systems: ['e-mail'] },
          fulfil: { wait: 60, systems: ['service-tool'] },
        },
        finds: ['approve'],
      },
      {
        title: 'Four hours between phone and spreadsheet',
        steps: { plan: { wait: 240, systems: ['phone', 'planning-spreadsheet'] } },
        finds: ['plan'],
      },
    ],
    clean: [
      {
        title: 'A little less than four hours',
        steps: { plan: { wait: 239, systems: ['phone', 'planning-spreadsheet'] } },
      },
      {
        title: 'The ticket stays visible while somebody calls',
        steps: { diagnose: { wait: 600, systems: ['phone', 'service-tool'] } },
      },
      {
        title: 'A system for documents is no private document',
        steps: { archive: { wait: 600, systems: ['document-management-system'] } },
      },
      {
        title: 'Somebody said that all can read this chat',
        steps: { swarm: { wait: 600, systems: ['team-chat'] } },
        systems: { 'team-chat': { isPrivate: false } },
      },
    ],
  },
});

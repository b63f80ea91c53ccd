import { dataQualityText } from '../../text/rules-data-quality';
import { addEnd } from '../fixes/structure';
import { defineRule } from '../rule';

const text = dataQualityText['dq-missing-trigger-or-value'];

/** A stream without demand or without value. */
export const missingTriggerOrValue = defineRule({
  ...text,
  id: 'dq-missing-trigger-or-value',
  category: 'data-quality',
  defaultSeverity: 'error',
  scope: 'map',
  tier: 1,
  needs: [],
  principles: ['focus-on-value'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { missing: 'text', steps: 'count' },
  check: ({ map, nodes }, _options, report) => {
    const steps = nodes.filter((node) => node.type === 'step').length;
    const lacksStart = !nodes.some((node) => node.type === 'start');
    const lacksEnd = !nodes.some((node) => node.type === 'end');
    if (steps === 0 || (!lacksStart && !lacksEnd)) return;
    const missing = lacksStart && lacksEnd ? 'both' : lacksStart ? 'start' : 'end';
    report.finding({ about: [map.id], evidence: { missing, steps } });
  },
  say: ({ missing }) => text.say({ lacksStart: missing !== 'end', lacksEnd: missing !== 'start' }),
  suggest: [
    { kind: 'correct', label: text.addStart, command: addEnd('start') },
    { kind: 'correct', label: text.addEnd, command: addEnd('end') },
  ],
  supersedes: [],
  blocksCalculation: true,
  judgesAbsence: true,
  examples: {
    flagged: [
      { title: 'No demand', steps: { log: {}, restore: {} }, lacks: ['start'], finds: ['map'] },
      { title: 'No value', steps: { log: {}, restore: {} }, lacks: ['end'], finds: ['map'] },
    ],
    clean: [
      { title: 'From demand to value', steps: { log: {}, restore: {} } },
      { title: 'Blank paper', steps: {}, flows: [], lacks: ['start', 'end'] },
    ],
  },
});

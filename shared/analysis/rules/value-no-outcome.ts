import { valueRulesText } from '../../text/rules-value';
import type { Facts } from '../facts';
import { isOutput } from '../output-words';
import { defineRule } from '../rule';

const text = valueRulesText['value-no-outcome'];

const written = (said: string | null): string | null => said?.trim() || null;

/** What the stream says of its result where that names an output alone; null where it says more, or nothing. */
function statedOutput({ stream, nodes }: Facts): string | null {
  const outcome = written(stream.valueOutcome);
  if (outcome !== null) return isOutput(outcome) ? outcome : null;
  if (stream.outcomes.length > 0)
    return stream.outcomes.every(isOutput) ? (stream.outcomes[0] ?? null) : null;
  return nodes.find((node) => node.type === 'end' && isOutput(node.name))?.name ?? null;
}

/** A stream that does not say what its consumer can do at the end. */
export const noOutcome = defineRule({
  ...text,
  id: 'value-no-outcome',
  category: 'value',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['purpose'],
  principles: ['focus-on-value'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  valueClasses: ['VA'],
  options: {},
  evidence: { output: 'text?' },
  check: (facts, _options, report) => {
    const { stream, map, steps } = facts;
    if (steps.length === 0 || stream.isSparedTemplate) return;
    const output = statedOutput(facts);
    const isSaid = [stream.valueOutcome, stream.purpose, ...stream.outcomes].some(
      (said) => written(said) !== null,
    );
    if (output !== null || !isSaid) report.finding({ about: [map.id], evidence: { output } });
  },
  suggest: [{ kind: 'open', label: text.charter, place: 'charter' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      { title: 'Nobody has said what it is for', steps: { fulfil: { kind: 'work' } }, finds: ['map'] },
      {
        title: 'An output in place of an outcome',
        stream: { valueOutcome: 'Ticket is closed' },
        steps: { fulfil: { kind: 'work' } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'What the user can do then',
        stream: { valueOutcome: 'User can send invoices again' },
        steps: { fulfil: { kind: 'work' } },
      },
      {
        title: 'The purpose says for whom',
        stream: { purpose: 'People who cannot work can work again, soon' },
        steps: { fulfil: { kind: 'work' } },
      },
      {
        title: 'Output words beside what they are good for',
        stream: { valueOutcome: 'Report sent, so that the ward can plan the night' },
        steps: { fulfil: { kind: 'work' } },
      },
    ],
  },
});

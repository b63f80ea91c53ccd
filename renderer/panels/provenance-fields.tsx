import { setNode } from '../../shared/commands/nodes';
import { together } from '../../shared/commands/together';
import type { QuantityName } from '../../shared/model/project';
import type { Quantity } from '../../shared/model/quantity';
import { en } from '../../shared/text/en';
import { dispatch } from '../store';
import { TextField } from '../ui/text-field';
import { readDate } from './dates';
import styles from './inspector.module.css';
import type { Nodes } from './step-fields';

const quantityNames: readonly QuantityName[] = [
  'processTime',
  'wait',
  'completeAccurate',
  'wip',
  'batch',
  'crew',
  'rejectRate',
  'cadence',
  'changeover',
  'cutoff',
  'repeatFactor',
];

/** Reads a provenance field; a sentence where it cannot be understood. */
function readField(
  name: 'by' | 'on' | 'samples',
  text: string,
): { value: string | number | undefined } | { error: string } {
  const typed = text.trim();
  if (typed === '') return { value: undefined };
  if (name === 'on' && readDate(typed) === null) return { error: en.inspector.refused.date(typed) };
  if (name !== 'samples') return { value: typed };
  return /^\d+$/.test(typed) ? { value: Number(typed) } : { error: en.inspector.refused.number(typed) };
}

/** All figures of a step with one field of their provenance changed. */
function patchOf(
  node: Nodes[number],
  field: 'by' | 'on' | 'samples',
  value: string | number | undefined,
): Partial<Record<QuantityName, Quantity>> {
  const patch: Partial<Record<QuantityName, Quantity>> = {};
  for (const name of quantityNames) {
    const quantity = node[name];
    if (!quantity) continue;
    const { [field]: _before, ...rest } = quantity;
    patch[name] = value === undefined ? rest : { ...rest, [field]: value };
  }
  return patch;
}

/** Who said the figures of a step, when, and from how many samples; it goes to all figures that the step has. */
export function ProvenanceFields(props: { nodes: Nodes }): React.JSX.Element {
  const quantities = props.nodes.flatMap((node) => quantityNames.flatMap((name) => node[name] ?? []));
  const common = (name: 'by' | 'on' | 'samples'): string => {
    const values = new Set(quantities.map((quantity) => quantity[name]));
    return values.size === 1 ? String([...values][0] ?? '') : '';
  };
  const commit = (field: 'by' | 'on' | 'samples', text: string): string | null => {
    const read = readField(field, text);
    if ('error' in read) return read.error;
    if (quantities.length === 0) return en.inspector.refused.noQuantity;
    const patches = props.nodes.map((node) =>
      setNode({ ids: [node.id], patch: patchOf(node, field, read.value) }),
    );
    const [first, ...others] = patches;
    return first ? dispatch(together(first, ...others)) : null;
  };
  const key = props.nodes.map((node) => node.id).join();
  return (
    <div className={styles.three}>
      <TextField
        key={`by ${key}`}
        label={en.inspector.fields.by}
        value={common('by')}
        onCommit={(text) => commit('by', text)}
      />
      <TextField
        key={`on ${key}`}
        label={en.inspector.fields.on}
        value={common('on')}
        placeholder={en.inspector.example.date}
        onCommit={(text) => commit('on', text)}
      />
      <TextField
        key={`n ${key}`}
        label={en.inspector.fields.samples}
        value={common('samples')}
        onCommit={(text) => commit('samples', text)}
      />
    </div>
  );
}

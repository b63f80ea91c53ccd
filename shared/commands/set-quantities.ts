import type { QuantityName } from '../model/project';
import { meanOf, type Quantity } from '../model/quantity';
import { quantityKinds, quantityText } from '../model/quantity-text';
import { lookUp } from '../model/queries';
import { en } from '../text/en';
import { patchRecord } from './change';
import type { Command } from './command';

const { label, refused } = en.commands;

/** Gives one value, or one range, to a field of several nodes; undefined makes it unknown. Each node keeps what was said of where its own value came from. */
export function setQuantities({
  ids,
  name,
  value,
}: {
  ids: readonly string[];
  name: QuantityName;
  value: Quantity | undefined;
}): Command {
  return {
    name: 'node.setQuantities',
    label: label.setValue(en.inspector.fields[name], quantityText(quantityKinds[name], value), ids.length),
    refuse(project) {
      if (name === 'crew' && value !== undefined && meanOf(value) === 0) return en.units.nobody;
      return ids.some((id) => lookUp(project.nodes, id)) ? null : refused.nodeGone;
    },
    apply(draft) {
      for (const id of ids) {
        const node = lookUp(draft.nodes, id);
        if (node) patchRecord(node, { [name]: value && withOwnSource(value, node[name]) });
      }
    },
  };
}

/** A new value that keeps the provenance of the old one. */
export function withOwnSource(value: Quantity, before: Quantity | undefined): Quantity {
  if (!before) return { ...value };
  const { low: _low, high: _high, likely: _likely, ...provenance } = before;
  return { ...provenance, ...value };
}

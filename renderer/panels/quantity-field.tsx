import type { Command } from '../../shared/commands/command';
import { setNode } from '../../shared/commands/nodes';
import { setQuantities } from '../../shared/commands/set-quantities';
import { together } from '../../shared/commands/together';
import type { Calendar } from '../../shared/model/calendar';
import type { MapNode, QuantityName } from '../../shared/model/project';
import { isRange, meanOf, type Quantity } from '../../shared/model/quantity';
import type { WithId } from '../../shared/model/queries';
import { parseDurationQuantity } from '../../shared/model/units-durations';
import { type QuantityKind, quantityKinds, quantityText } from '../../shared/model/quantity-text';
import { formatDuration, formatNumber, formatShare } from '../../shared/model/units-format';
import { type Parsed, parseAmountQuantity } from '../../shared/model/units-numbers';
import { parseShareQuantity } from '../../shared/model/units-shares';
import { en } from '../../shared/text/en';
import { dispatch, dispatchWhileTyping } from '../store';
import { TextField } from '../ui/text-field';
import { SourceMenu, withSource } from './source-menu';

const sayers: Readonly<Record<QuantityKind, (value: number) => string>> = {
  time: formatDuration,
  share: (value) => formatShare(value),
  number: formatNumber,
};

/** Reads what was typed into a field of that kind. */
export function parseKind(kind: QuantityKind, text: string, calendar: Calendar): Parsed<Quantity> {
  switch (kind) {
    case 'time':
      return parseDurationQuantity(text, calendar, { bareNumber: 'minutes' });
    case 'share':
      return parseShareQuantity(text, { bareNumber: 'percent' });
    case 'number':
      return parseAmountQuantity(text);
  }
}

/** What was understood, with the mean where it is a range. */
export function readingOf(kind: QuantityKind, parsed: Parsed<Quantity>): string {
  if (!parsed.ok) return parsed.reason;
  return isRange(parsed.value)
    ? en.inspectorFormats.rangeReading(parsed.reading, sayers[kind](meanOf(parsed.value)))
    : en.inspectorFormats.reading(parsed.reading);
}

function commonText(nodes: readonly WithId<MapNode>[], name: QuantityName): string | null {
  const texts = new Set(nodes.map((node) => quantityText(quantityKinds[name], node[name])));
  return texts.size === 1 ? ([...texts][0] ?? '') : null;
}

function StepSource(props: {
  nodes: readonly WithId<MapNode>[];
  name: QuantityName;
}): React.JSX.Element | null {
  const { nodes, name } = props;
  return (
    <SourceMenu
      label={en.inspector.fields[name]}
      quantities={nodes.flatMap((node) => node[name] ?? [])}
      onChoose={(source) => {
        const patches = nodes.flatMap((node) => {
          const quantity = node[name];
          return quantity
            ? [setNode({ ids: [node.id], patch: { [name]: withSource(quantity, source) } })]
            : [];
        });
        const [first, ...others] = patches;
        if (first) dispatch(together(first, ...others));
      }}
    />
  );
}

interface QuantityFieldProps {
  nodes: readonly WithId<MapNode>[];
  name: QuantityName;
  calendar: Calendar;
  isHot?: boolean;
}

/** A time, share or number of one or several steps, typed as people write it; empty means unknown. */
export function QuantityField(props: QuantityFieldProps): React.JSX.Element {
  const { nodes, name, calendar } = props;
  const kind = quantityKinds[name];
  const text = commonText(nodes, name);
  const label = en.inspector.fields[name];
  const change = (value: Quantity | undefined): Command =>
    setQuantities({ ids: nodes.map((node) => node.id), name, value });
  return (
    <TextField
      key={nodes.map((node) => node.id).join()}
      label={label}
      name={name}
      value={text ?? ''}
      placeholder={text === null ? en.inspector.mixed : '—'}
      isHot={props.isHot === true}
      read={(typed) =>
        typed.trim() === '' ? en.inspectorFormats.unknown : readingOf(kind, parseKind(kind, typed, calendar))
      }
      aside={kind === 'number' ? undefined : <StepSource nodes={nodes} name={name} />}
      onCommit={(typed) => {
        if (typed.trim() === '') return dispatch(change(undefined));
        const parsed = parseKind(kind, typed, calendar);
        if (!parsed.ok) return parsed.reason;
        return dispatch(change(parsed.value));
      }}
      onPause={(typed) => {
        const parsed = typed.trim() === '' ? null : parseKind(kind, typed, calendar);
        return parsed?.ok === true ? dispatchWhileTyping(change(parsed.value)) : null;
      }}
    />
  );
}

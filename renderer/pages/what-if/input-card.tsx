import { RotateCcw, X } from 'lucide';
import { useState } from 'react';
import type { MapGraph } from '../../../shared/model/queries';
import { parseDuration } from '../../../shared/model/units-durations';
import { formatShare } from '../../../shared/model/units-format';
import { type Parsed, parseAmount } from '../../../shared/model/units-numbers';
import { parseShare } from '../../../shared/model/units-shares';
import type { ScenarioChange } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { type ScenarioInput, valueAfter } from '../../../shared/what-if/scenario-inputs';
import { IconButton } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { Slider } from '../../ui/slider';
import { TextField } from '../../ui/text-field';
import { aboutName, inputName, sayValue, typedValue } from './input-words';
import styles from './what-if.module.css';

const words = en.whatIf;

interface InputCardProps {
  graph: MapGraph;
  input: ScenarioInput;
  change: ScenarioChange | undefined;
  /** What stands under the slider: what becomes of the siblings; null for nothing. */
  note: string | null;
  onChange: (change: ScenarioChange | null) => void;
  onRemove: () => void;
}

/** Times and demand have a slider in parts of what they are, everything else in values. */
const isByPart = ({ field, kind }: ScenarioInput): boolean => kind === 'time' || field === 'demandPerMonth';

function changeTo(input: ScenarioInput, value: number): ScenarioChange | null {
  const { about, field, base } = input;
  if (base !== null && Math.abs(value - base) <= 1e-9 * Math.max(1, base)) return null;
  return { about, field, value };
}

function parse(input: ScenarioInput, text: string, graph: MapGraph): Parsed<number> {
  if (input.kind === 'time') return parseDuration(text, graph.calendar, { bareNumber: 'minutes' });
  return input.kind === 'share' ? parseShare(text, { bareNumber: 'percent' }) : parseAmount(text);
}

/** Where the slider of an input ends, and how fine it is. */
function scaleOf(input: ScenarioInput): { readonly max: number; readonly step: number } {
  const { base, kind } = input;
  if (kind === 'share') return { max: 1, step: 0.01 };
  if (isByPart(input)) return { max: 2, step: 0.05 };
  return { max: Math.max(5, Math.ceil((base ?? 0) * 2)), step: 1 };
}

function InputSlider(props: InputCardProps & { value: number | null }): React.JSX.Element {
  const { graph, input, value } = props;
  const { base } = input;
  const { max, step } = scaleOf(input);
  const byPart = isByPart(input);
  const isFixed = base === null || (byPart && base === 0);
  const unit = byPart && base !== null && base > 0 ? base : 1;
  const said = value === null ? words.unknownOnMap : sayValue(input.kind, value);
  const part =
    byPart && base !== null && base > 0 && value !== null
      ? `, ${words.ofMap(formatShare(value / base, 0))}`
      : '';
  const least = input.field === 'batch' || input.field === 'crew' ? 1 : 0;
  return (
    <Slider
      label={inputName(graph, input)}
      min={byPart ? 0 : least}
      max={max}
      step={step}
      value={isFixed || value === null ? 0 : value / unit}
      text={said + part}
      home={isFixed ? null : base / unit}
      isDisabled={isFixed}
      onChange={(to) => props.onChange(changeTo(input, to * unit))}
    />
  );
}

function Amount(
  props: InputCardProps & { value: number | null; onRefuse: (sentence: string | null) => void },
): React.JSX.Element {
  const { graph, input, value, onRefuse } = props;
  const kept = value === null ? null : sayValue(input.kind, value);
  return (
    <div className={styles.amount}>
      <TextField
        label={inputName(graph, input)}
        value={value === null ? '' : typedValue(input.kind, value)}
        placeholder="—"
        onCommit={(text) => {
          const parsed = text.trim() === '' ? null : parse(input, text, graph);
          onRefuse(parsed === null || parsed.ok ? null : words.refused(parsed.reason, kept));
          if (parsed === null) props.onChange(null);
          else if (parsed.ok) props.onChange(changeTo(input, parsed.value));
          return null;
        }}
      />
    </div>
  );
}

const rhythmNotes: Partial<Record<ScenarioInput['field'], string>> = {
  cadence: words.cadenceMovesWait,
  batch: words.batchMovesWait,
  skip: words.skipNote,
};

/** One input: what it is about, its slider, its value as a field, and the way back. */
export function InputCard(props: InputCardProps): React.JSX.Element {
  const { graph, input, change } = props;
  const name = inputName(graph, input);
  const value = valueAfter(input, change);
  const isSwitch = input.kind === 'switch';
  const [refused, setRefused] = useState<{ readonly sentence: string; readonly at: number | null } | null>(
    null,
  );
  const isChanged = change !== undefined;
  const base = input.base === null ? words.unknownOnMap : words.onMap(sayValue(input.kind, input.base));
  const note = props.note ?? (isChanged ? rhythmNotes[input.field] : undefined);
  return (
    <li className={styles.card} data-changed={isChanged}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardName}>
          {aboutName(graph, input.about)}
          {!isSwitch && <span className={styles.cardField}>{words.fields[input.field]}</span>}
        </h2>
        {!isSwitch && <span className={styles.base}>{base}</span>}
        <IconButton
          icon={RotateCcw}
          size={14}
          label={words.reset(name)}
          isDisabled={!isChanged}
          onPress={() => props.onChange(null)}
        />
        <IconButton icon={X} size={14} label={words.remove(name)} onPress={props.onRemove} />
      </div>
      {isSwitch ? (
        <CheckField
          label={words.fields.skip}
          value={isChanged}
          onChange={(isOn) => props.onChange(isOn ? { about: input.about, field: 'skip', value: 1 } : null)}
        />
      ) : (
        <div className={styles.cardBody}>
          <InputSlider {...props} value={value} />
          <Amount
            {...props}
            value={value}
            onRefuse={(sentence) => setRefused(sentence === null ? null : { sentence, at: value })}
          />
        </div>
      )}
      {refused !== null && refused.at === value && (
        <p className={styles.refused} role="alert">
          {refused.sentence}
        </p>
      )}
      {input.base === null && !isSwitch && !isChanged && <p className={styles.note}>{words.typeValue}</p>}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </li>
  );
}

import { CircleQuestionMark } from 'lucide';
import type { Quantity } from '../../shared/model/quantity';
import { type ProvenanceSource, provenanceSources } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu';
import styles from './inspector.module.css';

/** The same quantity with another source, or with none. */
export function withSource(quantity: Quantity, source: ProvenanceSource | undefined): Quantity {
  const { source: _before, ...rest } = quantity;
  return source === undefined ? rest : { ...rest, source };
}

/** Says where a figure comes from, and lets it be said; nothing where there is no figure. */
export function SourceMenu(props: {
  label: string;
  quantities: readonly Quantity[];
  onChoose: (source: ProvenanceSource | undefined) => void;
}): React.JSX.Element | null {
  const sources = new Set(props.quantities.map((quantity) => quantity.source));
  if (props.quantities.length === 0) return null;
  const shown = sources.size === 1 ? [...sources][0] : undefined;
  return (
    <MenuButton
      label={`${props.label}: ${en.inspector.fields.source}`}
      className={styles.source}
      face={shown === undefined ? <Icon of={CircleQuestionMark} size={13} /> : en.inspector.sources[shown]}
      entries={[
        ...provenanceSources.map((source) => ({
          id: source,
          title: en.inspector.sources[source],
          isOn: shown === source,
          run: () => props.onChoose(source),
        })),
        null,
        {
          id: 'none',
          title: en.inspectorFormats.noSource,
          isOn: shown === undefined,
          run: () => props.onChoose(undefined),
        },
      ]}
    />
  );
}

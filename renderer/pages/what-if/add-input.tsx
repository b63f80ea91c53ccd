import { Combobox } from '@base-ui/react/combobox';
import { Plus } from 'lucide';
import { useState } from 'react';
import type { MapGraph } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import type { ScenarioInput } from '../../../shared/what-if/scenario-inputs';
import field from '../../ui/field.module.css';
import { Icon } from '../../ui/icon';
import { useLayer } from '../../ui/landmark';
import { inputName } from './input-words';
import styles from './what-if.module.css';

const words = en.whatIf;

interface Offer {
  readonly value: string;
  readonly label: string;
}

const letters = (text: string): string =>
  text.toLocaleLowerCase('en-GB').replaceAll(/[^\p{L}\p{N}%]+/gu, ' ');

/** True where every word that was typed begins a word of the name. */
function fits({ label }: Offer, typed: string): boolean {
  const name = ` ${letters(label)}`;
  return letters(typed)
    .split(' ')
    .every((word) => name.includes(` ${word}`));
}

/** A search for inputs: what is chosen gets a slider. */
export function AddInput(props: {
  graph: MapGraph;
  inputs: readonly ScenarioInput[];
  onAdd: (key: string) => void;
}): React.JSX.Element {
  const [typed, setTyped] = useState('');
  const layer = useLayer();
  const isOfRole = ({ about }: ScenarioInput): boolean => props.graph.roles.has(about);
  const inputs = [...props.inputs.filter(isOfRole), ...props.inputs.filter((each) => !isOfRole(each))];
  const offers = inputs.map((input): Offer => ({ value: input.key, label: inputName(props.graph, input) }));
  return (
    <Combobox.Root<Offer>
      items={offers}
      value={null}
      inputValue={typed}
      filter={fits}
      onInputValueChange={(text) => setTyped(text)}
      onValueChange={(offer) => {
        if (offer) props.onAdd(offer.value);
        setTyped('');
      }}
    >
      <span className={styles.search}>
        <Icon of={Plus} size={14} />
        <Combobox.Input aria-label={words.add} placeholder={words.addHint} className={styles.searchInput} />
      </span>
      <Combobox.Portal container={layer}>
        <Combobox.Positioner className={field.layer} sideOffset={4} align="start">
          <Combobox.Popup className={field.popup}>
            <Combobox.Empty>
              <p className={field.empty}>{words.addNothing}</p>
            </Combobox.Empty>
            <Combobox.List aria-label={words.add}>
              {(offer: Offer) => (
                <Combobox.Item key={offer.value} value={offer} className={field.option}>
                  {offer.label}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

import { Popover } from '@base-ui/react/popover';
import { Plus, X } from 'lucide';
import { useId, useRef, useState } from 'react';
import styles from './field.module.css';
import { ClosesWithOthers } from './close-layers';
import { Icon } from './icon';
import { useLayer } from './landmark';

interface Chip {
  readonly id: string;
  readonly name: string;
}

interface ChipListProps {
  label: string;
  /** True where only screen readers need the label. */
  isLabelHidden?: boolean;
  /** Goes to what a chip stands for; absent where a chip only names it. */
  onOpen?: (id: string) => void;
  openLabel?: (name: string) => string;
  /** Finds the field, where a question leads to it. */
  name: string;
  addLabel: string;
  removeLabel: (name: string) => string;
  searchLabel: string;
  emptyText: string;
  chips: readonly Chip[];
  /** What can be added; chips that are there already are left out by the caller. */
  choices: readonly Chip[];
  /** Lets a name be added that is not among the choices. */
  createLabel?: (name: string) => string;
  onAdd: (chip: Chip | { readonly id: null; readonly name: string }) => void;
  onRemove: (id: string) => void;
}

function AddList(props: ChipListProps & { onDone: () => void }): React.JSX.Element {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const found = props.choices.filter((each) => each.name.toLocaleLowerCase().includes(wanted));
  const isNew =
    props.createLabel !== undefined &&
    wanted !== '' &&
    !props.choices.some((each) => each.name.toLocaleLowerCase() === wanted);
  const add = (chip: Chip | { readonly id: null; readonly name: string }): void => {
    props.onAdd(chip);
    props.onDone();
  };
  return (
    <>
      <input
        className={styles.search}
        aria-label={props.searchLabel}
        placeholder={props.searchLabel}
        value={filter}
        autoFocus
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          const first = found[0];
          if (event.key !== 'Enter') return;
          if (first && (!isNew || first.name.toLocaleLowerCase().startsWith(wanted))) add(first);
          else if (isNew) add({ id: null, name: filter.trim() });
        }}
      />
      {found.map((each) => (
        <button key={each.id} type="button" className={styles.option} onClick={() => add(each)}>
          {each.name}
        </button>
      ))}
      {isNew && (
        <button
          type="button"
          className={styles.option}
          onClick={() => add({ id: null, name: filter.trim() })}
        >
          {props.createLabel?.(filter.trim())}
        </button>
      )}
      {found.length === 0 && !isNew && <p className={styles.empty}>{props.emptyText}</p>}
    </>
  );
}

/** A labelled set of names as chips, with a way to add and to remove each. */
export function ChipList(props: ChipListProps): React.JSX.Element {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const layer = useLayer();
  const actions = useRef<Popover.Root.Actions | null>(null);
  return (
    <div className={styles.field} role="group" aria-labelledby={id}>
      <span id={id} className={props.isLabelHidden === true ? 'visuallyHidden' : styles.label}>
        {props.label}
      </span>
      <div className={styles.chips}>
        {props.chips.map((chip) => (
          <span key={chip.id} className={styles.chip}>
            {props.onOpen ? (
              <button
                type="button"
                className={styles.chipName}
                aria-label={props.openLabel?.(chip.name)}
                onClick={() => props.onOpen?.(chip.id)}
              >
                {chip.name}
              </button>
            ) : (
              chip.name
            )}
            <button
              type="button"
              aria-label={props.removeLabel(chip.name)}
              onClick={() => props.onRemove(chip.id)}
            >
              <Icon of={X} size={12} />
            </button>
          </span>
        ))}
        <Popover.Root open={isOpen} onOpenChange={setOpen} actionsRef={actions}>
          <Popover.Trigger
            className={styles.add}
            aria-label={`${props.addLabel}: ${props.label}`}
            data-field={props.name}
          >
            <Icon of={Plus} size={12} />
            {props.addLabel}
          </Popover.Trigger>
          <Popover.Portal container={layer}>
            <Popover.Positioner className={styles.layer} sideOffset={4} align="start">
              <Popover.Popup
                className={`${styles.popup ?? ''} ${styles.addPopup ?? ''}`}
                aria-label={props.searchLabel}
              >
                <ClosesWithOthers actions={actions} />
                <AddList {...props} onDone={() => setOpen(false)} />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      </div>
    </div>
  );
}

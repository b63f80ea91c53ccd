import { EllipsisVertical } from 'lucide';
import { stepsAlong, stepsElsewhere } from '../../../shared/analysis/value-balance';
import {
  deleteValueItem,
  linkSteps,
  moveValueItem,
  setValueItem,
  unlinkStep,
} from '../../../shared/commands/value-items';
import { type MapGraph, membersOf, type WithId } from '../../../shared/model/queries';
import { valueKinds, warrantyAspects } from '../../../shared/model/value-sets';
import type { ValueItem } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { dispatch, useApp } from '../../store';
import { ChipList } from '../../ui/chip-list';
import { Icon } from '../../ui/icon';
import { InlineText } from '../../ui/inline-text';
import { MenuButton, type MenuEntry } from '../../ui/menu';
import { goToElements } from '../go-to';
import styles from './value.module.css';

const words = en.value;

interface EntryProps {
  readonly item: WithId<ValueItem>;
  /** The entries of the same stakeholder and kind, in their order. */
  readonly siblings: readonly WithId<ValueItem>[];
  readonly graph: MapGraph;
}

/** Puts an entry one place earlier or later among its like; null where it stands at that end. */
function moved({ item, siblings }: EntryProps, by: 1 | -1): (() => void) | null {
  const at = siblings.findIndex(({ id }) => id === item.id);
  const target = siblings[at + by];
  if (target === undefined) return null;
  const after = by === 1 ? target.id : (siblings[at - 2]?.id ?? null);
  return () => {
    dispatch(moveValueItem({ id: item.id, after }));
  };
}

function moveEntries(props: EntryProps): MenuEntry[] {
  const { id } = props.item;
  const [up, down] = [moved(props, -1), moved(props, 1)];
  const others = valueKinds.filter((kind) => kind !== props.item.kind);
  return [
    { id: 'up', title: words.moveUp, isDisabled: up === null, run: () => up?.() },
    { id: 'down', title: words.moveDown, isDisabled: down === null, run: () => down?.() },
    null,
    ...others.map((kind) => ({
      id: kind,
      title: words.moveTo(words.kinds[kind]),
      run: () => {
        dispatch(setValueItem({ id, patch: { kind } }));
      },
    })),
  ];
}

function EntryMenu(props: EntryProps): React.JSX.Element {
  const { item, graph } = props;
  const selected = useApp((state) => state.selection);
  const steps = selected.filter((id) => graph.node.get(id)?.type === 'step');
  const link: MenuEntry[] =
    steps.length === 0
      ? []
      : [
          {
            id: 'link',
            title: words.linkSelection(steps.length),
            run: () => {
              dispatch(linkSteps({ id: item.id, steps }));
            },
          },
          null,
        ];
  return (
    <MenuButton
      label={words.moreOf(item.name)}
      className={styles.more}
      face={<Icon of={EllipsisVertical} size={14} />}
      entries={[
        ...link,
        ...moveEntries(props),
        null,
        {
          id: 'remove',
          title: words.removeEntry(item.name),
          run: () => {
            dispatch(deleteValueItem({ id: item.id }));
          },
        },
      ]}
    />
  );
}

/** Which assurance a warranty is. */
function Aspect(props: { item: WithId<ValueItem> }): React.JSX.Element {
  const { id, name, aspect } = props.item;
  const face = aspect === undefined ? words.noAspect : words.aspects[aspect];
  return (
    <MenuButton
      label={`${face}: ${words.aspectOf(name)}`}
      className={styles.aspect}
      face={face}
      entries={warrantyAspects.map((each) => ({
        id: each,
        title: words.aspects[each],
        isOn: each === aspect,
        run: () => {
          dispatch(setValueItem({ id, patch: { aspect: each === aspect ? undefined : each } }));
        },
      }))}
    />
  );
}

function Steps({ item, graph }: EntryProps): React.JSX.Element {
  const linked = membersOf(item.steps);
  const here = linked.flatMap((id) => graph.node.get(id) ?? []);
  const project = useApp((state) => state.history.project);
  const elsewhere = stepsElsewhere(project, graph, item).length;
  return (
    <div className={styles.steps}>
      <ChipList
        label={words.linkTo(item.name)}
        isLabelHidden
        name="steps"
        addLabel={words.link}
        removeLabel={(step) => words.unlink(step, item.name)}
        searchLabel={words.searchSteps}
        emptyText={words.noMoreSteps}
        chips={here}
        choices={stepsAlong(graph).filter(({ id }) => !linked.includes(id))}
        openLabel={words.goToStep}
        onOpen={(id) => goToElements([id], { withFields: true })}
        onAdd={(chip) => {
          if (chip.id !== null) dispatch(linkSteps({ id: item.id, steps: [chip.id] }));
        }}
        onRemove={(step) => {
          dispatch(unlinkStep({ id: item.id, step }));
        }}
      />
      {elsewhere > 0 && <span className={styles.elsewhere}>{words.elsewhere(elsewhere)}</span>}
    </div>
  );
}

/** One thing that the stream gives or takes, with the steps that bring or burden it. */
export function ValueEntry(props: EntryProps): React.JSX.Element {
  const { item } = props;
  return (
    <li className={styles.entry}>
      <div className={styles.entryLine}>
        <div className={styles.entryName}>
          <InlineText
            label={words.entry(item.name)}
            isLabelHidden
            size="small"
            name={item.id}
            value={item.name}
            ask={words.asks[item.kind]}
            onCommit={(text) => dispatch(setValueItem({ id: item.id, patch: { name: text } }))}
          />
        </div>
        {item.kind === 'warranty' && <Aspect item={item} />}
        <EntryMenu {...props} />
      </div>
      <Steps {...props} />
    </li>
  );
}

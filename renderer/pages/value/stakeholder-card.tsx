import { Trash } from 'lucide';
import { balanceOf, givenKinds, takenKinds } from '../../../shared/analysis/value-balance';
import { setStakeholder } from '../../../shared/commands/stakeholders';
import { addValueItem } from '../../../shared/commands/value-items';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import type { ValueKind } from '../../../shared/model/value-sets';
import type { Stakeholder } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { makeId } from '../../make-id';
import { dispatch } from '../../store';
import { IconButton } from '../../ui/button';
import { InlineText } from '../../ui/inline-text';
import { KindMenu, removeStakeholder } from '../charter/stakeholder-table';
import styles from './value.module.css';
import { ValueEntry } from './value-entry';

const words = en.value;

interface CardProps {
  readonly stakeholder: WithId<Stakeholder>;
  readonly graph: MapGraph;
}

const kindHelp: Readonly<Partial<Record<ValueKind, string>>> = words.kindHelp;

function Kind(props: CardProps & { kind: ValueKind }): React.JSX.Element {
  const { stakeholder, graph, kind } = props;
  const items = graph.valueItems.filter((item) => item.stakeholder === stakeholder.id && item.kind === kind);
  const help = kindHelp[kind];
  return (
    <section className={styles.kind} aria-label={words.addTo(words.kinds[kind], stakeholder.name)}>
      <h3 className={styles.kindName}>
        {words.kinds[kind]}
        {help !== undefined && <span>{help}</span>}
      </h3>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <ValueEntry key={item.id} item={item} siblings={items} graph={graph} />
          ))}
        </ul>
      )}
      <InlineText
        label={words.addKind(words.kinds[kind], stakeholder.name)}
        isLabelHidden
        size="small"
        name={`${stakeholder.id}-${kind}`}
        value=""
        ask={words.asks[kind]}
        onCommit={(name) =>
          name.trim() === ''
            ? null
            : dispatch(addValueItem({ name, stakeholder: stakeholder.id, kind }, makeId))
        }
      />
    </section>
  );
}

/** How much is given and taken, as a bar of two parts with the sentence that it stands for. */
export function BalanceBar(props: { gives: number; takes: number }): React.JSX.Element {
  const { gives, takes } = props;
  return (
    <span className={styles.bar} aria-hidden="true" data-none={gives + takes === 0}>
      <span data-part="gives" style={{ flexGrow: gives }} />
      <span data-part="takes" style={{ flexGrow: takes }} />
    </span>
  );
}

function Head(props: CardProps): React.JSX.Element {
  const { stakeholder, graph } = props;
  const { id, name } = stakeholder;
  const { gives, takes, verdict } = balanceOf(graph.valueItems.filter((item) => item.stakeholder === id));
  return (
    <header className={styles.cardHead}>
      <span className={styles.initial} aria-hidden="true">
        {[...name.trim()][0]?.toLocaleUpperCase()}
      </span>
      <div className={styles.who}>
        <InlineText
          label={en.charter.stakeholder.nameOf(name)}
          isLabelHidden
          value={name}
          ask={en.charter.stakeholder.name}
          onCommit={(text) => dispatch(setStakeholder({ id, patch: { name: text } }))}
        />
      </div>
      <KindMenu row={stakeholder} />
      <div className={styles.balance}>
        <BalanceBar gives={gives} takes={takes} />
        <span>{words.balance.sentence(gives, takes)}</span>
      </div>
      {verdict !== 'both' && (
        <strong className={styles.verdict} data-verdict={verdict}>
          {words.balance.verdict[verdict]}
        </strong>
      )}
      <IconButton
        icon={Trash}
        size={14}
        label={words.removeStakeholder(name)}
        onPress={() => removeStakeholder(id, name)}
      />
    </header>
  );
}

/** What the stream gives to and takes from one stakeholder. */
export function StakeholderCard(props: CardProps): React.JSX.Element {
  return (
    <article className={styles.card} aria-label={props.stakeholder.name}>
      <Head {...props} />
      <div className={styles.sides}>
        <div className={styles.side} data-side="gives">
          <h2 className={styles.sideName}>{words.gives}</h2>
          <div className={styles.kinds}>
            {givenKinds.map((kind) => (
              <Kind key={kind} {...props} kind={kind} />
            ))}
          </div>
        </div>
        <div className={styles.side} data-side="takes">
          <h2 className={styles.sideName}>{words.takes}</h2>
          <div className={styles.kinds}>
            {takenKinds.map((kind) => (
              <Kind key={kind} {...props} kind={kind} />
            ))}
          </div>
        </div>
      </div>
    </article>
  );
}

import { useState } from 'react';
import {
  consumerWork,
  imposedWithoutStep,
  stakeholdersOf,
  stepsThatBringNothing,
  suggestedItems,
  type ValueSuggestion,
} from '../../../shared/analysis/value-balance';
import { together } from '../../../shared/commands/together';
import { addValueItem } from '../../../shared/commands/value-items';
import { lookUp, type WithId } from '../../../shared/model/queries';
import { formatDuration, formatNumber } from '../../../shared/model/units-format';
import type { Stakeholder } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import type { Derived } from '../../derive';
import { makeId } from '../../make-id';
import { dispatch, useApp } from '../../store';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { goToElements } from '../go-to';
import styles from './value.module.css';

const words = en.value;

function makeEntries(stakeholder: string, { kind, names }: ValueSuggestion): void {
  const [first, ...others] = names.map((name) => addValueItem({ name, stakeholder, kind }, makeId));
  if (first) dispatch({ ...together(first, ...others), label: words.label.split });
}

/** Texts of the stream that can become entries of a stakeholder. */
function Suggestions(props: {
  stakeholders: readonly WithId<Stakeholder>[];
  suggestions: readonly ValueSuggestion[];
}): React.JSX.Element | null {
  const { stakeholders, suggestions } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const whom = stakeholders.find(({ id }) => id === chosen) ?? stakeholders[0];
  if (suggestions.length === 0 || !whom) return null;
  return (
    <section className={styles.panel} aria-label={words.suggestions.title}>
      <h2>{words.suggestions.title}</h2>
      <p className={styles.note}>{words.suggestions.lead}</p>
      <SelectField
        label={words.suggestions.forWhom}
        choices={stakeholders.map(({ id, name }) => ({ value: id, name }))}
        value={whom.id}
        none=""
        canClear={false}
        onChange={setChosen}
      />
      {suggestions.map((each) => (
        <div key={each.kind} className={styles.suggestion}>
          <h3>{words.kinds[each.kind]}</h3>
          <ul>
            {each.names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <Button onPress={() => makeEntries(whom.id, each)}>
            {words.suggestions.split(each.names.length)}
          </Button>
        </div>
      ))}
    </section>
  );
}

const orMissing = (text: string | null): string => text ?? words.effort.missing;

/** What the stream asks of the consumer in working time, with how that comes about. */
function Effort({ derived }: { derived: Derived }): React.JSX.Element {
  const { graph, figures } = derived;
  const work = consumerWork(graph, figures);
  const figure = figures.figure.consumerEffort;
  const demand = graph.stream.demandPerMonth;
  const shown =
    figure.value !== null
      ? formatDuration(figure.value)
      : figure.lower !== null && figure.lower > 0
        ? words.effort.atLeast(formatDuration(figure.lower))
        : words.effort.unknown;
  return (
    <section className={styles.panel} aria-label={words.effort.title}>
      <h2>{words.effort.title}</h2>
      {work.length === 0 ? (
        <p className={styles.note}>{words.effort.none}</p>
      ) : (
        <>
          <p className={styles.big}>
            {shown} <span>{words.effort.ofItem}</span>
          </p>
          {figure.value !== null && demand !== undefined && (
            <p className={styles.note}>{words.effort.aMonth(formatDuration(figure.value * demand))}</p>
          )}
          <table className={styles.sum}>
            <thead>
              <tr>
                <th scope="col">{words.effort.step}</th>
                <th scope="col">{words.effort.visits}</th>
                <th scope="col">{words.effort.work}</th>
                <th scope="col">{words.effort.people}</th>
                <th scope="col">{words.effort.sum}</th>
              </tr>
            </thead>
            <tbody>
              {work.map((step) => (
                <tr key={step.id}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.link}
                      onClick={() => goToElements([step.id], { withFields: true })}
                    >
                      {step.name}
                    </button>
                  </th>
                  <td>{orMissing(step.visits === null ? null : formatNumber(step.visits))}</td>
                  <td>{orMissing(step.processTime === null ? null : formatDuration(step.processTime))}</td>
                  <td>{formatNumber(step.people)}</td>
                  <td>{orMissing(step.effort === null ? null : formatDuration(step.effort))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.note}>{words.effort.help}</p>
        </>
      )}
    </section>
  );
}

interface AsideProps {
  readonly derived: Derived;
  /** Shows an entry on its card. */
  readonly onEntry: (id: string) => void;
}

/** Steps that nobody gains from, and burdens that no step is named for. */
function Silent({ derived, onEntry }: AsideProps): React.JSX.Element {
  const { graph } = derived;
  const project = useApp((state) => state.history.project);
  const idle = stepsThatBringNothing(graph);
  const loose = imposedWithoutStep(graph);
  const imposed = graph.valueItems.some(({ kind }) => kind === 'cost-imposed' || kind === 'risk-imposed');
  const { silent } = words;
  return (
    <>
      <section className={styles.panel} aria-label={silent.idle}>
        <h2>{silent.idle}</h2>
        {idle === null || idle.length === 0 ? (
          <p className={styles.note}>{idle === null ? silent.idleUnlinked : silent.idleNone}</p>
        ) : (
          <>
            <p className={styles.note}>{silent.idleHelp}</p>
            <ul className={styles.links}>
              {idle.map(({ id, name }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => goToElements([id], { withFields: true })}
                  >
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className={styles.panel} aria-label={silent.loose}>
        <h2>{silent.loose}</h2>
        {loose.length === 0 ? (
          <p className={styles.note}>{imposed ? silent.looseNone : silent.nothingImposed}</p>
        ) : (
          <>
            <p className={styles.note}>{silent.looseHelp}</p>
            <ul className={styles.loose}>
              {loose.map(({ id, name, stakeholder }) => (
                <li key={id}>
                  <button type="button" className={styles.link} onClick={() => onEntry(id)}>
                    {name}
                  </button>
                  <span>{lookUp(project.stakeholders, stakeholder)?.name}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

/** What the map and the charter say of value, beside the stakeholders. */
export function ValueAside({ derived, onEntry }: AsideProps): React.JSX.Element {
  const { stream, valueItems } = derived.graph;
  const project = useApp((state) => state.history.project);
  return (
    <div className={styles.aside}>
      <Suggestions
        stakeholders={stakeholdersOf(project, stream.id)}
        suggestions={suggestedItems(stream, valueItems)}
      />
      <Effort derived={derived} />
      <Silent derived={derived} onEntry={onEntry} />
    </div>
  );
}

import { Building2, Cpu, Handshake, Workflow } from 'lucide';
import { allRules } from '../../../shared/analysis/all-rules';
import type { DimensionFact } from '../../../shared/analysis/dimension-summary';
import type { DimensionId } from '../../../shared/catalogue/itil4/dimensions';
import type { Dimension } from '../../../shared/catalogue/types';
import { addImprovement } from '../../../shared/commands/improvements';
import { stepsOf } from '../../../shared/model/queries';
import { formatDuration, formatNumber, formatShare } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import type { Derived } from '../../derive';
import { makeId } from '../../make-id';
import { goToQuestion } from '../../panels/ask-questions';
import { Tone } from '../../panels/tone';
import { dispatch, showPage } from '../../store';
import { Icon } from '../../ui/icon';
import { InlineText } from '../../ui/inline-text';
import { goToElements, goToRow, onMap } from '../go-to';
import styles from './dimensions.module.css';

const words = en.dimensions;
const mostShown = 3;

const icons = {
  'organizations-people': Building2,
  'information-technology': Cpu,
  'partners-suppliers': Handshake,
  'value-streams-processes': Workflow,
} as const satisfies Record<DimensionId, unknown>;

function shownValue({ value, unit, of, isSilence }: DimensionFact): string {
  if (value === null) return words.unknown;
  if (of === 0) return words.none;
  if (isSilence && value === 0) return words.noSilentStep;
  const text =
    unit === 'minutes' ? formatDuration(value) : unit === 'share' ? formatShare(value) : formatNumber(value);
  return of === undefined ? text : words.of(text, of);
}

/** A number of the map with what stands behind it; pressed, its steps are shown. */
function Fact({ fact }: { fact: DimensionFact }): React.JSX.Element {
  const label = words.facts[fact.key];
  const names =
    fact.consumers === undefined
      ? fact.names.slice(0, 2).join(', ')
      : words.consumers(formatNumber(fact.consumers));
  const inside = (
    <>
      <span className={styles.factName}>{label}</span>
      <strong data-known={fact.value !== null}>{shownValue(fact)}</strong>
      <span className={styles.factNote}>
        {names === '' ? '\u00a0' : words.more(names, Math.max(0, fact.names.length - 2))}
      </span>
    </>
  );
  const isAsking = fact.isSilence && fact.value !== null && fact.value > 0;
  return (
    <li className={styles.fact} data-asking={isAsking}>
      {fact.steps.length === 0 ? (
        <div>{inside}</div>
      ) : (
        <button
          type="button"
          title={words.goTo(label, fact.steps.length)}
          onClick={() => goToElements(fact.steps, { withFields: true })}
        >
          {inside}
        </button>
      )}
    </li>
  );
}

interface CardProps {
  readonly dimension: Dimension;
  readonly facts: readonly DimensionFact[];
  readonly derived: Derived;
}

const hasSteps = ({ graph }: Derived): boolean => stepsOf(graph).length > 0;

function Findings({ dimension, derived }: CardProps): React.JSX.Element {
  const rows = derived.presented.rows.filter(
    (row) => !row.isWaived && row.dimensions.includes(dimension.name),
  );
  const more = rows.length - mostShown;
  return (
    <section>
      <h3>{words.findings}</h3>
      {rows.length === 0 && (
        <p className={styles.none}>{hasSteps(derived) ? words.noFindings : words.noStep}</p>
      )}
      <ul className={styles.lines}>
        {rows.slice(0, mostShown).map((row) => (
          <li key={row.key}>
            <Tone of={row.group} size={14} />
            <button type="button" onClick={() => goToRow(row)}>
              {row.sentence}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.none}>{words.moreFindings(more)}</p>}
    </section>
  );
}

function Questions({ dimension, derived }: CardProps): React.JSX.Element {
  const rules = new Set(
    allRules.filter((rule) => rule.dimensions.some((id) => id === dimension.id)).map(({ id }) => id),
  );
  const gaps = derived.presented.gaps.filter((gap) => gap.rules.some((id) => rules.has(id)));
  const more = gaps.length - mostShown;
  return (
    <section>
      <h3>{words.silent}</h3>
      {gaps.length === 0 && (
        <p className={styles.none}>{hasSteps(derived) ? words.noSilence : words.noStep}</p>
      )}
      <ul className={styles.lines}>
        {gaps.slice(0, mostShown).map((gap) => (
          <li key={gap.key}>
            <span className={styles.question} aria-hidden="true">
              ?
            </span>
            <button type="button" onClick={() => onMap(() => goToQuestion(gap))}>
              {gap.question}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.none}>{words.moreQuestions(more)}</p>}
    </section>
  );
}

function Improvements({ dimension, derived }: CardProps): React.JSX.Element {
  const { improvements, stream } = derived.graph;
  const own = improvements.filter((each) => each.dimension === dimension.id && each.status !== 'dropped');
  return (
    <section className={styles.improvements}>
      <h3>{words.improvements}</h3>
      {own.length > 0 && (
        <ul className={styles.ideas}>
          {own.map(({ id, name, status }) => (
            <li key={id}>
              <button type="button" onClick={() => showPage('plan')}>
                {name}
              </button>
              <span>{en.inspector.statuses[status ?? 'idea']}</span>
            </li>
          ))}
        </ul>
      )}
      <InlineText
        label={words.addImprovement(dimension.name)}
        isLabelHidden
        size="small"
        value=""
        ask={words.improvementAsk}
        onCommit={(name) =>
          name.trim() === ''
            ? null
            : dispatch(
                addImprovement({ name, stream: stream.id, dimension: dimension.id, status: 'idea' }, makeId),
              )
        }
      />
    </section>
  );
}

/** One dimension: what the map says, what stands out, what nobody has said, and what to do about it. */
export function DimensionCard(props: CardProps & { id: DimensionId }): React.JSX.Element {
  const { dimension, derived } = props;
  const coverage = derived.report.coverage.dimensions.find(({ id }) => id === dimension.id);
  return (
    <section className={styles.card} aria-label={dimension.name}>
      <header className={styles.head}>
        <span className={styles.icon}>
          <Icon of={icons[props.id]} size={17} />
        </span>
        <div>
          <h2>{dimension.name}</h2>
          <p>{dimension.asks}</p>
        </div>
        {coverage && hasSteps(derived) && (
          <span className={styles.judged}>
            {words.judged(coverage.judged + coverage.partly, coverage.rules)}
          </span>
        )}
      </header>
      <ul className={styles.facts}>
        {props.facts.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
      </ul>
      <div className={styles.columns}>
        <Findings {...props} />
        <Questions {...props} />
      </div>
      <Improvements {...props} />
    </section>
  );
}

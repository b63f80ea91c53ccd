import { useState } from 'react';
import { allRules } from '../../shared/analysis/all-rules';
import { valueClassesOf } from '../../shared/analysis/coverage';
import type { AnalysisRule } from '../../shared/analysis/rule';
import type { Coverage as Covered, CoverageCount } from '../../shared/analysis/types';
import { wastes } from '../../shared/catalogue/wastes';
import { en } from '../../shared/text/en';
import { type Derived, useDerived } from '../derive';
import { stepsToClassify } from '../dialogs/steps-to-classify';
import { useApp } from '../store';
import { Button } from '../ui/button';
import styles from './coverage.module.css';
import { QuestionList } from './questions';

const words = en.analysisPanels.coverage;
const { kinds, values } = en.analysis.coverage;

type Kind = Exclude<keyof Covered, 'rules'>;

/** What a line of the table is about. */
interface Subject {
  readonly kind: Kind;
  readonly id: string;
}

const judgesIt: Readonly<Record<Kind, (rule: AnalysisRule, id: string) => boolean>> = {
  wastes: (rule, id) => rule.wastes.some((each) => each === id),
  principles: (rule, id) => rule.principles.some((each) => each === id),
  dimensions: (rule, id) => rule.dimensions.some((each) => each === id),
  values: (rule, id) => valueClassesOf(rule).some((each) => each === id),
};

function nameOf({ kind, id }: Subject, derived: Derived): string {
  if (kind === 'values') return (values as Readonly<Record<string, string>>)[id] ?? id;
  const all = kind === 'wastes' ? wastes : derived.pack[kind];
  return all.find((each) => each.id === id)?.name ?? id;
}

function Bar(props: { of: CoverageCount }): React.JSX.Element {
  const { of } = props;
  const parts = (['judged', 'partly', 'notJudged', 'off'] as const).filter((part) => of[part] > 0);
  return (
    <span className={styles.bar} role="img" aria-label={words.bar(of)} title={words.bar(of)}>
      {parts.map((part) => (
        <span key={part} data-part={part} style={{ flexGrow: of[part] }} />
      ))}
    </span>
  );
}

interface LinesProps {
  derived: Derived;
  chosen: Subject | null;
  onChoose: (subject: Subject | null) => void;
}

function Line(props: LinesProps & { subject: Subject; of: CoverageCount }): React.JSX.Element {
  const { subject, of, chosen } = props;
  const isChosen = chosen?.kind === subject.kind && chosen.id === subject.id;
  return (
    <tr data-chosen={isChosen}>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          aria-pressed={isChosen}
          onClick={() => props.onChoose(isChosen ? null : subject)}
        >
          {nameOf(subject, props.derived)}
        </button>
      </th>
      <td>{of.rules === 0 ? words.noRules : <Bar of={of} />}</td>
      <td className={styles.number}>{words.judged(of.judged + of.partly, of.rules)}</td>
      <td className={styles.found} data-some={of.findings > 0}>
        {words.findings(of.findings)}
      </td>
    </tr>
  );
}

function Table(props: LinesProps & { kind: Kind }): React.JSX.Element {
  const { kind, derived } = props;
  return (
    <table className={styles.table}>
      <caption>{kinds[kind]}</caption>
      <tbody>
        {derived.report.coverage[kind].map((of) => (
          <Line key={of.id} {...props} subject={{ kind, id: of.id }} of={of} />
        ))}
      </tbody>
    </table>
  );
}

/** The questions that would let more be judged, of one line or of all. */
function Asking(props: LinesProps): React.JSX.Element {
  const { derived, chosen } = props;
  const rules =
    chosen && allRules.filter((rule) => judgesIt[chosen.kind](rule, chosen.id)).map((rule) => rule.id);
  const gaps = derived.presented.gaps.filter((gap) => !rules || gap.rules.some((id) => rules.includes(id)));
  const open = stepsToClassify(derived);
  const title = chosen ? words.questionsFor(nameOf(chosen, derived)) : words.allQuestions;
  return (
    <section className={styles.asking} aria-label={title}>
      <header className={styles.askingHead}>
        <h4>{title}</h4>
        {chosen && <Button onPress={() => props.onChoose(null)}>{words.showAll}</Button>}
        {!chosen && open.length > 0 && (
          <Button
            onPress={() =>
              useApp.setState({ dialog: { kind: 'classify', ids: open.map((step) => step.id) } })
            }
          >
            {en.classify.openAll(open.length)}
          </Button>
        )}
      </header>
      {gaps.length === 0 ? (
        <p className={styles.nothing}>{words.nothingToAsk}</p>
      ) : (
        <QuestionList gaps={gaps} label={title} />
      )}
    </section>
  );
}

function summaryOf({ rules }: Covered): string {
  const having = (state: Covered['rules'][number]['state']): number =>
    rules.filter((each) => each.state === state).length;
  return en.analysis.coverage.summary({
    rules: rules.length,
    judged: having('judged'),
    partly: having('partly'),
    notJudged: having('notJudged') + having('failed'),
    off: having('off'),
  });
}

/** What was judged of each waste, principle, dimension and value class, and what would have to be known to judge more. */
export function Coverage(): React.JSX.Element | null {
  const derived = useDerived();
  const [chosen, setChosen] = useState<Subject | null>(null);
  if (!derived) return null;
  const lines = { derived, chosen, onChoose: setChosen };
  return (
    <div className={styles.content}>
      <div className={styles.tables}>
        <p className={styles.summary}>
          {summaryOf(derived.report.coverage)}
          <span className={styles.legend} aria-hidden="true">
            {(['judged', 'partly', 'notJudged', 'off'] as const).map((part) => (
              <span key={part}>
                <span data-part={part} />
                {en.analysis.coverage.states[part]}
              </span>
            ))}
          </span>
        </p>
        <div className={styles.columns}>
          <div>
            <Table {...lines} kind="wastes" />
            <Table {...lines} kind="values" />
          </div>
          <div>
            <Table {...lines} kind="principles" />
            <Table {...lines} kind="dimensions" />
          </div>
        </div>
      </div>
      <Asking {...lines} />
    </div>
  );
}

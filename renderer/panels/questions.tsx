import type { GapRow } from '../../shared/analysis/present-gaps';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { goToQuestion, placesOf } from './ask-questions';
import styles from './problems.module.css';
import { Tone } from './tone';

const words = en.analysisPanels.coverage;

function Question(props: { gap: GapRow }): React.JSX.Element {
  const { gap } = props;
  const places = placesOf(gap).length;
  return (
    <li className={styles.question}>
      <Tone of="info" />
      <button
        type="button"
        className={styles.sentence}
        title={places > 1 ? words.nextPlace : undefined}
        onClick={() => goToQuestion(gap)}
      >
        {gap.question}
      </button>
      <span className={styles.rule} title={gap.rules.join(', ')}>
        {places > 1 && `${words.places(places)} · `}
        {words.waiting(gap.rules.length)}
      </span>
    </li>
  );
}

/** Questions for the room; each leads to where it is answered. */
export function QuestionList(props: { gaps: readonly GapRow[]; label: string }): React.JSX.Element {
  return (
    <ul className={styles.questions} aria-label={props.label}>
      {props.gaps.map((gap) => (
        <Question key={gap.key} gap={gap} />
      ))}
    </ul>
  );
}

/** What could not be judged, as questions to ask the room. */
export function Questions(): React.JSX.Element {
  const gaps = useDerived()?.presented.gaps ?? [];
  return (
    <div className={styles.listArea}>
      <p className={styles.hint}>{gaps.length === 0 ? en.panels.noQuestions : en.panels.questionsHint}</p>
      <QuestionList gaps={gaps} label={en.panels.questions} />
    </div>
  );
}

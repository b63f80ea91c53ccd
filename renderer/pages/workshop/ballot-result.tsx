import { addBallot } from '../../../shared/commands/ballots';
import { setImprovement } from '../../../shared/commands/improvements';
import { together } from '../../../shared/commands/together';
import type { Project } from '../../../shared/model/project';
import { lookUp, type WithId } from '../../../shared/model/queries';
import { type Tallied, tallyOf, tiedFirst, votesOf } from '../../../shared/model/tally';
import type { Ballot } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { roomCommandsText } from '../../../shared/text/room-commands';
import { makeId } from '../../make-id';
import { dispatch, notify } from '../../store';
import { Button } from '../../ui/button';
import { choiceName } from './ballot-names';
import styles from './vote.module.css';

const words = en.roomVote;

/** Gives each improvement that was voted for its part of the most dots as its impact, in one undo step. */
function applyDots(project: Project, tally: readonly Tallied[]): void {
  const most = tally[0]?.dots ?? 0;
  const commands = tally
    .filter(({ id }) => lookUp(project.improvements, id))
    .map(({ id, dots }) => setImprovement({ id, patch: { impact: most === 0 ? 0 : dots / most } }));
  const [first, ...others] = commands;
  if (first && dispatch(together({ ...first, label: roomCommandsText.label.useResult }, ...others)) === null)
    notify(words.used);
}

function Row(props: { project: Project; of: Tallied }): React.JSX.Element {
  const { id, dots, place, isTied } = props.of;
  return (
    <li className={styles.result} data-first={place === 1 && dots > 0}>
      <span className={styles.resultPlace}>{dots > 0 ? place : '–'}</span>
      <span className={styles.choiceName}>
        {choiceName(props.project, id) ?? words.gone}
        {isTied && <span className={styles.tied}>{words.tied}</span>}
      </span>
      <span className={styles.dots} aria-hidden="true">
        {Array.from({ length: Math.min(dots, 30) }, (_, index) => (
          <span key={index} className={styles.dot} />
        ))}
      </span>
      <strong>{words.dots(dots)}</strong>
    </li>
  );
}

/** The result: dots and counts, most first; ties are shown as ties, with a way to break them. */
export function BallotResult(props: {
  project: Project;
  ballot: WithId<Ballot>;
  onStarted: (id: string) => void;
}): React.JSX.Element {
  const { project, ballot } = props;
  const tally = tallyOf(project, ballot.id);
  const tied = tiedFirst(tally);
  const isOver = tally.some(({ id }) => lookUp(project.improvements, id));
  const again = (): void => {
    const name = words.secondName(ballot.name);
    const command = addBallot({ stream: ballot.stream, name, quota: 1, choices: tied }, makeId);
    if (dispatch(command) === null) props.onStarted(command.made[0] ?? '');
  };
  return (
    <div className={styles.cast}>
      <p className={styles.quiet}>{words.votes(votesOf(project, ballot.id).length)}</p>
      <ol className={styles.choices} aria-label={words.revealed}>
        {tally.map((each) => (
          <Row key={each.id} project={project} of={each} />
        ))}
      </ol>
      {tied.length > 0 && (
        <div className={styles.tie} role="status">
          <p>
            <strong>{words.tie(tied.length)}</strong> {words.tieHint(tied.length)}
          </p>
          <Button onPress={again}>{words.secondRound}</Button>
        </div>
      )}
      <div className={styles.buttons}>
        {isOver ? (
          <>
            <Button onPress={() => applyDots(project, tally)}>{words.use}</Button>
            <span className={styles.quiet}>{words.useHint}</span>
          </>
        ) : (
          <span className={styles.quiet}>{words.marked}</span>
        )}
      </div>
    </div>
  );
}

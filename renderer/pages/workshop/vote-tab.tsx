import { Plus, Trash2, Vote } from 'lucide';
import { useState } from 'react';
import { deleteBallot } from '../../../shared/commands/ballots';
import type { Project } from '../../../shared/model/project';
import { listOf, type WithId } from '../../../shared/model/queries';
import { votesOf } from '../../../shared/model/tally';
import type { Ballot } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { dispatch } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { BallotCast } from './ballot-cast';
import { BallotForm } from './ballot-form';
import { candidates } from './ballot-names';
import { BallotResult } from './ballot-result';
import { useStream } from './use-stream';
import styles from './vote.module.css';

const words = en.roomVote;

function Nothing(props: { hasChoices: boolean; onNew: () => void }): React.JSX.Element {
  return (
    <div className={styles.empty}>
      <Icon of={Vote} size={36} weight={1.5} />
      <h3>{words.empty}</h3>
      <p>{props.hasChoices ? words.emptyHint : words.nothingToVote}</p>
      {props.hasChoices && (
        <Button kind="primary" onPress={props.onNew}>
          {words.newVote}
        </Button>
      )}
    </div>
  );
}

function OneBallot(props: {
  project: Project;
  ballot: WithId<Ballot>;
  onStarted: (id: string) => void;
}): React.JSX.Element {
  const { project, ballot } = props;
  return (
    <>
      <header className={styles.head}>
        <h3>{ballot.name}</h3>
        <p className={styles.quiet}>{ballot.isRevealed === true ? words.revealed : words.hidden}</p>
        <IconButton
          icon={Trash2}
          label={words.remove}
          onPress={() => dispatch(deleteBallot({ id: ballot.id }))}
        />
      </header>
      {ballot.isRevealed === true ? (
        <BallotResult project={project} ballot={ballot} onStarted={props.onStarted} />
      ) : (
        <BallotCast key={ballot.id} project={project} ballot={ballot} />
      )}
    </>
  );
}

/** Dot votes: those there are, the one that is open, and a new one. */
export function VoteTab(): React.JSX.Element | null {
  const { project, stream } = useStream();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  if (!stream) return null;
  const ballots = listOf(project.ballots).filter((each) => each.stream === stream.id);
  const ballot = ballots.find(({ id }) => id === chosen) ?? ballots.at(-1);
  const hasChoices = Object.values(candidates(project, stream.id)).some((ids) => ids.length > 1);
  const open = (id: string): void => {
    setChosen(id);
    setNew(false);
  };
  if (!ballot && !isNew) return <Nothing hasChoices={hasChoices} onNew={() => setNew(true)} />;
  return (
    <div className={styles.vote}>
      <nav className={styles.list} aria-label={words.list}>
        {ballots.map((each) => (
          <button
            key={each.id}
            type="button"
            aria-current={!isNew && each.id === ballot?.id}
            onClick={() => open(each.id)}
          >
            {each.name}
            <span>
              {each.isRevealed === true ? words.revealed : words.votes(votesOf(project, each.id).length)}
            </span>
          </button>
        ))}
        <Button icon={Plus} kind="quiet" onPress={() => setNew(true)}>
          {words.newVote}
        </Button>
      </nav>
      <section className={styles.main} aria-label={words.heading}>
        {isNew || !ballot ? (
          <BallotForm
            project={project}
            stream={stream.id}
            number={ballots.length + 1}
            onStarted={open}
            onCancel={() => setNew(false)}
          />
        ) : (
          <OneBallot project={project} ballot={ballot} onStarted={open} />
        )}
      </section>
    </div>
  );
}

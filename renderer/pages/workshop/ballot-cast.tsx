import { Minus, Plus, X } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { castVote, revealBallot, takeVoteBack } from '../../../shared/commands/ballots';
import type { Project } from '../../../shared/model/project';
import { membersOf, type WithId } from '../../../shared/model/queries';
import { votesOf } from '../../../shared/model/tally';
import type { Ballot, Vote } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { makeId } from '../../make-id';
import { dispatch } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { FormField } from '../../ui/form-field';
import { Icon } from '../../ui/icon';
import { choiceName } from './ballot-names';
import styles from './vote.module.css';

const words = en.roomVote;

type Dots = Readonly<Record<string, number>>;

const sum = (dots: Dots): number => Object.values(dots).reduce((total, each) => total + each, 0);

/** A choice with its dots; plus and minus keys, or the buttons, give and take them. */
function Choice(props: {
  name: string;
  count: number;
  left: number;
  onChange: (by: 1 | -1) => void;
}): React.JSX.Element {
  const { name, count, left, onChange } = props;
  return (
    <li className={styles.choice} data-choice tabIndex={-1} aria-label={words.choice(name, count)}>
      <span className={styles.choiceName}>{name}</span>
      <span className={styles.dots} aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <span key={index} className={styles.dot} />
        ))}
      </span>
      <IconButton
        icon={Minus}
        label={words.less(name)}
        isDisabled={count === 0}
        onPress={() => onChange(-1)}
      />
      <span className={styles.count}>{count}</span>
      <IconButton icon={Plus} label={words.more(name)} isDisabled={left === 0} onPress={() => onChange(1)} />
    </li>
  );
}

/** Walks the choices by arrow keys and gives dots by plus and minus. */
function useChoiceKeys(
  change: (index: number, by: 1 | -1) => void,
): React.RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  useEffect(() => {
    const place = list.current;
    const onKey = (event: KeyboardEvent): void => {
      const rows = [...(place?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const by = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0;
      if (at < 0 || (step === 0 && by === 0)) return;
      event.preventDefault();
      if (by !== 0) latest.current(at, by);
      else rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.querySelectorAll('button')[1]?.focus();
    };
    place?.addEventListener('keydown', onKey);
    return () => place?.removeEventListener('keydown', onKey);
  }, []);
  return list;
}

function Voters(props: { project: Project; ballot: WithId<Ballot> }): React.JSX.Element | null {
  const votes = votesOf(props.project, props.ballot.id);
  if (votes.length === 0) return null;
  return (
    <section>
      <h4 className={styles.label}>{words.voted}</h4>
      <ul className={styles.voters}>
        {votes.map((vote) => (
          <li key={vote.id}>
            {vote.voter}
            <button
              type="button"
              aria-label={words.takeBack(vote.voter)}
              onClick={() => dispatch(takeVoteBack({ id: vote.id }))}
            >
              <Icon of={X} size={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `Person 3`, the first such name that has not voted. */
function nextVoter(votes: readonly Vote[]): string {
  const taken = new Set(votes.map((vote) => vote.voter));
  let number = votes.length + 1;
  while (taken.has(words.person(number))) number += 1;
  return words.person(number);
}

function Reveal(props: { ballot: string; votes: number }): React.JSX.Element {
  return (
    <div className={styles.buttons}>
      <Button isDisabled={props.votes === 0} onPress={() => dispatch(revealBallot({ id: props.ballot }))}>
        {words.reveal}
      </Button>
      <span className={styles.quiet}>{words.votes(props.votes)}</span>
    </div>
  );
}

/** One person after the other gives dots; what the others gave stays hidden. */
export function BallotCast(props: { project: Project; ballot: WithId<Ballot> }): React.JSX.Element {
  const { project, ballot } = props;
  const votes = votesOf(project, ballot.id);
  const [dots, setDots] = useState<Dots>({});
  const [typed, setTyped] = useState<string | null>(null);
  const voter = typed ?? nextVoter(votes);
  const choices = membersOf(ballot.choices);
  const left = ballot.quota - sum(dots);
  const change = (id: string | undefined, by: 1 | -1): void => {
    const count = (id === undefined ? undefined : dots[id]) ?? 0;
    if (id === undefined || (by > 0 && left === 0) || count + by < 0) return;
    setDots({ ...dots, [id]: count + by });
    announce(`${words.choice(choiceName(project, id) ?? words.gone, count + by)}. ${words.left(left - by)}`);
  };
  const list = useChoiceKeys((index, by) => change(choices[index], by));
  const done = (): void => {
    if (dispatch(castVote({ ballot: ballot.id, voter, dots }, makeId)) !== null) return;
    setDots({});
    setTyped(null);
    list.current?.querySelectorAll('button')[1]?.focus();
  };
  return (
    <div className={styles.cast}>
      <div className={styles.castHead}>
        <FormField label={words.who} value={voter} onType={setTyped} error={null} />
        <p className={styles.left} data-none={left === 0}>
          {words.left(left)}
        </p>
        <Button kind="primary" isDisabled={left === ballot.quota} onPress={done}>
          {words.done}
        </Button>
      </div>
      <p className="visuallyHidden" id={`keys-${ballot.id}`}>
        {words.keys}
      </p>
      <ul
        ref={list}
        className={styles.choices}
        aria-label={ballot.name}
        aria-describedby={`keys-${ballot.id}`}
      >
        {choices.map((id) => (
          <Choice
            key={id}
            name={choiceName(project, id) ?? words.gone}
            count={dots[id] ?? 0}
            left={left}
            onChange={(by) => change(id, by)}
          />
        ))}
      </ul>
      <Voters project={project} ballot={ballot} />
      <Reveal ballot={ballot.id} votes={votes.length} />
    </div>
  );
}

import { Minus, Plus, X } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { sameName } from '../../../shared/commands/change';
import { castVote, revealBallot, takeVoteBack } from '../../../shared/commands/ballots';
import type { Project } from '../../../shared/model/project';
import { membersOf, type WithId } from '../../../shared/model/queries';
import { votesOf } from '../../../shared/model/tally';
import type { Ballot, Vote } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { roomCommandsText } from '../../../shared/text/room-commands';
import { announce } from '../../announce';
import { makeId } from '../../make-id';
import { dispatch } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FormField } from '../../ui/form-field';
import { Icon } from '../../ui/icon';
import { choiceName } from './ballot-names';
import { type HalfCast, useRoom } from './room-state';
import styles from './vote.module.css';

const words = en.roomVote;

type Dots = HalfCast['dots'];

const nothing: HalfCast = { voter: null, dots: {} };

/** Dots that are being given outlive this page, so that nobody has to give them again. */
function keepCasting(ballot: string, half: HalfCast): void {
  useRoom.setState(({ casting }) => ({ casting: { ...casting, [ballot]: half } }));
}

const forget = (ballot: string): void => keepCasting(ballot, nothing);

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

/** Shows the result; where somebody is giving dots it asks what becomes of them. */
function Reveal(props: {
  ballot: string;
  votes: number;
  voter: string;
  given: number;
  /** Counts the dots that are being given; false where that is refused. */
  onCount: () => boolean;
}): React.JSX.Element {
  const { ballot, votes, voter, given } = props;
  const [isAsking, setAsking] = useState(false);
  const reveal = (): void => {
    if (dispatch(revealBallot({ id: ballot })) === null) forget(ballot);
  };
  const leave = (): void => setAsking(false);
  return (
    <div className={styles.buttons}>
      <Button
        isDisabled={votes === 0 && given === 0}
        onPress={() => (given > 0 ? setAsking(true) : reveal())}
      >
        {words.reveal}
      </Button>
      <span className={styles.quiet}>{words.votes(votes)}</span>
      {isAsking && (
        <Dialog
          title={words.reveal}
          description={words.halfCast(voter, given)}
          closeLabel={en.dialogs.close}
          startsAtMainButton
          onClose={leave}
          buttons={
            <>
              <Button onPress={leave}>{words.cancel}</Button>
              {votes > 0 && <Button onPress={reveal}>{words.revealWithout}</Button>}
              <Button
                kind="primary"
                onPress={() => {
                  leave();
                  if (props.onCount()) reveal();
                }}
              >
                {words.countAndReveal}
              </Button>
            </>
          }
        />
      )}
    </div>
  );
}

/** Who gives dots just now, and which; `refused` says why that person cannot. */
function useHalfCast(ballot: string, votes: readonly Vote[]) {
  const { voter: typed, dots } = useRoom((state) => state.casting[ballot] ?? nothing);
  const voter = typed ?? nextVoter(votes);
  const hasVoted = votes.some((vote) => sameName(vote.voter, voter));
  return {
    voter,
    dots,
    refused: hasVoted ? roomCommandsText.refused.hasVoted(voter.trim()) : null,
    set: (next: Partial<HalfCast>): void => keepCasting(ballot, { voter: typed, dots, ...next }),
    /** Counts the dots; false where that is refused. */
    count: (): boolean => {
      if (dispatch(castVote({ ballot, voter, dots }, makeId)) !== null) return false;
      forget(ballot);
      return true;
    },
  };
}

/** One person after the other gives dots; what the others gave stays hidden. */
export function BallotCast(props: { project: Project; ballot: WithId<Ballot> }): React.JSX.Element {
  const { project, ballot } = props;
  const votes = votesOf(project, ballot.id);
  const { voter, dots, refused, set, count } = useHalfCast(ballot.id, votes);
  const choices = membersOf(ballot.choices);
  const left = ballot.quota - sum(dots);
  const change = (id: string | undefined, by: 1 | -1): void => {
    const had = (id === undefined ? undefined : dots[id]) ?? 0;
    if (id === undefined || (by > 0 && (left === 0 || refused !== null)) || had + by < 0) return;
    set({ dots: { ...dots, [id]: had + by } });
    announce(`${words.choice(choiceName(project, id) ?? words.gone, had + by)}. ${words.left(left - by)}`);
  };
  const list = useChoiceKeys((index, by) => change(choices[index], by));
  const done = (): void => {
    if (!count()) return;
    list.current?.querySelectorAll('button')[1]?.focus();
  };
  return (
    <div className={styles.cast}>
      <div className={styles.castHead}>
        <FormField label={words.who} value={voter} onType={(name) => set({ voter: name })} error={refused} />
        <p className={styles.left} data-none={left === 0}>
          {words.left(left)}
        </p>
        <Button kind="primary" isDisabled={left === ballot.quota || refused !== null} onPress={done}>
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
            left={refused === null ? left : 0}
            onChange={(by) => change(id, by)}
          />
        ))}
      </ul>
      <Voters project={project} ballot={ballot} />
      <Reveal ballot={ballot.id} votes={votes.length} voter={voter} given={sum(dots)} onCount={count} />
    </div>
  );
}

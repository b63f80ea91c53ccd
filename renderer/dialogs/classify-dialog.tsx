import { Check, X } from 'lucide';
import { useEffect, useState } from 'react';
import {
  judgeValue,
  suggestClass,
  type ValueAnswers,
  type ValueQuestion,
  valueQuestions,
} from '../../shared/analysis/classify';
import { findActivity } from '../../shared/catalogue/packs';
import { classifyStep } from '../../shared/commands/classify';
import type { MapNode } from '../../shared/model/project';
import type { WithId } from '../../shared/model/queries';
import { type NnvaReason, nnvaReasons, type ValueClass, valueClasses } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { type Derived, useDerived } from '../derive';
import { dispatch, notify, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import styles from './classify.module.css';
import { stepsToClassify } from './steps-to-classify';

const words = en.classify;

const close = (): void => useApp.setState({ dialog: null });

/** What the wizard asks at the moment about the step in turn. */
interface Stage {
  readonly at: number;
  readonly answers: ValueAnswers;
  /** True while the reason of a necessary step is asked for. */
  readonly asksReason: boolean;
  /** Steps that got a class here. */
  readonly done: number;
}

const startOf = (at: number, done: number): Stage => ({ at, answers: {}, asksReason: false, done });

/** One step back: to the question before, else to the step before. */
function stepBack(stage: Stage): Stage {
  if (stage.asksReason) return { ...stage, asksReason: false };
  const given = valueQuestions.filter((question) => stage.answers[question] !== undefined);
  if (given.length === 0) return startOf(Math.max(0, stage.at - 1), stage.done);
  const kept = given.slice(0, -1).map((question) => [question, stage.answers[question]] as const);
  return { ...stage, answers: Object.fromEntries(kept) };
}

interface Wizard {
  readonly stage: Stage;
  readonly answer: (question: ValueQuestion, isYes: boolean) => void;
  readonly choose: (value: ValueClass) => void;
  readonly giveReason: (reason: NnvaReason | undefined) => void;
  readonly skip: () => void;
  readonly back: () => void;
}

function useWizard(steps: readonly WithId<MapNode>[]): Wizard {
  const [stage, setStage] = useState<Stage>(startOf(0, 0));
  const step = steps[stage.at];
  const store = (value: ValueClass, reason?: NnvaReason): void => {
    if (!step || dispatch(classifyStep({ id: step.id, value, reason })) !== null) return;
    const sentence = words.isNow(step.name, value);
    if (steps.length === 1) {
      close();
      notify(sentence);
      return;
    }
    announce(sentence);
    setStage(startOf(stage.at + 1, stage.done + 1));
  };
  const choose = (value: ValueClass): void => {
    if (value === 'NNVA') setStage({ ...stage, asksReason: true });
    else store(value);
  };
  return {
    stage,
    answer(question, isYes) {
      const answers = { ...stage.answers, [question]: isYes };
      const verdict = judgeValue(answers);
      if (verdict.kind === 'ask') setStage({ ...stage, answers });
      else if (verdict.value === 'NNVA') setStage({ ...stage, answers, asksReason: true });
      else store(verdict.value);
    },
    choose,
    giveReason: (reason) => store('NNVA', reason),
    skip: () => setStage(startOf(stage.at + 1, stage.done)),
    back: () => setStage(stepBack(stage)),
  };
}

function useKeys(wizard: Wizard, question: ValueQuestion | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      const value = valueClasses[Number(key) - 1];
      const reason = nnvaReasons[Number(key) - 1];
      if (wizard.stage.asksReason && reason !== undefined) wizard.giveReason(reason);
      else if (question !== null && (key === 'y' || key === 'n')) wizard.answer(question, key === 'y');
      else if (question !== null && value !== undefined) wizard.choose(value);
      else if (key === 's') wizard.skip();
      else if (key === 'b') wizard.back();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [wizard, question]);
}

function Answer(props: {
  sign: 'yes' | 'no';
  keys: string;
  text: string;
  onPress: () => void;
}): React.JSX.Element {
  return (
    <button type="button" className={styles.answer} data-sign={props.sign} onClick={props.onPress}>
      <Icon of={props.sign === 'yes' ? Check : X} size={16} weight={2.25} />
      <span>{props.text}</span>
      <kbd aria-hidden="true">{props.keys}</kbd>
    </button>
  );
}

function Question(props: { question: ValueQuestion; wizard: Wizard }): React.JSX.Element {
  const { question, wizard } = props;
  const text = words.questions[question];
  return (
    <>
      <div aria-live="polite">
        <p className={styles.number}>{words.question(valueQuestions.indexOf(question) + 1)}</p>
        <h3 className={styles.ask}>{text.ask}</h3>
        <p className={styles.help}>{text.help}</p>
      </div>
      <div className={styles.answers}>
        <Answer sign="yes" keys="Y" text={text.yes} onPress={() => wizard.answer(question, true)} />
        <Answer sign="no" keys="N" text={text.no} onPress={() => wizard.answer(question, false)} />
      </div>
    </>
  );
}

function Reasons(props: { wizard: Wizard }): React.JSX.Element {
  return (
    <>
      <div aria-live="polite">
        <h3 className={styles.ask}>{words.whyNecessary}</h3>
        <p className={styles.help}>{words.whyHelp}</p>
      </div>
      <div className={styles.reasons}>
        {nnvaReasons.map((reason, index) => (
          <button
            key={reason}
            type="button"
            className={styles.reason}
            onClick={() => props.wizard.giveReason(reason)}
          >
            <span>{words.reasons[reason]}</span>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </button>
        ))}
        <button type="button" className={styles.reason} onClick={() => props.wizard.giveReason(undefined)}>
          <span>{words.notKnown}</span>
        </button>
      </div>
    </>
  );
}

/** What such work usually is, to be taken or not. */
function Suggestion(props: { step: WithId<MapNode>; wizard: Wizard }): React.JSX.Element {
  const suggested = suggestClass(props.step);
  if (suggested === null) return <p className={styles.suggestion}>{words.noSuggestion}</p>;
  const { because, value } = suggested;
  const work = because === 'rework' ? words.rework : en.inspector.kinds[because];
  return (
    <div className={styles.suggestion}>
      <span className={styles.mark} data-value={value} />
      <p>
        <strong>{words.suggestion(work, value)}</strong> {words.suggestionHint}
      </p>
      <Button onPress={() => props.wizard.choose(value)}>{words.take(value)}</Button>
    </div>
  );
}

function StepHead(props: { step: WithId<MapNode>; derived: Derived }): React.JSX.Element {
  const { step, derived } = props;
  const role = step.role === undefined ? undefined : derived.graph.roles.get(step.role)?.name;
  const kind = step.kind === undefined ? undefined : en.inspector.kinds[step.kind];
  const facts = [findActivity(derived.pack, step.activity)?.name, kind, role, step.team];
  return (
    <div className={styles.step}>
      <h3 className={styles.stepName}>{step.name === '' ? en.inspector.unnamed : step.name}</h3>
      <p className={styles.stepFacts}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
    </div>
  );
}

function Progress(props: { at: number; all: number }): React.JSX.Element {
  return (
    <div className={styles.progress}>
      <span>{words.progress(props.at + 1, props.all)}</span>
      <progress value={props.at} max={props.all} aria-label={words.progress(props.at + 1, props.all)} />
    </div>
  );
}

function Finished(props: { done: number }): React.JSX.Element {
  const derived = useDerived();
  const left = derived ? stepsToClassify(derived).length : 0;
  return (
    <Dialog
      title={words.title}
      description={props.done === 0 && left === 0 ? words.nothing : words.finished(props.done, left)}
      closeLabel={en.dialogs.close}
      onClose={close}
      buttons={
        <Button kind="primary" onPress={close}>
          {words.done}
        </Button>
      }
    />
  );
}

/** Asks the three questions about one step, or about one step after the other; about all without a class where none is named. */
export function ClassifyDialog(props: { ids: readonly string[] }): React.JSX.Element | null {
  const derived = useDerived();
  const [ids] = useState(() =>
    props.ids.length > 0 || !derived ? props.ids : stepsToClassify(derived).map((step) => step.id),
  );
  const steps = ids.flatMap((id) => derived?.graph.node.get(id) ?? []);
  const wizard = useWizard(steps);
  const { stage } = wizard;
  const step = steps[stage.at];
  const verdict = judgeValue(stage.answers);
  const question = step && !stage.asksReason && verdict.kind === 'ask' ? verdict.question : null;
  useKeys(wizard, question);
  if (!derived) return null;
  if (!step) return <Finished done={stage.done} />;
  const canGoBack = stage.asksReason || stage.at > 0 || Object.keys(stage.answers).length > 0;
  return (
    <Dialog
      title={words.title}
      description={words.description}
      closeLabel={en.dialogs.close}
      width="middle"
      onClose={close}
      buttons={
        <>
          <Button isDisabled={!canGoBack} onPress={wizard.back}>
            {words.back}
          </Button>
          {steps.length > 1 && <Button onPress={wizard.skip}>{words.skip}</Button>}
        </>
      }
    >
      <div className={styles.wizard}>
        {steps.length > 1 && <Progress at={stage.at} all={steps.length} />}
        <StepHead step={step} derived={derived} />
        {question !== null && <Question question={question} wizard={wizard} />}
        {stage.asksReason && <Reasons wizard={wizard} />}
        {question === valueQuestions[0] && <Suggestion step={step} wizard={wizard} />}
        <p className={styles.keys}>{stage.asksReason ? words.reasonKeys : words.keys}</p>
      </div>
    </Dialog>
  );
}

import { useEffect, useRef } from 'react';
import {
  ArrowDown,
  Box,
  CircleCheck,
  Flag,
  Gauge,
  HeartHandshake,
  ListChecks,
  Scan,
  Users,
  UsersRound,
  Zap,
} from 'lucide';
import { charterProgress, charterQuestions, type CharterQuestion } from '../../../shared/model/charter';
import { setStream } from '../../../shared/commands/streams';
import type { ValueStream } from '../../../shared/model/project';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { useDerived } from '../../derive';
import { FailureDemandField, StreamDate, StreamNumber } from '../../panels/stream-fields';
import { TargetField } from '../../panels/target-field';
import { dispatch, useApp } from '../../store';
import { Button } from '../../ui/button';
import { Icon, type IconNode } from '../../ui/icon';
import { Segmented } from '../../ui/segmented';
import { PageFrame } from '../page-frame';
import { SavePdf } from '../paper/save-pdf';
import { CharterText, Part, RulesAsking } from './charter-fields';
import { CharterSheet } from './charter-sheet';
import styles from './charter.module.css';
import { StakeholderTable } from './stakeholder-table';

const words = en.charter;
const { parts } = words;
const { fields } = en.inspector;

type StreamProps = { stream: WithId<ValueStream> };

function PartIcon(props: { of: IconNode }): React.JSX.Element {
  return (
    <span className={styles.partIcon}>
      <Icon of={props.of} size={15} />
    </span>
  );
}

/** Puts the focus into what answers a question of the charter. */
function goTo(page: HTMLElement | null, question: CharterQuestion): boolean {
  const name = question === 'offering' ? 'goods' : question;
  const field = page?.querySelector<HTMLElement>(`[data-field="${name}"], [name="${name}"]`);
  const target = field?.matches('input, textarea, button') === true ? field : field?.querySelector('button');
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
  return target !== undefined && target !== null;
}

function labelOf(question: CharterQuestion): string {
  if (question === 'triggerKind') return words.trigger.label;
  if (question === 'offering') return parts.offering;
  if (question === 'stakeholders') return parts.stakeholders;
  if (question === 'demandPerMonth') return words.demand.label;
  if (question === 'targetLeadTime') return words.target.label;
  return question === 'startsOn' ? words.startsOn.label : words.asks[question].label;
}

function Progress(props: StreamProps & { onNext: (question: CharterQuestion) => void }): React.JSX.Element {
  const { said, open } = useApp((state) => charterProgressNow(state.history.project, props.stream.id));
  const all = charterQuestions.length;
  const [next] = open;
  return (
    <div className={styles.progress}>
      <div className={styles.progressText}>
        <span>{next === undefined ? words.complete : words.progress(said.length, all)}</span>
        <meter
          className={styles.meter}
          aria-label={words.progress(said.length, all)}
          min={0}
          max={all}
          value={said.length}
        />
      </div>
      {next === undefined ? (
        <span className={styles.complete}>
          <Icon of={CircleCheck} size={20} />
        </span>
      ) : (
        <Button icon={ArrowDown} onPress={() => props.onNext(next)}>
          {words.nextLabel(labelOf(next))}
        </Button>
      )}
    </div>
  );
}

let known: { project: object; stream: string; progress: ReturnType<typeof charterProgress> } | null = null;

/** The same answer for the same project, so that the page is not drawn again for nothing. */
function charterProgressNow(
  project: Parameters<typeof charterProgress>[0],
  stream: string,
): ReturnType<typeof charterProgress> {
  if (known?.project !== project || known.stream !== stream)
    known = { project, stream, progress: charterProgress(project, stream) };
  return known.progress;
}

function Trigger({ stream }: StreamProps): React.JSX.Element {
  const kind = stream.triggerKind ?? null;
  const help = kind === null ? words.trigger.noneHelp : words.trigger[`${kind}Help`];
  return (
    <Part title={parts.start} icon={<PartIcon of={Zap} />} span={5}>
      <div className={styles.choice} data-field="triggerKind">
        <Segmented
          label={words.trigger.label}
          choices={[
            { value: 'demand', name: words.trigger.demand },
            { value: 'opportunity', name: words.trigger.opportunity },
          ]}
          value={kind}
          onChange={(value) => {
            dispatch(setStream({ id: stream.id, patch: { triggerKind: value ?? undefined } }));
          }}
        />
        <p className={styles.help}>{help}</p>
      </div>
      <CharterText stream={stream} name="trigger" />
    </Part>
  );
}

function Numbers({ graph }: { graph: MapGraph }): React.JSX.Element {
  const { stream } = graph;
  return (
    <Part title={parts.numbers} icon={<PartIcon of={Gauge} />} span={5}>
      <div className={styles.two}>
        <div>
          <StreamNumber stream={stream} name="demandPerMonth" label={words.demand.label} />
          {stream.demandPerMonth === undefined && (
            <RulesAsking field="demandPerMonth" label={words.demand.label} />
          )}
        </div>
        <div>
          <TargetField graph={graph} />
          {stream.targetLeadTime === undefined && (
            <RulesAsking field="targetLeadTime" label={words.target.label} />
          )}
        </div>
        <StreamNumber stream={stream} name="costOfDelayPerHour" label={fields.costOfDelayPerHour} />
        <StreamNumber stream={stream} name="demandCv" label={fields.demandCv} />
      </div>
      <h3 className={styles.subhead}>{parts.counted}</h3>
      <div className={styles.four}>
        <StreamNumber stream={stream} name="arrivalsPerMonth" label={fields.arrivalsPerMonth} />
        <StreamNumber stream={stream} name="departuresPerMonth" label={fields.departuresPerMonth} />
        <StreamNumber stream={stream} name="itemsInProgress" label={fields.itemsInProgress} />
        <FailureDemandField stream={stream} />
      </div>
    </Part>
  );
}

function Consumers({ stream }: StreamProps): React.JSX.Element {
  return (
    <Part title={parts.people} icon={<PartIcon of={HeartHandshake} />} span={12}>
      <div className={styles.four}>
        {(['provider', 'user', 'customer', 'sponsor'] as const).map((name) => (
          <div key={name} className={styles.role}>
            <CharterText stream={stream} name={name} />
          </div>
        ))}
      </div>
    </Part>
  );
}

function Team({ stream }: StreamProps): React.JSX.Element {
  return (
    <Part title={parts.team} icon={<PartIcon of={UsersRound} />} span={7}>
      <div className={styles.three}>
        {(
          ['executiveSponsor', 'owner', 'facilitator', 'team', 'scribe', 'experts', 'customerVoice'] as const
        ).map((name) => (
          <CharterText key={name} stream={stream} name={name} />
        ))}
        <div className={styles.dates}>
          <StreamDate stream={stream} name="startsOn" label={words.startsOn.label} />
          <StreamDate stream={stream} name="endsOn" label={words.endsOn} />
        </div>
      </div>
    </Part>
  );
}

function Head(props: { graph: MapGraph; onNext: (question: CharterQuestion) => void }): React.JSX.Element {
  const { stream } = props.graph;
  return (
    <>
      <Progress stream={stream} onNext={props.onNext} />
      <SavePdf fileName={en.paper.charterFile(stream.name)}>
        <CharterSheet graph={props.graph} />
      </SavePdf>
    </>
  );
}

/** The charter of the stream: what it is for, for whom, and who answers for it, as one page. */
export function CharterPage(): React.JSX.Element | null {
  const graph = useDerived()?.graph;
  const sheet = useRef<HTMLDivElement>(null);
  const wanted = useApp((state) => state.focusField);
  useEffect(() => {
    const question = charterQuestions.find((each) => each === wanted);
    if (question !== undefined && goTo(sheet.current, question)) useApp.setState({ focusField: null });
  }, [wanted]);
  if (!graph) return null;
  const { stream } = graph;
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      aside={<Head graph={graph} onNext={(question) => goTo(sheet.current, question)} />}
    >
      <div ref={sheet} className={styles.grid}>
        <div className={styles.name}>
          <CharterText stream={stream} name="name" size="title" isLabelHidden />
        </div>
        <Part title={parts.why} icon={<PartIcon of={Flag} />} span={7}>
          <CharterText stream={stream} name="purpose" />
          <CharterText stream={stream} name="scenario" />
        </Part>
        <Trigger stream={stream} />
        <Part title={parts.result} icon={<PartIcon of={ListChecks} />} span={6}>
          <div className={styles.two}>
            <CharterText stream={stream} name="valueOutcome" />
            <CharterText stream={stream} name="outputs" />
          </div>
          <p className={styles.help}>{words.outcomeHelp}</p>
        </Part>
        <Part title={parts.offering} icon={<PartIcon of={Box} />} span={6}>
          <div className={styles.three}>
            {(['goods', 'access', 'serviceActions'] as const).map((name) => (
              <CharterText key={name} stream={stream} name={name} />
            ))}
          </div>
          <p className={styles.help}>{words.offeringHelp}</p>
        </Part>
        <Consumers stream={stream} />
        <Part title={parts.stakeholders} icon={<PartIcon of={Users} />} span={7}>
          <StakeholderTable stream={stream.id} earlier={stream.stakeholders ?? ''} />
        </Part>
        <Numbers graph={graph} />
        <Part title={parts.scope} icon={<PartIcon of={Scan} />} span={5}>
          <CharterText stream={stream} name="scope" />
          <CharterText stream={stream} name="scopeOut" />
        </Part>
        <Team stream={stream} />
      </div>
    </PageFrame>
  );
}

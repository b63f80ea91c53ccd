import type { Project, ValueStream } from '../../../shared/model/project';
import type { MapGraph, WithId } from '../../../shared/model/queries';
import { showDuration, writeShare } from '../../../shared/model/units-format';
import { stakeholdersOf } from '../../../shared/analysis/value-balance';
import type { CharterField } from '../../../shared/text/charter';
import { en } from '../../../shared/text/en';
import { useApp } from '../../store';
import { Paper } from '../paper/paper';
import styles from './charter-sheet.module.css';

const words = en.charter;
const { parts } = words;
const { fields } = en.inspector;

type Line = readonly [label: string, text: string | undefined];

function Lines(props: { of: readonly Line[]; columns: 1 | 2 | 3 | 4 }): React.JSX.Element {
  return (
    <dl style={{ '--columns': props.columns } as React.CSSProperties}>
      {props.of.map(([label, text = '']) => (
        <div key={label}>
          <dt>{label}</dt>
          {text.trim() === '' ? <dd className={styles.open}>{en.paper.notSaid}</dd> : <dd>{text}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Part(props: { title: string; isHalf?: boolean; children: React.ReactNode }): React.JSX.Element {
  return (
    <section data-half={props.isHalf === true}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

const asked = (stream: ValueStream, ...names: readonly CharterField[]): Line[] =>
  names.map((name) => [words.asks[name].label, stream[name]]);

const number = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/** Demand and target, and of the rest what is known. */
function numbersOf(stream: ValueStream): Line[] {
  const { targetLeadTime: target, failureDemandShare: failures } = stream;
  const rest: Line[] = [
    [fields.costOfDelayPerHour, number(stream.costOfDelayPerHour)],
    [fields.demandCv, number(stream.demandCv)],
    [fields.arrivalsPerMonth, number(stream.arrivalsPerMonth)],
    [fields.departuresPerMonth, number(stream.departuresPerMonth)],
    [fields.itemsInProgress, number(stream.itemsInProgress)],
    [fields.failureDemandShare, failures === undefined ? undefined : writeShare(failures)],
  ];
  return [
    [words.demand.label, number(stream.demandPerMonth)],
    [words.target.label, target === undefined ? undefined : showDuration(target)],
    ...rest.filter(([, text]) => text !== undefined),
  ];
}

function Stakeholders(props: { project: Project; stream: WithId<ValueStream> }): React.JSX.Element {
  const rows = stakeholdersOf(props.project, props.stream.id);
  const earlier = props.stream.stakeholders ?? '';
  if (rows.length === 0)
    return <p className={earlier === '' ? styles.open : ''}>{earlier || en.paper.notSaid}</p>;
  const { name, kind, note, noKind } = words.stakeholder;
  return (
    <table>
      <thead>
        <tr>
          {[name, kind, note].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>{row.kind === undefined ? noKind : words.stakeholderKinds[row.kind]}</td>
            <td>{row.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What sets the stream off: demand or opportunity, and what exactly. */
function startOf({ triggerKind, trigger }: ValueStream): Line[] {
  return [
    [words.trigger.label, triggerKind === undefined ? undefined : words.trigger[triggerKind]],
    [words.asks.trigger.label, trigger],
  ];
}

/** The days of the workshop, as far as they are known. */
const datesOf = ({ startsOn = '', endsOn }: ValueStream): string =>
  endsOn === undefined ? startsOn : `${startsOn} ${words.endsOn} ${endsOn}`;

/** The charter on paper: A4 upright, as the team signs it. */
export function CharterSheet({ graph }: { graph: MapGraph }): React.JSX.Element {
  const { stream } = graph;
  const project = useApp((state) => state.history.project);
  return (
    <Paper size="a4-portrait" isOnePage>
      <div className={styles.sheet}>
        <header>
          <p>{words.title}</p>
          <h1>{stream.name}</h1>
        </header>
        <Part title={parts.why}>
          <Lines columns={1} of={asked(stream, 'purpose', 'scenario')} />
        </Part>
        <Part title={parts.start} isHalf>
          <Lines columns={1} of={startOf(stream)} />
        </Part>
        <Part title={parts.result} isHalf>
          <Lines columns={1} of={asked(stream, 'valueOutcome', 'outputs')} />
        </Part>
        <Part title={parts.offering}>
          <Lines columns={3} of={asked(stream, 'goods', 'access', 'serviceActions')} />
        </Part>
        <Part title={parts.people}>
          <Lines columns={4} of={asked(stream, 'provider', 'user', 'customer', 'sponsor')} />
        </Part>
        <Part title={parts.stakeholders}>
          <Stakeholders project={project} stream={stream} />
        </Part>
        <Part title={parts.numbers}>
          <Lines columns={4} of={numbersOf(stream)} />
        </Part>
        <Part title={parts.scope}>
          <Lines columns={2} of={asked(stream, 'scope', 'scopeOut')} />
        </Part>
        <Part title={parts.team}>
          <Lines
            columns={3}
            of={[
              ...asked(stream, 'executiveSponsor', 'owner', 'facilitator', 'team', 'scribe', 'experts'),
              ...asked(stream, 'customerVoice'),
              [words.startsOn.label, datesOf(stream)],
            ]}
          />
        </Part>
      </div>
    </Paper>
  );
}

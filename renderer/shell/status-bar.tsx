import { ShieldAlert } from 'lucide';
import { hoursPerDay } from '../../shared/model/calendar';
import { hasQueue } from '../../shared/layout/has-queue';
import { stepsOf } from '../../shared/model/queries';
import { formatNumber } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { showFindings } from '../panels/findings-walk';
import { Tone } from '../panels/tone';
import { ClockChip } from '../pages/workshop/room-bar';
import { useApp } from '../store';
import { Icon } from '../ui/icon';
import styles from './shell.module.css';

/** Says so while unsaved work has no copy for emergencies. */
function NoCopy(): React.JSX.Element {
  const isKept = useApp((state) => state.isWorkKept);
  const hasProfile = useApp((state) => state.hasProfile);
  return (
    <span role="status" className={styles.statusTrouble}>
      {!(isKept && hasProfile) && (
        <>
          <Icon of={ShieldAlert} size={13} />
          {isKept ? en.saveTrouble.noProfile : en.saveTrouble.noCopy}
        </>
      )}
    </span>
  );
}

/** Counts, selection, grid and calendar at the foot of the window. */
export function StatusBar(): React.JSX.Element {
  const derived = useDerived();
  const selected = useApp((state) => state.selection.length);
  const snap = useApp((state) => state.preferences.snap);
  if (!derived) return <footer className={styles.statusBar} />;
  const { graph, figures, presented } = derived;
  const queues = graph.nodes.filter((node) => graph.in.has(node.id) && hasQueue(graph, node.id)).length;
  const loops = graph.flows.filter((flow) => flow.kind === 'rework' || flow.kind === 'iteration').length;
  const handoffs = figures.figure.handoffs.value;
  const { calendar } = graph;
  return (
    <footer className={styles.statusBar}>
      <button
        type="button"
        className={styles.statusCounts}
        aria-label={en.shell.problems(presented.counts.error, presented.counts.warning)}
        onClick={showFindings}
      >
        <Tone of="error" size={13} /> {presented.counts.error}
        <Tone of="warning" size={13} /> {presented.counts.warning}
      </button>
      <span>
        {en.shell.counts(
          stepsOf(graph).length,
          queues,
          loops,
          handoffs === null ? '—' : formatNumber(Math.round(handoffs * 10) / 10),
        )}
      </span>
      <NoCopy />
      <span className={styles.statusGap} />
      <ClockChip />
      {selected > 0 && <span>{en.shell.selected(selected)}</span>}
      <span>{en.shell.grid(snap)}</span>
      <span>
        {calendar.kind === '24x7'
          ? en.shell.roundTheClock
          : en.shell.workingDay(`${formatNumber(hoursPerDay(calendar))}h`)}
      </span>
    </footer>
  );
}

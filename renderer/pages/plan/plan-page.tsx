import { Plus } from 'lucide';
import { countBroken } from '../../../shared/plan/threads';
import { en } from '../../../shared/text/en';
import { Button } from '../../ui/button';
import { Landmark } from '../../ui/landmark';
import { Tabs } from '../../ui/tabs';
import { A3Sheet } from './a3-sheet';
import { ImpactGrid } from './impact-grid';
import { addIdea } from './plan-actions';
import { usePlan } from './plan-state';
import styles from './plan.module.css';
import { Register } from './register';
import { ThreadsPanel } from './threads-panel';
import { usePlanThreads } from './use-threads';

const words = en.plan;

/** The improvements of the shown stream: who does what until when, what it costs and brings, and where it comes from. */
export function PlanPage(): React.JSX.Element | null {
  const plan = usePlanThreads();
  const tab = usePlan((state) => state.tab);
  if (!plan) return null;
  const { threads } = plan.threads;
  return (
    <Landmark as="main" className={styles.page} aria-label={words.title} data-pane="page">
      <header className={styles.head}>
        <div>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
        </div>
        <Button icon={Plus} kind="primary" onPress={() => addIdea(plan.base.stream.id)}>
          {words.add}
        </Button>
      </header>
      <div className={styles.body}>
        <Tabs
          label={words.tabs.label}
          value={tab}
          onChange={(next) => usePlan.setState({ tab: next })}
          tabs={[
            {
              value: 'register',
              title: words.tabs.register,
              count: threads.length,
              panel: <Register plan={plan} />,
            },
            { value: 'grid', title: words.tabs.grid, panel: <ImpactGrid plan={plan} /> },
            {
              value: 'threads',
              title: words.tabs.threads,
              count: countBroken(plan.threads),
              panel: <ThreadsPanel plan={plan} />,
            },
            { value: 'a3', title: words.tabs.a3, panel: <A3Sheet plan={plan} /> },
          ]}
        />
      </div>
    </Landmark>
  );
}

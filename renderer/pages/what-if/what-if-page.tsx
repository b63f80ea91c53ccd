import { BookmarkPlus, GitBranchPlus, Save } from 'lucide';
import { useDeferredValue, useMemo, useState } from 'react';
import { scenariosOf } from '../../../shared/commands/scenarios';
import { lookUp, type MapGraph } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { scenarioFigures } from '../../../shared/what-if/scenario-figures';
import { useDerived } from '../../derive';
import { useApp } from '../../store';
import { Button } from '../../ui/button';
import { Landmark } from '../../ui/landmark';
import { Tabs } from '../../ui/tabs';
import { KeepDialog } from './keep-dialog';
import { RankPanel } from './rank-panel';
import { Results } from './results';
import { futureOf, updateScenario } from './scenario-actions';
import { ScenariosPanel } from './scenarios-panel';
import { TryOut } from './try-out';
import { useTrial, useWhatIf } from './what-if-state';
import styles from './what-if.module.css';

const words = en.whatIf;

/** What can be done with what is on the sliders. */
function Buttons(props: { map: string }): React.JSX.Element {
  const { map } = props;
  const { changes, scenario } = useTrial(map);
  const kept = useApp((state) => lookUp(state.history.project.scenarios, scenario ?? undefined));
  const [isNaming, setNaming] = useState(false);
  const isEmpty = Object.keys(changes).length === 0;
  return (
    <div className={styles.buttons}>
      {kept && scenario !== null && kept.changes !== changes && (
        <Button icon={Save} isDisabled={isEmpty} onPress={() => updateScenario(scenario, changes)}>
          {words.keepAgain(kept.name)}
        </Button>
      )}
      <Button icon={BookmarkPlus} isDisabled={isEmpty} onPress={() => setNaming(true)}>
        {words.keep}
      </Button>
      <Button
        icon={GitBranchPlus}
        kind="primary"
        isDisabled={isEmpty}
        onPress={() => futureOf(map, kept?.name ?? null, changes)}
      >
        {words.makeFuture}
      </Button>
      {isNaming && <KeepDialog map={map} changes={changes} onClose={() => setNaming(false)} />}
    </div>
  );
}

function Body(props: { graph: MapGraph }): React.JSX.Element | null {
  const { graph } = props;
  const project = useApp((state) => state.history.project);
  const tab = useWhatIf((state) => state.tab);
  const { changes } = useTrial(graph.id);
  const deferred = useDeferredValue(changes);
  const outcome = useMemo(() => scenarioFigures(project, graph.id, deferred), [project, graph.id, deferred]);
  if (!outcome) return null;
  return (
    <div className={styles.columns}>
      <div className={styles.left}>
        <Tabs
          label={words.tabs.label}
          value={tab}
          onChange={(next) => useWhatIf.setState({ tab: next })}
          tabs={[
            {
              value: 'try',
              title: words.tabs.try,
              count: Object.keys(changes).length,
              panel: <TryOut project={project} graph={graph} outcome={outcome} />,
            },
            { value: 'rank', title: words.tabs.rank, panel: <RankPanel project={project} graph={graph} /> },
            {
              value: 'scenarios',
              title: words.tabs.scenarios,
              count: scenariosOf(project, graph.id).length,
              panel: <ScenariosPanel project={project} graph={graph} />,
            },
          ]}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys */}
      <section className={styles.right} aria-label={words.results} tabIndex={0}>
        <Results graph={graph} outcome={outcome} />
      </section>
    </div>
  );
}

/** Sliders on the inputs of the shown map, with what they do to its figures; the map is not touched. */
export function WhatIfPage(): React.JSX.Element | null {
  const derived = useDerived();
  if (!derived) return null;
  const { graph } = derived;
  return (
    <Landmark as="main" className={styles.page} aria-label={words.title} data-pane="page">
      <header className={styles.head}>
        <div>
          <h1>{words.title}</h1>
          <p>{words.intro}</p>
        </div>
        <Buttons map={graph.id} />
      </header>
      <Body graph={graph} />
    </Landmark>
  );
}

import { Ellipsis } from 'lucide';
import { useMemo, useState } from 'react';
import { scenariosOf } from '../../../shared/commands/scenarios';
import type { Project } from '../../../shared/model/project';
import type { MapGraph } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { type FigureRow, figureColumns } from '../../../shared/what-if/figure-columns';
import { type ScenarioOutcome, scenarioFigures } from '../../../shared/what-if/scenario-figures';
import { useSampled } from '../../sampling/use-sampled';
import { Icon } from '../../ui/icon';
import { MenuButton } from '../../ui/menu';
import { TextField } from '../../ui/text-field';
import { copyScenario, futureOf, loadScenario, removeScenario, renameScenario } from './scenario-actions';
import { useWhatIf } from './what-if-state';
import styles from './what-if.module.css';

const words = en.whatIf.scenarios;

type Kept = ReturnType<typeof scenariosOf>[number];

function ScenarioMenu(props: { scenario: Kept; onRename: () => void }): React.JSX.Element {
  const { id, name, map, changes } = props.scenario;
  return (
    <MenuButton
      label={words.menu(name)}
      className={styles.more}
      face={<Icon of={Ellipsis} size={15} />}
      entries={[
        {
          id: 'load',
          title: words.load2,
          run: () => {
            loadScenario(map, id);
            useWhatIf.setState({ tab: 'try' });
          },
        },
        { id: 'future', title: words.future2, run: () => futureOf(map, name, changes) },
        null,
        { id: 'rename', title: words.rename2, run: props.onRename },
        { id: 'duplicate', title: words.duplicate2, run: () => copyScenario(id) },
        { id: 'remove', title: words.remove2, run: () => removeScenario(id) },
      ]}
    />
  );
}

function ScenarioHead(props: { scenario: Kept; unused: number }): React.JSX.Element {
  const { scenario, unused } = props;
  const [isRenaming, setRenaming] = useState(false);
  const count = Object.keys(scenario.changes).length;
  return (
    <th scope="col">
      <span className={styles.columnHead}>
        {isRenaming ? (
          <TextField
            label={words.name(scenario.name)}
            value={scenario.name}
            autoFocus
            onCommit={(name) => {
              const refused = name.trim() === scenario.name ? null : renameScenario(scenario.id, name);
              if (refused === null) setRenaming(false);
              return refused;
            }}
          />
        ) : (
          <span className={styles.columnName}>{scenario.name}</span>
        )}
        <ScenarioMenu scenario={scenario} onRename={() => setRenaming(true)} />
      </span>
      <span className={styles.columnNote}>
        {words.changes(count)}
        {unused > 0 && `, ${words.leftOut(unused)}`}
      </span>
    </th>
  );
}

function Rows(props: { rows: readonly FigureRow[]; ids: readonly string[] }): React.JSX.Element {
  return (
    <tbody>
      {props.rows.map((row) => (
        <tr key={row.id} data-row={row.id}>
          <th scope="row">{row.name}</th>
          {row.cells.map((cell, at) => (
            <td key={props.ids[at]} data-best={cell.isBest}>
              {cell.text}
              {cell.isBest && <span className={styles.best}>{words.best}</span>}
              {cell.difference !== null && (
                <span className={styles.difference} data-mark={cell.mark}>
                  {cell.difference}
                  <span className={styles.spoken}>, {en.whatIf.marks.words[cell.mark]}</span>
                </span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** The map and all scenarios that were kept of it, figure by figure. */
export function ScenariosPanel(props: { project: Project; graph: MapGraph }): React.JSX.Element {
  const { project, graph } = props;
  const kept = useMemo(() => scenariosOf(project, graph.id), [project, graph.id]);
  const outcomes = useMemo(
    () => kept.map(({ changes }): ScenarioOutcome | null => scenarioFigures(project, graph.id, changes)),
    [project, graph.id, kept],
  );
  const graphs = useMemo(() => [graph, ...outcomes.map((each) => each?.graph ?? graph)], [graph, outcomes]);
  const sampled = useSampled(graphs);
  const rows = figureColumns(graphs.map((each, at) => ({ graph: each, sampled: sampled[at] ?? null })));
  if (kept.length === 0) return <p className={styles.empty}>{words.empty}</p>;
  return (
    <div className={styles.scroll}>
      <p className={styles.hint}>{words.intro}</p>
      <div className={styles.wide}>
        <table className={styles.scenarios}>
          <caption className={styles.spoken}>{en.whatIf.tabs.scenarios}</caption>
          <thead>
            <tr>
              <th scope="col">{en.whatIf.figure}</th>
              <th scope="col">
                <span className={styles.columnHead}>
                  <span className={styles.columnName}>{graph.map.name}</span>
                </span>
              </th>
              {kept.map((scenario, at) => (
                <ScenarioHead
                  key={scenario.id}
                  scenario={scenario}
                  unused={outcomes[at]?.unused.length ?? 0}
                />
              ))}
            </tr>
          </thead>
          <Rows rows={rows} ids={['map', ...kept.map(({ id }) => id)]} />
        </table>
      </div>
    </div>
  );
}

import { useMemo, useState } from 'react';
import { compareMaps } from '../../shared/analysis/compare-maps';
import { sampleLeadTime, usualSampling } from '../../shared/simulation/sample-lead-time';
import { futuresOf } from '../../shared/commands/future-copy';
import type { Project } from '../../shared/model/project';
import { listOf, lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import { type Derived, useDerived } from '../derive';
import { showMap, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField } from '../ui/select-field';
import { ChangeList, FindingList } from './change-lists';
import { FigureTable } from './figure-table';
import styles from './fix.module.css';

const words = fixesText.compare;

const close = (): void => useApp.setState({ dialog: null });

interface Pair {
  readonly before: string;
  readonly after: string;
}

/** Each future state of the stream with the maps that it was copied from; those of the shown map first. */
function pairsOf(project: Project, stream: string, shown: string): Pair[] {
  const maps = listOf(project.maps).filter((map) => map.stream === stream);
  const pairs = maps.flatMap(({ id }) => futuresOf(project, id).map((after) => ({ before: id, after })));
  const isShown = ({ before, after }: Pair): number => Number(after === shown) * 2 + Number(before === shown);
  return pairs.sort((a, b) => isShown(b) - isShown(a));
}

function Comparison(props: { derived: Derived; pair: Pair }): React.JSX.Element | null {
  const { pack } = props.derived;
  const { before, after } = props.pair;
  const project = useApp((state) => state.history.project);
  const today = useApp((state) => state.today);
  const application = useApp((state) => state.analysis.rules);
  const { profile } = project.settings;
  const found = useMemo(
    () =>
      compareMaps({
        project,
        before,
        after,
        pack,
        profile,
        today,
        application,
        sample: (graph) => sampleLeadTime(graph, usualSampling),
      }),
    [project, before, after, pack, profile, today, application],
  );
  if (!found) return null;
  const { disappears, appears } = found;
  return (
    <div className={styles.columns}>
      <div>
        {found.changes.length === 0 ? (
          <p className={styles.empty}>{words.same}</p>
        ) : (
          <ChangeList title={words.changes} changes={found.changes.map(({ line }) => line)} />
        )}
        <FindingList title={words.disappears(disappears.length)} findings={disappears} tone="better" />
        <FindingList title={words.appears(appears.length)} findings={appears} tone="worse" />
      </div>
      <FigureTable
        title={words.figures}
        before={lookUp(project.maps, before)?.name ?? ''}
        after={lookUp(project.maps, after)?.name ?? ''}
        rows={found.figures}
      />
    </div>
  );
}

/** A map and a future state of it side by side. */
export function CompareDialog(): React.JSX.Element | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!derived) return null;
  const pairs = pairsOf(project, derived.graph.stream.id, derived.graph.id);
  const keyOf = ({ before, after }: Pair): string => `${before} ${after}`;
  const pair = pairs.find((each) => keyOf(each) === chosen) ?? pairs[0];
  const nameOf = (id: string): string => lookUp(project.maps, id)?.name ?? '';
  const other = pair && (pair.after === derived.graph.id ? pair.before : pair.after);
  return (
    <Dialog
      title={words.title}
      description={pair ? words.description : words.nothing}
      closeLabel={en.dialogs.close}
      width="wide"
      startsAtMainButton
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{en.dialogs.close}</Button>
          {other !== undefined && (
            <Button
              kind="primary"
              onPress={() => {
                close();
                showMap(other);
              }}
            >
              {words.show(nameOf(other))}
            </Button>
          )}
        </>
      }
    >
      {pairs.length > 1 && pair && (
        <SelectField
          label={words.which}
          choices={pairs.map((each) => ({
            value: keyOf(each),
            name: words.pair(nameOf(each.before), nameOf(each.after)),
          }))}
          value={keyOf(pair)}
          none=""
          canClear={false}
          onChange={setChosen}
        />
      )}
      {pair && <Comparison derived={derived} pair={pair} />}
    </Dialog>
  );
}

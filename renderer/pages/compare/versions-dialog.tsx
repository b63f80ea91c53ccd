import { ArrowLeft, TriangleAlert } from 'lucide';
import { useEffect, useMemo, useState } from 'react';
import { changesBesideMaps } from '../../../shared/analysis/version-changes';
import { type MapsOfBoth, mapsOfBoth } from '../../../shared/analysis/version-maps';
import { compareText } from '../../../shared/text/compare';
import { versionsText as words } from '../../../shared/text/versions';
import type { DialogName } from '../../app-state';
import { useApp } from '../../store';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { SelectField } from '../../ui/select-field';
import type { Decision, VersionPair } from './version-pair';
import { type Pair, useCompare } from './compare-state';
import styles from './compare.module.css';
import { ComparisonView, ViewChoice } from './comparison-view';
import { useComparison } from './use-comparison';

/** Keeps what the page of the open document shows as it was while versions are looked at. */
function useOwnView(): void {
  useEffect(() => {
    const before = useCompare.getState();
    useCompare.setState({ chosen: [], pointed: null, kinds: [] });
    return () => useCompare.setState(before);
  }, []);
}

/** What differs that no map shows, in one line each; nothing where nothing does. */
function Notes(props: { pair: VersionPair; maps: MapsOfBoth }): React.JSX.Element | null {
  const { before, after } = props.pair;
  const { onlyBefore, onlyAfter } = props.maps;
  const beside = useMemo(() => changesBesideMaps(before.project, after.project), [before, after]);
  const lines = [
    ...(onlyBefore.length > 0 ? [words.onlyIn(onlyBefore, before.name)] : []),
    ...(onlyAfter.length > 0 ? [words.onlyIn(onlyAfter, after.name)] : []),
  ];
  const subjects = beside.map(({ subject, ...counts }) => words.subject(words.subjects[subject], counts));
  const isSame = lines.length + subjects.length === 0 && !props.maps.shared.some((map) => map.isChanged);
  if (isSame) return <p className={styles.versionNotes}>{words.same}</p>;
  if (lines.length + subjects.length === 0) return null;
  return (
    <p className={styles.versionNotes}>
      {[...lines, ...(subjects.length > 0 ? [`${words.beside} ${subjects.join(', ')}`] : [])].join('. ')}
    </p>
  );
}

/** What must be known of the versions, such as a checksum that does not fit. */
function Remarks({ of: remarks = [] }: { of: VersionPair['remarks'] }): React.JSX.Element | null {
  if (remarks.length === 0) return null;
  return (
    <div className={styles.versionRemarks} role="alert">
      <Icon of={TriangleAlert} size={16} />
      <div>
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </div>
    </div>
  );
}

interface BarProps {
  readonly maps: MapsOfBoth;
  readonly pair: Pair | null;
  readonly decisions: readonly Decision[];
  readonly onMap: (id: string) => void;
  readonly onBack: () => void;
}

/** Ends the comparison by a decision. */
function Decisions(props: { of: readonly Decision[] }): React.JSX.Element {
  const decide = (go: () => void): void => {
    useApp.setState({ dialog: null });
    go();
  };
  return (
    <div className={styles.decisions}>
      {props.of.map(({ title, kind, go }) => (
        <Button key={title} kind={kind} onPress={() => decide(go)}>
          {title}
        </Button>
      ))}
    </div>
  );
}

function Bar(props: BarProps): React.JSX.Element {
  const { shared } = props.maps;
  const hasDecisions = props.decisions.length > 0;
  return (
    <div className={styles.head}>
      <Button icon={ArrowLeft} onPress={props.onBack}>
        {words.back}
      </Button>
      {shared.length > 1 && (
        <div className={styles.choice}>
          <SelectField
            label={words.map}
            choices={shared.map(({ id, name, isChanged }) => ({
              value: id,
              name: isChanged ? name : words.unchanged(name),
            }))}
            value={props.pair?.after ?? null}
            none=""
            canClear={false}
            onChange={(id) => {
              if (id !== null) props.onMap(id);
            }}
          />
        </div>
      )}
      <p className={styles.versionHint}>{hasDecisions ? words.undecided : words.lookOnly}</p>
      <ViewChoice />
      {hasDecisions && <Decisions of={props.decisions} />}
    </div>
  );
}

function Shown(props: { versions: VersionPair; pair: Pair }): React.JSX.Element {
  const { before, after } = props.versions;
  const names = useMemo(() => ({ before: before.name, after: after.name }), [before, after]);
  const comparison = useComparison({
    project: after.project,
    earlier: before.project,
    pair: props.pair,
    names,
  });
  if (!comparison) return <p className={styles.waiting}>{compareText.comparing}</p>;
  return <ComparisonView comparison={comparison} />;
}

/** Two versions of a document side by side, over whatever was open; it changes nothing by itself and goes back there. */
export function VersionsDialog(props: {
  pair: VersionPair;
  decisions: readonly Decision[];
  back: DialogName | null;
}): React.JSX.Element {
  const { pair: versions, decisions, back } = props;
  const { before, after } = versions;
  const shown = useApp((state) => state.mapId);
  const maps = useMemo(
    () => mapsOfBoth(before.project, after.project, shown),
    [before.project, after.project, shown],
  );
  const [map, setMap] = useState<string | null>(null);
  const pair = useMemo(() => (map === null ? maps.first : { before: map, after: map }), [maps, map]);
  useOwnView();
  const goBack = (): void => useApp.setState({ dialog: back });
  return (
    <Dialog
      title={words.comparing(before.name, after.name)}
      closeLabel={words.close}
      width="window"
      onClose={goBack}
    >
      <div className={styles.page}>
        <Bar maps={maps} pair={pair} decisions={decisions} onMap={setMap} onBack={goBack} />
        <Remarks of={versions.remarks} />
        <Notes pair={versions} maps={maps} />
        {pair ? (
          <Shown key={`${pair.before} ${pair.after}`} versions={versions} pair={pair} />
        ) : (
          <p className={styles.waiting}>{words.noMap}</p>
        )}
      </div>
    </Dialog>
  );
}

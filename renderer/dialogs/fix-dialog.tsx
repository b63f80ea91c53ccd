import { CircleCheck, CircleSlash, Equal, TrendingDown, TriangleAlert } from 'lucide';
import { useMemo, useState } from 'react';
import type { FixTarget } from '../../shared/analysis/plan-fix';
import { placed } from '../../shared/analysis/placed-findings';
import { targetsOf } from '../../shared/analysis/plan-fix';
import { type Fate, type FixPreview, previewFix } from '../../shared/analysis/preview-fix';
import type { FindingRow } from '../../shared/analysis/present-findings';
import type { AnalysisRule } from '../../shared/analysis/rule';
import type { Project } from '../../shared/model/project';
import { lookUp } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import { applyFix, keepIdea, ruleOf } from '../actions/fix-actions';
import { type Derived, useDerived } from '../derive';
import { makeId } from '../make-id';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon, type IconNode } from '../ui/icon';
import { SelectField } from '../ui/select-field';
import { ChangeList, FindingList } from './change-lists';
import { FigureTable } from './figure-table';
import styles from './fix.module.css';

const words = fixesText.dialog;

const close = (): void => useApp.setState({ dialog: null });

const keyOf = (target: FixTarget): string => (target.kind === 'new' ? 'new' : target.map);

function targetName(target: FixTarget, project: Project): string {
  return target.kind === 'new' ? words.newFuture : (lookUp(project.maps, target.map)?.name ?? '');
}

/** Where the fix goes: told where there is no choice, chosen where there is. */
function Target(props: {
  isCorrection: boolean;
  targets: readonly FixTarget[];
  target: FixTarget;
  project: Project;
  onChange: (target: FixTarget) => void;
}): React.JSX.Element {
  const { targets, target, project } = props;
  if (props.isCorrection) return <p className={styles.target}>{words.correction}</p>;
  if (targets.length === 1) return <p className={styles.target}>{words.newFutureOnly}</p>;
  return (
    <div className={styles.targetChoice}>
      <SelectField
        label={words.goesTo}
        choices={targets.map((each) => ({ value: keyOf(each), name: targetName(each, project) }))}
        value={keyOf(target)}
        none=""
        canClear={false}
        onChange={(value) => {
          const chosen = targets.find((each) => keyOf(each) === value);
          if (chosen) props.onChange(chosen);
        }}
      />
      <p className={styles.target}>{words.currentStays}</p>
    </div>
  );
}

const fateIcons: Readonly<Record<Fate, IconNode>> = {
  gone: CircleCheck,
  lower: TrendingDown,
  unchanged: Equal,
  higher: TriangleAlert,
  absent: CircleCheck,
  unknown: Equal,
};

function FateLine(props: { preview: FixPreview }): React.JSX.Element {
  const { fate, findingAfter } = props.preview;
  return (
    <div className={styles.fate} data-fate={fate}>
      <Icon of={fateIcons[fate]} size={16} />
      <p>
        <strong>{words.fates[fate]}</strong>
        {findingAfter && fate !== 'unchanged' && <span>{findingAfter.sentence}</span>}
      </p>
    </div>
  );
}

function Preview(props: { preview: FixPreview }): React.JSX.Element {
  const { preview } = props;
  return (
    <>
      <div className={styles.columns}>
        <div>
          <ChangeList title={words.changes} changes={preview.changes} />
          <section className={styles.changes}>
            <h3>{words.finding}</h3>
            <FateLine preview={preview} />
          </section>
          <FindingList
            title={words.disappears(preview.disappears.length)}
            findings={preview.disappears}
            tone="better"
          />
          <FindingList
            title={words.appears(preview.appears.length)}
            findings={preview.appears}
            tone="worse"
          />
        </div>
        <FigureTable title={words.figures} before={words.before} after={words.after} rows={preview.figures} />
      </div>
      {preview.whatIf !== null && <p className={styles.whatIf}>{preview.whatIf}</p>}
    </>
  );
}

interface Asked {
  readonly derived: Derived;
  readonly row: FindingRow;
  readonly rule: AnalysisRule;
  readonly index: number;
}

/** The preview for the chosen map, made anew when the map or the choice changes. */
function usePreview({ derived, row, rule, index }: Asked): {
  preview: ReturnType<typeof previewFix>;
  targets: readonly FixTarget[];
  target: FixTarget;
  choose: (target: FixTarget) => void;
} {
  const { pack } = derived;
  const map = derived.graph.id;
  const project = useApp((state) => state.history.project);
  const today = useApp((state) => state.today);
  const application = useApp((state) => state.analysis.rules);
  const [chosen, choose] = useState<FixTarget | null>(null);
  const kind = rule.suggest[index]?.kind === 'correct' ? 'correct' : 'improve';
  const targets = useMemo(() => targetsOf(project, map, kind), [project, map, kind]);
  const target = useMemo<FixTarget>(
    () => chosen ?? targets[0] ?? { kind: 'here', map },
    [chosen, targets, map],
  );
  const { finding } = row;
  const { profile } = project.settings;
  const preview = useMemo(() => {
    const wish = { project, map, finding, rule, suggestionIndex: index, target, makeId };
    return previewFix({ ...wish, pack, profile, today, application });
  }, [project, map, finding, rule, index, target, pack, profile, today, application]);
  return { preview, targets, target, choose };
}

function FixForm(props: Asked): React.JSX.Element {
  const { derived, row, rule, index } = props;
  const project = useApp((state) => state.history.project);
  const { preview, targets, target, choose } = usePreview(props);
  const suggestion = rule.suggest[index];
  const isCorrection = suggestion?.kind === 'correct';
  const label = suggestion?.label ?? rule.title;
  const idea = (): void => {
    close();
    keepIdea(row, label);
  };
  return (
    <Dialog
      title={label}
      description={placed(derived.graph, row.finding).sentence}
      closeLabel={en.dialogs.close}
      width="wide"
      startsAtMainButton
      onClose={close}
      buttons={
        <>
          <span className={styles.idea}>
            <Button kind="quiet" onPress={idea}>
              {words.idea}
            </Button>
          </span>
          <Button onPress={close}>{words.cancel}</Button>
          <Button
            kind="primary"
            isDisabled={preview.kind === 'unfit'}
            onPress={() => preview.kind === 'planned' && applyFix(preview)}
          >
            {words.apply(isCorrection)}
          </Button>
        </>
      }
    >
      <Target {...{ isCorrection, targets, target, project }} onChange={choose} />
      {preview.kind === 'unfit' ? (
        <p className={styles.unfit}>
          <Icon of={CircleSlash} size={14} />
          {preview.sentence}
        </p>
      ) : (
        <Preview preview={preview} />
      )}
    </Dialog>
  );
}

/** What a quick fix would change, before it is done: in words, in figures, in findings. */
export function FixDialog(props: { of: string; index: number }): React.JSX.Element | null {
  const derived = useDerived();
  const row = derived?.presented.rows.find((each) => each.key === props.of);
  const rule = row && ruleOf(row);
  return derived && row && rule ? (
    <FixForm derived={derived} row={row} rule={rule} index={props.index} />
  ) : null;
}

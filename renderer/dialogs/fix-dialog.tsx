import { planFix } from '../../shared/analysis/plan-fix';
import { en } from '../../shared/text/en';
import { fixesText } from '../../shared/text/fixes';
import { ruleOf } from '../actions/fix-actions';
import { useDerived } from '../derive';
import { makeId } from '../make-id';
import { dispatch, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

const close = (): void => useApp.setState({ dialog: null });

/** What a quick fix would change, before it is done. */
export function FixDialog(props: { of: string; index: number }): React.JSX.Element | null {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const row = derived?.presented.rows.find((each) => each.key === props.of);
  const rule = row && ruleOf(row);
  if (!derived || !row || !rule) return null;
  const plan = planFix({
    project,
    map: derived.graph.id,
    finding: row.finding,
    rule,
    suggestionIndex: props.index,
    makeId,
  });
  const apply = (): void => {
    if (plan.kind !== 'planned' || dispatch(plan.command) !== null) return;
    useApp.setState({ dialog: null, mapId: plan.map });
  };
  return (
    <Dialog
      title={rule.suggest[props.index]?.label ?? rule.title}
      description={plan.kind === 'unfit' ? plan.sentence : row.sentence}
      closeLabel={en.dialogs.close}
      width="wide"
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{fixesText.dialog.cancel}</Button>
          <Button kind="primary" isDisabled={plan.kind === 'unfit'} onPress={apply}>
            {fixesText.dialog.apply}
          </Button>
        </>
      }
    />
  );
}

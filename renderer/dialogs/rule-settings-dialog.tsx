import { BookOpen, RotateCcw } from 'lucide';
import { useState } from 'react';
import { profiles } from '../../shared/analysis/profiles';
import type { AnalysisRule } from '../../shared/analysis/rule';
import type { RuleScope } from '../../shared/analysis/rule-scope';
import { setSettings } from '../../shared/commands/settings';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { dispatch, useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Segmented } from '../ui/segmented';
import { RuleFields } from './rule-fields';
import { RuleList, ruleOf } from './rule-list';
import { type RulesHere, useRulesHere } from './rules-here';
import styles from './rules.module.css';

const words = en.ruleSettings;

function ProfileChoice(): React.JSX.Element {
  const profile = useApp((state) => state.history.project.settings.profile);
  return (
    <div className={styles.choice}>
      <span className={styles.choiceName}>{words.profile}</span>
      <Segmented
        label={words.profile}
        value={profile}
        choices={Object.values(profiles).map(({ id, name }) => ({ value: id, name }))}
        onChange={(chosen) => {
          if (chosen !== null) dispatch(setSettings({ patch: { profile: chosen } }));
        }}
      />
      <p className={styles.choiceHint}>{words.profileHints[profile]}</p>
    </div>
  );
}

function ScopeChoice(props: {
  scope: RuleScope;
  stepName: string | null;
  onChange: (scope: RuleScope) => void;
}): React.JSX.Element {
  const { scope, stepName } = props;
  const scopes: readonly RuleScope[] = [
    ...(stepName === null ? [] : (['target'] as const)),
    'map',
    'project',
    'application',
  ];
  return (
    <div className={styles.choice}>
      <span className={styles.choiceName}>{words.scope}</span>
      <Segmented
        label={words.scope}
        value={scope}
        choices={scopes.map((value) => ({ value, name: words.scopes[value] }))}
        onChange={(chosen) => {
          if (chosen !== null) props.onChange(chosen);
        }}
      />
      <p className={styles.choiceHint}>
        {scope === 'target' ? words.scopeHints.target(stepName ?? '') : words.scopeHints[scope]}
      </p>
    </div>
  );
}

function RulePage(props: { rule: AnalysisRule; here: RulesHere }): React.JSX.Element {
  const { rule, here } = props;
  return (
    <div className={styles.page}>
      <h3 className={styles.pageTitle}>{rule.title}</h3>
      <p className={styles.lead}>{rule.whyItMatters}</p>
      <RuleFields key={`${rule.id} ${here.place.scope}`} rule={rule} here={here} />
      <div className={styles.pageButtons}>
        <Button
          icon={BookOpen}
          onPress={() => useApp.setState({ dialog: { kind: 'rule-reference', rule: rule.id } })}
        >
          {words.readMore}
        </Button>
        {here.isChanged(rule.id) && (
          <Button icon={RotateCcw} onPress={() => here.reset(rule.id)}>
            {words.resetRule}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How each rule judges: on or off, how bad, by which limits; for a step, a map, the project or this computer. */
export function RuleSettingsDialog(props: {
  rule: string | null;
  step: string | null;
}): React.JSX.Element | null {
  const derived = useDerived();
  const [chosen, setChosen] = useState(props.rule);
  const [scope, setScope] = useState<RuleScope>('project');
  const here = useRulesHere({ scope, map: derived?.graph.id ?? '', step: props.step });
  const rule = ruleOf(chosen);
  if (!derived || !rule) return null;
  const stepName = props.step === null ? null : (derived.graph.node.get(props.step)?.name ?? null);
  const noteOf = (each: AnalysisRule): string | null => {
    if (here.settingOf(each).severity === 'off') return words.state.off;
    return here.isChanged(each.id) ? words.state.changed : null;
  };
  return (
    <Dialog
      title={words.title}
      description={words.description}
      closeLabel={en.dialogs.close}
      width="page"
      onClose={() => useApp.setState({ dialog: null })}
      buttons={
        here.hasChanges ? (
          <Button icon={RotateCcw} onPress={() => here.reset()}>
            {words.resetAll}
          </Button>
        ) : undefined
      }
    >
      <RuleList chosen={rule.id} onChoose={setChosen} noteOf={noteOf} />
      <div className={styles.main}>
        <div className={styles.choices}>
          <ProfileChoice />
          <ScopeChoice scope={scope} stepName={stepName} onChange={setScope} />
        </div>
        <RulePage rule={rule} here={here} />
      </div>
    </Dialog>
  );
}

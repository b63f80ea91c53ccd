import { RotateCcw } from 'lucide';
import { formatLimit } from '../../shared/analysis/limits';
import { contradictionOf } from '../../shared/analysis/limit-order';
import { groupOf, type SeverityGroup } from '../../shared/analysis/severity-groups';
import { readLimit, writeLimit } from '../../shared/analysis/read-limit';
import type { AnalysisRule, OptionSpec } from '../../shared/analysis/rule';
import type { ChosenSetting } from '../../shared/analysis/rule-settings';
import type { Severity } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { IconButton } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { type RulesHere, sayLayer } from './rules-here';
import styles from './rules.module.css';

const words = en.ruleSettings;

/** The severity that a choice of the three stands for; that of the rule itself where it is one of the group. */
function severityOf(group: SeverityGroup, rule: AnalysisRule): Severity {
  if (groupOf(rule.defaultSeverity) === group) return rule.defaultSeverity;
  return ({ error: 'high', warning: 'medium', info: 'low' } as const)[group];
}

const valueOf = (setting: ChosenSetting, name: string, option: OptionSpec): number =>
  setting.options[name] ?? option.default;

interface FieldProps {
  rule: AnalysisRule;
  here: RulesHere;
}

/** Says what the map is judged by where that is not what this scope says. */
function InForce(props: FieldProps & { name: string; option: OptionSpec }): React.JSX.Element | null {
  const { rule, here, name, option } = props;
  const inForce = here.inForce(rule);
  const value = valueOf(inForce, name, option);
  if (value === valueOf(here.settingOf(rule), name, option)) return null;
  const say = here.place.step === null ? words.inForce : words.inForceAtStep;
  return <p className={styles.inForce}>{say(formatLimit(option, value), sayLayer(inForce.from[name]))}</p>;
}

function LimitField(props: FieldProps & { name: string; option: OptionSpec }): React.JSX.Element {
  const { rule, here, name, option } = props;
  const calendar = useDerived()?.graph.calendar;
  const setting = here.settingOf(rule);
  const value = valueOf(setting, name, option);
  const isOwn = Object.hasOwn(here.own(rule.id)?.options ?? {}, name);
  const contradiction = contradictionOf(rule, setting.options, name);
  const commit = (typed: string): string | null => {
    if (typed.trim() === '') here.set(rule.id, { options: { [name]: undefined } });
    else {
      if (!calendar) return null;
      const read = readLimit(option, typed, calendar);
      if (!read.ok) return read.reason;
      const other = contradictionOf(rule, { ...setting.options, [name]: read.value }, name);
      if (other !== null) return other;
      here.set(rule.id, { options: { [name]: read.value } });
    }
    return null;
  };
  return (
    <div className={styles.limit} data-changed={isOwn}>
      <TextField
        label={option.label}
        value={writeLimit(option, value)}
        aside={
          isOwn ? (
            <span className={styles.changed}>{words.changed}</span>
          ) : (
            <span className={styles.origin}>{sayLayer(setting.from[name])}</span>
          )
        }
        onCommit={commit}
      />
      <span className={styles.unit}>{words.units[option.unit]}</span>
      <p className={styles.usual}>
        {words.usual(formatLimit(option, option.default))} ·{' '}
        {words.between(formatLimit(option, option.min), formatLimit(option, option.max))}
      </p>
      <span className={styles.reset}>
        {isOwn && (
          <IconButton
            icon={RotateCcw}
            size={14}
            label={words.resetLimit(option.label)}
            onPress={() => here.set(rule.id, { options: { [name]: undefined } })}
          />
        )}
      </span>
      {contradiction !== null && <p className={styles.inForce}>{contradiction}</p>}
      <InForce {...props} />
    </div>
  );
}

function SeverityFields(props: FieldProps): React.JSX.Element {
  const { rule, here } = props;
  const { severity } = here.settingOf(rule);
  const own = here.own(rule.id)?.severity;
  const isOn = severity !== 'off';
  const inherited = severity === null || severity === 'off' ? rule.defaultSeverity : severity;
  const tones: readonly SeverityGroup[] = ['error', 'warning', 'info'];
  return (
    <div className={styles.judging}>
      <CheckField
        label={words.isOn}
        value={isOn}
        onChange={(on) => {
          const back = own === 'off' ? undefined : rule.defaultSeverity;
          here.set(rule.id, { severity: on ? back : 'off' });
        }}
      />
      {isOn && (
        <SelectField
          label={words.severity}
          value={own === undefined || own === 'off' ? null : groupOf(own)}
          none={words.severityDefault(en.findings.severities[groupOf(inherited)])}
          choices={tones.map((tone) => ({ value: tone, name: en.findings.severities[tone] }))}
          onChange={(value) => {
            const tone = tones.find((each) => each === value);
            here.set(rule.id, { severity: tone === undefined ? undefined : severityOf(tone, rule) });
          }}
        />
      )}
    </div>
  );
}

/** The switch, the severity and the limits of one rule. */
export function RuleFields(props: FieldProps): React.JSX.Element {
  const { rule, here } = props;
  const count = useDerived()?.report.findings.filter((each) => each.rule === rule.id).length ?? 0;
  const limits = Object.entries(rule.options);
  const isOff = here.inForce(rule).severity === 'off';
  return (
    <>
      <SeverityFields {...props} />
      <p className={styles.effect} role="status">
        {isOff ? words.isOff : words.finds(count)}
      </p>
      <h4 className={styles.partTitle}>{words.limits}</h4>
      {limits.length === 0 && <p className={styles.quiet}>{words.noLimits}</p>}
      {limits.map(([name, option]) => (
        <LimitField key={name} {...props} name={name} option={option} />
      ))}
    </>
  );
}

import { SlidersHorizontal } from 'lucide';
import { useMemo, useState } from 'react';
import { wastes } from '../../shared/catalogue/wastes';
import type { Example } from '../../shared/analysis/example';
import { formatLimit } from '../../shared/analysis/limits';
import type { AnalysisRule } from '../../shared/analysis/rule';
import { groupOf } from '../../shared/analysis/severity-groups';
import { drawExample } from '../../shared/drawing/draw-example';
import { en } from '../../shared/text/en';
import { Drawing } from '../canvas/drawing';
import { useDerived } from '../derive';
import { Tone } from '../panels/tone';
import { useApp } from '../store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { categoryOf, RuleList, ruleOf } from './rule-list';
import { sayLayer, useRulesHere } from './rules-here';
import styles from './rules.module.css';

const words = en.ruleSettings.reference;
const nothing: readonly string[] = [];
const fieldWords: Readonly<Record<string, string>> = en.ruleSettings.fields;

function DrawnExample(props: {
  rule: AnalysisRule;
  example: Example;
  /** Ids of what is found in it; none in a clean one. */
  finds: readonly string[];
}): React.JSX.Element | null {
  const { rule, example, finds } = props;
  const isFlagged = finds.length > 0;
  const drawing = useMemo(
    () => drawExample(example, { finds, worst: groupOf(rule.defaultSeverity) }),
    [rule, example, finds],
  );
  if (!drawing) return null;
  return (
    <figure className={styles.example}>
      <figcaption>
        <span className={styles.verdict} data-flagged={isFlagged}>
          {isFlagged ? words.flagged : words.clean}
        </span>
        {example.title}
      </figcaption>
      <div className={styles.drawing}>
        <Drawing list={drawing} label={words.drawing(example.title)} />
      </div>
    </figure>
  );
}

function Chips(props: { rule: AnalysisRule }): React.JSX.Element {
  const derived = useDerived();
  const { rule } = props;
  const pick = (all: readonly { id: string; name: string }[], ids: readonly string[]): string[] =>
    all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const names = [
    ...pick(wastes, rule.wastes),
    ...pick(derived?.pack.principles ?? [], rule.principles),
    ...pick(derived?.pack.dimensions ?? [], rule.dimensions),
  ];
  const tone = groupOf(rule.defaultSeverity);
  return (
    <ul className={styles.chips}>
      <li>
        <Tone of={tone} size={13} /> {en.findings.severities[tone]}
      </li>
      <li>{en.ruleSettings.categories[categoryOf(rule)]}</li>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function LimitsInForce(props: { rule: AnalysisRule }): React.JSX.Element {
  const { rule } = props;
  const mapId = useApp((state) => state.mapId);
  const setting = useRulesHere({ scope: 'map', map: mapId, step: null }).settingOf(rule);
  const limits = Object.entries(rule.options);
  return (
    <section className={styles.part}>
      <h4 className={styles.partTitle}>{words.limits}</h4>
      {setting.severity === 'off' && <p>{en.ruleSettings.isOff}</p>}
      {limits.length === 0 && <p>{en.ruleSettings.noLimits}</p>}
      <dl className={styles.limits}>
        {limits.map(([name, option]) => (
          <div key={name}>
            <dt>{option.label}</dt>
            <dd>
              <strong>{formatLimit(option, setting.options[name] ?? option.default)}</strong>{' '}
              {sayLayer(setting.from[name])}
            </dd>
          </div>
        ))}
      </dl>
      <Button
        icon={SlidersHorizontal}
        onPress={() => useApp.setState({ dialog: { kind: 'rule-settings', rule: rule.id, step: null } })}
      >
        {words.change}
      </Button>
    </section>
  );
}

function Part(props: { title: string; text: string }): React.JSX.Element {
  return (
    <section className={styles.part}>
      <h4 className={styles.partTitle}>{props.title}</h4>
      <p>{props.text}</p>
    </section>
  );
}

function Page(props: { rule: AnalysisRule }): React.JSX.Element {
  const { rule } = props;
  const flagged = rule.examples.flagged[0];
  const clean = rule.examples.clean[0];
  const needs = rule.needs.map((field) => fieldWords[field] ?? field.replaceAll('_', ' '));
  return (
    <article className={styles.page} aria-label={rule.title}>
      <h3 className={styles.pageTitle}>{rule.title}</h3>
      <Chips rule={rule} />
      <Part title={words.why} text={rule.whyItMatters} />
      {(flagged ?? clean) && <h4 className={styles.partTitle}>{words.examples}</h4>}
      {flagged && <DrawnExample rule={rule} example={flagged} finds={flagged.finds} />}
      {clean && <DrawnExample rule={rule} example={clean} finds={nothing} />}
      <Part title={words.todo} text={rule.whatToDo} />
      <Part title={words.fine} text={rule.whenItIsFine} />
      <Part
        title={words.looksAt}
        text={words.looksAtText(words.scopes[rule.scope], needs, rule.blocksCalculation)}
      />
      <LimitsInForce rule={rule} />
      <Part title={words.source} text={rule.source} />
      <Part title={words.id} text={rule.id} />
    </article>
  );
}

/** What each rule looks at, why, with a drawn example, and the limits that are in force. */
export function RuleReferenceDialog(props: { rule: string | null }): React.JSX.Element | null {
  const findings = useDerived()?.report.findings ?? [];
  const [chosen, setChosen] = useState(props.rule);
  const rule = ruleOf(chosen);
  if (!rule) return null;
  return (
    <Dialog
      title={words.title}
      description={words.description}
      closeLabel={en.dialogs.close}
      width="page"
      onClose={() => useApp.setState({ dialog: null })}
    >
      <RuleList
        chosen={rule.id}
        onChoose={setChosen}
        noteOf={(each) => {
          const count = findings.filter((finding) => finding.rule === each.id && !finding.waived).length;
          return count === 0 ? null : words.onMap(count);
        }}
      />
      <div className={styles.main} key={rule.id}>
        <Page rule={rule} />
      </div>
    </Dialog>
  );
}

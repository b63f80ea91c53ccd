import { useRef, useState } from 'react';
import { allRules } from '../../shared/analysis/all-rules';
import type { AnalysisRule } from '../../shared/analysis/rule';
import { en } from '../../shared/text/en';
import { matchesAll } from '../panels/matches';
import { SearchField } from '../ui/search-field';
import styles from './rules.module.css';

const words = en.ruleSettings;
type CategoryName = keyof typeof words.categories;
const categories = Object.keys(words.categories) as CategoryName[];

/** The heading under which a rule stands: `waste:motion` stands under `waste`. */
export function categoryOf({ category }: AnalysisRule): CategoryName {
  const [head] = category.split(':');
  return categories.find((each) => each === head) ?? 'pattern';
}

/** The rule of an id, or the first of all. */
export function ruleOf(id: string | null): AnalysisRule | undefined {
  return allRules.find((rule) => rule.id === id) ?? allRules[0];
}

interface RuleListProps {
  /** Id of the rule that is shown beside the list. */
  chosen: string;
  onChoose: (id: string) => void;
  /** A word beside the name: off, changed; null for none. */
  noteOf: (rule: AnalysisRule) => string | null;
}

/** Keeps the chosen rule in view. */
function showOption(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function Option(props: RuleListProps & { rule: AnalysisRule }): React.JSX.Element {
  const { rule, chosen } = props;
  const note = props.noteOf(rule);
  const isChosen = rule.id === chosen;
  return (
    <div
      id={`rule-${rule.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles.option}
      ref={isChosen ? showOption : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChoose(rule.id)}
      onKeyDown={undefined}
    >
      <span>{rule.title}</span>
      {note !== null && <span className={styles.note}>{note}</span>}
    </div>
  );
}

/** The rules of which every word that is searched for occurs. */
function found(text: string): readonly AnalysisRule[] {
  return allRules.filter((rule) =>
    matchesAll(text, [rule.title, rule.id, words.categories[categoryOf(rule)], rule.whyItMatters]),
  );
}

const moves: Readonly<Record<string, (at: number, all: number) => number>> = {
  ArrowDown: (at, all) => Math.min(at + 1, all - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, all) => all - 1,
};

/** All rules by what they look after, searchable; arrow keys walk them. */
export function RuleList(props: RuleListProps): React.JSX.Element {
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = found(text);
  const ordered = categories.flatMap((category) => shown.filter((rule) => categoryOf(rule) === category));
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const at = ordered.findIndex((rule) => rule.id === props.chosen);
    const next = ordered[moves[event.key]?.(at, ordered.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    props.onChoose(next.id);
  };
  return (
    <div className={styles.side}>
      <SearchField
        className={styles.search}
        label={words.search}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') list.current?.focus();
        }}
      />
      <p className={styles.found} role="status">
        {ordered.length === 0 ? words.none : words.found(ordered.length)}
      </p>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={words.list}
        aria-activedescendant={
          ordered.some((rule) => rule.id === props.chosen) ? `rule-${props.chosen}` : undefined
        }
        className={styles.rules}
        onKeyDown={onKeyDown}
      >
        {categories.map((category) => {
          const inside = ordered.filter((rule) => categoryOf(rule) === category);
          if (inside.length === 0) return null;
          return (
            <div key={category} role="group" aria-label={words.categories[category]}>
              <p className={styles.category} aria-hidden="true">
                {words.categories[category]}
              </p>
              {inside.map((rule) => (
                <Option key={rule.id} {...props} rule={rule} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

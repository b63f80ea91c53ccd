import { X } from 'lucide';
import { useEffect, useRef } from 'react';
import type { ExplainedInput, ExplainKey, Explanation } from '../../shared/figures/explain-types';
import { en } from '../../shared/text/en';
import { hideArithmetic, showArithmetic, useExplanation } from '../arithmetic';
import { viewControl } from '../canvas/viewport';
import { IconButton } from '../ui/button';
import { SelectField } from '../ui/select-field';
import styles from './arithmetic.module.css';
import { Part } from './arithmetic-part';
import { Spread } from './arithmetic-spread';
import { Missing, Off, Rows, Stated } from './arithmetic-parts';

const { arithmetic: words } = en;
const { sections } = words;

/** Every figure whose arithmetic can be shown, in the order of the list. */
const figures: readonly { readonly value: ExplainKey; readonly name: string }[] = [
  { value: 'leadTimeExpected', name: en.figures.name.leadTimeExpected },
  { value: 'leadTimeSinglePass', name: en.figures.name.leadTimeSinglePass },
  { value: 'sampled', name: words.sampled.name },
  ...Object.entries(en.figures.name).flatMap(([key, name]) =>
    key === 'leadTimeExpected' || key === 'leadTimeSinglePass' ? [] : [{ value: key as ExplainKey, name }],
  ),
  { value: 'bottleneck', name: en.figures.label.bottleneck },
];

function Inputs(props: { inputs: readonly ExplainedInput[] }): React.JSX.Element {
  return (
    <dl className={styles.inputs}>
      {props.inputs.map((input) => (
        <div key={input.name}>
          <dt>{input.name}</dt>
          <dd>
            {input.value}
            {input.source !== null && <span className={styles.source}>{input.source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Formula(props: { of: Explanation }): React.JSX.Element {
  const { formula, symbols, legend, worked } = props.of;
  return (
    <Part title={sections.formula}>
      <p className={styles.text}>{formula}</p>
      <p className={styles.symbols}>
        {symbols}
        {legend.length > 0 && <span className={styles.source}>{legend.join(', ')}</span>}
      </p>
      {worked !== null && <p className={styles.worked}>{worked}</p>}
    </Part>
  );
}

function Body(props: { of: Explanation }): React.JSX.Element {
  const { of } = props;
  return (
    <>
      <Formula of={of} />
      {of.key === 'sampled' && <Spread />}
      {of.stated && <Stated of={of.stated} />}
      {of.rows.length > 0 && <Rows of={of} />}
      {of.inputs.length > 0 && (
        <Part title={of.key === 'sampled' ? sections.results : sections.inputs}>
          <Inputs inputs={of.inputs} />
        </Part>
      )}
      {of.missing.length > 0 && <Missing gaps={of.missing} />}
      {of.off.length > 0 && <Off off={of.off} />}
      {of.basis.length > 0 && (
        <Part title={sections.basis}>
          {of.basis.map((sentence) => (
            <p key={sentence} className={styles.text}>
              {sentence}
            </p>
          ))}
        </Part>
      )}
      <Part title={sections.elsewhere}>
        {of.elsewhere.map((sentence) => (
          <p key={sentence} className={styles.text}>
            {sentence}
          </p>
        ))}
      </Part>
    </>
  );
}

/** Leaves the panel and gives the focus back to the tile of the figure, where it has one. */
function leave(key: ExplainKey): void {
  hideArithmetic();
  document.querySelector<HTMLElement>(`[data-explains="${CSS.escape(key)}"]`)?.focus();
}

/** How a figure came about, beside the map: formula, what each step adds, what is left out, what is missing. */
export function Arithmetic(): React.JSX.Element | null {
  const explanation = useExplanation();
  const head = useRef<HTMLHeadingElement>(null);
  const key = explanation?.key;
  useEffect(() => head.current?.focus(), [key]);
  if (!explanation) return null;
  const { path } = explanation;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leaves from every control in it
    <div
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave(explanation.key);
      }}
    >
      <div className={styles.head}>
        <h2 ref={head} tabIndex={-1} className={styles.title}>
          {words.title}
        </h2>
        <IconButton icon={X} size={15} label={words.close} onPress={() => leave(explanation.key)} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={explanation.name}>
        <SelectField
          label={words.choose}
          choices={figures}
          value={explanation.key}
          none=""
          canClear={false}
          onChange={(value) => {
            const chosen = figures.find((each) => each.value === value);
            if (chosen) showArithmetic(chosen.value);
          }}
        />
        <p className={styles.value}>
          {explanation.value}
          {explanation.confidence !== null && (
            <span className={styles.confidence} data-level={explanation.confidence}>
              {words.confidenceName[explanation.confidence]}
            </span>
          )}
        </p>
        {path !== null && (
          <p className={styles.hint}>
            {words.mapHint}{' '}
            <button type="button" className={styles.inlineLink} onClick={() => viewControl()?.fit()}>
              {words.showPath}
            </button>
          </p>
        )}
        <Body of={explanation} />
      </div>
    </div>
  );
}

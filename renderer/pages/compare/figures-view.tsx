import { Fragment } from 'react';
import { compareText } from '../../../shared/text/compare';
import { fixesText } from '../../../shared/text/fixes';
import styles from './compare.module.css';
import type { Comparison } from './use-comparison';

const { marks } = fixesText;
const words = compareText.figures;

/** Every figure before and after, by subject: a sign, a colour and a word say whether that is better. */
export function FiguresView(props: { comparison: Comparison }): React.JSX.Element {
  const { figures, names, isSampling } = props.comparison;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys
    <div className={styles.figureArea} tabIndex={0} role="region" aria-label={words.label}>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{names.before}</th>
            <th scope="col">{names.after}</th>
            <th scope="col">{words.difference}</th>
            <th scope="col">{words.percent}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((group) => (
            <Fragment key={group.id}>
              <tr className={styles.groupRow}>
                <th scope="rowgroup" colSpan={6}>
                  {words.groups[group.id]}
                </th>
              </tr>
              {group.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" title={row.definition ?? undefined}>
                    {row.name}
                  </th>
                  <td>{row.before}</td>
                  <td>{row.after}</td>
                  <td data-mark={row.mark}>{row.difference ?? ''}</td>
                  <td data-mark={row.mark}>{row.percent ?? ''}</td>
                  <td data-mark={row.mark}>
                    <span aria-hidden="true" className={styles.figureSign}>
                      {marks.signs[row.mark]}
                    </span>
                    {marks.words[row.mark]}
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {isSampling && <p className={styles.hint}>{compareText.computing}</p>}
      <p className={styles.note}>{compareText.story.waits}</p>
    </div>
  );
}

import type { FigureChange } from '../../shared/analysis/compare-figures';
import { fixesText } from '../../shared/text/fixes';
import styles from './fix.module.css';

const { marks } = fixesText;

/** Figures before and after, each with its change: a sign and a colour say whether that is better. */
export function FigureTable(props: {
  title: string;
  before: string;
  after: string;
  rows: readonly FigureChange[];
}): React.JSX.Element {
  return (
    <table className={styles.figures}>
      <caption>{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{marks.figure}</th>
          <th scope="col">{props.before}</th>
          <th scope="col">{props.after}</th>
          <th scope="col">{marks.change}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ id, name, before, after, difference, mark }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td data-mark={mark}>{after}</td>
            <td data-mark={mark}>
              <span aria-hidden="true" className={styles.sign}>
                {marks.signs[mark]}
              </span>
              {difference}
              <span className={styles.spoken}>{marks.words[mark]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

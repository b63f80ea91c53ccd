import type { Block, ReportCell, TableBlock, TilesBlock } from '../../shared/report/types';
import { Drawing } from '../canvas/drawing';
import styles from './report-sheet.module.css';

function Cell({ cell, isEnd }: { cell: ReportCell; isEnd: boolean }): React.JSX.Element {
  return (
    <td data-end={isEnd} data-tone={cell.tone} data-strong={cell.isStrong}>
      {cell.text}
    </td>
  );
}

function Table({ block }: { block: TableBlock }): React.JSX.Element {
  const { columns, rows } = block;
  return (
    <figure className={styles.figure}>
      <figcaption>{block.caption}</figcaption>
      <table className={styles.table} aria-label={block.caption}>
        <colgroup>
          {columns.map(({ title, share }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- titles may repeat, places do not
            <col key={`${title} ${index}`} style={{ width: `${share * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title, align }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- titles may repeat, places do not
              <th key={`${title} ${index}`} scope="col" data-end={align === 'end'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no names
            <tr key={at}>
              {row.map((cell, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- cells have no names
                <Cell key={index} cell={cell} isEnd={columns[index]?.align === 'end'} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Tiles({ block }: { block: TilesBlock }): React.JSX.Element {
  return (
    <dl className={styles.tiles}>
      {block.tiles.map(({ name, value, detail, tone }) => (
        <div key={name} data-tone={tone}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            <span>{detail}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function List({ items, isNumbered }: Extract<Block, { kind: 'list' }>): React.JSX.Element {
  const lines = items.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- items may repeat
    <li key={index}>{item}</li>
  ));
  return isNumbered === true ? (
    <ol className={styles.list}>{lines}</ol>
  ) : (
    <ul className={styles.list}>{lines}</ul>
  );
}

/** One block of a report, as documents and pages show it. */
export function ReportBlock({ block }: { block: Block }): React.JSX.Element {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h4 className={styles.heading}>{block.text}</h4>
      ) : (
        <h5 className={styles.heading}>{block.text}</h5>
      );
    case 'paragraph':
      return (
        <p className={styles.paragraph} data-tone={block.tone}>
          {block.text}
        </p>
      );
    case 'list':
      return <List {...block} />;
    case 'table':
      return <Table block={block} />;
    case 'tiles':
      return <Tiles block={block} />;
    case 'picture':
      return (
        <figure className={styles.figure}>
          <Drawing list={block.folded ?? block.drawing} label={block.alt} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    case 'chart':
      return (
        <figure className={styles.figure}>
          <figcaption>{block.title}</figcaption>
          <Drawing list={block.drawing} label={block.alt} />
        </figure>
      );
  }
}

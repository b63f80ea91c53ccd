import type { Block, Report, Section } from '../../shared/report/types';
import { classes } from '../ui/button';
import { ReportBlock } from './report-blocks';
import styles from './report-sheet.module.css';

function Blocks({ blocks }: { blocks: readonly Block[] }): React.JSX.Element {
  return (
    <>
      {blocks.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- blocks have no names
        <ReportBlock key={index} block={block} />
      ))}
    </>
  );
}

function Title({ report }: { report: Report }): React.JSX.Element {
  return (
    <header className={styles.title}>
      <p className={styles.reportTitle}>{report.title}</p>
      {report.subtitle !== '' && <p className={styles.subtitle}>{report.subtitle}</p>}
      {report.date !== null && <p className={styles.date}>{report.date}</p>}
    </header>
  );
}

function PageSection({ report, section }: { report: Report; section: Section }): React.JSX.Element {
  const isCover = section.name === 'cover';
  return (
    <section className={classes(styles.section, isCover && styles.cover)}>
      {isCover ? <Title report={report} /> : <h3 className={styles.sectionTitle}>{section.title}</h3>}
      <Blocks blocks={section.blocks} />
    </section>
  );
}

/** A report as it reads in a document: sections one after the other, each beginning on a new sheet. */
export function ReportPages({ report }: { report: Report }): React.JSX.Element {
  return (
    <>
      {report.sections.map((section) => (
        <PageSection key={section.name} report={report} section={section} />
      ))}
    </>
  );
}

/** Blocks that share a slide: what fills one stands alone, with the heading and text before it. */
function slidesOf({ blocks }: Section): readonly (readonly Block[])[] {
  const slides: Block[][] = [[]];
  for (const block of blocks) {
    const now = slides.at(-1) ?? [];
    const isBig = block.kind === 'picture' || block.kind === 'table' || block.kind === 'chart';
    const hasBig = now.some(({ kind }) => kind === 'picture' || kind === 'table' || kind === 'chart');
    if ((isBig && hasBig) || (block.kind === 'heading' && block.level === 2 && now.length > 0))
      slides.push([block]);
    else now.push(block);
  }
  return slides.filter((slide) => slide.length > 0);
}

/** A report as slides: one picture, table or chart each. */
export function ReportSlides({ report }: { report: Report }): React.JSX.Element {
  return (
    <>
      {report.sections.flatMap((section) =>
        slidesOf(section).map((blocks, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- slides have no names
          <section key={`${section.name} ${index}`} className={styles.slide}>
            {section.name === 'cover' && index === 0 ? (
              <Title report={report} />
            ) : (
              <h3 className={styles.sectionTitle}>{section.title}</h3>
            )}
            <Blocks blocks={blocks} />
          </section>
        )),
      )}
    </>
  );
}

import {
  Braces,
  FileChartColumn,
  FileCode,
  FileDown,
  FileImage,
  FileSpreadsheet,
  FileText,
  Globe,
  Hash,
  Image,
  Presentation,
  Printer,
  Shapes,
  Table,
  Workflow,
} from 'lucide';
import type { ExportTarget } from '../../shared/export/choices';
import { formatTraits } from '../../shared/export/formats';
import { en } from '../../shared/text/en';
import { Icon, type IconNode } from '../ui/icon';
import styles from './export.module.css';

const text = en.exportUi;

const groups = {
  report: ['pptx', 'docx', 'report-pdf', 'html', 'md'],
  drawing: ['svg', 'png', 'pdf'],
  table: ['xlsx', 'csv', 'json'],
  model: ['drawio', 'bpmn', 'mermaid'],
  paper: ['print'],
} as const satisfies Readonly<Record<keyof typeof text.groups, readonly ExportTarget[]>>;

const icons: Readonly<Record<ExportTarget, IconNode>> = {
  pptx: Presentation,
  docx: FileText,
  'report-pdf': FileChartColumn,
  html: Globe,
  md: Hash,
  svg: FileCode,
  png: Image,
  pdf: FileImage,
  xlsx: FileSpreadsheet,
  csv: Table,
  json: Braces,
  drawio: Shapes,
  bpmn: Workflow,
  mermaid: FileDown,
  print: Printer,
};

function Tile(props: { target: ExportTarget; isOn: boolean; onChoose: () => void }): React.JSX.Element {
  const { target } = props;
  const { name, hint } = text.targets[target];
  return (
    <label className={styles.tile} data-on={props.isOn}>
      <input
        type="radio"
        name="export-target"
        className="visuallyHidden"
        checked={props.isOn}
        onChange={props.onChoose}
      />
      <span className={styles.tileIcon} data-group={target === 'print' ? 'paper' : formatTraits[target].kind}>
        <Icon of={icons[target]} size={16} />
      </span>
      <span className={styles.tileText}>
        <strong>{name}</strong>
        <span>{hint}</span>
      </span>
    </label>
  );
}

/** The formats in groups; one is chosen. */
export function FormatTiles(props: {
  value: ExportTarget;
  onChange: (target: ExportTarget) => void;
}): React.JSX.Element {
  return (
    <div className={styles.tiles} role="radiogroup" aria-label={text.formats}>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <div key={group} className={styles.tileGroup}>
          <h3>{text.groups[group]}</h3>
          {groups[group].map((target) => (
            <Tile
              key={target}
              target={target}
              isOn={props.value === target}
              onChoose={() => props.onChange(target)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

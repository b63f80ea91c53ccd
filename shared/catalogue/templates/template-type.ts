/** A row of a step table: cells by column name. */
interface TemplateRow {
  readonly [column: string]: string | number | boolean | readonly string[];
}

/** A step table as data, with the same columns as one that is imported. */
interface TemplateTable {
  readonly stream: TemplateRow;
  readonly roles: readonly TemplateRow[];
  readonly steps: readonly TemplateRow[];
  readonly flows: readonly TemplateRow[];
}

/** A ready stream to start from. Its figures are illustrations: invented, neither measured nor a benchmark. */
export interface StreamTemplate {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly trigger: string;
  readonly value: string;
  readonly table: TemplateTable;
}

import type { Cells } from '../../../shared/tables/cells-text';
import { useApp } from '../../store';

/** Opens the dialog that makes steps of a table: of these cells, or of those that are pasted into it. */
export function pasteTable(cells: Cells | null = null, name: string | null = null): void {
  useApp.setState({ dialog: { kind: 'paste-table', cells, name } });
}

/** True where cells look like a table rather than a text: several columns, and something in them. */
export function isTable(cells: Cells): boolean {
  return (cells[0]?.length ?? 0) > 1 && cells.some((row) => row.some((cell) => cell !== ''));
}

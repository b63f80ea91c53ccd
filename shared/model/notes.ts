import type { Project } from './project';
import { lookUp } from './queries';
import type { WorkshopNote } from './workshop';

/** True where a note was ticked off, or where the improvement that it became is done. */
export function isDealtWith(
  project: Project,
  { isSettled, improvement }: Pick<WorkshopNote, 'isSettled' | 'improvement'>,
): boolean {
  return isSettled === true || lookUp(project.improvements, improvement)?.status === 'done';
}

import type { Facts } from './facts';
import type { StepFacts } from './facts-steps';

/** Who does a step: its team, or its role where no step of the map names a team; null where nobody is named. */
export function groupNamer({
  handoffs,
  roles,
}: Pick<Facts, 'handoffs' | 'roles'>): (step: StepFacts) => string | null {
  if (!handoffs.byRole) return (step) => step.team?.trim() || null;
  const names = new Map(roles.map((role) => [role.id, role.name]));
  return (step) => (step.role === null ? null : (names.get(step.role) ?? step.role));
}

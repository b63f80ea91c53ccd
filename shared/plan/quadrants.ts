/** What to do with an idea, by its effort and its impact as the room judges them, 0..1. */
export function quadrantOf({
  effort,
  impact,
}: {
  readonly effort: number;
  readonly impact: number;
}): 'now' | 'plan' | 'fill' | 'leave' {
  if (impact >= 0.5) return effort < 0.5 ? 'now' : 'plan';
  return effort < 0.5 ? 'fill' : 'leave';
}

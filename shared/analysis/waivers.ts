import type { Project, Waiver } from '../model/project';
import { severities } from '../model/value-sets';
import type { WithId } from '../model/queries';
import type { Finding, FindingWaiver } from './types';

/** Evidence as a waiver keeps it, by name. */
export type KeptEvidence = NonNullable<Waiver['evidence']>;

/** What of a finding decides whether it is still the one that was accepted. */
export type WaivableFinding = Pick<Finding, 'rule' | 'about' | 'severity' | 'evidence' | 'impact'>;

/** Names in the kept evidence that no rule uses: how bad it was, and what it cost. */
const kept = { severity: '@severity', leadTime: '@leadTime', effort: '@effortPerMonth' } as const;

/** A number may move by this part of itself before a waiver is asked again. */
const tolerance = 0.1;

/** The targets of a finding as a waiver names them: ids in their order, parted by spaces. */
export function waiverTarget(about: readonly string[]): string {
  return [...about].sort().join(' ');
}

/** The evidence of a finding as a waiver keeps it: its values, its severity and what it costs. */
export function evidenceToKeep({ evidence, severity, impact }: WaivableFinding): KeptEvidence {
  const values = Object.entries(evidence).map(([name, { value }]) => [name, value] as const);
  return {
    ...Object.fromEntries(values),
    [kept.severity]: severity,
    ...(impact.leadTime === null ? {} : { [kept.leadTime]: impact.leadTime }),
    ...(impact.effortPerMonth === null ? {} : { [kept.effort]: impact.effortPerMonth }),
  };
}

/** True where a number moved by more than a tenth of what it was. */
function hasMoved(before: number, now: number): boolean {
  const step = Math.abs(now - before);
  return step > tolerance * Math.abs(before) * (1 + 1e-9) + 1e-9;
}

const rankOf = (severity: string | number): number => severities.findIndex((each) => each === severity);

/** True, false, or null where it cannot be told whether a finding is worse than when it was accepted. */
function isWorse(before: KeptEvidence, now: KeptEvidence): boolean | null {
  const [was, is] = [rankOf(before[kept.severity] ?? ''), rankOf(now[kept.severity] ?? '')];
  if (was >= 0 && is >= 0 && is < was) return true;
  const costs = [kept.leadTime, kept.effort].flatMap((name) => {
    const [old, current] = [before[name], now[name]];
    return typeof old === 'number' && typeof current === 'number' ? [[old, current] as const] : [];
  });
  if (costs.length === 0) return was >= 0 && is > was ? false : null;
  return costs.some(([old, current]) => current > old && hasMoved(old, current));
}

/**
 * True where a finding is no longer the one that was accepted: a text of its evidence differs, or it
 * got worse. It got worse where its severity rose or its cost rose by more than a tenth; where its cost
 * is unknown, where any number of its evidence moved by more than a tenth. A value that came or went
 * counts as a text that differs. A waiver that kept no evidence holds.
 */
export function hasChanged(before: KeptEvidence | undefined, finding: WaivableFinding): boolean {
  if (before === undefined || Object.keys(before).length === 0) return false;
  const now = evidenceToKeep(finding);
  const all = [...Object.keys(before), ...Object.keys(now)];
  let hasNumberMoved = false;
  for (const name of new Set(all.filter((each) => !each.startsWith('@')))) {
    const [old, current] = [before[name], now[name]];
    if (typeof old === 'number' && typeof current === 'number') hasNumberMoved ||= hasMoved(old, current);
    else if (old !== current) return true;
  }
  return isWorse(before, now) ?? hasNumberMoved;
}

const plain = ({ id, reason, author, on, expires }: WithId<Waiver>): FindingWaiver => ({
  id,
  reason,
  author: author ?? null,
  on: on ?? null,
  expires: expires ?? null,
});

/** What a waiver says of a finding. */
export type WaiverVerdict = Pick<Finding, 'waiver' | 'returned' | 'waived'>;

const unwaived: WaiverVerdict = { waiver: null, returned: null, waived: false };

/** The waivers of a map by rule and targets. */
export type WaiversOfMap = ReadonlyMap<string, readonly WithId<Waiver>[]>;

const keyOf = (rule: string, target: string): string => `${rule} ${target}`;

/** The waivers of one map, ready to be asked. */
export function waiversOfMap(waivers: Project['waivers'], map: string): WaiversOfMap {
  const found = new Map<string, WithId<Waiver>[]>();
  for (const [id, waiver] of Object.entries(waivers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (waiver.map !== map) continue;
    const key = keyOf(waiver.rule, waiverTarget(waiver.about.split(' ')));
    found.set(key, [...(found.get(key) ?? []), { ...waiver, id }]);
  }
  return found;
}

/** Whether a finding is accepted on a day: a waiver holds through the day on which it expires. Of several, one that holds wins. */
export function verdictOf(waivers: WaiversOfMap, finding: WaivableFinding, today: string): WaiverVerdict {
  if (waivers.size === 0) return unwaived;
  const verdicts = (waivers.get(keyOf(finding.rule, waiverTarget(finding.about))) ?? []).map(
    (waiver): WaiverVerdict => {
      const returned =
        (waiver.expires ?? today) < today
          ? 'expired'
          : hasChanged(waiver.evidence, finding)
            ? 'changed'
            : null;
      return { waiver: plain(waiver), returned, waived: returned === null };
    },
  );
  return verdicts.find((each) => each.waived) ?? verdicts.at(-1) ?? unwaived;
}

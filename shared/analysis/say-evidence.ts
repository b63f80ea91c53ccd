import { formatNumber } from '../model/units-format';
import { evidenceText as words } from '../text/evidence';
import type { Evidence, EvidenceValue } from './types';
import { roundTime, smallShare } from './wording';

function valueOf(evidence: EvidenceValue): string {
  switch (evidence.unit) {
    case 'minutes':
      return roundTime(evidence.value);
    case 'share':
      return smallShare(evidence.value);
    case 'count':
      return formatNumber(evidence.value);
    case 'hoursPerMonth':
      return words.hoursPerMonth(roundTime(evidence.value * 60));
    case 'text':
    case 'date':
      return evidence.value;
  }
}

/** The numbers of a finding as people read them: `Wait: 5h`; what only chooses the words of the sentence is left out. */
export function sayEvidence(evidence: Evidence): string[] {
  return Object.entries(evidence).flatMap(([key, value]) => {
    const name = words.names[key] ?? null;
    const said = key === 'bound' ? words.bounds[String(value.value)] : valueOf(value);
    return name === null || said === undefined ? [] : [words.each(name, said)];
  });
}

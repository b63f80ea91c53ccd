import type { MapGraph } from '../model/queries';
import { analysisText } from '../text/analysis';

const words = analysisText.trust;

/** Whether values of a map were measured or are called estimates, and whether some have no source. */
export interface Sources {
  readonly isMeasured: boolean;
  readonly isEstimated: boolean;
  readonly isUnstated: boolean;
}

/** Looks at the values of the steps and at the shares of the flows. */
export function sourcesOf({ nodes, flows }: MapGraph): Sources {
  const values = [
    ...nodes.flatMap((node) => [node.processTime, node.wait, node.completeAccurate]),
    ...flows.map((flow) => flow.share),
  ].flatMap((value) => value ?? []);
  return {
    isMeasured: values.some(({ source }) => source === 'measured'),
    isEstimated: values.some(({ source }) => source === 'estimate'),
    isUnstated: values.some(({ source }) => source === undefined),
  };
}

/** How sure a finding is: what its least trusted value comes from. A value of no stated source is trusted like an estimate, but not called one. */
export function sayTrust(confidence: number, { isMeasured, isEstimated, isUnstated }: Sources): string {
  if (confidence >= 1) return isMeasured ? words.measured : words.drawn;
  if (confidence >= 0.9) return words.log;
  if (confidence < 0.6) return words.guess;
  if (!isUnstated) return words.estimate;
  return isEstimated ? words.mixed : words.unstated;
}

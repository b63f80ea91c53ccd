import * as fields from '../../../../shared/analysis/fixes/fields';
import type { Fix } from '../../../../shared/analysis/fixes/fix';
import * as flows from '../../../../shared/analysis/fixes/flows';
import * as structure from '../../../../shared/analysis/fixes/structure';

const meant = (context: Parameters<Fix>[0]): readonly string[] => context.about;

/** Every fix there is, with the values that rules give it. */
export const everyFix: Readonly<Record<string, Fix>> = {
  setStep: fields.setStep({ value: 'NVA', nnvaReason: undefined }),
  halveWait: fields.scaleField('wait', 0.5),
  halveBatch: fields.scaleField('batch', 0.5),
  swapFields: fields.swapFields('wait', 'processTime'),
  swapTotals: fields.swapFields('statedLeadTime', 'statedProcessTime'),
  addPeople: fields.setRoleOf(({ people }) => ({ people: (people ?? 0) + 1 })),
  setTarget: fields.setStreamOf({ targetLeadTime: 480 }),
  noteOnMap: fields.setMapOf({ note: 'Seen' }),
  addPractice: fields.addPractice('supplier-management'),
  automate: fields.setAutomation('automated', { processTime: 0.1, wait: 0 }),
  changeCadence: fields.changeCadence(0.5),
  convertBasis: fields.convertBasis(),
  scaleShares: flows.scaleShares(),
  fillRemainder: flows.fillRemainder(),
  halveShare: flows.setShareOf((share) => (share === null ? null : share / 2)),
  removeFlow: flows.removeFlow(),
  removeStep: structure.removeStep(),
  removeInvolved: structure.removeStep(meant),
  mergeSteps: structure.mergeSteps(),
  mergeDuplicates: structure.mergeSteps({ work: 'longer' }),
  parallelise: structure.parallelise(),
  addBefore: structure.addStepAt('before', { name: 'Confirm with the user', kind: 'verify' }),
  addAfter: structure.addStepAt('after', { name: 'Ask and improve', afterValue: true }),
  splitPath: structure.splitPath({ share: 0.7, label: 'standard' }),
  addStart: structure.addEnd('start'),
  addEnd: structure.addEnd('end'),
  addJoin: structure.addJoin(),
  connectNearest: structure.connectNearest(),
};

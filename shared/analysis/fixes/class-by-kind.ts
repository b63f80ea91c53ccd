import { suggestClass } from '../classify';
import { setStep } from './fields';

/** Classes the steps meant that have no class as such work usually is; a necessary step gets no reason: people name it. */
export const classByKind = setStep((step) => {
  const suggested = step.value === undefined ? suggestClass(step) : null;
  return suggested && { value: suggested.value };
});

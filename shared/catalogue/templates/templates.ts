import { continualImprovement } from './continual-improvement';
import { emergencyChange } from './emergency-change';
import { employeeOnboarding } from './employee-onboarding';
import { incidentRestoration } from './incident-restoration';
import { majorIncident } from './major-incident';
import { newDigitalService } from './new-digital-service';
import { normalChange } from './normal-change';
import { problemToKnownError } from './problem-to-known-error';
import { serviceRequestFulfilment } from './service-request-fulfilment';
import { supplierOnboarding } from './supplier-onboarding';
import type { StreamTemplate } from './template-type';
import { tourTemplate } from './tour';

/** The streams to start from, everyday ones first. */
export const templates: readonly StreamTemplate[] = [
  incidentRestoration,
  serviceRequestFulfilment,
  normalChange,
  emergencyChange,
  newDigitalService,
  problemToKnownError,
  employeeOnboarding,
  supplierOnboarding,
  majorIncident,
  continualImprovement,
];

/** The template of that id, the one to learn on among them, or undefined. */
export function findTemplate(id: string): StreamTemplate | undefined {
  return [...templates, tourTemplate].find((template) => template.id === id);
}

import type { Practice } from '../types';
import { assessedBasis, guideBasis } from './contribution-basis';

/** The 3 technical management practices. */
export const technicalPractices = [
  {
    id: 'deployment-management',
    name: 'Deployment management',
    category: 'technical-management',
    purpose: 'Bring new or altered parts, of any kind, to the place where they work.',
    contributions: {
      plan: 'none',
      improve: 'low',
      engage: 'none',
      'design-transition': 'high',
      'obtain-build': 'medium',
      'deliver-support': 'low',
    },
    contributionBasis: assessedBasis,
    aliases: [],
    typicalStepVerbs: ['deploy', 'roll back'],
    defaultActivity: 'design-transition',
  },
  {
    id: 'infrastructure-platform-management',
    name: 'Infrastructure and platform management',
    category: 'technical-management',
    purpose: 'Run and steer the technical base, own or rented, on which services stand.',
    contributions: {
      plan: 'high',
      improve: 'low',
      engage: 'low',
      'design-transition': 'high',
      'obtain-build': 'high',
      'deliver-support': 'high',
    },
    contributionBasis: guideBasis,
    aliases: [],
    typicalStepVerbs: ['provision', 'operate', 'patch'],
    defaultActivity: 'deliver-support',
  },
  {
    id: 'software-development-management',
    name: 'Software development and management',
    category: 'technical-management',
    purpose:
      'Create and look after applications that people need, can rely on, and that can be changed and checked.',
    contributions: {
      plan: 'low',
      improve: 'low',
      engage: 'low',
      'design-transition': 'low',
      'obtain-build': 'high',
      'deliver-support': 'high',
    },
    contributionBasis: guideBasis,
    aliases: [],
    typicalStepVerbs: ['code', 'build', 'review code'],
    defaultActivity: 'obtain-build',
  },
] as const satisfies readonly Practice[];

import type { FrameworkPack } from '../types';
import { activities } from './activities';
import { dimensions } from './dimensions';
import { generalPractices } from './general-practices';
import { principles } from './principles';
import { servicePractices } from './service-practices';
import { technicalPractices } from './technical-practices';

/** ITIL 4 as data: six value chain activities, 34 practices, seven guiding principles, four dimensions. */
export const itil4: FrameworkPack = {
  id: 'itil4',
  name: 'ITIL 4',
  notice:
    'ITIL is a registered trade mark of the PeopleCert group. Streamwright is not endorsed by it; all explanations are in our own words, and levels of contribution are hints.',
  activities,
  practiceCategories: [
    { id: 'general-management', name: 'General management' },
    { id: 'service-management', name: 'Service management' },
    { id: 'technical-management', name: 'Technical management' },
  ],
  practices: [...generalPractices, ...servicePractices, ...technicalPractices],
  principles,
  dimensions,
};

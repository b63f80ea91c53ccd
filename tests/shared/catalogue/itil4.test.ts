import { describe, expect, it } from 'vitest';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import {
  findActivity,
  findByName,
  findPractice,
  packOf,
  searchByName,
} from '../../../shared/catalogue/packs';
import { wastes } from '../../../shared/catalogue/wastes';

const activityIds = ['plan', 'improve', 'engage', 'design-transition', 'obtain-build', 'deliver-support'];

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** The letters of the reference table: plan, improve, engage, design and transition, obtain/build, deliver and support. */
const verifiedRows: Readonly<Record<string, string>> = {
  'architecture-management': 'HHHHHH',
  'information-security-management': 'HHHHHH',
  'measurement-reporting': 'HHHHHH',
  'project-management': 'LLLHHL',
  'risk-management': 'HHHHHH',
  'availability-management': 'HHLHHH',
  'capacity-performance-management': 'HHLHHH',
  'service-catalogue-management': 'LLHHLH',
  'service-continuity-management': 'HHLHHH',
  'service-level-management': 'HHHMLM',
  'service-validation-testing': 'LLLHHL',
  'infrastructure-platform-management': 'HLLHHH',
  'software-development-management': 'LLLLHH',
};

const assessedRows: Readonly<Record<string, string>> = {
  'continual-improvement': 'MHMMMM',
  'incident-management': '-MHLLH',
  'service-desk': '-MHLLH',
  'change-enablement': 'LMLHHM',
  'supplier-management': 'MMHMHH',
  'deployment-management': '-L-HML',
};

function letters(practiceId: string): string {
  const levels = findPractice(itil4, practiceId)?.contributions ?? {};
  const letter = { high: 'H', medium: 'M', low: 'L', none: '-' } as const;
  return activityIds.map((id) => letter[levels[id] ?? 'none']).join('');
}

describe('the ITIL 4 pack', () => {
  it('has six activities in the order of the value chain, each with its own ink and icon', () => {
    expect(itil4.activities.map((activity) => activity.id)).toEqual(activityIds);
    expect(itil4.activities.map((activity) => activity.ink)).toEqual([
      'activity1',
      'activity2',
      'activity3',
      'activity4',
      'activity5',
      'activity6',
    ]);
    expect(isUnique(itil4.activities.map((activity) => activity.icon))).toBe(true);
  });

  it('has 34 practices: 14 general, 17 service and 3 technical ones', () => {
    const count = (category: string): number =>
      itil4.practices.filter((practice) => practice.category === category).length;
    expect(itil4.practices).toHaveLength(34);
    expect(itil4.practiceCategories.map((category) => count(category.id))).toEqual([14, 17, 3]);
  });

  it('has seven guiding principles and four dimensions, and there are eight wastes', () => {
    expect(itil4.principles).toHaveLength(7);
    expect(itil4.dimensions).toHaveLength(4);
    expect(wastes).toHaveLength(8);
  });

  it('uses each id once', () => {
    for (const list of [
      itil4.activities,
      itil4.practices,
      itil4.principles,
      itil4.dimensions,
      itil4.practiceCategories,
      wastes,
    ])
      expect(isUnique(list.map((entry) => entry.id))).toBe(true);
  });

  it('gives each practice a purpose, a level for every activity and a default activity that exists', () => {
    for (const practice of itil4.practices) {
      expect(practice.purpose, practice.id).toMatch(/\.$/);
      expect(Object.keys(practice.contributions).sort(), practice.id).toEqual([...activityIds].sort());
      expect(findActivity(itil4, practice.defaultActivity), practice.id).toBeDefined();
      expect(practice.contributions[practice.defaultActivity], practice.id).toBe('high');
    }
  });

  it.each(Object.entries(verifiedRows))('%s contributes %s as its guide says', (id, expected) => {
    expect(letters(id)).toBe(expected);
    expect(findPractice(itil4, id)?.contributionBasis).toMatch(/practice guide names/);
  });

  it('takes levels from a guide for exactly those 13 practices', () => {
    const fromGuides = itil4.practices.filter((practice) => /guide names/.test(practice.contributionBasis));
    expect(fromGuides.map((practice) => practice.id).sort()).toEqual(Object.keys(verifiedRows).sort());
  });

  it.each(Object.entries(assessedRows))('%s contributes %s by assessment', (id, expected) => {
    expect(letters(id)).toBe(expected);
  });
});

describe('looking things up', () => {
  it('finds by id and answers undefined for the unknown, also for names of Object.prototype', () => {
    expect(findActivity(itil4, 'engage')?.name).toBe('Engage');
    expect(findActivity(itil4, 'constructor')).toBeUndefined();
    expect(findPractice(itil4, undefined)).toBeUndefined();
  });

  it('falls back to the default pack for an unknown id', () => {
    expect(packOf('itil4')).toBe(itil4);
    expect(packOf('__proto__')).toBe(itil4);
  });

  it.each([
    ['Acquire/Build', 'obtain-build'],
    ['acquire / build', 'obtain-build'],
    ['OBTAIN/BUILD', 'obtain-build'],
    ['Design & transition', 'design-transition'],
    ['deliver-support', 'deliver-support'],
  ])('knows the activity %j', (text, id) => {
    expect(findByName(itil4.activities, text)?.id).toBe(id);
  });

  it('knows practices by older names', () => {
    expect(findByName(itil4.practices, 'CMDB')?.id).toBe('service-configuration-management');
    expect(findByName(itil4.practices, 'Change management')?.id).toBe('change-enablement');
    expect(findByName(itil4.practices, 'nothing like it')).toBeUndefined();
    expect(findByName(itil4.practices, ' ')).toBeUndefined();
  });

  it('searches by beginnings of words', () => {
    expect(searchByName(itil4.activities, 'acq').map((activity) => activity.id)).toEqual(['obtain-build']);
    expect(searchByName(itil4.practices, 'serv desk').map((practice) => practice.id)).toEqual([
      'service-desk',
    ]);
    expect(searchByName(itil4.practices, '')).toHaveLength(34);
  });
});

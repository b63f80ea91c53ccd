import type { Dimension } from '../types';

/** The four dimensions, from which every stream and every improvement is looked at in balance. */
export const dimensions = [
  {
    id: 'organizations-people',
    name: 'Organizations and people',
    asks: 'Structure, roles, skills, culture and communication.',
  },
  {
    id: 'information-technology',
    name: 'Information and technology',
    asks: 'Which information is used and made, with which tools, and how they fit together.',
  },
  {
    id: 'partners-suppliers',
    name: 'Partners and suppliers',
    asks: 'Who outside helps, and under which agreement.',
  },
  {
    id: 'value-streams-processes',
    name: 'Value streams and processes',
    asks: 'How the parts work together; where waste and barriers are.',
  },
] as const satisfies readonly Dimension[];

/** Id of a dimension; a typo does not compile. */
export type DimensionId = (typeof dimensions)[number]['id'];

/** The key of a change of a scenario: one field of one thing is changed once. */
export const changeKey = (about: string, field: string): string => `${about}:${field}`;

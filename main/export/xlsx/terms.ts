/** A part of a formula with what it comes to; null where an input is missing, which a spreadsheet calls not available. */
export interface Term {
  readonly code: string;
  readonly value: number | null;
}

/** A number that stands in a formula as it is. */
export function known(value: number): Term {
  return { code: String(value), value };
}

/** Not available: an input is missing. */
export const missing: Term = { code: 'NA()', value: null };

const isExactly = (term: Term, value: number): boolean => term.code === String(value);

/** All of them together. */
export function sum(...terms: readonly Term[]): Term {
  const told = terms.filter((term) => !isExactly(term, 0));
  const [only] = told;
  if (only === undefined) return known(0);
  if (told.length === 1) return only;
  const values = told.map(({ value }) => value);
  return {
    code: `(${told.map(({ code }) => code).join('+')})`,
    value: values.includes(null) ? null : values.reduce<number>((all, value) => all + (value ?? 0), 0),
  };
}

/** One times the other; nothing where one of them is nothing for certain. */
export function product(...terms: readonly Term[]): Term {
  if (terms.some((term) => isExactly(term, 0))) return known(0);
  const told = terms.filter((term) => !isExactly(term, 1));
  const [only] = told;
  if (only === undefined) return known(1);
  if (told.length === 1) return only;
  const values = told.map(({ value }) => value);
  return {
    code: told.map(({ code }) => code).join('*'),
    value: values.includes(null) ? null : values.reduce<number>((all, value) => all * (value ?? 0), 1),
  };
}

const both = (a: Term, b: Term, of: (a: number, b: number) => number): number | null =>
  a.value === null || b.value === null ? null : of(a.value, b.value);

/** One part of the other; not available where there is nothing to share. */
export function quotient(a: Term, b: Term): Term {
  const value = both(a, b, (part, whole) => part / whole);
  return { code: `${a.code}/(${b.code})`, value: value !== null && Number.isFinite(value) ? value : null };
}

/** What remains of one without the other. */
export function difference(a: Term, b: Term): Term {
  return { code: `(${a.code}-${b.code})`, value: both(a, b, (whole, part) => whole - part) };
}

/** A term only where something is done at all: what happens never needs no time, known or not. */
export function whereSome(amount: Term, term: Term): Term {
  if (isExactly(amount, 0)) return known(0);
  return { code: `IF(${amount.code}=0,0,${term.code})`, value: amount.value === 0 ? 0 : term.value };
}

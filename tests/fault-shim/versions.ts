/** The text of a numbered version; its number stands at both ends, and by default its length differs from its neighbours'. */
export function versionText(number: number, lines = 200 + ((number * 7_919) % 9_000)): string {
  return `${number}\n${`step ${number}\n`.repeat(lines)}end ${number}`;
}

/** The number of a whole version, or null for anything else. */
export function versionOf(text: string, lines?: number): number | null {
  const number = Number.parseInt(text, 10);
  return Number.isSafeInteger(number) && text === versionText(number, lines) ? number : null;
}

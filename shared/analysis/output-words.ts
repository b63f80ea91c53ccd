/** Words that only say that something was handed over or that work is over. */
const outputWords = new Set(
  `a an all and are at been by case cases change changes closed closure complete completed completion delivered
  delivery deployed deployment done ended filed finished form fulfilled has have implemented in incident incidents is
  issued item items job logged made of or order orders out problem problems processed provided record recorded
  records released report reports request requests resolution resolved sent service services signed solved step
  submitted task tasks the ticket tickets to was were work`.split(/\s+/),
);

/** True where a text says no more than that something was handed over or that work is over: “Ticket closed”. */
export function isOutput(said: string): boolean {
  const words = said.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => outputWords.has(word));
}

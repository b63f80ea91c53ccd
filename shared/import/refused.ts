/** Why a file is not read at all: its message is the sentence for the user. */
export class Refused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Refused';
  }
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Returns the number that an English word or digits name; -1 for other words. */
export function numberOfWord(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : WORDS.indexOf(word.toLowerCase())
}

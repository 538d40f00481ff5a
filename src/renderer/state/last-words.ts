// What is unsaved when the window leaves a library: whoever holds something says it before another one
// is shown.

/** Begins to save at once, in the name of the library that is shown now; resolves when it is done. */
type LastWord = () => Promise<unknown>

const words = new Set<LastWord>()

/** Gives the function that takes it back. */
export function registerLastWord(word: LastWord): () => void {
  words.add(word)
  return () => words.delete(word)
}

/** Begins all of them now. Resolves when each is saved or has failed; who failed has told it. */
export const sayLastWords = (): Promise<unknown> =>
  Promise.allSettled([...words].map((word) => word()))

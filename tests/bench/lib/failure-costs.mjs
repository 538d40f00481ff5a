// What each kind of failure costs: by how much F1 of words would rise if that kind alone were mended.
import { printTable } from './measure.mjs'

/** Pieces of articles as they were read, and what they are. */
export function failureCosts() {
  /** By kind: pieces and words. */
  const kinds = new Map()
  let right = 0
  let wrong = 0
  const add = (kind, words) => {
    const sum = kinds.get(kind) ?? { pieces: 0, words: 0 }
    sum.pieces++
    sum.words += words
    kinds.set(kind, sum)
    wrong += words
  }
  /** Every mistake, kept or lost, counts its words once among what is right twice. */
  const f1 = (mended = 0) => (2 * right) / (2 * right + wrong - mended)
  return {
    /**
     * @param label 'body', 'page', or null for what cannot be told
     * @param why what it was taken for; null for text
     * @param place where it stands: 'above', 'among' or 'below' what is the article's
     */
    piece({ label, words, why, place }) {
      if (label === 'body' && why === null) right += words
      else if (label === 'body') add(`lost: ${why}`, words)
      else if (label === 'page' && why === null)
        add(`kept: the page’s, ${place} the article`, words)
    },
    f1,
    print(title) {
      const rows = [...kinds]
        .map(([kind, { pieces, words }]) => [kind, pieces, words, f1(words) - f1()])
        .sort((a, b) => b[3] - a[3])
      console.log('')
      printTable(
        [title, 'pieces', 'words', 'F1 if mended'],
        rows.map(([kind, pieces, words, cost]) => [
          kind,
          String(pieces),
          String(words),
          `+${cost.toFixed(4)}`,
        ]),
      )
    },
  }
}

/** Where each piece stands, by the labels of all: above the first of the body, below the last, or among them. */
export function placesOf(labels) {
  const first = labels.indexOf('body')
  const last = labels.lastIndexOf('body')
  return labels.map((_, at) => (at < first ? 'above' : at > last ? 'below' : 'among'))
}

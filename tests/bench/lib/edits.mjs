// Articles that share passages, some of their words replaced, put in, left out or swapped.
import { paragraphs, random, word } from './text.mjs'

/** A text as the comparison takes it; paragraphs end with an empty line. */
export const inputOf = (text) => {
  let start = 0
  const blocks = text.split(/(?<=\n\n)/).map((part) => {
    const block = { kind: 'paragraph', start, end: start + part.length }
    start = block.end
    return block
  })
  return { title: null, source: null, published: null, language: 'en', textHash: '', text, blocks }
}

/** Edits so large a share of the words. */
export function edited(words, share, next) {
  const made = []
  for (let at = 0; at < words.length; at++) {
    const edit = next() < share ? Math.floor(next() * 4) : -1
    if (edit === 0) made.push(word(next))
    else if (edit === 1) made.push(words[at], word(next))
    else if (edit === 3 && at + 1 < words.length) made.push(words[++at], words[at - 1])
    else if (edit !== 2) made.push(words[at])
  }
  return made
}

/**
 * A second article on the same event: four of five paragraphs its own, the fifth taken over with edits.
 * @param share of its words that are edited
 */
export function related(first, seed, share = 0.1) {
  const next = random(seed)
  const theirs = paragraphs(first.text.split(/\s+/).length, seed)
  const parts = first.text.split('\n\n')
  const mixed = theirs.map((own, at) =>
    at % 5 === 4
      ? edited((parts[at % parts.length] ?? own).split(' '), share, next).join(' ')
      : own,
  )
  return inputOf(mixed.join('\n\n'))
}

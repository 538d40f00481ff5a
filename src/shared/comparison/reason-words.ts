// Why two sentences were linked, in words a reader understands.
import type { Reason } from '../model/comparison.ts'

/** @param names of the articles, by their index */
export function reasonInWords(reason: Reason, names: readonly string[]): string {
  switch (reason.kind) {
    case 'quotation':
      return `Both quote the same words: “${reason.words}”`
    case 'wording':
      return `The same words in a row: “${reason.words}”`
    case 'words':
      return `Both have words that few other sentences have: ${reason.words.join(', ')}`
    case 'names':
      return `Both name ${reason.names.join(', ')}`
    case 'figure':
      return `The same figure: “${reason.a}” and “${reason.b}”`
    case 'related':
      return `Words of related meaning: ${reason.pairs.map(({ a, b }) => `${a} and ${b}`).join(', ')}`
    case 'neighbours':
      return 'The sentences around them match as well'
    case 'opening':
      return 'Both open their article'
    case 'third':
      return `A sentence of ${names[reason.article] ?? 'another article'} matches both`
    case 'best':
      return 'Each is the most similar that the other article has'
    case 'reader':
      return reason.verdict === 'yes'
        ? 'You said that they match'
        : 'You said that they do not match'
    case 'figures-differ':
      return `The figures differ: “${reason.a}” and “${reason.b}”`
    case 'denial':
      return `One of them denies something: “${reason.word}”`
    case 'other-event':
      return 'The articles look like reports of different events'
  }
}

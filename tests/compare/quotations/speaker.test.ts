import { expect, it } from 'vitest'
import { findQuotations } from '../../../src/compare/quotations/find-quotations.ts'
import { articleOf } from './articles.ts'

/** The speaker of the last quotation. */
function speakerIn(...paragraphs: string[]): string | null {
  return findQuotations(articleOf(...paragraphs)).at(-1)?.speaker?.name ?? null
}

it.each([
  ['“The pier is safe,” Ines Varga said.', 'Ines Varga'],
  ['“The pier is safe,” said Ines Varga, who built it.', 'Ines Varga'],
  ['“Is the pier safe?” asked the mayor.', 'the mayor'],
  ['Ines Varga said: “The pier is safe.”', 'Ines Varga'],
  ['Ines Varga, 58, told the Courier that the pier was “as safe as a house.”', 'Ines Varga'],
  ['“The pier is safe,” Ines Varga wrote in an email.', 'Ines Varga'],
  ['“The pier is safe,” a spokesman for the council said.', 'a spokesman for the council'],
  ['“The pier is safe,” according to the report.', 'the report'],
  ['The pier is “as safe as a house,” harbour master Ines Varga said on Monday.', 'Ines Varga'],
  ['Varga blamed the storm, calling it “an act of God nobody foresaw.”', 'Varga'],
  ['The plan was described by Ines Varga as “the end of the harbour we know.”', 'Ines Varga'],
  ['Ines Varga said the plan was “cheap and nasty” and “doomed from the start.”', 'Ines Varga'],
  ['„Die Brücke ist sicher“, sagte Ines Varga.', 'Ines Varga'],
  ['« Le pont est sûr », a déclaré Ines Varga.', 'Ines Varga'],
])('says who speaks: %s', (text, name) => {
  expect(speakerIn(text)).toBe(name)
})

it.each([
  ['“As safe as a house” stood on a poster at the pier.'],
  ['A group called “Friends of the Pier” met.'],
  ['She read “The Long Pier,” and Varga said nothing of it.'],
  ['“The pier is safe,” he said.'],
])('says nobody where the text does not: %s', (text) => {
  expect(speakerIn(text)).toBeNull()
})

it('makes a surname full when the article has the full name', () => {
  expect(speakerIn('Jim Adler resigned.', '“I am tired,” Mr. Adler said.')).toBe('Jim Adler')
})

it('resolves a pronoun when one person can be meant, and points at the pronoun', () => {
  const article = articleOf('Jim Adler resigned on Monday.', '“I am tired,” he said.')
  const speaker = findQuotations(article)[0]?.speaker
  expect(speaker?.name).toBe('Jim Adler')
  expect(article.text.slice(speaker?.start, speaker?.end)).toBe('he')
})

it('leaves a pronoun alone when two people can be meant', () => {
  const before = 'Jim Adler resigned on Monday. Carl Brandt stayed.'
  expect(speakerIn(before, '“I am tired,” he said.')).toBeNull()
})

it('leaves a pronoun alone that a title contradicts', () => {
  expect(speakerIn('Ms. Adler resigned on Monday.', '“I am tired,” he said.')).toBeNull()
})

it('goes on with who has just been named', () => {
  expect(speakerIn('“I am tired,” Jim Adler said. “It is over.”')).toBe('Jim Adler')
  expect(speakerIn('“I am tired,” Jim Adler said.', '“It is over.”')).toBe('Jim Adler')
})

it('gives a headline no speaker', () => {
  expect(speakerIn('# Adler said pier ‘would never fall again’')).toBeNull()
})

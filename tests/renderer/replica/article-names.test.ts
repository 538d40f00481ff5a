// What articles are called beside each other.
import { expect, it } from 'vitest'
import { namesBeside } from '../../../src/renderer/replica/article-names.ts'
import { idOf, rowOf } from '../list-rows.ts'

const of = (source: string | null, title: string | null, path = 'file.txt') => ({
  ...rowOf(idOf(1)),
  source,
  title,
  path,
})

it('calls them by their outlets, and by headline or file where there is none', () => {
  const rows = [of('Herald', 'Bridge'), of(null, 'Choir'), of(null, null, 'a/b/notes.txt')]
  expect(namesBeside(rows, 'Article')).toEqual(['Herald', 'Choir', 'notes.txt'])
})

it('tells two of one outlet apart by their headlines, then by their places', () => {
  const rows = [of('Herald', 'Bridge'), of('Courier', 'Bridge'), of('Herald', 'Bridge closes')]
  expect(namesBeside(rows, 'Article')).toEqual([
    'Herald: Bridge',
    'Courier',
    'Herald: Bridge closes',
  ])
  expect(namesBeside([of('Herald', 'Bridge'), of('Herald', 'Bridge')], 'Article')).toEqual([
    'Herald: Bridge (1)',
    'Herald: Bridge (2)',
  ])
})

it('calls by no file what was not read yet', () => {
  const unread = { ...of(null, null), state: 'unread' as const }
  expect(namesBeside([unread, undefined, of('Herald', 'x')], 'Article')).toEqual([
    'Article (1)',
    'Article (2)',
    'Herald',
  ])
})

it('cuts long names between words, and tells apart what is the same then', () => {
  const long = 'The council votes to close the old bridge'
  expect(namesBeside([of('A', `${long} today`), of('A', `${long} at last`)], '', 20)).toEqual([
    'A: The council… (1)',
    'A: The council… (2)',
  ])
})

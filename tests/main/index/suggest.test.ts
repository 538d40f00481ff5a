// Names to go on with, for the operators of a search.
import { expect, it } from 'vitest'
import { suggestedKinds } from '../../../src/main/index/suggest.ts'
import { annotated, annotationOf, idOf, openTemp, toldOf } from './support.ts'

it('gives what begins with the typed letters first, then what most articles have', async () => {
  const { index } = await openTemp()
  await index.put([
    ...toldOf({ n: 1, meta: { source: 'The Post', byline: 'Ann Éluard' } }),
    ...toldOf({ n: 2, meta: { source: 'The Post', byline: 'Bea' } }),
    ...toldOf({ n: 3, meta: { source: 'Post Courier' } }),
    annotated(1, [annotationOf('a', { tags: ['war', 'war/peace'] })]),
    annotated(2, [annotationOf('b', { tags: ['war'] }), annotationOf('c', { tags: ['war'] })]),
    { kind: 'story', id: 's', name: 'Storm', articles: [idOf(1), idOf(9)] },
  ])
  expect(index.suggest('outlet', 'post', 9)).toEqual([
    { name: 'Post Courier', articles: 1 },
    { name: 'The Post', articles: 2 },
  ])
  expect(index.suggest('author', 'elu', 9)).toEqual([{ name: 'Ann Éluard', articles: 1 }])
  expect(index.suggest('tag', '', 9)).toEqual([
    { name: 'war', articles: 2 },
    { name: 'war/peace', articles: 1 },
  ])
  expect(index.suggest('story', 'st', 9)).toEqual([{ name: 'Storm', articles: 1 }])
  expect(index.suggest('outlet', '', 1)).toHaveLength(1)
  await index.put([{ kind: 'story-gone', id: 's' }])
  expect(index.suggest('story', '', 9)).toEqual([])
})

it('gives nothing of an empty library', async () => {
  const { index } = await openTemp()
  for (const kind of suggestedKinds) expect(index.suggest(kind, 'a', 9)).toEqual([])
})

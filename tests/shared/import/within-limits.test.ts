// What an import brings beyond the limits of the calls is left out and said, the rest comes in.
import { describe, expect, it } from 'vitest'
import { jsonExport } from '../../../src/shared/export/json.ts'
import type { LibraryJson } from '../../../src/shared/export/json-schema.ts'
import { planAcross } from '../../../src/shared/import/across-json.ts'
import { parseLibraryJson, planImport } from '../../../src/shared/import/parallax-json.ts'
import { storyWithin } from '../../../src/shared/import/within-limits.ts'
import { limits } from '../../../src/shared/model/limits.ts'
import { library, makeArticle, options, uuid } from '../export/library.ts'

function parsed(...drafts: Parameters<typeof makeArticle>[1]): LibraryJson {
  const read = parseLibraryJson(jsonExport.build(library(makeArticle(1, drafts)), options))
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

const existing = {
  id: '00000000000000ff',
  path: 'folder/article-1.txt',
  sha256: 'sha-1',
  textHash: 'text-1',
  annotationIds: new Set<string>(),
}

const story = {
  id: uuid(1),
  name: 'Quays',
  articles: ['0000000000000001'],
  arrangement: null,
  created: '2026-03-04T18:30:00.000Z',
  modified: '2026-03-04T18:30:00.000Z',
}

describe('an import', () => {
  it('cuts a note of five megabytes where the calls would refuse it, and says so', () => {
    const note = `${'😀'.repeat(2_500_000)}`
    const plan = planImport(parsed({ quote: 'one', note }, { quote: 'two', note: 'short' }), [
      existing,
    ])
    const [long, short] = plan.articles[0]?.add ?? []
    expect(long?.note).toBe(note.slice(0, limits.noteLength))
    expect(short?.note).toBe('short')
    expect(plan.lost).toEqual([
      '“folder/article-1.txt”: of 1 note only the first 1,000,000 characters came in.',
    ])
  })

  it('takes the first hundred of five thousand tags, and none that no one could give', () => {
    const tags = ['', ' a', 'x'.repeat(121), ...Array.from({ length: 5_000 }, (_, n) => `tag ${n}`)]
    const plan = planImport(parsed({ quote: 'one', tags }), [existing])
    expect(plan.articles[0]?.add[0]?.tags).toEqual(tags.slice(3, 103))
    expect(plan.lost).toEqual([
      '“folder/article-1.txt”: of 1 highlight only the first 100 tags came in.',
      '“folder/article-1.txt”: 3 tags left out: empty, longer than 120 characters, or with white space at the ends.',
    ])
  })

  it('says nothing of what is here already', () => {
    const json = parsed({ quote: 'one', note: 'x'.repeat(2_000_000) })
    const here = new Set([uuid(1000)])
    expect(planImport(json, [{ ...existing, annotationIds: here }]).lost).toEqual([])
  })

  it('leaves out a corrected fact that is too long, and keeps the others', () => {
    const json = parsed({ quote: 'one' })
    const [article] = json.articles
    if (!article) throw new Error('no article')
    const modified = '2026-03-04T18:30:00.000Z'
    const corrections = [
      { kind: 'fact', field: 'title', value: 'x'.repeat(1_001), modified },
      { kind: 'fact', field: 'byline', value: 'Ines Varga', modified },
    ] as const
    const plan = planImport({ ...json, articles: [{ ...article, corrections }] }, [existing])
    expect(plan.articles[0]?.corrections).toEqual([corrections[1]])
    expect(plan.lost).toEqual([
      '“folder/article-1.txt”: 1 correction left out: longer than 1,000 characters.',
    ])
  })

  it('takes what a story may hold of one that holds more', () => {
    const articles = Array.from({ length: 1_200 }, (_, n) => n.toString(16).padStart(16, '0'))
    const pane = { article: '0000000000000001', top: 0, size: null }
    const arrangement = { panes: Array.from({ length: 9 }, () => pane), focused: 0, pins: [] }
    const { value, lost } = storyWithin({
      ...story,
      name: `${'n'.repeat(300)}`,
      articles,
      arrangement,
    })
    expect(value.name).toHaveLength(200)
    expect(value.articles).toEqual(articles.slice(0, 1_000))
    expect(value.arrangement?.panes).toHaveLength(6)
    expect(lost).toHaveLength(3)
    expect(storyWithin(story)).toEqual({ value: story, lost: [] })
  })

  it('brings such a story in with the rest, and says what it cut', () => {
    const json = { ...parsed({ quote: 'one' }), stories: [{ ...story, name: 'n'.repeat(300) }] }
    const plan = planAcross(json, planImport(json, [existing]).articles, [existing], {
      stories: new Set(),
      verdicts: new Map(),
    })
    expect(plan.stories.map(({ name }) => name)).toEqual(['n'.repeat(200)])
    expect(plan.lost).toHaveLength(1)
  })
})

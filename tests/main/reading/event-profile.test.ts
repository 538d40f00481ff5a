// What an article is about, in some words.
import { describe, expect, it } from 'vitest'
import { profileOf } from '../../../src/main/reading/event-profile.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { parseProfile } from '../../../src/main/reading/profile-terms.ts'
import { must } from '../store/support.ts'

const text =
  'Ferry to Lindøya sinks at its moorings\n\nThe ferry to Lindøya sank on Monday night, the harbour board of Varnhem said.\n\nNobody was on board. “She sank like a stone,” said Ines Varga, who watched it.\n\nFerries will be replaced by buses. People wait. People pay.\n\nSign up for our newsletter\n'

const of = async (article: string) =>
  must(await parseArticle(new TextEncoder().encode(article), 'a.txt'))

const formsOf = (profile: string): string[] => parseProfile(profile).map(({ form }) => form)

describe('the profile of an article', () => {
  it('has names and what the opening is about first, as a reader would write them', async () => {
    const { profile = '' } = await of(text)
    const terms = parseProfile(profile)
    expect(formsOf(profile).slice(0, 3)).toEqual(expect.arrayContaining(['Lindøya', 'ferry']))
    const weights = terms.map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(formsOf(profile)).toContain('Varga')
  })

  it('leaves out furniture and words that say nothing', async () => {
    const forms = formsOf((await of(text)).profile ?? '').map((form) => form.toLowerCase())
    for (const word of ['the', 'was', 'newsletter', 'sign']) expect(forms).not.toContain(word)
  })

  it('takes the forms of a word for one, and letters with accents for those without', async () => {
    const stems = async (article: string) =>
      parseProfile((await of(article)).profile ?? '').map(({ stem }) => stem)
    expect(await stems('Zürich Café\n\nThe cafés of Zürich closed.')).toEqual(
      await stems('Zurich Cafe\n\nThe cafes of Zurich closed.'),
    )
  })

  it('is the same every time, and short however long the article is', async () => {
    const long = text.repeat(500)
    const { profile = '' } = await of(long)
    expect((await of(long)).profile).toBe(profile)
    expect(parseProfile(profile).length).toBeLessThanOrEqual(40)
    expect(profile.length).toBeLessThan(1_200)
  })

  it('knows the headline that is only said of the article', () => {
    const facts = { title: 'Quarry flooded', source: null, published: null, language: 'en' }
    const body = 'Water came in after the rain. A pump and a quarry fence are gone.'
    const blocks = [{ kind: 'paragraph', start: 0, end: body.length }] as const
    const profile = (title: string | null) =>
      parseProfile(profileOf({ ...facts, title, text: body, textHash: '', blocks }))
    const weight = (title: string | null) =>
      profile(title).find(({ form }) => form === 'quarry')?.weight ?? 0
    expect(weight('Quarry flooded')).toBeGreaterThan(weight(null))
  })

  it('of an article without words is empty', () => {
    const facts = { title: null, source: null, published: null, language: null }
    expect(profileOf({ ...facts, text: '', textHash: '', blocks: [] })).toBe('')
    expect(parseProfile('')).toEqual([])
  })
})

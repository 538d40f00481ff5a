// What the schemas take and refuse, and that the values to start from are among it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Annotation, TagName, Target } from '../../src/shared/model/annotation.ts'
import { colorHex, colors } from '../../src/shared/model/color.ts'
import { defaultSettings, emptySession, maxPanes } from '../../src/shared/model/defaults.ts'
import { ArticleId } from '../../src/shared/model/library.ts'
import { Session, Settings, SettingsPatch } from '../../src/shared/model/settings.ts'

describe('a tag’s name', () => {
  it.each(['a', 'a b', 'a/b/c', 'ä 😀', '日本', '#x', '=1+1', 'x'.repeat(120)])(
    'may be “%s”',
    (name) => expect(TagName.safeParse(name).success).toBe(true),
  )

  it.each(['', ' ', ' a', 'a ', 'a\nb', '\ta', 'a\u0000b', '\u00a0a', 'x'.repeat(121)])(
    'may not be %j',
    (name) => expect(TagName.safeParse(name).success).toBe(false),
  )

  it('is matched in no time, however long the text', () => {
    const begun = performance.now()
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(' ', 'a', '\n'), maxLength: 5_000 }),
        (name) => {
          TagName.safeParse(name)
        },
      ),
    )
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})

describe('an article’s id', () => {
  it.each(['0123456789abcdef'])('may be %s', (id) =>
    expect(ArticleId.safeParse(id).success).toBe(true),
  )
  it.each(['', '0123456789ABCDEF', '0123456789abcde', '../../../../etc/x', '0123456789abcdef\n'])(
    'may not be %j',
    (id) => expect(ArticleId.safeParse(id).success).toBe(false),
  )
})

describe('an annotation', () => {
  const target = { start: 0, end: 4, exact: 'word', prefix: '', suffix: '', textHash: 'h' }
  const annotation = {
    ...{ id: '00000000-0000-4000-8000-000000000000', target, color: 'red', tags: [], note: '' },
    ...{ created: '2026-03-04T10:00:00.000Z', modified: '2026-03-04T10:00:00.000Z' },
  }

  it('is taken as it is written', () => {
    expect(Annotation.parse(annotation)).toEqual(annotation)
  })

  it.each([
    ['an unknown colour', { color: 'pink' }],
    ['another id', { id: '1' }],
    ['a time without a zone', { created: '2026-03-04T10:00:00' }],
    ['a field too many', { more: 1 }],
    ['no words', { target: { ...target, exact: '' } }],
    ['a place before the text', { target: { ...target, start: -1 } }],
    ['a place between two units', { target: { ...target, start: 0.5 } }],
  ])('is refused with %s', (_, changed) => {
    expect(Annotation.safeParse({ ...annotation, ...changed }).success).toBe(false)
  })

  it('keeps any words, half characters included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (exact) => {
        expect(Target.parse({ ...target, exact }).exact).toBe(exact)
      }),
    )
  })
})

describe('the values to start from', () => {
  it('are what their schemas ask for', () => {
    expect(Settings.parse(defaultSettings)).toEqual(defaultSettings)
    expect(Session.parse(emptySession)).toEqual(emptySession)
    expect(SettingsPatch.parse({})).toEqual({})
  })

  it('allow as many panes as a session may hold', () => {
    const pane = { article: '0123456789abcdef', top: 0, size: null }
    const session = (count: number) => ({ ...emptySession, panes: Array(count).fill(pane) })
    expect(Session.safeParse(session(maxPanes)).success).toBe(true)
    expect(Session.safeParse(session(maxPanes + 1)).success).toBe(false)
  })

  it('give every colour a value of its own', () => {
    expect(Object.keys(colorHex)).toEqual([...colors])
    expect(new Set(Object.values(colorHex)).size).toBe(colors.length)
  })
})

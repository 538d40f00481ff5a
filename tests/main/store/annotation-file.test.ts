// The annotations' file as text: it comes back whole, and version control can merge it.
import { execFileSync } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnnotationData, annotationFormat } from '../../../src/main/store/annotation-file.ts'
import { parseVersioned } from '../../../src/main/store/versioned.ts'
import type { Annotation } from '../../../src/shared/model/annotation.ts'
import { noMeta } from '../../../src/shared/model/article.ts'
import { colors } from '../../../src/shared/model/color.ts'
import { type Correction, correctionKey } from '../../../src/shared/model/correction.ts'
import { metaFields } from '../../../src/shared/model/library.ts'
import { must, tempFolder } from './support.ts'

const text = fc.string({ unit: 'binary', maxLength: 60 })
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const maybe = fc.option(text, { nil: null })

const anyAnnotation: fc.Arbitrary<Annotation> = fc.record({
  id: fc.uuid({ version: 4 }),
  target: fc.record({
    start: fc.nat(),
    end: fc.nat(),
    exact: text.map((words) => `w${words}`),
    prefix: text,
    suffix: text,
    textHash: fc.constant('ab'.repeat(32)),
  }),
  color: fc.constantFrom(...colors),
  tags: fc.array(fc.stringMatching(/^[^\s\p{Cc}]{1,20}$/u), { maxLength: 3 }),
  note: text,
  created: time,
  modified: time,
})

const target = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  exact: text.map((words) => `w${words}`),
  prefix: text,
  suffix: text,
  textHash: fc.constant('ab'.repeat(32)),
})

const anyCorrection: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({
    kind: fc.constant('fact' as const),
    field: fc.constantFrom(...metaFields),
    value: maybe,
    modified: time,
  }),
  fc.record({
    kind: fc.constant('mark' as const),
    id: fc.stringMatching(/^[0-9a-f]{16}$/),
    target,
    furniture: fc.option(fc.boolean()),
    modified: time,
  }),
)

const anyData: fc.Arbitrary<AnnotationData> = fc.record({
  article: fc.record({
    id: fc.stringMatching(/^[0-9a-f]{16}$/),
    path: text,
    sha256: text,
    textHash: text,
    title: maybe,
    subtitle: maybe,
    byline: maybe,
    source: maybe,
    published: maybe,
    language: maybe,
  }),
  corrections: fc.uniqueArray(anyCorrection, { maxLength: 5, selector: correctionKey }),
  annotations: fc.uniqueArray(anyAnnotation, { maxLength: 6, selector: ({ id }) => id }),
  deleted: fc.uniqueArray(fc.record({ id: fc.uuid({ version: 4 }), deleted: time }), {
    maxLength: 4,
    selector: ({ id }) => id,
  }),
})

const parse = (content: string): AnnotationData =>
  must(parseVersioned(annotationFormat, content, '/library/a.json'))

const annotation = (n: number, note = `note ${n}`): Annotation => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  target: { start: n, end: n + 4, exact: 'word', prefix: '', suffix: '', textHash: 'h' },
  color: 'yellow',
  tags: [],
  note,
  created: `2026-03-04T10:00:${String(n).padStart(2, '0')}.000Z`,
  modified: `2026-03-04T10:00:${String(n).padStart(2, '0')}.000Z`,
})

const dataOf = (...annotations: readonly Annotation[]): AnnotationData => ({
  article: {
    ...{ id: '0123456789abcdef', path: 'a.txt', sha256: 's', textHash: 'h' },
    ...{ ...noMeta, title: 'A' },
  },
  annotations,
  deleted: [],
  corrections: [],
})

describe('the annotations file', () => {
  it('gives back what was put in, oldest annotation first', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const back = parse(annotationFormat.serialize(data))
        expect(back.article).toEqual(data.article)
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect([...back.annotations].sort(byId)).toEqual([...data.annotations].sort(byId))
        expect([...back.deleted].sort(byId)).toEqual([...data.deleted].sort(byId))
        const byKey = (a: Correction, b: Correction) =>
          correctionKey(a) < correctionKey(b) ? -1 : 1
        expect([...back.corrections].sort(byKey)).toEqual([...data.corrections].sort(byKey))
        const created = back.annotations.map((each) => each.created)
        expect(created).toEqual([...created].sort())
      }),
      { numRuns: 60 },
    )
  })

  it('is the same text whatever order things are in', () => {
    const [a, b, c] = [annotation(1), annotation(2), annotation(3)] as const
    const mixed = Object.fromEntries(Object.entries(b).reverse()) as Annotation
    expect(annotationFormat.serialize(dataOf(c, a, mixed))).toBe(
      annotationFormat.serialize(dataOf(a, b, c)),
    )
  })

  it('has one annotation a line, with sorted keys, and ends with a line feed', () => {
    const multiline = annotation(2, 'first line\nsecond line\u2028third')
    const content = annotationFormat.serialize(dataOf(annotation(1), multiline))
    expect(content.endsWith('}\n')).toBe(true)
    const lines = content.split('\n').filter((line) => line.includes('"exact"'))
    expect(lines.length).toBe(2)
    for (const line of lines) {
      const keys = Object.keys(JSON.parse(line.replace(/,$/, '')))
      expect(keys).toEqual([...keys].sort())
    }
  })

  it('adds a new annotation as a new last line', () => {
    const before = annotationFormat.serialize(dataOf(annotation(1), annotation(2)))
    const after = annotationFormat.serialize(dataOf(annotation(1), annotation(2), annotation(3)))
    const old = new Set(after.split('\n').map((line) => line.replace(/,$/, '')))
    for (const line of before.split('\n')) expect(old).toContain(line.replace(/,$/, ''))
    expect(after.split('\n').length).toBe(before.split('\n').length + 1)
  })

  it('is merged by git when two machines edit different annotations', async () => {
    const folder = await tempFolder()
    const file = (name: string) => join(folder, name)
    const notes = [1, 2, 3, 4, 5].map((n) => annotation(n))
    const changed = (n: number, note: string) =>
      notes.map((each, index) => (index === n ? { ...each, note } : each))
    await writeFile(file('base'), annotationFormat.serialize(dataOf(...notes)))
    await writeFile(file('mine'), annotationFormat.serialize(dataOf(...changed(0, 'mine'))))
    await writeFile(file('theirs'), annotationFormat.serialize(dataOf(...changed(3, 'theirs'))))
    await copyFile(file('mine'), file('merged'))
    execFileSync('git', ['merge-file', file('merged'), file('base'), file('theirs')])
    const merged = parse(await readFile(file('merged'), 'utf8'))
    expect(merged.annotations.map(({ note }) => note)).toEqual([
      'mine',
      'note 2',
      'note 3',
      'theirs',
      'note 5',
    ])
  })

  it('reads what a version without corrections has written', () => {
    const old = `{"format":"parallax/annotations","version":1,
"article":{"byline":null,"id":"0123456789abcdef","language":"en","path":"a.txt","published":null,"sha256":"s","source":null,"textHash":"h","title":"A"},
"annotations":[
${JSON.stringify(annotation(1))}
],
"deleted":[]
}
`
    expect(parse(old)).toEqual({
      ...dataOf(annotation(1)),
      article: { ...dataOf().article, language: 'en' },
    })
    expect(annotationFormat.serialize(parse(old))).toContain('"version":2')
  })
})

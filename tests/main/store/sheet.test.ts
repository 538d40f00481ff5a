// A file of records as text: it comes back whole, version control can merge it, older ones are read.
import { execFileSync } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../../src/main/store/sheet.ts'
import { articleFormat, libraryFormats } from '../../../src/main/store/sheet-formats.ts'
import { parseVersioned } from '../../../src/main/store/versioned.ts'
import { annotationKind } from '../../../src/shared/kinds/annotation.ts'
import { correctionKind } from '../../../src/shared/kinds/correction.ts'
import { type Entry, entryMade } from '../../../src/shared/kinds/entry.ts'
import type { Kind } from '../../../src/shared/kinds/kind.ts'
import { recordOf } from '../../../src/shared/kinds/line.ts'
import { stampOfTime } from '../../../src/shared/kinds/stamp.ts'
import { storyKind } from '../../../src/shared/kinds/story.ts'
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

const anyHead = fc.record({
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
})

const entriesOf = <R extends object & { readonly modified: string }>(
  kind: Kind<R>,
  records: readonly R[],
): ReadonlyMap<string, Entry> =>
  new Map(records.map((record) => [kind.keyOf(record), entryMade(record)]))

const anySheet: fc.Arbitrary<Sheet> = fc
  .record({
    head: anyHead,
    corrections: fc.uniqueArray(anyCorrection, { maxLength: 5, selector: correctionKey }),
    annotations: fc.uniqueArray(anyAnnotation, { maxLength: 6, selector: ({ id }) => id }),
    deleted: fc.uniqueArray(fc.uuid({ version: 4 }), { maxLength: 4 }),
    time,
  })
  .map(({ head, corrections, annotations, deleted, time: at }) => ({
    head,
    lists: {
      annotation: new Map([
        ...deleted.map((key): [string, Entry] => [key, { deleted: stampOfTime(at) }]),
        ...entriesOf(annotationKind, annotations),
      ]),
      correction: entriesOf(correctionKind, corrections),
    },
    foreign: {},
    migratedFrom: null,
    mended: false,
  }))

const parse = (content: string): Sheet =>
  must(parseVersioned(articleFormat, content, '/library/a.json'))

const annotationsIn = (sheet: Sheet): Annotation[] =>
  [...(sheet.lists.annotation?.values() ?? [])].flatMap(
    (entry) => recordOf(annotationKind, entry) ?? [],
  )

const annotation = (n: number, note = `note ${n}`): Annotation => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  target: { start: n, end: n + 4, exact: 'word', prefix: '', suffix: '', textHash: 'h' },
  color: 'yellow',
  tags: [],
  note,
  created: `2026-03-04T10:00:${String(n).padStart(2, '0')}.000Z`,
  modified: `2026-03-04T10:00:${String(n).padStart(2, '0')}.000Z`,
})

const sheetOf = (...annotations: readonly Annotation[]): Sheet => ({
  head: {
    id: '0123456789abcdef',
    path: 'a.txt',
    sha256: 's',
    textHash: 'h',
    ...noMeta,
    title: 'A',
  },
  lists: { annotation: entriesOf(annotationKind, annotations), correction: new Map() },
  foreign: {},
  migratedFrom: null,
  mended: false,
})

const textOf = (...annotations: readonly Annotation[]): string =>
  articleFormat.serialize(sheetOf(...annotations))

describe('the file of an article’s records', () => {
  it('gives back what was put in, oldest annotation first', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const back = parse(articleFormat.serialize(sheet))
        expect(back.head).toEqual(sheet.head)
        expect(back.lists).toEqual(sheet.lists)
        const created = annotationsIn(back).map((each) => each.created)
        expect(created).toEqual([...created].sort())
      }),
      { numRuns: 60 },
    )
  })

  it('is the same text whatever order things are in', () => {
    const [a, b, c] = [annotation(1), annotation(2), annotation(3)] as const
    const mixed = Object.fromEntries(Object.entries(b).reverse()) as Annotation
    expect(textOf(c, a, mixed)).toBe(textOf(a, b, c))
  })

  it('has one annotation a line, with sorted keys, and ends with a line feed', () => {
    const multiline = annotation(2, 'first line\nsecond line\u2028third')
    const content = textOf(annotation(1), multiline)
    expect(content.endsWith('}\n')).toBe(true)
    const lines = content.split('\n').filter((line) => line.includes('"exact"'))
    expect(lines.length).toBe(2)
    for (const line of lines) {
      const keys = Object.keys(JSON.parse(line.replace(/,$/, '')))
      expect(keys).toEqual([...keys].sort())
    }
  })

  it('adds a new annotation as a new last line', () => {
    const before = textOf(annotation(1), annotation(2))
    const after = textOf(annotation(1), annotation(2), annotation(3))
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
    await writeFile(file('base'), textOf(...notes))
    await writeFile(file('mine'), textOf(...changed(0, 'mine')))
    await writeFile(file('theirs'), textOf(...changed(3, 'theirs')))
    await copyFile(file('mine'), file('merged'))
    execFileSync('git', ['merge-file', file('merged'), file('base'), file('theirs')])
    const merged = parse(await readFile(file('merged'), 'utf8'))
    expect(annotationsIn(merged).map(({ note }) => note)).toEqual([
      'mine',
      'note 2',
      'note 3',
      'theirs',
      'note 5',
    ])
  })

  it('joins two lines of one annotation, as git’s union leaves them, and says it was mended', () => {
    const mine = textOf({ ...annotation(1), tags: ['mine'] })
    const line = textOf({ ...annotation(1, 'theirs'), modified: '2027-01-01T00:00:00.000Z' })
      .split('\n')
      .find((each) => each.includes('"exact"'))
    const united = mine.replace('"annotations":[', `"annotations":[\n${line},`)
    const sheet = parse(united)
    expect(sheet.mended).toBe(true)
    expect(annotationsIn(sheet)).toMatchObject([{ note: 'theirs' }])
  })

  it('keeps lists of kinds that it does not know', () => {
    const content = textOf(annotation(1)).replace(
      /\n\}\n$/,
      ',\n"links":[\n{"id":1},\n{"id":2}\n]\n}\n',
    )
    expect(articleFormat.serialize(parse(content))).toBe(content)
  })

  it('of a record that is not one says where', () => {
    const content = textOf(annotation(1)).replace('"yellow"', '"plaid"')
    const parsed = parseVersioned(articleFormat, content, '/library/a.json')
    expect(parsed).toMatchObject({
      ok: false,
      error: { code: 'store-damaged', detail: expect.stringContaining('annotations.0.color') },
    })
  })

  it.each([1, 2])('reads what version %i has written', (version) => {
    const old = `{"format":"parallax/annotations","version":${version},
"article":{"byline":null,"id":"0123456789abcdef","language":"en","path":"a.txt","published":null,"sha256":"s","source":null,"textHash":"h","title":"A"},
"annotations":[
${JSON.stringify(annotation(1))}
],
"deleted":[
{"deleted":"2026-03-04T11:00:00.000Z","id":"${annotation(2).id}"}
]${version === 1 ? '' : ',\n"corrections":[\n{"field":"title","kind":"fact","modified":"2026-03-04T12:00:00.000Z","value":"B"}\n]'}
}
`
    const sheet = parse(old)
    expect(annotationsIn(sheet)).toEqual([annotation(1)])
    expect(sheet.lists.annotation?.get(annotation(2).id)).toEqual({
      deleted: stampOfTime('2026-03-04T11:00:00.000Z'),
    })
    expect(sheet.lists.correction?.has('fact title')).toBe(version === 2)
    expect(sheet.migratedFrom).toBe(2)
    expect(articleFormat.serialize(sheet)).toContain('"version":3')
  })
})

describe('a file of records of the whole library', () => {
  const format = libraryFormats.get('stories')
  if (!format) throw new Error('there is no format of stories')
  const id = '00000000-0000-4000-8000-000000000001'
  const gone = '00000000-0000-4000-8000-000000000002'
  const modified = '2026-03-04T10:00:00.000Z'

  it('reads stories, how they are laid out, and deleted ones, as version 1 has written them', () => {
    const rows = [
      { kind: 'story', id, name: 'One', articles: [], created: modified, modified },
      { kind: 'arrangement', id, arrangement: { panes: [], focused: 0, pins: [] }, modified },
      { kind: 'deleted', id: gone, modified },
    ]
    const old = JSON.stringify({ format: 'parallax/stories', version: 1, stories: rows })
    const sheet = must(parseVersioned(format, old, '/library/stories.json'))
    expect(recordOf(storyKind, sheet.lists.story?.get(id))).toMatchObject({ name: 'One', modified })
    expect(sheet.lists.arrangement?.has(id)).toBe(true)
    expect(sheet.lists.story?.get(gone)).toEqual({ deleted: stampOfTime(modified) })
    const again = must(parseVersioned(format, format.serialize(sheet), '/library/stories.json'))
    expect(again.lists).toEqual(sheet.lists)
  })

  it('is damaged when its list is not one', () => {
    const old = JSON.stringify({ format: 'parallax/stories', version: 1, stories: 'none' })
    expect(parseVersioned(format, old, '/x')).toMatchObject({ error: { code: 'store-damaged' } })
  })
})

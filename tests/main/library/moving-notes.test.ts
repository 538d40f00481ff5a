// An article that was saved again under another name, and changed: it is not known by its content, and what
// the reader made of it is moved by hand, as one step.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingKind } from '../../../src/shared/kinds/reading.ts'
import {
  bridge,
  errorOf,
  fileOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  openAt,
  quotesOf,
  reopenWithoutIndex,
} from './support.ts'

const again = bridge
  .replace('on Monday', 'on Sunday')
  .replace(
    '\n\nThe council will meet on Thursday to hear what the repair may cost.',
    '\n\nNobody was hurt.',
  )

/** Three notes on an article whose file is then saved as another, and changed. */
async function savedAgain(keep = false) {
  const folder = await folderOf({ 'bridge.txt': bridge, 'harbour.txt': harbour })
  const first = await open(folder)
  const from = idAt(first.library, 'bridge.txt')
  await highlight(first.library, 'bridge.txt', 'cracks were found in two of its arches', {
    tags: ['damage'],
  })
  await highlight(first.library, 'bridge.txt', 'closed the Quay Street bridge on Monday', {
    note: 'when?',
  })
  await highlight(first.library, 'bridge.txt', 'hear what the repair may cost')
  must(await first.library.setReading({ articles: [from], state: 'reading' }))
  must(await first.library.correct({ article: from, meta: { source: 'The Herald' } }))
  const articles = [from, idAt(first.library, 'harbour.txt')]
  must(await first.library.saveStory({ id: null, name: 'Works', articles }))
  await first.library.close()
  if (!keep) await rm(join(folder, 'bridge.txt'))
  await writeFile(join(folder, 'bridge (2).txt'), again)
  const { library, told } = await open(folder)
  const to = idAt(library, 'bridge (2).txt')
  return { folder, library, told, from, to, articles }
}

const counts = { annotations: 3, exact: 1, changed: 1, lost: 1 }
const moved = { ...counts, corrections: 1, reading: true, stories: 1, verdicts: 0 }

describe('notes of an article whose file was saved again as another', () => {
  it('are counted before, and nothing is changed by that', async () => {
    const { folder, library, from, to } = await savedAgain()
    const file = await fileOf(folder, from)
    expect(must(await library.moveNotes({ from, to, dryRun: true }))).toEqual(moved)
    expect(await fileOf(folder, from)).toBe(file)
    expect(library.history().undo).toBeNull()
  })

  it('are moved as one step, with their tags, notes, and the words they were made on', async () => {
    const { library, from, to } = await savedAgain()
    must(await library.moveNotes({ from, to, dryRun: false }))
    const { resolved, source, text } = await openAt(library, 'bridge (2).txt')
    expect(
      resolved.map(({ anchor, annotation: { note, tags, target } }) => [
        anchor.state,
        note,
        tags.join(),
        target.exact,
      ]),
    ).toEqual([
      ['anchored', '', 'damage', 'cracks were found in two of its arches'],
      ['moved', 'when?', '', 'closed the Quay Street bridge on Monday'],
      ['orphaned', '', '', 'hear what the repair may cost'],
    ])
    expect(quotesOf({ resolved, text } as never)[1]).toBe('closed the Quay Street bridge on Sunday')
    expect(source).toBe('The Herald')
    expect(library.articles().map(({ path }) => path)).toEqual(['bridge (2).txt', 'harbour.txt'])
    expect(library.stories()[0]?.articles[0]).toBe(to)
    expect(library.ledger.get(readingKind, null, to)?.state).toBe('reading')
    expect(library.ledger.get(readingKind, null, from)?.state).toBe('new')
    expect(library.history().undo).toBe('Move notes to “The bridge is shut”')
  })

  it('are where they were when that is undone, and moved when it is done again', async () => {
    const { folder, library, from, to, articles } = await savedAgain()
    must(await library.moveNotes({ from, to, dryRun: false }))
    must(await library.undo())
    expect(library.annotations(to)).toEqual([])
    expect(library.annotations(from)).toHaveLength(3)
    expect(library.stories()[0]?.articles).toEqual(articles)
    const row = library.articles().find(({ id }) => id === from)
    expect([row?.state, row?.annotations]).toEqual(['missing', 3])
    must(await library.redo())
    const later = await reopenWithoutIndex(folder, library)
    expect((await openAt(later.library, 'bridge (2).txt')).resolved).toHaveLength(3)
    expect(idAt(later.library, 'bridge (2).txt')).toBe(to)
    expect(later.library.articles().map(({ path }) => path)).toEqual([
      'bridge (2).txt',
      'harbour.txt',
    ])
  })

  it('stay where they are when the old file is still there and only its notes are wanted elsewhere: stories keep it', async () => {
    const { library, from, to, articles } = await savedAgain(true)
    const done = must(await library.moveNotes({ from, to, dryRun: false }))
    expect(done).toEqual({ ...moved, stories: 0 })
    expect(library.stories()[0]?.articles).toEqual(articles)
    expect(library.annotations(from)).toEqual([])
    expect(library.annotations(to)).toHaveLength(3)
  })

  it('join those that are there already, and outdo nothing the reader said there', async () => {
    const { library, from, to } = await savedAgain()
    await highlight(library, 'bridge (2).txt', 'Nobody was hurt', { note: 'mine' })
    must(await library.correct({ article: to, meta: { source: 'The Courier' } }))
    must(await library.setReading({ articles: [to], state: 'read' }))
    const done = must(await library.moveNotes({ from, to, dryRun: false }))
    expect(done).toEqual({ ...moved, corrections: 0, reading: false })
    const { resolved, source } = await openAt(library, 'bridge (2).txt')
    expect([resolved.length, source]).toEqual([4, 'The Courier'])
  })

  it('are on disk in both files or in none', async () => {
    const { folder, library, from, to } = await savedAgain()
    must(await library.moveNotes({ from, to, dryRun: false }))
    await library.close()
    const [old, now] = [await fileOf(folder, from), await fileOf(folder, to)]
    expect(old.match(/"deleted":/g)).toHaveLength(3)
    expect(now).toContain('"note":"when?"')
    expect(await readFile(join(folder, 'bridge (2).txt'), 'utf8')).toBe(again)
  })

  it('are told to the windows', async () => {
    const { library, told, from, to } = await savedAgain()
    told.length = 0
    must(await library.moveNotes({ from, to, dryRun: false }))
    const events = told.map(({ event, data }) => [event, JSON.stringify(data)] as const)
    const of = (name: string) => events.filter(([event]) => event === name).map(([, data]) => data)
    expect(of('annotations-changed').join()).toContain(to)
    expect(of('library-changed').join()).toContain(`"removed":["${from}"]`)
  })
})

describe('moving notes is refused', () => {
  it.each([
    ['to the same article', 'from', 'bad-argument'],
    ['to one that is not there', 'nowhere', 'not-found'],
    ['from one without notes', 'to', 'not-found'],
  ] as const)('%s', async (_, which, code) => {
    const { library, from, to } = await savedAgain()
    const ends = {
      from: { from, to: from },
      nowhere: { from, to: '0123456789abcdef' },
      to: { from: to, to: idAt(library, 'harbour.txt') },
    }
    const refused = errorOf(await library.moveNotes({ ...ends[which], dryRun: false }))
    expect(refused.code).toBe(code)
    expect(library.history().undo).toBeNull()
  })

  it('onto one whose file is gone, and from one that nobody knows', async () => {
    const { library, from, to } = await savedAgain()
    const back = errorOf(await library.moveNotes({ from: to, to: from, dryRun: false }))
    const unknown = errorOf(await library.moveNotes({ from: '0123456789abcdef', to, dryRun: true }))
    expect([back.code, unknown.code]).toEqual(['not-found', 'not-found'])
  })

  it('where the library is only looked at', async () => {
    const { folder, library, from, to } = await savedAgain()
    await library.close()
    const reader = await open(folder, { mode: 'read' })
    expect(must(await reader.library.moveNotes({ from, to, dryRun: true }))).toEqual(moved)
    expect((await reader.library.moveNotes({ from, to, dryRun: false })).ok).toBe(false)
  })
})

describe('where the notes of a missing article may belong', () => {
  it('is offered at both, by the title and by the text', async () => {
    const { library, from, to } = await savedAgain()
    const offer = { from, to, annotations: 3, sameTitle: true }
    expect(await library.notesOffers(from)).toMatchObject([{ ...offer, path: 'bridge (2).txt' }])
    expect(await library.notesOffers(to)).toMatchObject([{ ...offer, path: 'bridge.txt' }])
    expect(await library.notesOffers(idAt(library, 'harbour.txt'))).toEqual([])
  })

  it('is not offered while its file is there, nor when its notes were moved', async () => {
    const kept = await savedAgain(true)
    expect(await kept.library.notesOffers(kept.to)).toEqual([])
    const { library, from, to } = await savedAgain()
    must(await library.moveNotes({ from, to, dryRun: false }))
    expect([await library.notesOffers(from), await library.notesOffers(to)]).toEqual([[], []])
  })

  it('is told by most of the text alone, where the headline is another', async () => {
    const long = Array.from(
      { length: 40 },
      (_, n) => `Sentence ${n} of the report speaks of pier ${n * 7}.`,
    )
    const text = `Old headline of it\n\n${long.join(' ')}\n`
    const folder = await folderOf({ 'a.txt': text, 'b.txt': harbour })
    const first = await open(folder)
    const from = idAt(first.library, 'a.txt')
    await highlight(first.library, 'a.txt', 'Sentence 7 of the report')
    await first.library.close()
    await rm(join(folder, 'a.txt'))
    const other = `Quite another one\n\n${long.slice(4).join(' ')}\n\nMore was said later on.\n`
    await writeFile(join(folder, 'c.txt'), other)
    const { library } = await open(folder)
    const [offer, ...more] = await library.notesOffers(from)
    expect(offer).toMatchObject({ to: idAt(library, 'c.txt'), sameTitle: false })
    expect(offer?.share).toBeGreaterThan(0.8)
    expect(more).toEqual([])
  })

  it.each(['Briefly', 'Sports news'])(
    'is not told by a headline like “%s” alone',
    async (title) => {
      const folder = await folderOf({
        'a.txt': `${title}\n\nA goat was found on the roof of the school.\n`,
      })
      const first = await open(folder)
      await highlight(first.library, 'a.txt', 'on the roof')
      const from = idAt(first.library, 'a.txt')
      await first.library.close()
      await rm(join(folder, 'a.txt'))
      await writeFile(
        join(folder, 'b.txt'),
        `${title}\n\nThe baths open again in June, the mayor said.\n`,
      )
      const { library } = await open(folder)
      expect(await library.notesOffers(from)).toEqual([])
    },
  )
})

// What a reader says of notes that were found again: this is the passage, or it is not; or puts them on
// another. It holds after a restart, on another machine, through an export, and whatever the file becomes.
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import type { OpenArticle } from '../../../src/shared/model/library.ts'
import {
  clock,
  errorOf,
  fileOf,
  folderOf,
  highlight,
  idAt,
  must,
  open,
  openAt,
  places,
  quotesOf,
  tempFolder,
} from './support.ts'

const passages = [
  'The harbour board published the figures of its trial.',
  'The ferry to the islands leaves the quay at 18:20 on weekdays.',
  'Both crews had asked for a longer trial, and were refused.',
  'Tickets are sold in the old customs house by the fish market.',
] as const
const before = passages.join('\n\n')
const after = before.replace('18:20', '18:40')

/** A library with a note on the ferry, whose hour was changed since. */
async function moved(text = after) {
  const folder = await folderOf({ 'a.txt': before })
  const first = await open(folder)
  const { annotation } = await highlight(first.library, 'a.txt', passages[1], { note: 'when?' })
  await first.library.close()
  await writeFile(join(folder, 'a.txt'), text)
  const again = await open(folder)
  return { folder, id: annotation.id, ...again }
}

/** Where an article's notes were found again, as a window shows them. */
const seenIn = ({ id, textHash, resolved }: OpenArticle) => ({
  article: id,
  textHash,
  places: resolved.flatMap(({ annotation, anchor }) =>
    anchor.state === 'moved' ? [{ id: annotation.id, start: anchor.start, end: anchor.end }] : [],
  ),
})

const seenAt = async (library: Library) => seenIn(await openAt(library, 'a.txt'))

const statesAt = async (library: Library): Promise<string[]> =>
  (await openAt(library, 'a.txt')).resolved.map(({ anchor }) => anchor.state)

async function reopen(folder: string, library: Library, text?: string) {
  await library.close()
  if (text !== undefined) await writeFile(join(folder, 'a.txt'), text)
  return (await open(folder)).library
}

describe('a note that is confirmed', () => {
  it('is made on the present words, and asks no more after a restart', async () => {
    const { folder, library } = await moved()
    const [confirmed] = must(await library.confirm(await seenAt(library)))
    expect(confirmed?.target.exact).toBe(passages[1].replace('18:20', '18:40'))
    expect(confirmed?.note).toBe('when?')
    expect(await statesAt(library)).toEqual(['anchored'])
    expect(await statesAt(await reopen(folder, library))).toEqual(['anchored'])
  })

  it('goes on from the present words when the file changes again', async () => {
    const { folder, library } = await moved()
    must(await library.confirm(await seenAt(library)))
    const later = await reopen(folder, library, after.replace('18:40', '19:05'))
    const { resolved } = await openAt(later, 'a.txt')
    expect(resolved[0]?.anchor).toMatchObject({
      state: 'moved',
      changes: [{ was: '18:40', is: '19:05' }],
    })
  })

  it('is found again as before when that is undone, and confirmed when it is done again', async () => {
    const { library } = await moved()
    must(await library.confirm(await seenAt(library)))
    expect(library.history().undo).toBe('Confirm highlight')
    must(await library.undo())
    expect(await statesAt(library)).toEqual(['moved'])
    must(await library.redo())
    expect(await statesAt(library)).toEqual(['anchored'])
  })

  it('is one of several in one step', async () => {
    const folder = await folderOf({ 'a.txt': before })
    const first = await open(folder)
    for (const words of passages) await highlight(first.library, 'a.txt', words)
    const text = before.replace('18:20', '18:40').replace('longer', 'second')
    const library = await reopen(folder, first.library, text)
    expect(await statesAt(library)).toEqual(['anchored', 'moved', 'moved', 'anchored'])
    must(await library.confirm(await seenAt(library)))
    expect(library.history().undo).toBe('Confirm 2 highlights')
    expect(await statesAt(library)).toEqual(Array(4).fill('anchored'))
    must(await library.undo())
    expect(await statesAt(library)).toEqual(['anchored', 'moved', 'moved', 'anchored'])
  })
})

describe('a note that is not on its passage, the reader says', () => {
  const detachedIn = async () => {
    const made = await moved()
    must(await made.library.detach(await seenAt(made.library)))
    return made
  }

  it('stands on nothing, and keeps the words that it was made on', async () => {
    const { library } = await detachedIn()
    const opened = await openAt(library, 'a.txt')
    expect(quotesOf(opened)).toEqual([null])
    const { target, note } = opened.resolved[0]?.annotation ?? {}
    expect([target?.exact, note]).toEqual([passages[1], 'when?'])
    expect(library.history().undo).toBe('Detach highlight')
    must(await library.undo())
    expect(await statesAt(library)).toEqual(['moved'])
    must(await library.redo())
    expect(await statesAt(library)).toEqual(['orphaned'])
  })

  it.each([
    ['the same text', after],
    ['the very words that it was made on', before],
    ['those words elsewhere', [...passages].reverse().join('\n\n')],
    ['one word more', `${after}\n\nMore follows.`],
  ])('is not found again by itself after a restart in %s', async (_, text) => {
    const { folder, library } = await detachedIn()
    expect(await statesAt(await reopen(folder, library, text))).toEqual(['orphaned'])
  })

  /** The same library on two machines, neither of which knows what the other does until it is brought. */
  async function onTwoMachines() {
    const { folder, library } = await moved()
    await library.close()
    const other = await tempFolder()
    await cp(folder, other, { recursive: true })
    const here = await open(folder, { machine: 'here' })
    const there = await open(other, { machine: 'there' })
    const article = idAt(here.library, 'a.txt')
    const bring = async () => {
      const file = await readFile(places(folder).annotationFile(article))
      await writeFile(places(other).annotationFile(article), file)
      await there.library.refresh()
    }
    return { library: here.library, there, article, bring }
  }

  it('stays so on another machine that has changed another part of it', async () => {
    const { library, there, article, bring } = await onTwoMachines()
    must(await library.detach(await seenAt(library)))
    must(
      await there.library.update({
        article,
        ids: [(await seenAt(there.library)).places[0]?.id ?? ''],
        patch: { color: 'red' },
      }),
    )
    await bring()
    await there.library.refresh()
    const { resolved } = await openAt(there.library, 'a.txt')
    expect(resolved.map(({ anchor, annotation }) => [anchor.state, annotation.color])).toEqual([
      ['orphaned', 'red'],
    ])
  })

  it('is told to be confirmed there by another, and the reader is asked which holds', async () => {
    const { library, there, bring } = await onTwoMachines()
    must(await there.library.confirm(await seenAt(there.library)))
    must(await library.detach(await seenAt(library)))
    await bring()
    await there.library.refresh()
    const [one] = (await openAt(there.library, 'a.txt')).resolved
    expect(one?.annotation.versions?.map(({ field }) => field)).toEqual(['target'])
  })

  it('is written in the shape that earlier versions read, and keeps where it was', async () => {
    const { folder, library, id } = await detachedIn()
    const [note] = JSON.parse(await fileOf(folder, idAt(library, 'a.txt'))).annotations
    expect(note.id).toBe(id)
    const { start, end, ...words } = note.target
    expect([start, end]).toEqual([before.indexOf(passages[1]), start])
    expect(Object.keys(words).sort()).toEqual(['exact', 'prefix', 'suffix', 'textHash'])
    expect(words.exact).toBe(passages[1])
  })

  it('stays so through an export and an import', async () => {
    const { folder, library, id } = await detachedIn()
    const request = { format: 'json' as const, article: null, empty: false }
    const { text } = must(await buildExport(library, request, { now: clock(), version: '1' }))
    const copy = await folderOf({ 'a.txt': await readFile(join(folder, 'a.txt'), 'utf8') })
    const fresh = await open(copy)
    const report = must(await importJson(fresh.library, { text, name: 'x.json', dryRun: false }))
    expect([report.orphaned, report.anchored, report.moved]).toEqual([1, 0, 0])
    const { resolved } = await openAt(fresh.library, 'a.txt')
    expect(resolved.map(({ annotation, anchor }) => [annotation.id, anchor.state])).toEqual([
      [id, 'orphaned'],
    ])
  })

  it('is attached by hand, also to the words that it was made on', async () => {
    const { library, id } = await detachedIn()
    const { id: article, text, textHash } = await openAt(library, 'a.txt')
    const start = text.indexOf('The ferry')
    const range = { start, end: text.indexOf('\n\nBoth'), textHash }
    must(await library.update({ article, ids: [id], patch: { range } }))
    expect(quotesOf(await openAt(library, 'a.txt'))).toEqual([
      passages[1].replace('18:20', '18:40'),
    ])
    must(await library.undo())
    expect(await statesAt(library)).toEqual(['orphaned'])
  })
})

describe('what was shown and is another by now', () => {
  it('is refused when the file has changed', async () => {
    const { folder, library } = await moved()
    const seen = await seenAt(library)
    await writeFile(join(folder, 'a.txt'), after.replace('weekdays', 'Sundays'))
    await library.refresh()
    for (const act of [library.confirm, library.detach])
      expect(errorOf(await act(seen))).toMatchObject({ code: 'changed', path: 'a.txt' })
    expect(library.history().undo).toBeNull()
  })

  it.each(['confirm', 'detach'] as const)('is refused when it was %sed before', async (first) => {
    const { library } = await moved()
    const seen = await seenAt(library)
    must(await library[first](seen))
    for (const act of [library.confirm, library.detach])
      expect(errorOf(await act(seen))?.code).toBe('changed')
    expect(await statesAt(library)).toEqual([first === 'confirm' ? 'anchored' : 'orphaned'])
  })

  it('is refused when it was deleted before, and not brought back', async () => {
    const { library, id } = await moved()
    const seen = await seenAt(library)
    must(await library.remove({ article: seen.article, ids: [id] }))
    for (const act of [library.confirm, library.detach])
      expect(errorOf(await act(seen))?.code).toBe('not-found')
    expect(await statesAt(library)).toEqual([])
  })

  it.each([
    ['detach', 'confirm'],
    ['confirm', 'detach'],
    ['confirm', 'attach'],
  ] as const)('holds where two windows act at once: %s, then %s', async (one, other) => {
    const { library, id } = await moved()
    const seen = await seenAt(library)
    const { article, textHash } = seen
    const acts = {
      confirm: () => library.confirm(seen),
      detach: () => library.detach(seen),
      attach: () =>
        library.update({ article, ids: [id], patch: { range: { start: 0, end: 11, textHash } } }),
    }
    const done = await Promise.all([acts[one](), acts[other]()])
    const refused = done.filter(({ ok }) => !ok)
    expect(refused.map((each) => errorOf(each).code)).toEqual([
      expect.stringMatching(/^(?:changed|not-found)$/),
    ])
    const states = { confirm: ['anchored'], detach: ['orphaned'], attach: ['anchored'] }
    expect(await statesAt(library)).toEqual(states[done[0]?.ok ? one : other])
    // What was refused is no step: one undo takes back all that was done.
    must(await library.undo())
    expect(await statesAt(library)).toEqual(['moved'])
    expect(library.history().undo).toBeNull()
  })

  it.each(['confirm', 'detach', 'attach'] as const)(
    'stays deleted when it is deleted while another window would %s it',
    async (act) => {
      const { library, id } = await moved()
      const seen = await seenAt(library)
      const { article, textHash } = seen
      const range = { start: 0, end: 11, textHash }
      const other = {
        confirm: () => library.confirm(seen),
        detach: () => library.detach(seen),
        attach: () => library.update({ article, ids: [id], patch: { range } }),
      }
      await Promise.all([library.remove({ article, ids: [id] }), other[act]()])
      expect(await statesAt(library)).toEqual([])
    },
  )

  it('of several leaves all as it was', async () => {
    const { library, id } = await moved()
    const seen = await seenAt(library)
    const places = [...seen.places, { id: crypto.randomUUID(), start: 0, end: 4 }]
    expect(errorOf(await library.confirm({ ...seen, places }))?.code).toBe('not-found')
    expect(await statesAt(library)).toEqual(['moved'])
    expect(id).toBe(seen.places[0]?.id)
  })
})

// One file of records in memory and on disk: what comes into memory while the file is written is not
// taken for written.
import { readFile, writeFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { type Added, OpenSheet } from '../../../src/main/core/records/open-sheet.ts'
import { placeOf } from '../../../src/main/core/records/places.ts'
import { createSheetMemory } from '../../../src/main/core/records/sheet-memory.ts'
import { storeFolder } from '../../../src/main/store/folder.ts'
import { newEntry } from '../../../src/shared/kinds/entry.ts'
import { stampOfTime } from '../../../src/shared/kinds/stamp.ts'
import { ok } from '../../../src/shared/result.ts'
import { listenToWrites } from '../soak/shim.ts'
import { must, tempFolder } from '../store/support.ts'

const article = (n: number): string => String(n).padStart(16, '0')

/** What says that an article was read. */
const read = (n: number): Added => ({
  reading: new Map([
    [
      article(n),
      newEntry(
        {
          article: { id: article(n), path: `${n}.txt`, sha256: '0' },
          state: 'read',
        },
        stampOfTime('2026-03-04T10:00:00.000Z'),
      ),
    ],
  ]),
})

it.each(['before open', 'after open', 'after renameSync'])(
  'goes on owing its file what came into memory %s of a change’s writing',
  async (moment) => {
    const folder = storeFolder(await tempFolder())
    const place = placeOf(folder, 'reading')
    if (!place) throw new Error('reading states have no place')
    const first = new OpenSheet(place, createSheetMemory(null))
    must(await first.change(() => ok(read(1)), null))
    // The first change of a session keeps a copy before it writes: there is time for a set to come.
    const sheet = new OpenSheet(place, createSheetMemory(null))
    must(await sheet.settle())
    let isDone = false
    onTestFinished(
      listenToWrites((call) => {
        if (isDone || call !== moment) return
        isDone = true
        sheet.publish(read(2), null)
      }),
    )
    must(await sheet.change(() => ok(read(3)), null))
    expect(isDone).toBe(true)
    expect(sheet.isUnwritten).toBe(true)
    must(await sheet.flush())
    const written = await readFile(place.file, 'utf8')
    for (const n of [1, 2, 3]) expect(written).toContain(article(n))
  },
)

it('goes on from its copy, where neither what was remembered nor its file can be read', async () => {
  const folder = storeFolder(await tempFolder())
  const place = placeOf(folder, 'reading')
  if (!place) throw new Error('reading states have no place')
  const whole = new OpenSheet(place, createSheetMemory(null))
  must(await whole.change(() => ok(read(1)), null))
  await whole.idle()
  await writeFile(place.file, 'torn')
  const sheet = new OpenSheet(place, {
    ...createSheetMemory(null),
    recall: (_, mark) => ({ mark, head: null, counts: { reading: 1 } }),
  })
  await sheet.begin()
  must(await sheet.change(() => ok(read(2)), null))
  const written = await readFile(place.file, 'utf8')
  for (const n of [1, 2]) expect(written).toContain(article(n))
})

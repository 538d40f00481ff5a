// When things are not as they should be: the message names the file and what to do, nothing else is
// lost, and the app goes on.
import { execFile } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator } from 'playwright/test'
import { openWeb } from './drivers/web.ts'
import { expect, type TestLibrary, test } from './fixtures.ts'
import { copySample, courier, hashes, herald } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { openFromList, type Room, roomOf } from './pages/room.ts'
import { highlight, marksOf, selectByMouse, toolbarOf } from './pages/text.ts'

const run = promisify(execFile)

test.beforeEach(({ library }) => copySample(library.path))

test('files that cannot be read say why, each in its own pane', async ({ launch, library }) => {
  await library.write('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2]))
  await library.write('nothing.md', '')
  await truncate(await library.write('huge.txt', 'much'), 200 * 1024 * 1024)
  const before = await hashes(library.path)
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  for (const [file, what, advice] of [
    ['picture.txt', '“picture.txt” cannot be read as an article', 'Save it as text'],
    ['nothing.md', '“nothing.md” has nothing in it.', 'Choose a file that holds an article.'],
    ['huge.txt', '“huge.txt” has 200 MB', /Split it into smaller files/],
  ] as const) {
    await expect(room.row(file)).toContainText('Cannot be read')
    await room.row(file).click()
    const failure = room.pane(file).getByRole('alert')
    await expect(failure).toContainText(what)
    await expect(failure).toContainText(advice)
  }
  // The app goes on: the others are read, and annotated.
  const text = await openFromList(room, herald)
  await highlight(app.page, text, 'heckled twice')
  await room.saved()

  // A file that was mended is read when one tries again.
  await library.write('nothing.md', '# Something after all\n\nWords.\n')
  await room.pane('nothing.md').getByRole('button', { name: 'Try again' }).click()
  await expect(room.main.getByRole('article').filter({ hasText: 'Words.' })).toBeVisible()
  const after = await hashes(library.path)
  expect({ ...after, 'nothing.md': before['nothing.md'] }).toEqual(before)
})

test('a file that vanishes keeps its text and its notes, and they come back with it', async ({
  launch,
  library,
}) => {
  const file = 'valley-courier-narrow-majority.txt'
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, courier)
  await highlight(app.page, text, 'no longer be relied upon')
  await openFromList(room, herald)
  const content = await library.read(file)
  await rm(join(library.path, file))
  await app.command('refresh')
  await expect(room.row(courier)).toContainText('File is gone; notes are kept')
  await expect(room.pane(courier).getByRole('status')).toContainText(
    `The file “${file}” is not in the library any more`,
  )
  await expect(marksOf(text)).toHaveText(['no longer be relied upon'])
  // One without notes has nothing to keep: its pane says so.
  await rm(join(library.path, 'harbour-herald-council-closes-quay-street-bridge.html'))
  await app.command('refresh')
  await expect(room.main.getByRole('alert')).toContainText(/is not (there|in the library) any more/)

  await library.write(file, content)
  await app.command('refresh')
  await expect(room.row(courier)).not.toContainText('File is gone')
  await expect(room.pane(courier).getByRole('status')).toBeEmpty()
  await expect(marksOf(room.text(courier))).toHaveText(['no longer be relied upon'])
})

test('a folder without permission is told, and the rest is read', async ({
  launch,
  library,
  host,
}) => {
  const root = process.getuid?.() === 0
  const prefix = root ? await asPlainUser() : []
  test.skip(prefix === null, 'root may enter every folder, and cannot be kept from it here')
  test.skip(
    root && host !== 'web',
    'root may enter every folder; only the web host can be kept out',
  )
  await library.write('closed/inside.txt', 'Nobody sees this.\n')
  const closed = join(library.path, 'closed')
  await chmod(closed, 0)
  try {
    const app = await launch({ library: library.path, prefix: prefix ?? [] })
    const room = roomOf(app)
    await expect(room.articles.getByRole('row')).toHaveCount(4)
    await room.library.getByRole('button', { name: /attention/ }).click()
    const dialog = room.dialog('What needs your attention')
    await expect(dialog).toContainText('“closed” may not be opened by this user.')
    await expect(dialog).toContainText('Give yourself permission')
  } finally {
    await chmod(closed, 0o700)
  }
})

test('damaged annotations are frozen, kept, and restored from the copy', async ({
  launch,
  library,
}) => {
  const { file, id } = await annotatedTwice(launch, library)
  const damage = '{"format":"parallax/annotations","version":2,\n"article":{"byl'
  await writeFile(file, damage)

  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await expect(room.library.getByRole('button', { name: /attention/ })).toBeVisible()
  const text = await openFromList(room, herald)
  const notice = room.pane(herald).getByRole('status').filter({ hasText: 'damaged' })
  await expect(notice).toContainText(`“${id}.json” is damaged`)
  await expect(notice).toContainText('restore the last good copy')
  await expectFrozen(room, text, app.page)
  expect(await readFile(file, 'utf8'), 'not touched before the reader says so').toBe(damage)
  // Others can be annotated meanwhile.
  await highlight(app.page, await openFromList(room, courier), 'no longer be relied upon')

  await notice.getByRole('button', { name: /^Restore/ }).click()
  await expect(marksOf(text)).toHaveText(['heckled twice'])
  await expect(notice).toHaveCount(0)
  await highlight(app.page, text, 'a loaded lorry over the bridge')
  await expect(marksOf(text)).toHaveCount(2)
  const [aside] = await readdir(join(library.path, '.parallax/damaged'))
  expect(await readFile(join(library.path, '.parallax/damaged', aside ?? ''), 'utf8')).toBe(damage)
})

test('annotations of a newer Parallax are left alone', async ({ launch, library }) => {
  const { file, id } = await annotatedTwice(launch, library)
  const newer = (await readFile(file, 'utf8')).replace(/"version":\d+/, '"version":999')
  await writeFile(file, newer)

  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, herald)
  const notice = room.pane(herald).getByRole('status').filter({ hasText: 'newer' })
  await expect(notice).toContainText(`“${id}.json” was written by a newer Parallax.`)
  await expect(notice).toContainText('Update Parallax')
  await expect(notice.getByRole('button', { name: /Restore/ })).toHaveCount(0)
  await expectFrozen(room, text, app.page)
  await app.close()
  expect(await readFile(file, 'utf8')).toBe(newer)
})

test('a second app on the same library reads only, and says why', async ({
  launch,
  library,
  dataDir,
  webBrowser,
}) => {
  const app = await launch({ library: library.path })
  const text = await openFromList(roomOf(app), herald)
  await highlight(app.page, text, 'heckled twice')
  await roomOf(app).saved()

  // With data of its own, as another user of a shared folder has.
  const driven = await openWeb(await webBrowser(), {
    library: library.path,
    dataDir: join(dataDir, 'other'),
  })
  const second = { ...driven, expectProblems: () => undefined }
  try {
    const room = roomOf(second)
    await expect(room.library.getByRole('status').first()).toContainText(
      'This library is open in another Parallax',
    )
    await expect(room.library.getByRole('status').first()).toContainText('Close the other window')
    await expect(room.saveState).toHaveText('Read only')
    const seen = await openFromList(room, herald)
    await expect(marksOf(seen)).toHaveText(['heckled twice'])
    await expectFrozen(room, seen, second.page)
  } finally {
    await second.close()
  }
  // The first goes on as before.
  await highlight(app.page, text, 'a loaded lorry over the bridge')
  await expect(marksOf(text)).toHaveCount(2)
})

test('a full disk loses nothing that was saved, and says what to do', async ({
  launch,
  library,
}) => {
  const disk = join(library.path, 'small')
  await mkdir(disk)
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk]).then(
    () => true,
    () => false,
  )
  test.skip(!mounted, 'no small disk can be mounted here')
  try {
    await copySample(disk)
    const app = await launch({ library: disk })
    const { page } = app
    const room = roomOf(app)
    const text = await openFromList(room, herald)
    await highlight(page, text, 'heckled twice')
    await room.saved()
    const filler = join(disk, 'filler.bin')
    await fill(filler)

    await selectByMouse(page, text, 'a loaded lorry over the bridge')
    await toolbarOf(page, 'Selection').getByRole('button', { name: 'red', exact: true }).click()
    const message = room.messages.getByRole('alert').first()
    await expect(message).toContainText('could not be written: the disk is full.')
    await expect(message).toContainText(/“[0-9a-f]{16}[^”]*”/)
    await expect(message).toContainText('Free some space, then try again.')
    await expect(marksOf(text)).toHaveText(['heckled twice'])

    // A note that could not be saved stays in its box, and is saved when there is room.
    const notes = notesOf(page)
    await notes.card('heckled twice').getByRole('button', { name: 'Add a note' }).click()
    await notes.noteBox.fill('Written on a full disk.')
    await room.saved()
    await expect(notes.noteBox).toHaveValue('Written on a full disk.')
    await rm(filler)
    await notes.noteBox.press('!')
    await expect(marksOf(text)).toHaveAttribute(
      'aria-description',
      /note: Written on a full disk\.!$/,
    )
    await highlight(page, text, 'a loaded lorry over the bridge', 'red')
    await app.kill()

    const again = await launch({ library: disk })
    const found = await openFromList(roomOf(again), herald)
    await expect(marksOf(found)).toHaveText(['heckled twice', 'a loaded lorry over the bridge'])
    await again.close()
  } finally {
    await run('umount', ['--lazy', disk])
  }
})

/** Words before a command that take root's right to pass by permissions away; null: there are none. */
async function asPlainUser(): Promise<readonly string[] | null> {
  const rights = '-dac_override,-dac_read_search'
  const prefix = ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`]
  const [command = '', ...args] = prefix
  return run(command, [...args, 'true']).then(
    () => prefix,
    () => null,
  )
}

/** Leaves a library with one highlight in its safe copy, and a second one in the file itself. */
async function annotatedTwice(
  launch: (options: { library: string }) => Promise<Parameters<typeof roomOf>[0]>,
  library: TestLibrary,
): Promise<{ file: string; id: string }> {
  const words = ['heckled twice', 'a loaded lorry over the bridge']
  for (const quote of words) {
    const app = await launch({ library: library.path })
    await highlight(app.page, await openFromList(roomOf(app), herald), quote)
    await roomOf(app).saved()
    await app.close()
  }
  const folder = join(library.path, '.parallax/annotations')
  const [name = ''] = await readdir(folder)
  return { file: join(folder, name), id: name.replace('.json', '') }
}

/** Tries to highlight: nothing comes of it but a message. */
async function expectFrozen(
  room: Room,
  text: Locator,
  page: Parameters<typeof selectByMouse>[0],
): Promise<void> {
  const count = await marksOf(text).count()
  await selectByMouse(page, text, 'taking a sledgehammer')
  await page.keyboard.press('h')
  await expect(room.messages.getByRole('alert').first()).toBeVisible()
  await expect(marksOf(text)).toHaveCount(count)
  await room.messages.getByRole('button', { name: 'Close message' }).first().click()
}

/** Writes until nothing more goes onto the disk. */
async function fill(path: string): Promise<void> {
  for (const size of [64 * 1024, 4 * 1024, 512])
    for (let full = false; !full; )
      full = await writeFile(path, Buffer.alloc(size), { flag: 'a' }).then(
        () => false,
        () => true,
      )
}

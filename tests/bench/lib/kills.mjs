// Real kills: a process that saves is ended at any moment, many times over one library, and what it was
// told is saved is looked for.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bundleProgram, importSources } from './bundle.mjs'
import { paragraphs } from './text.mjs'

/** Lines that a process wrote before it was killed; the last may be cut. */
async function killed(program, words) {
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const enough = 1 + Math.floor(Math.random() * 12)
  while (said.split('\n').length <= enough + 1) await once(child.stdout, 'data')
  await rest(Math.random() * 15)
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
  return said.slice(0, said.lastIndexOf('\n')).split('\n').slice(1)
}

/** @returns what was not as promised, a line each */
export async function killMany(times) {
  const program = fileURLToPath(await bundleProgram('tests/main/library/save-child.ts'))
  const { openLibrary, ownThreadWork } = await importSources(
    'kills',
    `export { openLibrary } from './src/main/library.ts'
     export { ownThreadWork } from './src/main/work/work.ts'`,
  )
  const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-kills-'))
  const texts = [1, 2, 3].map((n) => paragraphs(200, n).join('\n\n'))
  const broken = []
  const ids = new Set()
  const sets = new Set()
  try {
    for (const [n, text] of texts.entries()) await writeFile(join(folder, `${n}.txt`), text)
    for (let n = 0; n < times; n++) {
      const what = n % 2 === 0 ? 'highlights' : 'sets'
      for (const line of await killed(program, [folder, what])) {
        if (line.startsWith('failed')) broken.push(`kill ${n}: ${line}`)
        else if (what === 'sets') sets.add(line)
        else ids.add(line.split(' ')[1])
      }
    }
    const opened = await openLibrary(folder, {
      work: ownThreadWork,
      now: () => new Date(),
      emit: () => undefined,
      mode: 'write',
      sample: false,
      index: { dataDir: `${folder}-data`, workerUrl: null },
    })
    if (!opened.ok) throw new Error(opened.error.message)
    const library = opened.value
    await library.whenRead()
    const all = library.articles().flatMap(({ id }) => library.annotations(id))
    const there = new Set(all.map(({ id }) => id))
    for (const id of ids) if (!there.has(id)) broken.push(`lost: ${id}`)
    const found = new Map()
    for (const { note } of all)
      if (note.startsWith('set ')) found.set(note, (found.get(note) ?? 0) + 1)
    for (const set of sets) if (!found.has(set)) broken.push(`lost: ${set}`)
    for (const [set, count] of found)
      if (count !== texts.length) broken.push(`${set}: ${count} of ${texts.length}`)
    for (const { message } of library.info().problems) broken.push(message)
    for (const [n, text] of texts.entries())
      if ((await readFile(join(folder, `${n}.txt`), 'utf8')) !== text)
        broken.push(`${n}.txt changed`)
    await library.close()
    return { broken, acknowledged: ids.size + sets.size }
  } finally {
    for (const each of [folder, `${folder}-data`]) await rm(each, { recursive: true, force: true })
  }
}

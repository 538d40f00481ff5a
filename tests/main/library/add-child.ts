// A process that adds or pastes articles for ever, three at a time, and names each once it was told that it is there.
import { openLibrary } from '../../../src/main/library.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'

const [folder = '', round = '', way = 'add'] = process.argv.slice(2)
const opened = await openLibrary(folder, {
  work: ownThreadWork,
  now: () => new Date(),
  emit: () => undefined,
  mode: 'write',
  sample: false,
})
if (!opened.ok) throw new Error(opened.error.message)
const library = opened.value
let next = 0
const run = async (): Promise<void> => {
  for (;;) {
    const number = next++
    const text = `${round} ${number}\n\n${'Some more of the story. '.repeat(4_000)}\n\nThe end.`
    const added = await (way === 'paste'
      ? library.paste({ html: null, text })
      : library.put({ name: `sub/${round} ${number}.txt`, source: Buffer.from(text) }))
    if (added.ok && added.value.path) process.stdout.write(`${added.value.path}\n`)
  }
}
await Promise.all([run(), run(), run()])

// A process that makes highlights for ever, and names each once it was told that it is saved.

import { openLibrary } from '../../../src/main/library/library.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'

const [folder = ''] = process.argv.slice(2)
const opened = await openLibrary(folder, {
  work: ownThreadWork,
  now: () => new Date(),
  emit: () => undefined,
  mode: 'write',
  sample: false,
})
if (!opened.ok) throw new Error(opened.error.message)
const library = opened.value
await library.whenRead()
const rows = library.articles()
process.stdout.write(`ready ${library.info().readOnly?.code ?? 'to write'}\n`)
for (let n = 0; ; n++) {
  const row = rows[n % rows.length]
  if (!row) throw new Error('no articles')
  const start = (n * 7) % 100
  const made = await library.create({
    ...{ article: row.id, start, end: start + 20, color: 'yellow', tags: ['t'] },
    note: 'note '.repeat(n % 50),
  })
  process.stdout.write(
    made.ok ? `${row.id} ${made.value.annotation.id}\n` : `failed ${made.error.code}\n`,
  )
}

// A process that writes batches into an index for ever, and names each once it was told that it is there.
// Every batch gives all articles its own number, so that a batch that is there in part can be seen.
import { openIndex } from '../../../src/main/index/open-index.ts'
import { batchOf, everything } from './batches.ts'

const [path = '', from = '1', step = '1'] = process.argv.slice(2)
if (from === 'fill') {
  const filling = openIndex({ path, workerUrl: null, onLost: () => process.exit(1) })
  if (!filling.ok) throw new Error(filling.error.message)
  await filling.value.put(everything())
  await filling.value.close()
  process.stdout.write('filled\n')
  process.exit(0)
}
const opened = openIndex({
  path,
  workerUrl: null,
  onLost: ({ code }) => void process.stdout.write(`lost ${code}\n`),
})
if (!opened.ok) throw new Error(opened.error.message)
process.stdout.write(`open ${opened.value.notice?.code ?? 'well'}\n`)
for (let n = Number(from); ; n += Number(step)) {
  const there = await opened.value.put(batchOf(n))
  process.stdout.write(`${there ? 'there' : 'lost'} ${n}\n`)
}

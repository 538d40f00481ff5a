// A process that opens a library, has it watched, and has nothing more to do.
import { openLibrary } from '../../../src/main/library.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'

const [folder = ''] = process.argv.slice(2)
const opened = await openLibrary(folder, {
  work: ownThreadWork,
  now: () => new Date(),
  emit: () => undefined,
  mode: 'write',
  sample: false,
  watch: true,
})
if (!opened.ok) throw new Error(opened.error.message)
await opened.value.whenRead()
await opened.value.whenWatching()
process.stdout.write('watching\n')

// A process that wants a library's lock. Says what came of it, and holds on until it is killed or told
// to let go.
import { createInterface } from 'node:readline'
import { takeLock } from '../../../src/main/store/lock.ts'

const [path = '', ...rest] = process.argv.slice(2)
const say = (word: string): void => void process.stdout.write(`${word}\n`)

const take = async (): Promise<void> => {
  const taken = await takeLock(path)
  say(taken.ok ? 'taken' : taken.error.code)
  if (!taken.ok) return
  createInterface({ input: process.stdin }).on('line', async (line) => {
    if (line === 'held?') say(String(await taken.value.isHeld()))
    else await taken.value.release().then(() => say('released'))
  })
}

if (rest.includes('--wait')) {
  say('ready')
  // All that wait start at the same moment.
  process.stdin.once('data', () => void take())
} else void take()
// Stays until it is killed.
setInterval(() => undefined, 1_000)

// Starts the processes that read files nobody here wrote, where there is Node alone.
import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { quickRegexps } from './quick-regexps.ts'
import { bareEnvironment, readerMemory, readerWords, type StartReader } from './reader.ts'

export interface ForkOptions {
  /** The files of the process and of the thread in it, absolute. */
  readonly readerPath: string
  readonly workerPath: string
  /** Megabytes of heap; 768 if not given. */
  readonly memoryLimit?: number
}

/** What it then may not do: write, start programs. The name depends on Node's version; none in the oldest. */
const permissions = (): string[] => {
  const flags = process.allowedNodeEnvironmentFlags
  const name = ['--permission', '--experimental-permission'].find((flag) => flags.has(flag))
  return name === undefined ? [] : [name, '--allow-fs-read=*', '--allow-worker', '--no-warnings']
}

export function forkReaders(options: ForkOptions): StartReader {
  const { readerPath, workerPath, memoryLimit = readerMemory } = options
  const words = readerWords({ workerPath, memoryLimit })
  const env = bareEnvironment()
  return (isAsked) => {
    const child = fork(readerPath, words, {
      env,
      execArgv: [...permissions(), ...quickRegexps],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    if (!isAsked) giveWay(child.pid)
    // A process with nothing to do keeps nobody; one that reads has its limit of time.
    child.unref()
    child.channel?.unref()
    // What cannot be said to one that is gone needs no word of its own: its end is told.
    child.on('error', () => undefined)
    return {
      post: (request) => void child.send(request, () => undefined),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) =>
        void child.once('close', (code, signal) => listener(`ended with ${signal ?? code}`)),
      kill() {
        // Its end is waited for: it is told when the channel has closed, too.
        child.ref()
        child.channel?.ref()
        child.kill('SIGKILL')
      },
    }
  }
}

/** Those of the built bundles. @param bundle `out/main` */
export const bundledReaders = (bundle: string): StartReader =>
  forkReaders({ readerPath: join(bundle, 'reader.js'), workerPath: join(bundle, 'worker.js') })

/** What goes on by itself leaves the processor to what a person sees. It matters little where it is not allowed. */
export function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (thrown) {
    // The process may have ended, or the system may not let us.
    if (!(thrown instanceof Error)) throw thrown
  }
}

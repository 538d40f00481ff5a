// The main thread of a process that reads. The file is read in a thread beside it, so that this one
// always hears when the core is gone, sees how much memory is taken, and passes on what comes.
import { Worker } from 'node:worker_threads'
import type { ReaderMessage } from './reader.ts'

/** The way to the core. */
export interface CorePort {
  post(message: ReaderMessage): void
  onMessage(listener: (request: unknown) => void): void
}

const megabyte = 1024 * 1024
/** Megabytes beside the heap: for bytes of files and of what is packed in them. */
const besideHeap = 512
/** Milliseconds between two looks at the memory while a file is read. */
const lookEvery = 100

/**
 * Reads what the core asks for, until the process is ended by the core.
 * @param words the process's own, as `readerWords` makes them
 */
export function supervise(port: CorePort, words: readonly string[]): void {
  const [workerPath = '', limit = ''] = words
  const memoryLimit = Number(limit)
  const mostBytes = (memoryLimit + besideHeap) * megabyte
  const worker = new Worker(workerPath, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  })
  let looking: NodeJS.Timeout | undefined
  let isBroken = false

  /** The core ends this process when it hears that. */
  const giveUp = (broken: 'memory' | 'other', detail: string): void => {
    clearInterval(looking)
    if (isBroken) return
    isBroken = true
    port.post({ broken, detail })
  }

  port.onMessage((request) => {
    looking = setInterval(() => {
      const bytes = process.memoryUsage.rss()
      if (bytes > mostBytes) giveUp('memory', `${Math.round(bytes / megabyte)} MB`)
    }, lookEvery)
    worker.postMessage(request)
  })
  worker.on('message', (answer: Uint8Array<ArrayBuffer>) => {
    clearInterval(looking)
    port.post({ answer })
  })
  worker.on('error', (thrown: NodeJS.ErrnoException) => {
    const isMemory = thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
    giveUp(isMemory ? 'memory' : 'other', thrown.message)
  })
  worker.on('exit', () => giveUp('other', 'the thread that reads ended'))
}

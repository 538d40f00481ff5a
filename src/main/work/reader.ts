// The process that reads files nobody here wrote, as the core sees it: how it is started is the host's
// business, what is said to it and by it stands here.

import { z } from 'zod'
import type { WorkRequest } from './work.ts'

/** A process that reads one file at a time. */
export interface Reader {
  /** Never throws; to one that has ended nothing is said. */
  post(request: WorkRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once. @param detail for the curious */
  onExit(listener: (detail: string) => void): void
  /** Ends it at once, whatever it is doing. */
  kill(): void
}

/**
 * Starts a process for reading, with nothing of our environment.
 * @param isAsked whether a person will wait for what it reads; others give way to the core
 */
export type StartReader = (isAsked: boolean) => Reader

/**
 * What a reader says: an answer, as bytes of `v8.serialize`, that were put together where the file was
 * read; or that it can go on no more.
 */
export const ReaderMessage = z.union([
  z.strictObject({ answer: z.instanceof(Uint8Array) }),
  z.strictObject({ broken: z.enum(['memory', 'other']), detail: z.string() }),
])
export type ReaderMessage = z.infer<typeof ReaderMessage>

/** What a reader is started with, as words on its command line. */
export interface ReaderArguments {
  /** The file of the thread in it that reads. */
  readonly workerPath: string
  /** Megabytes of heap for that thread. */
  readonly memoryLimit: number
}

export const readerWords = ({ workerPath, memoryLimit }: ReaderArguments): string[] => [
  workerPath,
  String(memoryLimit),
]

/** Megabytes of heap that reading one file may take, if nobody says otherwise. */
export const readerMemory = 768

/** Windows finds its own parts by these; a reader gets nothing else. */
export const bareEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    ['SystemRoot', 'windir'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

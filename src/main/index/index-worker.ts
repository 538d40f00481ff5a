// The thread that writes the index. Gets a request, gives an answer.
import { parentPort, workerData } from 'node:worker_threads'
import { closeWriter, openDatabase } from './sqlite.ts'
import { troubleOf } from './trouble.ts'
import { createAnswering, type WriteAnswer, type WriteRequest } from './writing.ts'

const { path }: { readonly path: string } = workerData
let opened: {
  readonly answer: (request: WriteRequest) => WriteAnswer
  close(): void
} | null = null

function answerTo(request: WriteRequest): WriteAnswer {
  if (request.kind === 'close') {
    opened?.close()
    opened = null
    return { kind: 'done', count: 0 }
  }
  try {
    opened ??= open()
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    if (!trouble) throw thrown
    return { kind: 'trouble', trouble }
  }
  return opened.answer(request)
}

function open(): NonNullable<typeof opened> {
  const database = openDatabase(path, 'write')
  return { answer: createAnswering(database), close: () => closeWriter(database) }
}

parentPort?.on('message', (request: WriteRequest) => parentPort?.postMessage(answerTo(request)))

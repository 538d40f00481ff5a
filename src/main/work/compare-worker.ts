// The thread that compares articles. Gets a request, gives an answer.
import { parentPort } from 'node:worker_threads'
import { type CompareRequest, createAnswering } from './comparer.ts'

const answer = createAnswering()
parentPort?.on('message', (request: CompareRequest) => {
  const given = answer(request)
  const columns =
    given.kind === 'made'
      ? given.sentences.flatMap(({ starts, ends, kinds }) => [starts, ends, kinds])
      : []
  parentPort?.postMessage(
    given,
    columns.map(({ buffer }) => buffer),
  )
})

// The thread that reads files nobody here wrote. Gets a request, answers with a result, as bytes: they
// pass through the process's main thread, which needs not know what they say.
import { serialize } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { makeReady } from '../reading/parse-article.ts'
import { createThreadWork } from './thread-work.ts'
import type { WorkRequest } from './work.ts'

const work = createThreadWork()
void makeReady()

parentPort?.on('message', (request: WorkRequest) => {
  void answer(request).then((result) => {
    const bytes = new Uint8Array(serialize(result))
    parentPort?.postMessage(bytes, [bytes.buffer])
  })
})

function answer(request: WorkRequest): Promise<unknown> {
  switch (request.kind) {
    case 'article':
      return work.readArticle(request.path, request.part, chosenIn(request))
    case 'parts':
      return work.readParts(request.path, chosenIn(request))
    case 'picture':
      return work.readPicture(request.path, request.part, request.index)
    case 'encodings':
      return work.readEncodings(request.path)
    case 'clean':
      return work.cleanHtml(request.html)
  }
}

const chosenIn = ({ encoding }: { readonly encoding?: string | undefined }) =>
  encoding === undefined ? {} : { encoding }

// The thread that reads files nobody here wrote. Gets a request, answers with a result.
import { parentPort } from 'node:worker_threads'
import { ownThreadWork, type WorkRequest } from './work.ts'

parentPort?.on('message', (request: WorkRequest) => {
  void answer(request).then((result) => parentPort?.postMessage(result))
})

function answer(request: WorkRequest): Promise<unknown> {
  switch (request.kind) {
    case 'article':
      return ownThreadWork.readArticle(request.path, request.part)
    case 'parts':
      return ownThreadWork.readParts(request.path)
    case 'picture':
      return ownThreadWork.readPicture(request.path, request.part, request.index)
    case 'clean':
      return ownThreadWork.cleanHtml(request.html)
  }
}

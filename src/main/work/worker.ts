// The thread that reads files nobody here wrote. Gets a request, answers with a result.
import { parentPort } from 'node:worker_threads'
import { ownThreadWork, type WorkRequest } from './work.ts'

parentPort?.on('message', ({ path, part, picture }: WorkRequest) => {
  const read: Promise<unknown> =
    picture === null
      ? ownThreadWork.readArticle(path, part)
      : picture === 'parts'
        ? ownThreadWork.readParts(path)
        : ownThreadWork.readPicture(path, part, picture)
  void read.then((result) => parentPort?.postMessage(result))
})

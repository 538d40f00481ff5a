// The thread that reads files nobody here wrote. Gets a path, answers with a result.
import { parentPort } from 'node:worker_threads'
import { readArticle } from '../articles/read-article.ts'

parentPort?.on('message', (path: string) => {
  void readArticle(path).then((result) => parentPort?.postMessage(result))
})

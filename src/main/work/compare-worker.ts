// The thread that compares articles. Gets a request, gives an answer.
import { parentPort } from 'node:worker_threads'
import { type CompareRequest, createAnswering } from './comparer.ts'

const answer = createAnswering()
parentPort?.on('message', (request: CompareRequest) => parentPort?.postMessage(answer(request)))

import { parentPort } from 'node:worker_threads'
import { type AnswerToRead, answerFacts } from './answer-facts.ts'

// Answers of strangers are parsed here and nowhere else: with its own memory, and ended from outside when it takes too long.
const port = parentPort
if (port === null) throw new Error('The page worker runs in a worker thread only.')
port.once('message', (answer: AnswerToRead) => port.postMessage(answerFacts(answer)))

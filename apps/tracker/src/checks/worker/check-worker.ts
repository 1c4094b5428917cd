import { parentPort } from 'node:worker_threads'
import { checkFiles } from './check-files.ts'
import { mendFiles } from './mend-files.ts'
import type { CheckMessage, CheckRequest } from './messages.ts'

// The only place where files of strangers are parsed: with its own memory, and ended from outside when it takes too long.
const port = parentPort
if (port === null) throw new Error('The check worker runs in a worker thread only.')
const say = (message: CheckMessage) => port.postMessage(message)
port.on('message', ({ kind, files, ...known }: CheckRequest) => {
  if (kind === 'mend') say({ type: 'mended', result: mendFiles(files, known) })
  else say({ type: 'checked', result: checkFiles(files, known, (file) => say({ type: 'file', file })) })
})

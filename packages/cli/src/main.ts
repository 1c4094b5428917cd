import { processConsole } from './console.ts'
import { run } from './run.ts'

// Not awaited here: what a command loads later imports from the chunk this stands in, and would wait for it for ever.
run(process.argv.slice(2), processConsole()).then((code) => {
  process.exitCode = code
})

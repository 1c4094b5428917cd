import { join } from 'node:path'
import { runStep } from '../run-step.ts'

const root = join(import.meta.dirname, '../..')
const example = 'examples/planted-faults'

process.exitCode = await showCheck()

/** Builds everything, then checks the example connector; findings in it are the point and no failure. */
async function showCheck(): Promise<number> {
  const built = await runStep('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'], root)
  if (built !== 0) return built
  console.log(`\n$ npx --no-install sevenstep check ${example}\n`)
  const checked = await runStep(process.execPath, ['packages/cli/bin/sevenstep.js', 'check', example], root)
  const foundSomething = 1
  if (checked !== 0 && checked !== foundSomething) return checked
  console.log(
    [
      '',
      `That was a connector with planted faults (${example}). What to do next:`,
      '  your own connector   npx --no-install sevenstep check PATH',
      '  one rule explained   npx --no-install sevenstep explain RULE',
      '  everything else      README.md',
    ].join('\n'),
  )
  return 0
}

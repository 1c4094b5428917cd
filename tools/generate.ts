import { join } from 'node:path'
import { readExisting, runGenerators, writeGenerated } from './generate/run-generators.ts'

const root = join(import.meta.dirname, '..')
const stale = (await runGenerators(root)).filter(({ path, content }) => readExisting(root, path) !== content)
for (const file of stale) writeGenerated(root, file)
console.log(
  stale.length === 0 ? 'Every generated file is up to date.' : stale.map(({ path }) => `wrote ${path}`).join('\n'),
)

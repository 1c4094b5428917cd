import { cp, rm } from 'node:fs/promises'

/** The demo's vendors hand in the repository's example connectors; the build carries a copy. */
const examples = new URL('../../../examples/', import.meta.url)
const target = new URL('../build/demo/connectors/', import.meta.url)
await rm(target, { recursive: true, force: true })
for (const name of ['mended', 'planted-faults']) {
  await cp(new URL(`${name}/car-rental`, examples), new URL(name, target), { recursive: true })
}

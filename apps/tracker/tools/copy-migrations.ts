import { cp, rm } from 'node:fs/promises'

/** The compiler leaves SQL behind; the program reads its migrations from beside its own files. */
const target = new URL('../build/db/migrations', import.meta.url)
await rm(target, { recursive: true, force: true })
await cp(new URL('../src/db/migrations', import.meta.url), target, { recursive: true })

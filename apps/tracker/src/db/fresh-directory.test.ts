import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginFresh } from './fresh-directory.ts'

let folder: string
let content: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sevenstep-fresh-'))
  content = join(folder, 'postgres', 'PG_VERSION')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function fill(): Promise<void> {
  await mkdir(join(folder, 'postgres'), { recursive: true })
  await writeFile(content, '17')
}

test('A database that was finished is left alone', async () => {
  const finish = await beginFresh(folder)
  await fill()
  await finish?.()
  expect(await beginFresh(folder)).toBeUndefined()
  expect(existsSync(content)).toBe(true)
})

test('A database that was never finished is made anew, as often as it takes', async () => {
  await beginFresh(folder)
  await fill()
  expect(await beginFresh(folder)).toBeTypeOf('function')
  expect(existsSync(content)).toBe(false)
  await fill()
  const finish = await beginFresh(folder)
  expect(existsSync(content)).toBe(false)
  await fill()
  await finish?.()
  expect(await beginFresh(folder)).toBeUndefined()
})

test('A database of an earlier program, which knew no mark, is left alone', async () => {
  await fill()
  expect(await beginFresh(folder)).toBeUndefined()
  expect(existsSync(content)).toBe(true)
})

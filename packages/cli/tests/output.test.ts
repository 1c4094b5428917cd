import { lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { copyOfExample, folderWith, put, runHere } from './run-command.ts'

const definition = 'car-rental/apiDefinition.swagger.json'

test.skipIf(process.platform === 'win32')('links to files and devices stay and are written through', async () => {
  const folder = copyOfExample('mended')
  put(folder, 'real.json', '{}')
  symlinkSync(join(folder, 'real.json'), join(folder, 'link.json'))
  symlinkSync('/dev/null', join(folder, 'nowhere.json'))
  for (const name of ['link.json', 'nowhere.json']) {
    const { code } = await runHere(['check', 'car-rental', '--format', 'json', '--output', name], { folder })
    expect(code).toBe(0)
    expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true)
  }
  expect(JSON.parse(readFileSync(join(folder, 'real.json'), 'utf8')).subjects).toHaveLength(1)
})

test.each([
  ['a file of the connector', ['check', 'car-rental'], definition],
  ['the file that is checked', ['check', definition], definition],
  ['an archive that is checked', ['check', 'c.zip'], './c.zip'],
  ['a file of a version', ['diff', 'c.zip', 'car-rental'], definition],
  ['the configuration', ['check', 'car-rental'], 'sevenstep.config.json'],
  ['the baseline', ['check', 'car-rental', '--baseline', 'b.json', '--update-baseline'], 'b.json'],
])('--output never overwrites %s', async (_, words, output) => {
  const folder = copyOfExample('mended')
  const bytes = readFileSync(join(folder, definition))
  put(folder, 'c.zip', zipSync({ 'apiDefinition.swagger.json': new Uint8Array(bytes) }))
  put(folder, 'sevenstep.config.json', '{}')
  const before = readFileSync(join(folder, 'c.zip'))
  const { code, error } = await runHere([...words, '--output', output], { folder })
  expect(code).toBe(2)
  expect(error).toContain(`${output} would be overwritten by the report.`)
  expect(readFileSync(join(folder, definition))).toEqual(bytes)
  expect(readFileSync(join(folder, 'c.zip'))).toEqual(before)
  expect(readFileSync(join(folder, 'sevenstep.config.json'), 'utf8')).toBe('{}')
})

test('--output beside the files of a connector is fine', async () => {
  const folder = copyOfExample('mended')
  const { code } = await runHere(['check', 'car-rental', '--output', 'car-rental/report.txt'], { folder })
  expect(code).toBe(0)
})

test('--baseline onto a folder is told', async () => {
  const folder = folderWith({ 'c/apiProperties.json': '{}', 'b/x': '' })
  for (const more of [[], ['--update-baseline']]) {
    const { code, error } = await runHere(['check', 'c', '--baseline', 'b', ...more], { folder })
    expect(code).toBe(2)
    expect(error).toContain('b is no baseline.')
  }
})

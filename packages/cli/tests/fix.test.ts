import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { copyOfExample, folderWith, put, ruleIdsIn, runHere } from './run-command.ts'

const properties = 'car-rental/apiProperties.json'
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')

test('--fix mends what it can, keeps the rest byte for byte, and has nothing left to do', async () => {
  const folder = copyOfExample('planted-faults')
  const before = read(folder, properties)
  const { error } = await runHere(['check', 'car-rental', '--fix', '--format', 'json'], { folder })
  expect(error).toMatch(/^\d+ mends made in \d+ files?\.\n$/)
  const after = read(folder, properties)
  expect(after).toBe(
    before.replace('"policyTemplateInstances": [],', '"policyTemplateInstances": []').replace('"1f6f5c"', '"#1f6f5c"'),
  )
  const again = await runHere(['check', 'car-rental', '--fix', '--format', 'json'], { folder })
  expect(again.error).toBe('0 mends made in 0 files.\n')
  expect(ruleIdsIn(again.out)).not.toContain('file-json-valid')
  expect(read(folder, properties)).toBe(after)
})

test('--dry-run shows the changes on stderr and writes nothing', async () => {
  const folder = copyOfExample('planted-faults')
  const before = read(folder, properties)
  const { out, error } = await runHere(['check', 'car-rental', '--fix', '--dry-run', '--format', 'json'], { folder })
  expect(error).toContain(`--- ${properties}\tnow`)
  expect(error).toContain('-        "iconBrandColor": "1f6f5c",\n+        "iconBrandColor": "#1f6f5c",\n')
  expect(error).toMatch(/mends would be made in \d+ files?\.\n$/)
  expect(read(folder, properties)).toBe(before)
  expect(ruleIdsIn(out)).toContain('props-brand-color-hex')
})

test('line ends, byte-order mark, indentation and permissions stay', async () => {
  const folder = copyOfExample('planted-faults')
  const text = `\uFEFF${read(folder, properties).replaceAll('\n', '\r\n').replaceAll('    ', '\t')}`
  chmodSync(put(folder, properties, text), 0o640)
  await runHere(['check', 'car-rental', '--fix', '--skip', 'file-json-no-bom', '--skip', 'style-no-hard-tabs'], {
    folder,
  })
  const after = read(folder, properties)
  expect(after).toContain('\t\t"iconBrandColor": "#1f6f5c",\r\n')
  expect(after.replaceAll('\r\n', '')).not.toContain('\n')
  if (process.platform !== 'win32') expect(statSync(join(folder, properties)).mode & 0o777).toBe(0o640)
})

test('a single file is mended where it is', async () => {
  const folder = copyOfExample('planted-faults')
  await runHere(['check', properties, '--fix'], { folder })
  expect(read(folder, properties)).toContain('"#1f6f5c"')
})

test('an archive is never changed', async () => {
  const folder = copyOfExample('planted-faults')
  const zip = zipSync({ 'apiProperties.json': new Uint8Array(readFileSync(join(folder, properties))) })
  put(folder, 'c.zip', zip)
  const { error } = await runHere(['check', 'c.zip', '--fix'], { folder })
  expect(error).toContain('nothing is mended inside an archive')
  expect(new Uint8Array(readFileSync(join(folder, 'c.zip')))).toEqual(zip)
})

test('what lies in an archive is not counted as what --fix mends', async () => {
  const folder = copyOfExample('planted-faults')
  const before = await runHere(['check', 'car-rental'], { folder })
  const count = Number(/(\d+) of them can be mended automatically: run/.exec(before.out)?.[1])
  expect(count).toBeGreaterThan(0)
  const names = ['apiDefinition.swagger.json', 'apiProperties.json']
  put(
    folder,
    'c.zip',
    zipSync(
      Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, 'car-rental', name)))])),
    ),
  )
  const both = await runHere(['check', 'car-rental', 'c.zip'], { folder })
  expect(both.out).toMatch(
    new RegExp(`${count} of them can be mended automatically: run .+\\n {2}${count} more can once their archives`),
  )
  const mended = await runHere(['check', 'car-rental', 'c.zip', '--fix'], { folder })
  expect(mended.out).toContain(`${count} of them can be mended automatically: unpack the archive, then run`)
  expect(mended.out).toContain('(can be mended automatically once it is unpacked)')
})

test('a folder that may not be written to: a clear message, and nothing half-written', async () => {
  const folder = copyOfExample('planted-faults')
  const before = read(folder, properties)
  chmodSync(join(folder, 'car-rental'), 0o555)
  const seteuid = process.seteuid?.bind(process)
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    chmodSync(folder, 0o755)
    seteuid?.(65534)
  }
  const outcome = await runHere(['check', 'car-rental', '--fix'], { folder }).finally(() => isRoot && seteuid?.(0))
  chmodSync(join(folder, 'car-rental'), 0o755)
  expect(outcome.code).toBe(3)
  expect(outcome.error).toMatch(
    /^sevenstep: car-rental\/\S+ cannot be written\.\n {2}why: .+\n {2}do: {2}.+Nothing was changed/,
  )
  expect(read(folder, properties)).toBe(before)
  expect(readdirSync(join(folder, 'car-rental')).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a text that is no UTF-8 is left alone', async () => {
  const folder = folderWith()
  mkdirSync(join(folder, 'a'))
  const bytes = Buffer.concat([Buffer.from('{"properties": {"publisher": "'), Buffer.from([0xe9]), Buffer.from('",}}')])
  put(folder, 'a/apiProperties.json', bytes)
  await runHere(['check', 'a', '--fix'], { folder })
  expect(readFileSync(join(folder, 'a/apiProperties.json'))).toEqual(bytes)
})

test.skipIf(process.platform === 'win32')('a link is not written through and not replaced', async () => {
  const folder = copyOfExample('planted-faults')
  renameSync(join(folder, properties), join(folder, 'elsewhere.json'))
  symlinkSync(join(folder, 'elsewhere.json'), join(folder, properties))
  const before = read(folder, 'elsewhere.json')
  const { code, error } = await runHere(['check', 'car-rental', '--fix'], { folder })
  expect(code).toBe(3)
  expect(error).toContain(`${properties} is a link`)
  expect(read(folder, 'elsewhere.json')).toBe(before)
  expect(lstatSync(join(folder, properties)).isSymbolicLink()).toBe(true)
})

test('of a file that breaks off only the text is mended', async () => {
  const text = '{"properties": {"iconBrandColor": "1f6f5c",, "publisher": "A", "publisher": "B"'
  const folder = folderWith({ 'a/apiProperties.json': text })
  await runHere(['check', 'a', '--fix'], { folder })
  expect(read(folder, 'a/apiProperties.json').replace(/,+/g, ',')).toBe(text.replace(/,+/g, ','))
})

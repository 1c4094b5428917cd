import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findConnectors } from './find-connectors.ts'
import { readConnectorFolder } from './read-connector-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'connectors-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(path: string, content: string | Uint8Array = '{}'): string {
  const full = join(root, path)
  mkdirSync(join(full, '..'), { recursive: true })
  writeFileSync(full, content)
  return full
}

/** Permissions do not hold for root, as whom containers often run tests. */
function withoutRoot<Value>(look: () => Value): Value {
  if (process.getuid?.() !== 0) return look()
  const nobody = 65534
  process.seteuid?.(nobody)
  try {
    return look()
  } finally {
    process.seteuid?.(0)
  }
}

describe('readConnectorFolder', () => {
  test('reads the files it knows in any case, and lists the others', () => {
    put('shop/APIDEFINITION.swagger.json', '{"swagger":"2.0","info":{"title":"Shop"}}')
    put('shop/apiProperties.json')
    put('shop/icon.PNG', new Uint8Array([1, 2]))
    put('shop/Readme.MD', '# Shop')
    put('shop/pictures/a.png')
    put('shop/other/apiProperties.json')
    const reading = readConnectorFolder(join(root, 'shop'), { alsoPresent: ['script.csx', 'README.md'] })
    expect(reading).toMatchObject({ ok: true, problems: [], connector: { name: 'shop' } })
    if (!reading.ok) return
    expect(reading.connector.definition?.title).toBe('Shop')
    expect(reading.connector.icon?.bytes).toHaveLength(2)
    expect(reading.connector.paths).toEqual([
      'APIDEFINITION.swagger.json',
      'Readme.MD',
      'apiProperties.json',
      'icon.PNG',
      'pictures/a.png',
      'script.csx',
    ])
    expect(reading.connector.presence).toMatchObject({ script: 'unreadable', settings: 'absent', readme: 'read' })
  })

  test('links that lead on in more ways than can be walked are walked once', () => {
    put('shop/apiDefinition.swagger.json')
    for (let at = 0; at < 40; at++) {
      mkdirSync(join(root, `shop/n${at}`))
      for (const name of at < 39 ? ['a', 'b'] : []) symlinkSync(`../n${at + 1}`, join(root, `shop/n${at}/${name}`))
    }
    put('shop/n39/end.txt')
    const reading = readConnectorFolder(join(root, 'shop'))
    expect(reading.ok && reading.connector.paths.filter((path) => path.endsWith('end.txt'))).toHaveLength(1)
  })

  test('a name that could steer a terminal is told in signs', () => {
    const reading = readConnectorFolder(join(root, 'a\n\u001b[31mb\u202e'))
    expect(reading.ok ? '' : reading.problem.what).toMatch(/a\\u\{a\}\\u\{1b\}\[31mb\\u\{202e\}" does not exist/)
  })

  test.each([
    ['missing', 'not-found'],
    ['file', 'not-a-folder'],
  ])('a path that is %s is a problem, not an exception', (name, code) => {
    put('file')
    expect(readConnectorFolder(join(root, name))).toMatchObject({
      ok: false,
      problem: { code, path: join(root, name) },
    })
  })

  test('a file of 200 MB is not read', () => {
    const path = put('apiDefinition.swagger.json')
    truncateSync(path, 200 * 1024 * 1024)
    const reading = readConnectorFolder(root)
    expect(reading).toMatchObject({ ok: true, problems: [{ code: 'too-large', path }] })
    if (reading.ok) expect(reading.connector.presence.definition).toBe('unreadable')
    truncateSync(path, 20)
    expect(readConnectorFolder(root, { maxFileBytes: 20 })).toMatchObject({ ok: true, problems: [] })
    expect(readConnectorFolder(root, { maxFileBytes: 19 })).toMatchObject({ problems: [{ code: 'too-large' }] })
  })

  test.skipIf(process.platform === 'win32')('a device in place of a file is not read', () => {
    put('apiProperties.json')
    symlinkSync('/dev/zero', join(root, 'apiDefinition.swagger.json'))
    expect(readConnectorFolder(root)).toMatchObject({ ok: true, problems: [{ code: 'not-a-file' }] })
  })

  test('a file without permission is a problem', () => {
    chmodSync(put('apiDefinition.swagger.json'), 0)
    chmodSync(root, 0o755)
    const reading = withoutRoot(() => readConnectorFolder(root))
    expect(reading).toMatchObject({ ok: true, problems: [{ code: 'not-permitted' }] })
  })

  test('a link that leads nowhere, and one that leads back', () => {
    put('apiProperties.json')
    symlinkSync(join(root, 'nowhere'), join(root, 'apiDefinition.swagger.json'))
    symlinkSync('..', join(put('more/x.txt'), '..', 'up'))
    expect(readConnectorFolder(root)).toMatchObject({
      ok: true,
      problems: [{ code: 'not-found' }, { code: 'link-loop', path: join(root, 'more/up') }],
    })
  })
})

describe('findConnectors', () => {
  test('finds every folder with a definition or properties, sorted, and none of the tools', () => {
    put('b/apidefinition.SWAGGER.json')
    put('a/deep/down/apiProperties.json')
    put('a/readme.md')
    put('node_modules/x/apiProperties.json')
    expect(findConnectors(root)).toEqual({ folders: [join(root, 'a/deep/down'), join(root, 'b')], problems: [] })
  })

  test('follows links once and never in circles', () => {
    put('a/apiProperties.json')
    symlinkSync(root, join(root, 'a/back'))
    symlinkSync(join(root, 'a'), join(root, 'again'))
    const { folders, problems } = findConnectors(root)
    expect(folders).toHaveLength(1)
    expect(problems.every((problem) => problem.code === 'link-loop')).toBe(true)
    expect(problems).not.toEqual([])
  })

  test('follows no link out of the folder', () => {
    put('mine/a/apiProperties.json')
    put('mine-too/apiProperties.json')
    symlinkSync(join(root, 'mine-too'), join(root, 'mine/b'))
    symlinkSync('/', join(root, 'mine/c'))
    const { folders, problems } = findConnectors(join(root, 'mine'))
    expect(folders).toEqual([join(root, 'mine/a')])
    expect(problems).toMatchObject([
      { code: 'link-outside', path: join(root, 'mine/b') },
      { code: 'link-outside', path: join(root, 'mine/c') },
    ])
  })

  test('says what it cannot search', () => {
    expect(findConnectors(join(root, 'none')).problems).toMatchObject([{ code: 'not-found' }])
    put('a/b/c/apiProperties.json')
    expect(findConnectors(root, { maxFolders: 2 })).toMatchObject({
      folders: [],
      problems: [{ code: 'too-many-folders' }],
    })
  })
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { listSettings } from './list-settings.ts'
import { everySetting, readConfiguration } from './read-configuration.ts'

it('tells the settings that docs/operating.md holds', () => {
  const page = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8')
  const [, table] = /<!-- settings:.*-->\n([\s\S]*?)\n<!-- \/settings -->/.exec(page) ?? []
  expect(table).toBe(listSettings())
})

it('gives each setting a meaning, and a usual value that it takes', () => {
  for (const { name, usual, meaning } of everySetting()) {
    expect({ name, meaning }).toEqual({ name, meaning: expect.stringMatching(/^\S.+\.$/) })
    if (usual !== '')
      expect(() =>
        readConfiguration({ DEMO: '1', [name]: usual === '0' && name === 'DEMO' ? '1' : usual }, '1'),
      ).not.toThrow()
  }
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusEntries } from './corpus.ts'
import { countCorpus } from './corpus-counts.ts'

const entries = corpusEntries()

describe.skipIf(entries.length === 0)('verdicts on accepted connectors (needs CONNECTOR_CORPUS)', () => {
  const { errors, ...counts } = countCorpus(entries)

  it.each([
    ['corpus-counts.json', counts],
    ['corpus-errors.json', errors],
  ] as const)('are those that were kept: a change of verdict is a change of %s', (name, found) => {
    const kept = new URL(name, import.meta.url)
    if (process.env.UPDATE_COUNTS !== undefined || !existsSync(kept))
      writeFileSync(kept, `${JSON.stringify(found, undefined, 2)}\n`)
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(found)
  })

  it.each([
    ['verified-publisher', 0.83],
    ['verified-publisher since 2023', 0.88],
    ['independent-publisher', 0.92],
    ['custom', 1],
  ])('are mild: without an error are most connectors of the group %s', (group, share) => {
    const { connectors = 0, withoutError = 0 } = counts.groups[group] ?? {}
    expect(withoutError / connectors).toBeGreaterThanOrEqual(share)
  })
})

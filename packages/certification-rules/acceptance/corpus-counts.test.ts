import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusEntries } from './corpus.ts'
import { countCorpus } from './corpus-counts.ts'

const kept = new URL('corpus-counts.json', import.meta.url)
const entries = corpusEntries()

describe.skipIf(entries.length === 0)('verdicts on accepted connectors (needs CONNECTOR_CORPUS)', () => {
  it('are those that were kept: a change of verdict is a change of this file', () => {
    const counts = countCorpus(entries)
    const text = `${JSON.stringify(counts, undefined, 2)}\n`
    if (process.env.UPDATE_COUNTS !== undefined || !existsSync(kept)) writeFileSync(kept, text)
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(counts)
  })

  it('are mild on recent certified connectors: errors are rare', () => {
    const recent = entries.filter(
      ({ profile, firstAdded = '' }) => profile === 'verified-publisher' && firstAdded >= '2023',
    )
    const { withoutError } = countCorpus(recent)
    expect((withoutError['verified-publisher'] ?? 0) / recent.length).toBeGreaterThan(0.6)
  })
})

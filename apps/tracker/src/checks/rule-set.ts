import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { RuleSet } from '@sevenstep/findings'
import { allRules } from './all-rules.ts'

/** The name and version that reports carry, the same as the command line's of the same release. */
export const ruleSet: RuleSet = { name: 'sevenstep certification rules', version: packageVersion() }

/** The same for reports about everything else: app registrations, deployments. */
export const otherRuleSet: RuleSet = { ...ruleSet, name: 'sevenstep rules' }

/** Tells two rule sets apart even where nobody counted the version up: the version and a hash over every rule. */
export const ruleSetId = `${ruleSet.version}+${createHash('sha256').update(JSON.stringify(allRules())).digest('hex').slice(0, 8)}`

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sevenstep/certification-rules')
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new Error('The package of the certification rules has no version.')
}

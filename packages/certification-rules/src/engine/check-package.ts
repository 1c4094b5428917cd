import { readConnector } from '@sevenstep/connector-schema'
import { ruleFamilies } from '../generated/rule-families.ts'
import { type CheckOptions, type CheckResult, checkConnector } from './check-connector.ts'
import type { PackageContents } from './package-contents.ts'

const packageRules = 'package-'

/**
 * Checks how a certification package is put together: its archives, folders and solutions. What is in its connectors
 * is checked by {@link checkConnector}, one by one. Never throws, whatever the archive holds.
 */
export function checkPackage(contents: PackageContents, options: Omit<CheckOptions, 'contents'> = {}): CheckResult {
  const families = options.families ?? ruleFamilies
  const rules = families.flatMap((family) => Object.keys(family.rules)).filter((rule) => rule.startsWith(packageRules))
  const wanted = options.only === undefined ? rules : rules.filter((rule) => options.only?.includes(rule))
  const result = checkConnector(readConnector([], { name: contents.name }), {
    ...options,
    contents,
    path: options.path ?? contents.name,
    target: options.target ?? 'package',
    only: wanted,
  })
  return { ...result, subject: { ...result.subject, kind: 'package' } }
}

import type { Finding } from '../finding.ts'
import type { RuleDescription } from '../rule.ts'
import { safeLink } from '../safe-link.ts'
import { severities } from '../severity.ts'
import type { PlainObject } from './sarif-location.ts'

/** SARIF's table of rules, and where a rule stands in it. */
export interface RuleTable {
  readonly descriptors: readonly PlainObject[]
  indexOf(ruleId: string): number
}

/** Makes the table: rules in the order given, then those that only findings name. */
export function createRuleTable(rules: readonly RuleDescription[], findings: readonly Finding[]): RuleTable {
  const descriptors = new Map<string, PlainObject>(rules.map((rule) => [rule.id, descriptorOf(rule)]))
  for (const { ruleId } of findings) if (!descriptors.has(ruleId)) descriptors.set(ruleId, { id: ruleId })
  const indexes = new Map([...descriptors.keys()].map((id, index) => [id, index]))
  return { descriptors: [...descriptors.values()], indexOf: (ruleId) => indexes.get(ruleId) ?? -1 }
}

function descriptorOf(rule: RuleDescription): PlainObject {
  const helpUri = safeLink(rule.documentation)
  const messages = Object.values(rule.messages)
  const help = messages.map(({ why, fix }) => `${why} ${fix}`)
  const settings = Object.values(rule.settings)
  const level = severities.find((severity) => settings.includes(severity))
  return {
    id: rule.id,
    name: toPascalCase(rule.id),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.title },
    help: {
      text: [rule.title, ...help].join('\n'),
      markdown: [rule.title, ...help, ...(helpUri === undefined ? [] : [`[More about ${rule.id}](${helpUri})`])].join(
        '\n\n',
      ),
    },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: level === undefined ? { enabled: false } : { level: level === 'info' ? 'note' : level },
    properties: { tags: [rule.group], ...(rule.codes.length > 0 ? { microsoftCodes: [...rule.codes] } : {}) },
  }
}

function toPascalCase(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_match, first: string) => first.toUpperCase())
}

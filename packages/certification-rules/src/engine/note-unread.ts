import { type Connector, fileNames } from '@sevenstep/connector-schema'
import type { ConnectorCheck, RuleFamily } from './rule-family.ts'

type Part = 'definition' | 'properties'

/** What each method of a check is called with parts of; the rest looks at the connector as it finds it. */
const partOfMethod: Readonly<Partial<Record<keyof ConnectorCheck, Part>>> = {
  definition: 'definition',
  pathItem: 'definition',
  operation: 'definition',
  parameter: 'definition',
  parameterReference: 'definition',
  response: 'definition',
  schema: 'definition',
  schemaKeyword: 'definition',
  properties: 'properties',
  connectionParameter: 'properties',
  policy: 'properties',
}

/**
 * Says of a family that it had nothing to look at where neither file that its check is called with was read. Families that
 * look at the connector as a whole say so themselves.
 */
export function noteUnread(
  connector: Connector,
  { rules }: Pick<RuleFamily, 'rules'>,
  check: ConnectorCheck,
  notChecked: (rule: string, reason: string, handIn?: string) => void,
): void {
  const methods = Object.keys(check).filter((method) => method !== 'end') as (keyof ConnectorCheck)[] // keys of it
  // A check that asks for nothing found no definition to ask for.
  const parts = new Set(
    methods.length === 0 && check.end === undefined
      ? (['definition'] as const)
      : methods.map((one) => partOfMethod[one]),
  )
  if (parts.size === 0 || parts.has(undefined)) return
  const unread = [...parts].flatMap((part) => (part === undefined || connector[part] !== undefined ? [] : [part]))
  if (unread.length < parts.size) return
  for (const part of unread) {
    const wasGiven = connector.presence[part] === 'read'
    const reason = `No ${fileNames[part]} was ${wasGiven ? 'understood' : 'read'}.`
    const handIn = wasGiven ? undefined : `Hand in ${fileNames[part]} too.`
    for (const rule of Object.keys(rules)) notChecked(rule, reason, handIn)
  }
}

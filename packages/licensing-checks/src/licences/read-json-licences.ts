import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FlowUse } from '../entitlement/flow-use.ts'
import { readFlowUse } from '../entitlement/read-flow-use.ts'
import { combinedParts, itemsOf, memberOf, shapeOf } from './json-shape.ts'
import type {
  LicenceListFormat,
  LicensedUser,
  Purchase,
  ReadLicenceFile,
  ReadProblem,
  Subscription,
} from './licence-list.ts'
import type { LocatedValue } from './located-value.ts'
import { guidOf } from './plan-state.ts'
import { readPurchase, readSubscription } from './read-subscriptions.ts'
import { readHeldLicence, readUser } from './read-users.ts'

const mostProblems = 100

/** Reads what a JSON list of a known kind holds. Never throws; what cannot be used is a problem with its place. */
export function readJsonLicences(
  path: string,
  root: LocatedValue,
  format: LicenceListFormat,
  catalogue: Catalogue,
): Omit<ReadLicenceFile, 'file' | 'format' | 'secrets'> {
  const reading: Reading = { subscriptions: [], purchases: [], users: [], flows: [], problems: [], catalogue }
  if (format === 'combined' || format === 'flows') {
    for (const name of Object.keys(combinedParts)) readItems(itemsOf(memberOf(root, name)), reading)
  }
  if (format === 'graph-licences-of-user' || format === 'partner-center-licences-of-user') {
    reading.users.push(userOfLicences(path, root, reading))
  } else if (format !== 'combined') {
    readItems(root.isObject && shapeOf(root) !== undefined ? [root] : itemsOf(root), reading)
  }
  const { catalogue: _, ...read } = reading
  return read
}

interface Reading {
  readonly subscriptions: Subscription[]
  readonly purchases: Purchase[]
  readonly users: LicensedUser[]
  readonly flows: FlowUse[]
  readonly problems: ReadProblem[]
  readonly catalogue: Catalogue
}

function readItems(items: readonly LocatedValue[], reading: Reading): void {
  const say = (what: string, at: LocatedValue): void => {
    if (reading.problems.length < mostProblems) reading.problems.push(problemAt(what, at))
  }
  for (const item of items) {
    switch (shapeOf(item)) {
      case 'user':
        reading.users.push(readUser(item, reading.catalogue, say))
        break
      case 'subscription':
        add(reading.subscriptions, readSubscription(item), item, say)
        break
      case 'purchase':
        reading.purchases.push(readPurchase(item))
        break
      case 'flow':
        reading.flows.push(readFlowUse(item, say))
        break
      case 'licence':
        say('A licence stands alone, without the user who holds it', item)
        break
      case undefined:
        say('This entry is neither a user, a licence, a subscription nor a flow', item)
    }
  }
}

function add<Item>(
  list: Item[],
  item: Item | undefined,
  at: LocatedValue,
  say: (what: string, at: LocatedValue) => void,
): void {
  if (item === undefined) say('This subscription has no id of its product (skuId) that is a GUID', at)
  else list.push(item)
}

/** Graph's answer names the user in its context; other lists are named by their file. */
function userOfLicences(path: string, root: LocatedValue, { catalogue, problems }: Reading): LicensedUser {
  const items = root.isObject && shapeOf(root) === 'licence' ? [root] : itemsOf(root)
  const inContext = /users\('([^']{1,200})'\)/i.exec(root.text('@odata.context') ?? '')?.[1]
  const name = inContext ?? (path.split('/').at(-1) ?? path).replace(/\.json$/i, '')
  return {
    id: (guidOf(name) ?? name).toLowerCase(),
    name,
    isGuest: /#EXT#/i.test(name),
    isEnabled: true,
    usageLocation: undefined,
    licences: items.flatMap((item) => {
      const licence = readHeldLicence(item, catalogue)
      if (licence === undefined) problems.push(problemAt('This licence has no id of its product (skuId)', item))
      return licence ?? []
    }),
    saysAssignments: false,
    assignmentErrors: [],
    get at() {
      return root.place
    },
  }
}

function problemAt(what: string, node: LocatedValue): ReadProblem {
  return {
    what,
    get at() {
      return node.place
    },
  }
}

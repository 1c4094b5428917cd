import type { JudgedFile, Place } from '@sevenstep/rule-engine'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { heldLicence } from './held-licence.ts'
import type { HeldLicence, HeldPlan, LicensedUser, ReadLicenceFile, ReadProblem } from './licence-list.ts'
import { guidOf, planStateOf } from './plan-state.ts'
import { cleanCell, columnPlaces, headOf, readRows } from './read-table.ts'
import { licenceByName } from './read-users.ts'

const mostProblems = 100

/** The columns that are understood, each under the names that exports give it, without case, blanks and signs. */
const columnNames = {
  user: ['userprincipalname', 'upn', 'username', 'signinname', 'user', 'mail', 'email'],
  id: ['objectid', 'userid'],
  sku: ['skuid', 'licenceid', 'licenseid', 'productskuid'],
  licences: [
    'licenses',
    'licences',
    'license',
    'licence',
    'assignedlicenses',
    'assignedlicences',
    'products',
    'skupartnumber',
  ],
  disabled: ['disabledplans'],
  plan: ['serviceplanid'],
  status: ['provisioningstatus', 'serviceplanstatus', 'status'],
  location: ['usagelocation'],
  type: ['usertype'],
  enabled: ['accountenabled'],
  blocked: ['blockcredential'],
} as const

type Column = keyof typeof columnNames

/** Whether a text is a table of users and licences, by its first line. */
export function looksLikeLicenceTable(text: string): boolean {
  const places = columnPlaces(headOf(text), columnNames)
  return places.user !== undefined && (places.sku !== undefined || places.licences !== undefined)
}

/** Whether a text was meant to be such a table although it lacks the people or their licences, by its first line. */
export function looksLikeUnreadTable(text: string): boolean {
  const head = headOf(text)
  if (head.length < 2 || looksLikeLicenceTable(text)) return false
  const { sku, licences } = columnPlaces(head, columnNames)
  const names = head.map((cell) => cell.toLowerCase().replaceAll(/[^a-z]/g, ''))
  return (
    names.includes('userprincipalname') ||
    sku !== undefined ||
    (licences !== undefined && names.includes('displayname'))
  )
}

/**
 * Reads a table of users and licences: a row to a user with the names of licences (as the admin centre exports it), or a
 * row to a licence or plan with its GUID. Never throws; what cannot be used is a problem with its line.
 */
export function readCsvLicences(
  file: JudgedFile,
  catalogue: Catalogue,
): Omit<ReadLicenceFile, 'file' | 'format' | 'secrets'> {
  const problems: ReadProblem[] = []
  const say = (what: string, at: Place): void => {
    if (problems.length < mostProblems) problems.push({ what, at })
  }
  const users = new Map<string, GrowingUser>()
  const { head, rows } = readRows(file, say)
  const places = columnPlaces(head, columnNames)
  for (const row of rows) {
    const cell = (column: Column): string => cleanCell(row.cells[places[column] ?? -1] ?? '')
    const name = cell('user') || cell('id')
    if (name === '') {
      say('This row names no user', row.at)
      continue
    }
    const user = users.get(name.toLowerCase()) ?? newUser(name, cell, places, row.at)
    users.set(user.id, user)
    addLicences(user, cell, { catalogue, at: row.at, say, hasDisabled: places.disabled !== undefined })
  }
  return { subscriptions: [], purchases: [], users: [...users.values()].map(finished), flows: [], problems }
}

interface GrowingUser extends Omit<LicensedUser, 'licences'> {
  readonly byId: Map<string, { readonly plans: HeldPlan[]; hasPlans: boolean; isComplete: boolean; readonly at: Place }>
  readonly named: HeldLicence[]
}

function newUser(
  name: string,
  cell: (column: Column) => string,
  places: Readonly<Partial<Record<Column, number>>>,
  at: Place,
): GrowingUser {
  const no = (text: string) => /^(false|no|0)$/i.test(text)
  const yes = (text: string) => /^(true|yes|1)$/i.test(text)
  return {
    id: name.toLowerCase(),
    name,
    isGuest: /^guest$/i.test(cell('type')) || /#EXT#/i.test(name),
    isEnabled: !no(cell('enabled')) && !yes(cell('blocked')),
    usageLocation: places.location === undefined ? undefined : cell('location') || null,
    saysAssignments: false,
    assignmentErrors: [],
    at,
    byId: new Map(),
    named: [],
  }
}

interface Adding {
  readonly catalogue: Catalogue
  readonly at: Place
  readonly say: (what: string, at: Place) => void
  /** Whether the table has a column with the plans that are taken away. */
  readonly hasDisabled: boolean
}

function addLicences(
  user: GrowingUser,
  cell: (column: Column) => string,
  { catalogue, at, say, hasDisabled }: Adding,
): void {
  const given = [...idsOf(cell('sku')), ...cell('licences').split(/[+;|]/)].map(cleanCell).filter((part) => part !== '')
  for (const part of given) {
    const skuId = guidOf(part)
    if (skuId === undefined) {
      if (!/^(unlicensed|none)$/i.test(part) && user.byId.size === 0)
        user.named.push(licenceByName(part, catalogue, at))
      continue
    }
    const held = user.byId.get(skuId) ?? { plans: [], hasPlans: false, isComplete: false, at }
    user.byId.set(skuId, held)
    const planId = guidOf(cell('plan'))
    if (planId !== undefined) {
      held.hasPlans = true
      const status = cell('status')
      held.plans.push({
        id: planId,
        name: catalogue.plans.get(planId)?.name ?? planId,
        status,
        state: planStateOf(status),
        at,
      })
    }
    for (const taken of cell('disabled').split(/[;+|,\s]+/)) {
      const id = guidOf(taken)
      if (id !== undefined) held.plans.push({ id, name: id, status: 'Disabled', state: 'off', at })
      else if (taken !== '') say(`"${taken.slice(0, 60)}" among the disabled plans is no GUID`, at)
    }
    // A list with this column names what is taken away: where it names nothing, nothing is.
    if (hasDisabled) held.isComplete = true
  }
}

/** Ids stand with blanks between them; a name that somebody wrote in their place has blanks of its own. */
function idsOf(cell: string): readonly string[] {
  const parts = cell.split(/[;+|\s]+/)
  return parts.some((part) => guidOf(part) !== undefined) ? parts : cell.split(/[;+|]/)
}

function finished({ byId, named, ...user }: GrowingUser): LicensedUser {
  const licences: HeldLicence[] = []
  for (const [skuId, { plans, hasPlans, isComplete, at }] of byId) {
    const others = hasPlans ? 'off' : isComplete ? 'on' : 'unknown'
    licences.push(heldLicence({ skuId, name: skuId, matchedBy: 'id', plans, others, at }))
  }
  return { ...user, licences: [...licences, ...named] }
}

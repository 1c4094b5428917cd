import { findAddressed, guidIn } from '../rows/find-addressed.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { findRow } from '../rows/row-store.ts'
import type { Share } from '../state.ts'
import { findTable } from '../tables/all-tables.ts'
import { demandRight } from '../users/organization-user.ts'
import { addressOf } from '../web-api/address.ts'
import { bodyFailure, rowMissing } from '../web-api/web-api-failure.ts'

type Body = Readonly<Record<string, unknown>>

/** Shares a row; rights that were there stay (`GrantAccess`) or are replaced (`ModifyAccess`). */
export function shareRow(call: OrganizationCall, body: Body, existing: 'kept' | 'replaced') {
  const target = rowIn(call, 'Target', body.Target)
  demandRight(call.organization, call.user, 'Share', target.table)
  const access = objectIn('PrincipalAccess', body.PrincipalAccess)
  const principal = rowIn(call, 'Principal', access.Principal)
  const rights = String(access.AccessMask ?? '')
    .split(',')
    .map((right) => right.trim())
    .filter((right) => right !== '' && right !== 'None')
  const others = call.organization.shares.filter((share) => !isOf(share, target, principal.row))
  const before = call.organization.shares.find((share) => isOf(share, target, principal.row))
  const all = existing === 'kept' ? [...new Set([...(before?.rights ?? []), ...rights])] : rights
  setShares(call, [...others, { ...target, principal: principal.row, rights: all }])
}

/** Takes a row back from a user. */
export function unshareRow(call: OrganizationCall, body: Body) {
  const target = rowIn(call, 'Target', body.Target)
  demandRight(call.organization, call.user, 'Share', target.table)
  const revokee = rowIn(call, 'Revokee', body.Revokee)
  setShares(
    call,
    call.organization.shares.filter((share) => !isOf(share, target, revokee.row)),
  )
}

/** Lists with whom a row is shared; the target is given as `{'@odata.id':'workflows(id)'}`. */
export function sharesOf(call: OrganizationCall, target: string): readonly Body[] {
  const [, reference] = /['"]@odata\.id['"]\s*:\s*['"]([^'"]+)['"]/.exec(target) ?? []
  const [segment] = reference === undefined ? [] : addressOf(reference).segments
  if (segment === undefined) throw bodyFailure('The parameter Target has to be {"@odata.id":"table(id)"}.')
  const { table, id, row } = findAddressed(call.organization, segment)
  if (row === undefined || id === undefined) throw rowMissing(table, id ?? '')
  return call.organization.shares
    .filter((share) => share.row === id && share.table === table.name)
    .map(({ principal, rights }) => ({
      AccessMask: rights.length === 0 ? 'None' : rights.join(', '),
      Principal: { '@odata.type': '#Microsoft.Dynamics.CRM.systemuser', ownerid: principal, systemuserid: principal },
    }))
}

function rowIn({ organization }: OrganizationCall, name: string, value: unknown) {
  const body = objectIn(name, value)
  const type = String(body['@odata.type'] ?? '').replace(/^#?Microsoft\.Dynamics\.CRM\./, '')
  const table = findTable(type)
  if (table === undefined) throw bodyFailure(`The parameter ${name} needs an '@odata.type' that exists, not '${type}'.`)
  const id = guidIn(String(body[table.idColumn] ?? body.ownerid ?? ''))
  if (id === undefined) throw bodyFailure(`The parameter ${name} needs '${table.idColumn}'.`)
  if (findRow(organization, table.name, id) === undefined) throw rowMissing(table, id)
  return { table: table.name, row: id }
}

function objectIn(name: string, value: unknown): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw bodyFailure(`The parameter ${name} is missing or is no object.`)
  }
  // Just checked to be an object.
  return value as Body
}

function isOf(share: Share, target: { readonly table: string; readonly row: string }, principal: string): boolean {
  return share.table === target.table && share.row === target.row && share.principal === principal
}

function setShares(call: OrganizationCall, shares: Share[]) {
  const { organization } = call
  const before = organization.shares
  organization.shares = shares
  call.undo.push(() => {
    organization.shares = before
  })
}

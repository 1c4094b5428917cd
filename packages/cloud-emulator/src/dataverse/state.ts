import { createHash } from 'node:crypto'
import type { WorkPlan } from '../operation/work-plan.ts'
import { allTables } from './tables/all-tables.ts'

/** What a column holds. Lookups hold the id of the row they point to. */
export type ColumnValue = string | number | boolean | null

/** One row: column name to value. `versionnumber` is set by every write. */
export type Row = Record<string, ColumnValue>

/** Rights of one principal on one row, as GrantAccess gave them. */
export interface Share {
  readonly table: string
  readonly row: string
  readonly principal: string
  /** Names of rights, for example `ReadAccess`. */
  readonly rights: readonly string[]
}

/** One solution's claim on one component; a component goes when its last managed claim goes. */
export interface ComponentClaim {
  readonly solution: string
  readonly table: string
  readonly row: string
}

/** Work that was accepted and is carried out once the clock reaches the end of its plan. */
export interface PendingWork {
  /** Id of the row in `asyncoperations`. */
  readonly operation: string
  readonly plan: WorkPlan
  readonly kind: 'import' | 'upgrade' | 'promote' | 'export'
  /** As they arrived with the action. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** The user (systemuserid) on whose behalf it is done. */
  readonly user: string
}

/** Everything one organisation (the database of one environment) knows. JSON only, so that it can be kept as a snapshot. */
export interface DataverseState {
  readonly organizationId: string
  readonly businessUnitId: string
  /** ISO time; before it a fresh organisation answers nobody (403). */
  readyAt?: string
  /** Version of the last write; each write takes the next. */
  version: number
  /** Table's logical name → id → row. */
  readonly tables: Record<string, Record<string, Row>>
  /** Many-to-many relations: schema name → pairs of ids, parted by a space. */
  readonly associations: Record<string, string[]>
  shares: Share[]
  claims: ComponentClaim[]
  /** What people changed on managed rows by hand: row → columns. It covers what the solution brings. */
  readonly unmanagedLayers: Record<string, Row>
  /** Uploads by StageSolution: id → base64 of the solution zip. */
  readonly staged: Record<string, string>
  /** Results of ExportSolutionAsync: export job → base64. */
  readonly exports: Record<string, string>
  pending: PendingWork[]
  /** Policies and licences that flows are measured by when they are turned on. */
  activation: ActivationRules
}

/** What keeps flows of this organisation from being turned on. */
export interface ActivationRules {
  /** Object ids of people without a licence for premium connectors; an application needs none here. */
  unlicensed: string[]
}

/** What an organisation is made with. */
export interface NewOrganization {
  readonly organizationId: string
  /** For example `contoso`. */
  readonly uniqueName: string
  readonly createdAt: Date
  /** When it begins to answer; at once where this is left out. */
  readonly readyAt?: Date
}

/** Names of the roles that every organisation has from its first day. */
export const builtInRoles = ['System Administrator', 'System Customizer', 'Environment Maker', 'Basic User'] as const

/** An organisation as it is on its first day: nobody is a user of it yet. */
export function createDataverseState(organization: NewOrganization): DataverseState {
  const { organizationId, readyAt } = organization
  return {
    organizationId,
    businessUnitId: derivedId(organizationId, 'business unit'),
    ...(readyAt === undefined ? {} : { readyAt: readyAt.toISOString() }),
    version: 1,
    tables: { ...Object.fromEntries(allTables.map(({ name }) => [name, {}])), ...firstRows(organization) },
    associations: {},
    shares: [],
    claims: [],
    unmanagedLayers: {},
    staged: {},
    exports: {},
    pending: [],
    activation: { unlicensed: [] },
  }
}

function firstRows({ organizationId, uniqueName: name, createdAt }: NewOrganization): DataverseState['tables'] {
  const id = (of: string) => derivedId(organizationId, of)
  const at = secondsOf(createdAt)
  const stamp = { createdon: at, modifiedon: at, versionnumber: 1 }
  const businessunitid = id('business unit')
  const publisherid = id('default publisher')
  const solution = (uniquename: string, friendlyname: string): Row => ({
    solutionid: id(uniquename),
    uniquename,
    friendlyname,
    version: '1.0.0.0',
    ismanaged: false,
    isvisible: uniquename !== 'Active',
    publisherid,
    installedon: at,
    ...stamp,
  })
  const publisher: Row = {
    publisherid,
    uniquename: `DefaultPublisher${name}`,
    friendlyname: `Default Publisher for ${name}`,
    customizationprefix: 'new',
    customizationoptionvalueprefix: 10000,
    ...stamp,
  }
  const unit: Row = { businessunitid, name, parentbusinessunitid: null, isdisabled: false, ...stamp }
  const role = (of: string): Row => ({ roleid: id(of), name: of, businessunitid, ismanaged: true, ...stamp })
  return {
    businessunit: { [businessunitid]: unit },
    organization: { [organizationId]: { organizationid: organizationId, name, ...stamp } },
    role: byId('roleid', builtInRoles.map(role)),
    publisher: { [publisherid]: publisher },
    solution: byId('solutionid', [solution('Active', 'Active Solution'), solution('Default', 'Default Solution')]),
  }
}

function byId(column: string, rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [String(row[column]), row]))
}

/** Dataverse keeps moments to the second. */
export function secondsOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}

/** A GUID that is always the same for the same name in the same organisation, so that two runs are alike. */
function derivedId(organizationId: string, name: string): string {
  const hex = createHash('sha256').update(`${organizationId} ${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

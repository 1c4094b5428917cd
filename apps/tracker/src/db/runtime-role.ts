import { type RunSql, rowsOf } from './migrations.ts'
import { DatabaseRefusal } from './refusal.ts'

interface RoleFacts {
  readonly role: string
  readonly is_superuser: boolean
  readonly bypasses: boolean
  readonly may_become_strong: boolean
  readonly runtime_exists: boolean
  readonly is_member: boolean
  readonly owns_tables: boolean
}

const question = `
  select
    current_user as role,
    me.rolsuper as is_superuser,
    me.rolbypassrls as bypasses,
    exists (
      select from pg_roles strong
      where (strong.rolsuper or strong.rolbypassrls) and pg_has_role(me.oid, strong.oid, 'MEMBER')
    ) as may_become_strong,
    exists (select from pg_roles where rolname = 'sevenstep_runtime') as runtime_exists,
    exists (
      select from pg_roles weak where weak.rolname = 'sevenstep_runtime' and pg_has_role(me.oid, weak.oid, 'USAGE')
    ) as is_member,
    exists (
      select from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(me.oid, relowner, 'MEMBER')
    ) as owns_tables
  from pg_roles me where me.rolname = current_user`

/**
 * Makes sure that the policies bind the role we are connected as.
 *
 * @throws DatabaseRefusal saying what is wrong with the role and which SQL makes a fit one
 */
export async function refuseUnfitRole(run: RunSql): Promise<void> {
  const [facts] = await rowsOf<RoleFacts>(run, question)
  const reason = reasonAgainst(facts)
  if (reason === undefined) return
  throw new DatabaseRefusal(
    `The database role "${facts.role}" ${reason}, so the database would not keep tenants apart. ` +
      'Let the program connect (DATABASE_URL) as a role of its own, made by the owner of the database with: ' +
      (facts.runtime_exists ? '' : 'CREATE ROLE sevenstep_runtime NOLOGIN; ') +
      `CREATE ROLE sevenstep_tracker LOGIN PASSWORD '…' IN ROLE sevenstep_runtime;`,
  )
}

function reasonAgainst(facts: RoleFacts): string | undefined {
  if (facts.is_superuser) return 'is a superuser'
  if (facts.bypasses) return 'bypasses row level security'
  if (facts.may_become_strong) return 'may become a role that is a superuser or bypasses row level security'
  if (facts.owns_tables) return 'owns the tables, or may become the role that does'
  if (!facts.is_member) return 'is not a member of sevenstep_runtime, the role that the policies are written for'
  return undefined
}

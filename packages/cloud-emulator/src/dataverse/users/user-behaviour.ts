import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { TableBehaviour } from '../behaviours/table-behaviour.ts'
import { changeRow, findRow, rowsOf } from '../rows/row-store.ts'
import { systemUserTable } from '../tables/system-tables.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'

/** Applications become users once; removing one the first time only marks it, as Dataverse does. */
export const userBehaviour: TableBehaviour = {
  create: ({ organization, tenant }, values) => {
    const { applicationid } = values
    if (typeof applicationid !== 'string') {
      throw bodyFailure(
        "The emulator makes users of applications only: give 'applicationid'. People come in on their own.",
      )
    }
    const principal = Object.values(tenant.servicePrincipals).find(
      (one) => one.clientId.toLowerCase() === applicationid,
    )
    if (principal === undefined) {
      throw new EmulatedFailure(
        400,
        '0x80072559',
        `Error from Microsoft Entra ID: the application with the client id '${applicationid}' does not exist in this tenant.`,
      )
    }
    const present = rowsOf(organization, 'systemuser').find((row) => row.applicationid === applicationid)
    if (present !== undefined) {
      throw new EmulatedFailure(
        412,
        '0x80040237',
        present.deletedstate === 1
          ? `The application user ${String(present.systemuserid)} for this application was deleted and has to be removed for good first.`
          : 'A record with matching key values already exists.',
      )
    }
    if (typeof values.businessunitid !== 'string') throw bodyFailure("'businessunitid@odata.bind' is missing.")
    return {
      accessmode: 4,
      isdisabled: false,
      deletedstate: 0,
      ...values,
      fullname: `# ${principal.name}`,
      domainname: applicationid,
      azureactivedirectoryobjectid: principal.objectId,
    }
  },
  remove: (call, row) => {
    const id = String(row.systemuserid)
    if (id === call.user) throw new EmulatedFailure(400, '0x80040216', 'You cannot delete yourself.')
    if (row.deletedstate === 1) return 'gone'
    if (findRow(call.organization, 'systemuser', id) === undefined) return 'gone'
    changeRow(call, systemUserTable, id, { deletedstate: 1, isdisabled: true })
    return 'kept'
  },
}

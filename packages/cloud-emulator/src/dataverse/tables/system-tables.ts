import { choice, defineTable, flag, guid, lookup, moment, text, whole } from './table.ts'

const userRoles = 'systemuserroles_association'

/** Users: people and applications. */
export const systemUserTable = defineTable({
  name: 'systemuser',
  set: 'systemusers',
  displayName: 'User',
  nameColumn: 'fullname',
  keys: ['azureactivedirectoryobjectid'],
  columns: {
    fullname: text('never'),
    firstname: text(),
    lastname: text(),
    domainname: text('create'),
    internalemailaddress: text(),
    applicationid: guid('create'),
    azureactivedirectoryobjectid: guid('create'),
    accessmode: choice({
      0: 'Read-Write',
      1: 'Administrative',
      2: 'Read',
      3: 'Support User',
      4: 'Non-interactive',
      5: 'Delegated Admin',
    }),
    isdisabled: flag(),
    islicensed: flag('never'),
    deletedstate: choice({ 0: 'Not deleted', 1: 'Soft deleted' }, 'never'),
    businessunitid: lookup('businessunit'),
  },
  relations: { [userRoles]: { table: 'role', by: { pairs: userRoles, end: 'first' } } },
})

/** Security roles. */
export const roleTable = defineTable({
  name: 'role',
  set: 'roles',
  displayName: 'Security Role',
  nameColumn: 'name',
  columns: { name: text('always', true), businessunitid: lookup('businessunit'), ismanaged: flag('never') },
  relations: { [userRoles]: { table: 'systemuser', by: { pairs: userRoles, end: 'second' } } },
})

/** Business units. */
export const businessUnitTable = defineTable({
  name: 'businessunit',
  set: 'businessunits',
  displayName: 'Business Unit',
  nameColumn: 'name',
  columns: { name: text('always', true), parentbusinessunitid: lookup('businessunit'), isdisabled: flag('never') },
})

/** The organisation itself. */
export const organizationTable = defineTable({
  name: 'organization',
  set: 'organizations',
  displayName: 'Organization',
  nameColumn: 'name',
  readOnly: true,
  columns: { name: text('never') },
})

/** Background work. */
export const asyncOperationTable = defineTable({
  name: 'asyncoperation',
  set: 'asyncoperations',
  displayName: 'System Job',
  nameColumn: 'name',
  owned: true,
  columns: {
    name: text('create'),
    statecode: choice({ 0: 'Ready', 1: 'Suspended', 2: 'Locked', 3: 'Completed' }),
    statuscode: choice({
      0: 'Waiting For Resources',
      10: 'Waiting',
      20: 'In Progress',
      21: 'Pausing',
      22: 'Canceling',
      30: 'Succeeded',
      31: 'Failed',
      32: 'Canceled',
    }),
    operationtype: choice(
      {
        202: 'Export Solution Async Operation',
        203: 'Import Solution Async Operation',
        204: 'Publish All Async Operation',
        207: 'Delete And Promote Async Operation',
        208: 'Uninstall Solution Async Operation',
        211: 'Stage And Upgrade Async Operation',
      },
      'never',
    ),
    messagename: text('never'),
    message: text('never'),
    friendlymessage: text('never'),
    errorcode: whole('never'),
    startedon: moment(),
    completedon: moment(),
    dependencytoken: text('never'),
  },
})

/** Imports of solutions. */
export const importJobTable = defineTable({
  name: 'importjob',
  set: 'importjobs',
  displayName: 'Import Job',
  nameColumn: 'name',
  readOnly: true,
  columns: {
    name: text('never'),
    solutionname: text('never'),
    solutionid: guid('never'),
    progress: whole('never'),
    startedon: moment(),
    completedon: moment(),
    data: text('never'),
  },
})

import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { personOnly } from '../shared/known-credentials.ts'
import { oneFlowFailures } from '../shared/known-failures.ts'
import { source, unverified } from '../shared/known-sources.ts'
import { nextLinkPaging, pageOf } from '../shared/page-of.ts'
import { modifyPermissionsAnswer, modifyPermissionsBody, permissionResource } from '../shared/permissions.ts'
import { asAdministrator } from './as-administrator.ts'
import { flowPath, flowsPath, unsupportedPlane } from './flow-resource.ts'

/** Lists who owns a flow or may run it. */
export const listFlowPermissions = defineOperation({
  id: 'flows.list-permissions',
  title: 'Lists who owns a flow or may run it.',
  service: 'flow',
  method: 'GET',
  path: `${flowsPath}/{flow}/permissions`,
  apiVersion: '2016-11-01',
  request: { path: flowPath },
  responses: { 200: pageOf(permissionResource) },
  credentials: personOnly,
  repetition: 'safe',
  failures: oneFlowFailures,
  paging: nextLinkPaging,
  sources: [source('m365', 'source', 'flow owner list')],
  notes: [unsupportedPlane, 'The maker module also knows the path `/owners`.'],
})

/** Lists who owns a flow of anybody. */
export const adminListFlowPermissions = asAdministrator(listFlowPermissions)

/** Adds and removes owners and those who may run a flow. */
export const modifyFlowPermissions = defineOperation({
  id: 'flows.modify-permissions',
  title: 'Adds and removes owners of a flow and those who may run it.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/modifyPermissions`,
  apiVersion: '2016-11-01',
  request: { path: flowPath, body: modifyPermissionsBody },
  responses: { 200: modifyPermissionsAnswer },
  credentials: personOnly,
  repetition: 'idempotent',
  failures: [...oneFlowFailures, { status: 403, code: 'Forbidden', failure: 'not-allowed-to-share' }],
  sources: [source('m365', 'source', 'flow owner ensure and remove'), unverified('the body of the answer')],
  notes: [unsupportedPlane],
})

/** Adds and removes owners of a flow of anybody. */
export const adminModifyFlowPermissions = asAdministrator(modifyFlowPermissions)

/** Gives a flow as a template of Azure Resource Manager. */
export const exportFlowToArmTemplate = defineOperation({
  id: 'flows.export-arm-template',
  title: 'Gives a flow as an Azure Resource Manager template.',
  service: 'flow',
  method: 'POST',
  path: `${flowsPath}/{flow}/exportToARMTemplate`,
  apiVersion: '2016-11-01',
  request: { path: flowPath },
  responses: { 200: z.looseObject({}) },
  credentials: personOnly,
  repetition: 'safe',
  failures: oneFlowFailures,
  sources: [source('m365', 'source', 'flow export --format json')],
  notes: [unsupportedPlane, 'The template is for Logic Apps in Azure; Power Automate does not take it back.'],
})

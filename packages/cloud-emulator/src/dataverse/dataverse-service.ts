import { dataverseOperations, defineOperation, type Operation } from '@sevenstep/cloud-access/operations'
import { z } from 'zod'
import { EmulatedFailure } from '../operation/emulated-failure.ts'
import {
  type Answer,
  answerOperation,
  type EmulatedCall,
  type EmulatedOperation,
} from '../operation/emulated-operation.ts'
import { answerBatch } from './batch/answer-batch.ts'
import { type WithoutUser, wholly } from './rows/organization-call.ts'
import { impersonatedUser, organizationUser } from './users/organization-user.ts'
import { addressOf } from './web-api/address.ts'
import { answerRequest } from './web-api/answer-request.ts'
import { annotated } from './web-api/error-answer.ts'
import { preferencesOf } from './web-api/preferences.ts'
import { settleWork } from './work/settle-work.ts'

/** Known differences, which every answer of the Web API shares. */
const differences = [
  'Only the tables that deployments touch exist; other tables answer 404.',
  'Of a solution only flows, connection references, environment variables and connectors are kept; apps, tables and other components are passed over.',
  'Roles are coarse: administrators and customisers do everything, makers everything but users and roles, others read.',
  'Work on solutions is refused while other work runs; Dataverse may accept it and let it fail with the same text.',
  'A row is seen by everybody who may read its table; sharing is kept and told, but hides nothing.',
  'Codes and texts of refused solutions are partly our own, where none was found in public.',
  '$expand goes over one level, and $apply, $search, query functions other than In and NotIn, FetchXML and change tracking are refused.',
]

/**
 * The Web API of every environment's database. The operations that are stated are listed first, so that journal and
 * faults know them by name; everything else that a Web API has (other tables, other verbs, metadata) follows.
 */
export const dataverseService: readonly EmulatedOperation[] = [
  ...narrowFirst(dataverseOperations),
  ...(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const).flatMap(anythingElse),
].map((operation) => answerOperation(operation, answerWebApi, { differences }))

function answerWebApi(call: EmulatedCall): Answer {
  const preferences = preferencesOf(call.headers.get('prefer'))
  try {
    const answer = answered(call)
    return { ...answer, headers: { 'odata-version': '4.0', ...contentType(answer), ...answer.headers } }
  } catch (failure) {
    throw failure instanceof EmulatedFailure ? annotated(failure, preferences) : failure
  }
}

function answered(call: EmulatedCall): Answer {
  const place = organizationAt(call)
  settleWork(place)
  const caller = organizationUser(place, call.caller)
  const user = impersonatedUser(place.organization, caller, call.headers)
  const organizationCall = { ...place, user }
  const body = new TextDecoder().decode(call.bytes())
  const address = addressOf(`${call.url.pathname}${call.url.search}`)
  if (address.segments.length === 1 && address.segments[0]?.name === '$batch' && call.operation.method === 'POST') {
    return answerBatch(organizationCall, call.headers, body)
  }
  const { method } = call.operation
  return wholly(organizationCall, () =>
    answerRequest(organizationCall, { method, address, headers: call.headers, body }),
  )
}

function organizationAt(call: EmulatedCall): WithoutUser {
  const host = call.url.hostname.toLowerCase().replace(/^([^.]+)\.api\./, '$1.')
  const environment = Object.values(call.tenant.environments).find(
    ({ organization }) => organization?.host.toLowerCase() === host,
  )
  if (environment?.dataverse === undefined) {
    throw new EmulatedFailure(403, '0x80072560', 'The user is not a member of the organization.')
  }
  const [version = '/api/data/v9.2'] = /^\/api\/data\/v9\.\d+/.exec(call.url.pathname) ?? []
  return {
    organization: environment.dataverse,
    environment,
    tenant: call.tenant,
    now: call.clock.now(),
    undo: [],
    planWork: call.planWork,
    root: call.reachable(`https://${call.url.host}${version}`),
  }
}

function contentType({ body }: Answer): Readonly<Record<string, string>> {
  return body === undefined ? {} : { 'content-type': 'application/json; odata.metadata=minimal' }
}

/** Operations on one address are told apart by what they demand: those that demand more are tried first. */
function narrowFirst(operations: readonly Operation[]): readonly Operation[] {
  const demands = ({ request }: Operation) => {
    const schemas = [request.query, request.headers, request.body].filter((schema) => schema !== undefined)
    return schemas.filter((schema) => !schema.safeParse({}).success).length
  }
  return [...operations].sort((one, other) => demands(other) - demands(one))
}

function anythingElse(method: Operation['method']): readonly Operation[] {
  const shared = {
    service: 'dataverse',
    method,
    responses: { 200: z.unknown(), 201: z.unknown(), 204: z.unknown(), 304: z.unknown() },
    credentials: { application: 'registered', delegated: 'accepted' },
    repetition: method === 'GET' ? 'safe' : 'start',
    failures: [],
    sources: [{ name: 'MicrosoftDocs/powerapps-docs, developer/data-platform/webapi', confidence: 'documentation' }],
  } as const
  const below = defineOperation({
    ...shared,
    id: `dataverse.${method.toLowerCase()}`,
    title: `Answers ${method} below the root of the Web API.`,
    path: '/api/data/v9.2/{rest}',
    request: { path: z.object({ rest: z.string() }) },
  })
  return [below]
}

import type { Answer } from '../../operation/emulated-operation.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import type { QueryPage } from '../rows/run-query.ts'
import type { ReadRequest } from './answer-request.ts'

const totalCount = 'Microsoft.Dynamics.CRM.totalrecordcount'

/**
 * One page of rows with the way to the next.
 *
 * @param context what the rows are, for `@odata.context`.
 */
export function pageAnswer(call: OrganizationCall, request: ReadRequest, context: string, page: QueryPage): Answer {
  const { preferences } = request
  const body: Record<string, unknown> = { '@odata.context': `${call.root}/$metadata#${context}` }
  if (page.count !== undefined) body['@odata.count'] = page.count
  if (preferences.wantsAnnotation(totalCount)) {
    body[`@${totalCount}`] = page.count ?? -1
    body[`@${totalCount}limitexceeded`] = page.countIsLimited
  }
  body.value = page.rows
  if (page.nextPage !== undefined) body['@odata.nextLink'] = nextLink(call, request, page.nextPage)
  const headers = preferences.applied === undefined ? {} : { 'preference-applied': preferences.applied }
  return { status: 200, body, headers }
}

function nextLink({ root }: OrganizationCall, { address }: ReadRequest, page: number): string {
  const path = address.segments
    .map(({ name, key }) => (key === undefined ? name : `${name}(${'bare' in key ? key.bare : ''})`))
    .join('/')
  const query = new URLSearchParams(address.query)
  query.set('$skiptoken', `<cookie pagenumber="${page}" pagingcookie="" istracking="False" />`)
  return `${root}/${path}?${query.toString().replaceAll('+', '%20').replaceAll('%24', '$')}`
}

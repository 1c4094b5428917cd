import { describe, expect, it } from 'vitest'
import { organizationOfTests } from '../fixtures/organization-of-tests.ts'

const missing = '00000000-0000-4000-8000-000000000000'

const flow = (name: string) => ({
  category: 5,
  name,
  type: 1,
  primaryentity: 'none',
  clientdata: '{"properties":{"connectionReferences":{},"definition":{}},"schemaVersion":"1.0.0.0"}',
})

const variable = (schemaname: string) => ({ schemaname, displayname: schemaname, type: 100000000 })

const withRow = () => {
  const tests = organizationOfTests()
  const id = tests.idOf(tests.send('POST', 'workflows', { body: flow('Greet') }))
  const etag = () => String(tests.send('GET', `workflows(${id})`).headers?.etag)
  return { ...tests, id, etag }
}

describe('rows of the Web API', () => {
  it('are made with 204 and an address, or with 201 and the row where that is preferred', () => {
    const { send } = organizationOfTests()
    expect(send('POST', 'workflows', { body: flow('Plain') })).toEqual({
      status: 204,
      headers: { 'odata-entityid': expect.stringMatching(/\/api\/data\/v9\.2\/workflows\([0-9a-f-]{36}\)$/) },
    })
    const headers = { prefer: 'return=representation, odata.include-annotations="*"' }
    expect(send('POST', 'workflows?$select=name,statecode', { body: flow('Shown'), headers })).toMatchObject({
      status: 201,
      headers: {
        etag: expect.stringMatching(/^W\/"\d+"$/),
        'preference-applied': 'return=representation, odata.include-annotations="*"',
      },
      body: { name: 'Shown', statecode: 0, 'statecode@OData.Community.Display.V1.FormattedValue': 'Draft' },
    })
  })

  it.each([
    ['the version that was read', 'etag', 204],
    ['any version', '*', 204],
    ['another version', 'W/"1"', 412],
  ])('change where If-Match is %s', (_name, given, status) => {
    const { send, id, etag } = withRow()
    const headers = { 'if-match': given === 'etag' ? etag() : given }
    const answer = send('PATCH', `workflows(${id})`, { body: { name: 'Other' }, headers })
    expect(answer.status).toBe(status)
    if (status === 412) {
      expect(answer.body).toEqual({
        error: {
          code: '0x80060882',
          message: "The version of the existing record doesn't match the RowVersion property provided.",
        },
      })
    }
  })

  it('are made by PATCH unless If-Match forbids it, and kept from change by If-None-Match', () => {
    const { send, id } = withRow()
    expect(send('PATCH', `workflows(${missing})`, { body: flow('x'), headers: { 'if-match': '*' } })).toEqual({
      status: 404,
      body: { error: { code: '0x80040217', message: `workflow With Id = ${missing} Does Not Exist` } },
      headers: {},
    })
    expect(send('PATCH', `workflows(${missing})`, { body: flow('x') }).headers?.['odata-entityid']).toContain(missing)
    expect(send('PATCH', `workflows(${id})`, { body: { name: 'y' }, headers: { 'if-none-match': '*' } })).toMatchObject(
      {
        status: 412,
        body: { error: { message: 'A record with matching key values already exists.' } },
      },
    )
  })

  it('answer 304 to who has this version, but not with $expand or annotations', () => {
    const { send, id, etag } = withRow()
    const headers = { 'if-none-match': etag() }
    expect(send('GET', `workflows(${id})`, { headers })).toEqual({ status: 304 })
    expect(send('GET', `workflows(${id})?$expand=ownerid`, { headers }).status).toBe(200)
    const annotated = { ...headers, prefer: 'odata.include-annotations="*"' }
    expect(send('GET', `workflows(${id})`, { headers: annotated }).status).toBe(200)
    expect(send('GET', `workflows(${id})`, { headers: { 'if-none-match': 'null' } }).status).toBe(200)
  })

  it('are found by an alternate key, and made by one', () => {
    const { send } = organizationOfTests()
    const address = "environmentvariabledefinitions(schemaname='new_It''s')"
    expect(send('GET', address).status).toBe(404)
    expect(send('PATCH', address, { body: { displayname: 'Its', type: 100000000 } }).status).toBe(204)
    expect(send('GET', address).body).toMatchObject({ schemaname: "new_It's", displayname: 'Its' })
    expect(send('POST', 'environmentvariabledefinitions', { body: variable("NEW_it's") }).status).toBe(412)
  })

  it('are connected by @odata.bind, shown by lookup columns and by $expand both ways', () => {
    const { send, idOf } = organizationOfTests()
    const definition = idOf(send('POST', 'environmentvariabledefinitions', { body: variable('new_A') }))
    const value = {
      value: '1',
      'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${definition})`,
    }
    const id = idOf(send('POST', 'environmentvariablevalues', { body: value }))
    const headers = { prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.*"' }
    expect(
      send('GET', `environmentvariablevalues(${id})?$select=_environmentvariabledefinitionid_value`, { headers }).body,
    ).toEqual({
      '@odata.context': expect.any(String),
      '@odata.etag': expect.any(String),
      environmentvariablevalueid: id,
      _environmentvariabledefinitionid_value: definition,
      '_environmentvariabledefinitionid_value@Microsoft.Dynamics.CRM.lookuplogicalname':
        'environmentvariabledefinition',
      '_environmentvariabledefinitionid_value@Microsoft.Dynamics.CRM.associatednavigationproperty':
        'EnvironmentVariableDefinitionId',
    })
    const relation = 'environmentvariabledefinition_environmentvariablevalue'
    const having = (condition: string) =>
      Object(send('GET', `environmentvariabledefinitions/$count?$filter=${relation}/${condition}`)).body
    send('POST', 'environmentvariabledefinitions', { body: variable('new_B') })
    expect(["any(v:v/value eq '1')", "any(v:v/value eq '2')", 'any()', "all(v:v/value eq '1')"].map(having)).toEqual([
      '1',
      '0',
      '1',
      '2',
    ])
    const query = `environmentvariabledefinitions?$select=schemaname&$filter=schemaname eq 'new_A'&$expand=${relation}($select=value;$filter=value eq '1')`
    expect(send('GET', query).body).toMatchObject({ value: [{ schemaname: 'new_A', [relation]: [{ value: '1' }] }] })
    expect(send('GET', `environmentvariabledefinitions(${definition})/${relation}`).body).toMatchObject({
      value: [{ value: '1' }],
    })
    expect(send('DELETE', `environmentvariabledefinitions(${definition})`).status).toBe(204)
    expect(send('GET', `environmentvariablevalues(${id})`).status).toBe(404)
  })

  it('come in pages, sorted and counted, whose links lead on', () => {
    const { send } = organizationOfTests()
    for (const letter of 'ABCDE') send('POST', 'environmentvariabledefinitions', { body: variable(`new_${letter}`) })
    const headers = { prefer: 'odata.maxpagesize=2' }
    const seen: unknown[] = []
    let address =
      "environmentvariabledefinitions?$select=schemaname&$filter=contains(schemaname,'new_')&$orderby=schemaname desc&$count=true"
    for (;;) {
      // The body of a list is always an object with these members.
      const body = send('GET', address, { headers }).body as {
        value: { schemaname: string }[]
        '@odata.count': number
        '@odata.nextLink'?: string
      }
      expect(body['@odata.count']).toBe(5)
      seen.push(body.value.map(({ schemaname }) => schemaname))
      if (body['@odata.nextLink'] === undefined) break
      address = body['@odata.nextLink']
    }
    expect(seen).toEqual([['new_E', 'new_D'], ['new_C', 'new_B'], ['new_A']])
    expect(send('GET', 'environmentvariabledefinitions/$count').body).toBe('5')
    expect(send('GET', 'environmentvariabledefinitions?$top=1').body).not.toHaveProperty('@odata.nextLink')
  })

  it.each([
    ['GET', 'nothings', 404, "Resource not found for the segment 'nothings'."],
    ['GET', 'workflows(1)', 400, 'a GUID with 32 digits is expected'],
    ['GET', "workflows(name='x')", 400, "The key property 'name' is not valid"],
    ['GET', 'workflows?$select=nothing', 400, "Could not find a property named 'nothing'"],
    ['GET', 'workflows?$skip=1', 400, 'Skip Clause is not supported in CRM'],
    ['GET', 'workflows?$apply=groupby((name))', 400, "does not answer the query option '$apply'"],
    ['GET', 'workflows?$top=few', 400, "Invalid value 'few' for $top"],
    ['GET', 'workflows?$expand=nothing', 400, "Could not find a property named 'nothing'"],
    ['GET', 'workflows?$expand=ownerid($expand=businessunitid)', 400, 'over one level'],
    ['GET', 'workflows?$orderby=name sideways', 400, 'Syntax error'],
    ['PUT', 'workflows', 405, "does not support http method 'PUT'"],
    ['POST', 'importjobs', 405, "does not support http method 'POST'"],
    ['GET', 'StageSolution', 405, "does not support http method 'GET'"],
    ['GET', `importjobs(${missing})`, 404, 'importjob With Id'],
  ])('refuse %s %s with %i', (method, address, status, message) => {
    expect(organizationOfTests().send(method, address)).toMatchObject({
      status,
      body: { error: { message: expect.stringContaining(message) } },
    })
  })

  it.each([
    [{ nothing: 1 }, "Invalid property 'nothing' was found"],
    [{ ...flow('x'), name: 1 }, "Cannot convert the value of 'name'"],
    [{ ...flow('x'), category: 99 }, 'outside of the valid range'],
    [{ ...flow('x'), name: '' }, "Attribute 'name' of 'workflow' cannot be empty."],
    [{ ...flow('x'), clientdata: 'no json' }, "'clientdata' has to be JSON text"],
    [{ ...flow('x'), _ownerid_value: missing }, 'Use Navigation properties instead'],
    [{ ...flow('x'), 'ownerid@odata.bind': `/systemusers(${missing})` }, 'systemuser With Id'],
    [{ ...flow('x'), 'ownerid@odata.bind': `/roles(${missing})` }, "where 'systemuser' is expected"],
    [{ ...flow('x'), 'nothing@odata.bind': '/roles(1)' }, "Invalid property 'nothing'"],
    ['no object', 'no JSON object'],
  ])('are not made from %j', (body, message) => {
    const { send, organization } = organizationOfTests()
    const answer = send('POST', 'workflows', { body })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body).toMatchObject({ error: { message: expect.stringContaining(message) } })
    expect(organization.tables.workflow).toEqual({})
  })

  it('tell more of a refusal where annotations are wanted', () => {
    const { send } = organizationOfTests()
    const headers = { prefer: 'odata.include-annotations="*"' }
    expect(send('GET', `workflows(${missing})`, { headers }).body).toEqual({
      error: {
        code: '0x80040217',
        message: `workflow With Id = ${missing} Does Not Exist`,
        '@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus': '0',
        '@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode': '-2147220969',
        '@Microsoft.PowerApps.CDS.HelpLink': expect.stringContaining('80040217'),
        '@Microsoft.PowerApps.CDS.TraceText': '',
        '@Microsoft.PowerApps.CDS.InnerError.Message': `workflow With Id = ${missing} Does Not Exist`,
      },
    })
  })

  it('let single columns be read, set and emptied', () => {
    const { send, id } = withRow()
    expect(send('GET', `workflows(${id})/name`).body).toMatchObject({ value: 'Greet' })
    expect(send('GET', `workflows(${id})/name/$value`).body).toBe('Greet')
    expect(send('PUT', `workflows(${id})/description`, { body: { value: 'Says hello' } }).status).toBe(204)
    expect(send('GET', `workflows(${id})/description`).body).toMatchObject({ value: 'Says hello' })
    expect(send('DELETE', `workflows(${id})/description`).status).toBe(204)
    expect(send('GET', `workflows(${id})/description`).status).toBe(204)
  })

  it('are named by metadata', () => {
    const { send } = organizationOfTests()
    expect(send('GET', "EntityDefinitions?$select=EntitySetName&$filter=LogicalName eq 'workflow'").body).toMatchObject(
      { value: [{ EntitySetName: 'workflows' }] },
    )
    expect(send('GET', "EntityDefinitions(LogicalName='connector')").body).toMatchObject({
      PrimaryIdAttribute: 'connectorid',
    })
    expect(String(send('GET', '$metadata').body)).toContain(
      '<EntitySet Name="workflows" EntityType="Microsoft.Dynamics.CRM.workflow" />',
    )
    expect(send('GET', '').body).toMatchObject({
      value: expect.arrayContaining([{ name: 'solutions', kind: 'EntitySet', url: 'solutions' }]),
    })
  })
})

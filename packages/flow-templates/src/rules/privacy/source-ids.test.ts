import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { sourceIds } from './source-ids.ts'

const id = '5c9b6a3e-61a4-4a3b-9d40-1f3f0d5a7f11'
const zero = '00000000-0000-0000-0000-000000000000'
const keep = (inputs: unknown) => ({ definition: { actions: { Keep: { type: 'Compose', inputs } } } })
const picked = (key: string, value: string) => ({
  definition: { actions: { Keep: { type: 'Compose', inputs: 1, metadata: { [key]: value } } } },
})
const at = '/properties/definition/actions/Keep/inputs'
const values = 'environmentvariabledefinitions/cts_site/environmentvariablevalues.json'
const valuesText = '{"environmentvariablevalues":{"environmentvariablevalue":{"value":"a"}}}'

testRuleFamily(sourceIds, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a solution as it comes', given: { kind: 'solution' } },
    { name: 'a tenant worked out', given: keep({ tenantId: "@workflow()?['tags']" }) },
    { name: 'an id that is not of a tenant', given: keep({ listId: id }) },
    { name: 'what the designer keeps of an operation', given: picked('operationMetadataId', id) },
    { name: 'a path that a step uses', given: keep({ metadata: { path: '/Documents/Appraisal.docx' } }) },
  ],
  fails: [
    {
      name: 'a tenant by its key',
      given: keep({ tenant_id: id }),
      finds: [{ rule: 'flow-no-tenant-id', at: `${at}/tenant_id` }],
      mended: keep({ tenant_id: zero }),
    },
    {
      name: 'a tenant to sign in to',
      given: keep({ authentication: { type: 'ActiveDirectoryOAuth', tenant: id } }),
      finds: [{ rule: 'flow-no-tenant-id', at: `${at}/authentication/tenant` }],
    },
    {
      name: 'a default environment',
      given: keep(`/environments/Default-${id}/flows`),
      finds: [{ rule: 'flow-no-tenant-id', at }],
      mended: keep(`/environments/Default-${zero}/flows`),
    },
    {
      name: 'an address to sign in at',
      given: keep(`https://login.microsoftonline.com/${id}/oauth2`),
      finds: [{ rule: 'flow-no-tenant-id', at, what: `An address to sign in at names a tenant: ${id}.` }],
      mended: keep(`https://login.microsoftonline.com/${zero}/oauth2`),
    },
    {
      name: 'ids of the export',
      given: { details: { packageTelemetryId: id, sourceEnvironment: id } },
      finds: [
        { rule: 'flow-no-source-ids', at: '/details/packageTelemetryId' },
        { rule: 'flow-no-source-ids', at: '/details/sourceEnvironment' },
      ],
      mended: { details: { packageTelemetryId: zero, sourceEnvironment: '' } },
    },
    {
      name: 'the row of the flow',
      given: { definition: { metadata: { workflowEntityId: id } } },
      finds: [{ rule: 'flow-no-source-ids', at: '/properties/definition/metadata/workflowEntityId' }],
      mended: { definition: { metadata: {} } },
    },
    {
      name: 'a file that was picked',
      given: picked('b!4JYKcAxS.01VTD6ZW', '/Documents/Appraisal of Ada Lovelace.docx'),
      finds: [
        {
          rule: 'flow-no-picked-file',
          at: '/properties/definition/actions/Keep/metadata/b!4JYKcAxS.01VTD6ZW',
          what: 'The path of a file that was picked is left here: /Documents/Appraisal of Ada Lovelace.docx.',
        },
      ],
      mended: { definition: { actions: { Keep: { type: 'Compose', inputs: 1, metadata: {} } } } },
    },
    {
      name: 'a current value',
      given: { kind: 'solution', files: { [values]: valuesText } },
      finds: [{ rule: 'solution-no-current-values', file: values }],
    },
  ],
})

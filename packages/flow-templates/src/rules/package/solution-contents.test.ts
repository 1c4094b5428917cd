import { solutionXml } from '../../fixtures/sample-solution.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { solutionContents } from './solution-contents.ts'

const at = '/properties/connectionReferences'
const needs = (...required: readonly string[]) => {
  const list = required.map(
    (one) => `<MissingDependency><Required ${one} /><Dependent type="29" /></MissingDependency>`,
  )
  return solutionXml.replace(
    /<MissingDependencies>[\s\S]*<\/MissingDependencies>/,
    `<MissingDependencies>\n${list.join('\n')}\n</MissingDependencies>`,
  )
}
const solution = (over: object) => ({ kind: 'solution' as const, files: { 'solution.xml': needs() }, ...over })
const reference = (logicalName: string, api = 'shared_office365', key = api) => ({
  references: {
    [key]: {
      runtimeSource: 'embedded',
      connection: { connectionReferenceLogicalName: logicalName },
      api: { name: api },
    },
  },
})
const variable = (schemaName: unknown) => ({
  definition: { parameters: { 'Site (cts_site)': { type: 'String', metadata: { schemaName } } } },
})

testRuleFamily(solutionContents, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a solution that needs what Dataverse has', given: { kind: 'solution' } },
    { name: 'a solution that needs nothing', given: solution({}) },
    { name: 'names in another case', given: solution({ ...reference('CTS_Mail'), ...variable('CTS_Site') }) },
    {
      name: 'a custom connector with the ids of another environment',
      given: solution(reference('cts_cars', 'shared_contoso-20cars-5f0123456789abcdef-5f9876543210fedcba')),
    },
    { name: 'a parameter that is no environment variable', given: solution(variable('')) },
  ],
  fails: [
    {
      name: 'no list of content types',
      given: solution({ without: ['[Content_Types].xml'] }),
      finds: [{ rule: 'solution-content-types', file: 'package' }],
    },
    {
      name: 'a workflow that is not there',
      given: { kind: 'solution', files: { 'solution.xml': needs().replace('{0a1b2c3d', '{1a1b2c3d') } },
      finds: [
        {
          rule: 'solution-root-components',
          file: 'solution.xml',
          line:
            needs()
              .split('\n')
              .findIndex((line) => line.includes('{0a1b2c3d')) + 1,
        },
      ],
    },
    {
      name: 'a connection reference that is not there',
      given: solution(reference('cts_gone')),
      finds: [
        {
          rule: 'solution-connection-declared',
          at: `${at}/shared_office365/connection/connectionReferenceLogicalName`,
        },
      ],
    },
    {
      name: 'one that another solution may bring',
      given: { kind: 'solution', ...reference('cts_gone'), files: { 'solution.xml': needs('solution="Core (1.0)"') } },
      finds: [
        {
          rule: 'solution-connection-declared',
          at: `${at}/shared_office365/connection/connectionReferenceLogicalName`,
        },
        { rule: 'solution-dependencies', file: 'solution.xml' },
      ],
    },
    {
      name: 'a connection reference of another connector',
      given: solution(reference('cts_mail', 'shared_teams')),
      finds: [
        {
          rule: 'solution-connection-connector',
          at: `${at}/shared_teams/connection/connectionReferenceLogicalName`,
          what: 'The connection reference "cts_mail" is of shared_office365; the flow uses it for shared_teams.',
        },
      ],
    },
    {
      name: 'the maker’s own connection',
      given: solution({
        references: {
          shared_office365: {
            runtimeSource: 'embedded',
            connection: { name: 'theirs' },
            api: { name: 'shared_office365' },
          },
        },
      }),
      finds: [{ rule: 'solution-connection-bound', at: `${at}/shared_office365/connection/name` }],
    },
    {
      name: 'a variable that is not there',
      given: solution(variable('cts_price')),
      finds: [
        {
          rule: 'solution-variable-declared',
          at: '/properties/definition/parameters/Site (cts_site)/metadata/schemaName',
        },
      ],
    },
    {
      name: 'two parts of one solution and one of another',
      given: {
        kind: 'solution',
        files: {
          'solution.xml': needs(
            'displayName="Car" solution="Core (1.0)"',
            'schemaName="cts_van" solution="Core (1.0)"',
            'displayName="Site"',
          ),
        },
      },
      finds: [
        { rule: 'solution-dependencies', what: 'The solution needs "Car" and 1 more of Core (1.0).' },
        { rule: 'solution-dependencies', what: 'The solution needs "Site".' },
      ],
    },
  ],
})
